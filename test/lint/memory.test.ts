import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLinter, DEFAULT_CONFIG } from '../../src/lint/index.ts';
import { longPosting, typingSession } from '../bench/typing.ts';

const config = { ...DEFAULT_CONFIG, asOf: '2026-11-24', preset: 'all' as const };
const project = path.resolve(import.meta.dirname, '../..');

describe('a linter that remembers', () => {
  it('says the same as one that does not, at every third key of a typing session', () => {
    const remembering = createLinter(config, { remember: true });
    const forgetful = createLinter(config);
    const file = { path: 'a.md', format: 'markdown' as const };
    let text = longPosting(project);
    for (const [index, { offset, removed, text: typed }] of typingSession(text).entries()) {
      text = text.slice(0, offset) + typed + text.slice(offset + removed);
      const report = remembering.lint(text, file);
      if (index % 3 === 0) expect(report).toEqual(forgetful.lint(text, file));
    }
  }, 120_000);

  it('moves fixes along with their block', () => {
    const linter = createLinter(config, { remember: true });
    const lint = (text: string) => linter.lint(text, { path: 'a.md', format: 'markdown' });
    const ofSalesman = (text: string) =>
      lint(text).findings.find(({ rule }) => rule === 'gender/service-titles');
    const first = ofSalesman('# Cook\n\nAsk our salesman.\n');
    const second = ofSalesman('# Cook\n\nYou cook.\n\nAsk our salesman.\n');
    expect(first?.range.start).toMatchObject({ line: 3, column: 9 });
    expect(second?.range.start).toMatchObject({ line: 5, column: 9 });
    expect(second?.fixes[0]?.edits[0]?.range).toEqual(second?.range);
  });

  it('asks again where a rule looks beyond the block', () => {
    const remembering = createLinter(config, { remember: true });
    const forgetful = createLinter(config);
    const item = '- A valid driving licence and a clean record\n- A university degree\n- A recent graduate\n';
    const titles = ['Delivery Driver', 'Accountant', 'Graduate Scheme', 'Surgeon', 'Delivery Driver'];
    for (const format of ['markdown', 'text'] as const) {
      for (const title of titles) {
        const text = `# ${title}\n\n## What you need\n\n${item}`;
        expect(remembering.lint(text, { path: 'a', format })).toEqual(
          forgetful.lint(text, { path: 'a', format }),
        );
      }
    }
  });

  it('gives the same in steps', () => {
    const linter = createLinter(config);
    const file = { path: 'a.md', format: 'markdown' as const };
    const text = longPosting(project);
    const work = linter.steps(text, file);
    let steps = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) steps++;
    expect(steps).toBeGreaterThan(5);
    expect(step.value.report).toEqual(linter.lint(text, file));
  });
});
