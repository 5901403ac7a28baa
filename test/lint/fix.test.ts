import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ReportFinding, ReportFix, Safety } from '../../src/contract/report.ts';
import { applyFixes, fixUntilStable } from '../../src/lint/fix.ts';
import { Lines } from '../../src/lint/lines.ts';
import { fileReport, finding, fix } from '../report/make.ts';

type PlainEdit = [start: number, end: number, text: string];

function findingWith(text: string, fixes: { safety: Safety; edits: PlainEdit[] }[]): ReportFinding {
  const lines = new Lines(text);
  const made: ReportFix[] = fixes.map(({ safety, edits }) => ({
    title: 'Fix',
    safety,
    edits: edits.map(([start, end, replacement]) => ({
      range: lines.range({ start, end }),
      text: replacement,
    })),
  }));
  return { ...finding(text, ''), fixes: made };
}

const safe = (text: string, ...edits: PlainEdit[]) => findingWith(text, [{ safety: 'safe', edits }]);
const ALL = { suggestions: true };
const SAFE = { suggestions: false };

describe('fixes', () => {
  it('takes suggestions only when asked, and then the first', () => {
    const text = 'A young team';
    const found = [
      { ...finding(text, 'young'), fixes: [fix(text, 'young', 'new'), fix(text, 'young', 'keen')] },
    ];
    expect(applyFixes(text, found, SAFE)).toEqual({ text, applied: [] });
    expect(applyFixes(text, found, ALL).text).toBe('A new team');
  });

  it('prefers a safe fix to a suggestion', () => {
    const text = 'A  young team';
    const found = [
      { ...finding(text, 'young'), fixes: [fix(text, 'young', 'new'), fix(text, '  ', ' ', 'safe')] },
    ];
    expect(applyFixes(text, found, ALL).text).toBe('A young team');
  });

  it('leaves out what touches or overlaps an earlier one, and makes a fix whole or not at all', () => {
    const text = 'abcdef';
    expect(applyFixes(text, [safe(text, [2, 4, 'X']), safe(text, [4, 5, 'Y'])], ALL).text).toBe('abXef');
    expect(applyFixes(text, [safe(text, [3, 3, 'X']), safe(text, [3, 3, 'Y'])], ALL).text).toBe('abcXdef');
    expect(applyFixes(text, [safe(text, [1, 2, 'X']), safe(text, [1, 3, 'Y'], [5, 6, 'Z'])], ALL).text).toBe(
      'aXcdef',
    );
    expect(applyFixes(text, [safe(text, [0, 1, 'X'], [1, 1, 'Y'])], ALL).text).toBe('XYbcdef');
  });

  it('does nothing for an edit that is out of place or changes nothing', () => {
    const text = 'abcdef';
    const out = { ...safe(text, [0, 1, 'x']) };
    out.fixes[0]!.edits[0]!.range.end.offset = 99;
    expect(applyFixes(text, [out, safe(text, [2, 3, 'c'])], ALL)).toEqual({ text, applied: [] });
  });

  it('touch nothing outside of their edits', () => {
    const char = fc.constantFrom('a', ' ', '\r\n', '\t', '\uFEFF', '🎉', 'é', '“');
    const texts = fc.array(char, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
    const spans = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom('', '①', '②③')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, spans, (text, given) => {
        const found = given.map(([at, length, replacement]) => {
          const start = at % (text.length + 1);
          return safe(text, [start, Math.min(text.length, start + length), replacement]);
        });
        const { text: fixed, applied } = applyFixes(text, found, ALL);
        // Rebuilt from the end, one at a time: what lies between the edits is the text's own.
        let expected = text;
        const edits = applied.map(
          ({
            fix: {
              edits: [edit],
            },
          }) => edit!,
        );
        for (const { range, text: replacement } of edits.sort(
          (a, b) => b.range.start.offset - a.range.start.offset,
        )) {
          expected = expected.slice(0, range.start.offset) + replacement + expected.slice(range.end.offset);
        }
        expect(fixed).toBe(expected);
        expect(fixed.replace(/[①②③]/g, '').length).toBe(
          text.length - edits.reduce((sum, { range }) => sum + range.end.offset - range.start.offset, 0),
        );
        const changing = found.some(({ fixes }) => {
          const { range, text: replacement } = fixes[0]!.edits[0]!;
          return text.slice(range.start.offset, range.end.offset) !== replacement;
        });
        expect(applied.length > 0).toBe(changing);
      }),
    );
  });
});

describe('fixing until nothing changes', () => {
  /** Finds the first place of each word and offers its replacement. */
  const linter = (replacements: Record<string, string>) => (text: string) =>
    fileReport(
      'a.md',
      Object.entries(replacements)
        .filter(([word]) => text.includes(word))
        .map(([word, replacement]) => ({
          ...finding(text, word),
          fixes: [fix(text, word, replacement, 'safe')],
        })),
    );

  it('goes on while fixes uncover others', () => {
    const { text, report, applied } = fixUntilStable('aaab', linter({ a: 'b', bbbb: 'done' }), SAFE);
    expect(text).toBe('done');
    expect(report.findings).toEqual([]);
    expect(applied).toBe(4);
  });

  it('stops where two undo each other, and where one never ends', () => {
    expect(fixUntilStable('a', linter({ a: 'b', b: 'a' }), SAFE).text).toMatch(/^[ab]$/);
    expect(fixUntilStable('a', linter({ a: 'aa' }), SAFE).text).toBe('a'.repeat(11));
  });

  it('lints once when there is nothing to fix', () => {
    const report = fileReport('a.md', []);
    const lint = vi.fn(() => report);
    expect(fixUntilStable('a', lint, SAFE)).toEqual({ text: 'a', report, applied: 0 });
    expect(lint).toHaveBeenCalledTimes(1);
  });
});
