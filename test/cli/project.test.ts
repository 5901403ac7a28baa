import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/report.ts';
import { folder } from './harness.ts';

const offer = (title: string, heading: string) => `# ${title}\n\n## ${heading}\n\n- Bread every day\n`;
const FILES = {
  'jobs/a.md': offer('Baker', 'What we offer'),
  'jobs/b.md': offer('Cook', 'What we offer'),
  'jobs/c.md': offer('Waiter', 'What we offer'),
  'jobs/d.md': offer('Driver', 'Perks'),
};
const RULE = 'style/project-headings';

async function found(files: Record<string, string>, argv: string[]): Promise<string[]> {
  const { stdout } = await folder(files).posting([...argv, '--format', 'json'], { real: true });
  return (JSON.parse(stdout) as Report).files.flatMap(({ path, findings }) =>
    findings.filter(({ rule }) => rule === RULE).map(({ severity }) => `${path} ${severity}`),
  );
}

describe('--project', () => {
  it('compares the files with each other', async () => {
    expect(await found(FILES, ['jobs', '--project'])).toEqual(['jobs/d.md info']);
    expect(await found(FILES, ['jobs'])).toEqual([]);
  });

  it('has levels like all other rules, by configuration and command', async () => {
    expect(await found(FILES, ['jobs', '--project', '--rule', `${RULE}:error`])).toEqual(['jobs/d.md error']);
    const off = {
      ...FILES,
      '.posting-lint.yml': `overrides:\n  - files: jobs/d.md\n    rules: {${RULE}: off}\n`,
    };
    expect(await found(off, ['jobs', '--project'])).toEqual([]);
  });

  it('leaves out files that the configuration leaves out', async () => {
    const files = { ...FILES, '.posting-lint.yml': 'ignore: [jobs/a.md]\n' };
    expect(await found(files, ['jobs', '--project'])).toEqual([]);
  });

  it('decides the exit code like other findings', async () => {
    const here = folder(FILES);
    const argv = ['jobs', '--project', '--rule', `${RULE}:error`];
    expect(await here.posting(argv, { real: true })).toMatchObject({ code: 1 });
  });

  it('does not go with fixing', async () => {
    const outcome = await folder(FILES).posting(['jobs', '--project', '--fix']);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('--project shows what differs and fixes nothing');
  });
});
