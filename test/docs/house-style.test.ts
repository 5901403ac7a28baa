import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigResolver } from '../../src/config/index.ts';
import { createLinter } from '../../src/lint/index.ts';
import { KNOWN } from '../../src/lint/known.ts';

const page = new URL('../../docs/house-style.md', import.meta.url);
const text = readFileSync(page, 'utf8');
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

const RULE = `check: phrases
severity: warning
summary: A
why: B
evidence: convention
message: C
phrases: [synergy]
`;

/** The configuration, without what the page does not show. */
function load(config: string) {
  const files = new Map([
    ['/w/.posting-lint.yml', config],
    ['/w/house-rules/style/synergy.yml', RULE],
  ]);
  const list = (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  return new ConfigResolver({ read: (path) => files.get(path), list }, { known: KNOWN }).forFile(
    '/w/jobs/germany/a.md',
  );
}

describe('the page on house styles', () => {
  it('shows configurations', () => {
    expect(blocks.length).toBeGreaterThan(6);
  });

  it.each(blocks.map((block) => [block]))('shows one that is right: %s', async (block) => {
    const { config } = await load(block);
    expect(() => createLinter(config)).not.toThrow();
  });

  it('shows parts that go together', async () => {
    const whole = Object.assign({}, ...blocks.map((block) => parse(block) as object));
    const { config } = await load(JSON.stringify(whole));
    const linter = createLinter(config);
    const draft =
      '# Gardener\n\nFern Hill seeks employees who organize the Seed Book of our world-class garden.\n';
    const found = linter.lint(draft, { path: 'a.md', format: 'markdown' }).findings.map(({ rule }) => rule);
    expect(found).toEqual(
      expect.arrayContaining([
        'style/names',
        'style/house-words',
        'style/spelling-variety',
        'sections/benefits',
      ]),
    );
  });

  it('leads somewhere', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect(existsSync(new URL(link, page)), link).toBe(true);
  });
});
