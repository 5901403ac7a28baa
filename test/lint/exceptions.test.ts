import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/contract/report.ts';
import { createLinter, DEFAULT_CONFIG } from '../../src/lint/index.ts';

const lint = (text: string, asOf: string | undefined = '2026-06-15'): FileReport =>
  createLinter({ ...DEFAULT_CONFIG, asOf }).lint(text, { path: 'a.md', format: 'markdown' });
const rules = (report: FileReport) => report.findings.map(({ rule }) => rule);
const PHRASE = 'Recent graduates are welcome.';
const until = (words: string) =>
  `<!-- posting-lint-disable-next-line age/recent-graduate ${words} -- graduate scheme -->\n${PHRASE}\n`;

describe('an exception with a last day', () => {
  it('holds through that day, and then no more', () => {
    const last = until('until 2026-06-15');
    expect(rules(lint(last))).not.toContain('age/recent-graduate');
    const over = lint(last, '2026-06-16');
    expect(rules(over)).toEqual(expect.arrayContaining(['age/recent-graduate', 'style/disable-expired']));
    expect(rules(over)).not.toContain('style/unused-disable');
    expect(over.findings.find(({ rule }) => rule === 'style/disable-expired')?.message).toContain(
      '2026-06-15',
    );
  });

  it('holds on where nobody knows what day it is', () => {
    const report = createLinter({ ...DEFAULT_CONFIG }).lint(until('until 2000-01-01'), {
      path: 'a.md',
      format: 'markdown',
    });
    expect(rules(report)).not.toContain('age/recent-graduate');
  });

  it.each(['until June', 'until 2026-02-30', 'until: 15.6.2026'])('“%s” is pointed at', (words) => {
    const text = until(words);
    const report = lint(text);
    const [finding] = report.findings.filter(({ rule }) => rule === 'style/disable-expired');
    const { start, end } = finding!.range;
    expect(text.slice(start.offset, end.offset)).toBe(words.split(' ')[1]);
    expect(rules(report)).not.toContain('age/recent-graduate');
  });

  it('takes a list of rules and a comma before it, and a front matter', () => {
    const list = `<!-- posting-lint-disable-next-line age/young, age/recent-graduate, until 2026-06-14 -- x -->\n${PHRASE}`;
    expect(rules(lint(list))).toContain('age/recent-graduate');
    expect(rules(lint(list, '2026-06-14'))).not.toContain('age/recent-graduate');
    const front = `---\nposting-lint:\n  disable: [age/recent-graduate]\n  reason: x\n  until: 2026-06-14\n---\n\n${PHRASE}\n`;
    expect(rules(lint(front))).toContain('age/recent-graduate');
    expect(rules(lint(front, '2026-06-14'))).not.toContain('age/recent-graduate');
  });

  it('does not mistake a rule or a reason for a day', () => {
    const text = `<!-- posting-lint-disable-next-line age/recent-graduate -- fine until 2020-01-01 -->\n${PHRASE}`;
    expect(rules(lint(text))).toEqual(
      expect.not.arrayContaining(['age/recent-graduate', 'style/disable-expired']),
    );
  });
});

describe('the report', () => {
  it('names exceptions with what they leave out', () => {
    const { suppressions } = lint(
      `${until('until 2027-01-31')}\nA young team. <!-- posting-lint-disable-line -->\n`,
    );
    expect(suppressions).toMatchObject([
      {
        rules: ['age/recent-graduate'],
        reason: 'graduate scheme',
        until: '2027-01-31',
        expired: false,
        findings: 1,
        range: { start: { line: 1, column: 1 } },
      },
      { rules: [], reason: null, until: null, expired: false },
    ]);
    expect(lint(until('until 2020-01-31')).suppressions).toMatchObject([{ expired: true, findings: 0 }]);
  });
});
