import { describe, expect, it } from 'vitest';
import { Baseline, readBaseline } from '../../../src/cli/baseline/baseline.ts';
import { ConfigError } from '../../../src/config/index.ts';
import type { ReportFinding } from '../../../src/contract/report.ts';
import { fingerprint } from '../../../src/report/fingerprints.ts';
import { finding } from '../../report/make.ts';

const TEXT = '# Cook\n\nWe look for a young cook. Our young team is here.\n\n- A young helper\n';

/** A finding on the n-th “young”. */
function young(text: string, nth = 1): ReportFinding {
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf('young', start + 1);
  const padded = finding(text, 'young');
  const line = text.slice(0, start).split('\n').length;
  const range = {
    start: { line, column: 1, offset: start },
    end: { line, column: 6, offset: start + 5 },
  };
  return { ...padded, range };
}

const all = (text: string) => [1, 2, 3].map((nth) => young(text, nth));
const mark = (text: string, nth = 1) => fingerprint(young(text, nth), text);

describe('a fingerprint', () => {
  it('tells passages with the same words apart by what stands around them', () => {
    expect(new Set([1, 2, 3].map((nth) => mark(TEXT, nth))).size).toBe(3);
    expect(mark(TEXT)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['lines before it', `Intro.\n\nMore.\n\n${TEXT}`],
    ['a paragraph before it that changed', TEXT.replace('# Cook', '# Sous-chef')],
    ['new line breaks', TEXT.replace('for a young', 'for a\nyoung').replace('We look', 'We\nlook')],
    ['CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['emphasis', TEXT.replace('a young cook', 'a **young** _cook_')],
    ['a change far off in the paragraph', TEXT.replace('is here', 'is over there')],
  ])('stays with %s', (_, text) => {
    expect(mark(text)).toBe(mark(TEXT));
  });

  it('changes with the passage, the words next to it, and the rule', () => {
    const other = { ...young(TEXT), rule: 'age/other' };
    expect(fingerprint(other, TEXT)).not.toBe(mark(TEXT));
    expect(mark(TEXT.replace('young cook', 'young chef'))).not.toBe(mark(TEXT));
  });

  it('of what is missing does not depend on the title it is shown at', () => {
    const missing = (text: string, section: string) =>
      fingerprint({ ...finding(text, 'Cook'), rule: 'sections/pay', data: { section } }, text);
    expect(missing(TEXT, 'benefits')).toBe(missing('# Cook and helper', 'benefits'));
    expect(missing(TEXT, 'benefits')).not.toBe(missing(TEXT, 'deadline'));
  });
});

const exists = () => true;
const written = (files: Record<string, string>) => {
  const baseline = Baseline.empty();
  for (const [file, text] of Object.entries(files)) baseline.unknown(file, all(text), text);
  return baseline.updated();
};

describe('a baseline', () => {
  it('takes out what it knows and keeps what is new, counted', () => {
    const { text, change } = written({ 'a.md': TEXT });
    expect(change).toEqual({ findings: 3, files: 1, added: 3, removed: 0 });
    const baseline = readBaseline('b.json', text, { exists, record: false });
    const twice = `${TEXT}\n- A young helper\n`;
    const fourth = young(twice, 4);
    expect(baseline.unknown('a.md', [...all(twice), fourth], twice)).toEqual([fourth]);
    expect([baseline.matched, baseline.stale]).toEqual([3, 0]);
  });

  it('knows nothing of another file, unless the file that it knows is gone', () => {
    const { text } = written({ 'a.md': TEXT });
    const there = readBaseline('b.json', text, { exists, record: false });
    expect(there.unknown('b.md', all(TEXT), TEXT)).toHaveLength(3);
    const gone = readBaseline('b.json', text, { exists: () => false, record: true });
    expect(gone.unknown('b.md', all(TEXT), TEXT)).toEqual([]);
    expect(gone.updated()).toEqual({
      text: text.replace('a.md', 'b.md'),
      change: { findings: 3, files: 1, added: 0, removed: 0 },
    });
  });

  it('tells of entries that are not needed, and drops them when it is written anew', () => {
    const { text } = written({ 'a.md': TEXT, 'b.md': TEXT, 'gone.md': TEXT });
    const baseline = readBaseline('b.json', text, { exists: (file) => file !== 'gone.md', record: true });
    expect(baseline.unknown('a.md', all(TEXT).slice(1), TEXT)).toEqual([]);
    expect(baseline.stale).toBe(4);
    const { text: now, change } = baseline.updated();
    // b.md was not looked at.
    expect(change).toEqual({ findings: 5, files: 2, added: 0, removed: 4 });
    expect(Object.keys(JSON.parse(now).files)).toEqual(['a.md', 'b.md']);
  });

  it('is written the same whatever the order of files, one entry a line', () => {
    const one = written({ 'b.md': TEXT, 'a.md': TEXT }).text;
    expect(one).toBe(written({ 'a.md': TEXT, 'b.md': TEXT }).text);
    expect(one.split('\n').filter((line) => line.includes('"passage":"young"'))).toHaveLength(6);
    expect(written({}).text).toBe('{\n  "postingLintBaseline": 1,\n  "files": {}\n}\n');
  });

  const mistakes = (text: string) => {
    try {
      readBaseline('/b.json', text, { exists, record: false });
    } catch (error) {
      if (error instanceof ConfigError)
        return error.mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`);
    }
    return [];
  };

  it('with a mistake says where', () => {
    expect(mistakes('{\n  "postingLintBaseline": 1,\n<<<<<<< HEAD\n')[0]).toMatch(/^[34]:/);
    expect(mistakes('{}')).toEqual([
      '1:1 This is no baseline of posting-lint. --update-baseline writes one.',
    ]);
    expect(mistakes('{"postingLintBaseline": 2, "files": {}}')[0]).toBe(
      '1:25 A newer version of posting-lint wrote this baseline.',
    );
    expect(mistakes('{"postingLintBaseline": 1,\n "files": {"a.md": [{"rule": "x"}]}}')[0]).toMatch(
      /^2:21 An entry needs/,
    );
  });
});
