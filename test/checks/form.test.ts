import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Format, ReportFinding } from '../../src/contract/report.ts';
import { applyFixes, fixUntilStable } from '../../src/lint/fix.ts';
import { createLinter, DEFAULT_CONFIG, type Linter } from '../../src/lint/index.ts';

/** The rules of form, all on, under a house style that asks for something everywhere. */
let linter: Linter;
beforeAll(() => {
  linter = createLinter({
    ...DEFAULT_CONFIG,
    preset: 'all',
    house: {
      sections: { benefits: { heading: 'What we offer' }, 'how-to-apply': { heading: 'Apply' } },
      title: { ending: '(m/f/d)', maxWords: 6 },
      order: ['responsibilities', 'benefits', 'how-to-apply'],
      style: {
        headings: { case: 'sentence', level: 2, ending: 'none' },
        lists: { ending: 'none', opening: 'verb', capital: true, marker: '-' },
        quotes: 'curly',
        dashes: 'spaced-en',
        tags: 'end',
        ranges: 'en-dash',
        numbers: { thousands: 'comma' },
        dates: 'D Month YYYY',
      },
    },
  });
});

const FORM =
  /^style\/(?:placeholder|leftover|double-spaces|empty-section|capitals|title-capitals|exclamation-marks|title-exclamation|emoji|link-text|tracking-tag|mixed-(?!spelling)|house-(?!words)|heading-steps|repeated-section)/;

const PIECES = [
  '# Baker wanted!',
  '## Benefits',
  '### How To Apply:',
  '## Duties',
  '## Duties',
  '**Perks**',
  '- Bake  bread - it\'s "warm".',
  '- Sell the bread &mdash; daily;',
  '- Cleaning the *oven*.',
  '- Order `flour  x` [here](https://example.org/a  b).',
  '1. Train the bakers',
  '* bake **it**',
  '+ * - x',
  'Pay: £29000 - 31.000 EUR for 3-5 years, 2 to 4 days, by May&nbsp;3, 2027 or 2027-05-03, or 4/8/2027.',
  '- - nested',
  "It’s a job — and we're glad - very glad - to  have it. #LI-Remote",
  'PLEASE DO NOT CALL THE OFFICE ABOUT THIS.',
  'You join [Company name] and {{ team name }}. &quot;Fine&quot; 🚀🎉🍞🚲☕😀👋',
  '<p>We&#39;re  <b>here</b></p>',
  "| A  | B |\n|---|---|\n| it's  | x |",
  '> "Quoted  words", she said!!!!',
  '',
];
const EOLS = fc.constantFrom('\n', '\r\n');
const draft = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), EOLS, fc.boolean(), fc.constantFrom(1, 2))
  .map(([pieces, eol, mark, gap]) => {
    const text = pieces.join('\n'.repeat(gap)).replaceAll('\n', eol);
    return (mark ? '\uFEFF' : '') + text;
  });
const formats = fc.constantFrom<Format>('markdown', 'text', 'html');

function form(text: string, format: Format): ReportFinding[] {
  return linter.lint(text, { path: 'a', format }).findings.filter(({ rule }) => FORM.test(rule));
}

describe('rules of form', () => {
  it('mark passages that are in the draft, and offer edits in order', () => {
    fc.assert(
      fc.property(draft, formats, (text, format) => {
        for (const { range, fixes } of form(text, format)) {
          expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
          expect(range.end.offset).toBeLessThanOrEqual(text.length);
          for (const { edits } of fixes) {
            let at = 0;
            for (const edit of edits) {
              expect(edit.range.start.offset).toBeGreaterThanOrEqual(at);
              at = edit.range.end.offset;
            }
            expect(at).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('touch nothing but white space, punctuation and headings in safe fixes', () => {
    const letters = (text: string) =>
      text
        .toLowerCase()
        .replace(/&[#\w]+;/g, '')
        .replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(draft, formats, (text, format) => {
        const renames = new Set(['style/house-headings', 'style/house-dates', 'style/house-ranges']);
        const findings = form(text, format).filter(({ rule }) => !renames.has(rule));
        const fixed = applyFixes(text, findings, { suggestions: false });
        expect(letters(fixed.text)).toBe(letters(text));
        expect(fixed.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        if (!text.includes('\r')) expect(fixed.text).not.toContain('\r');
        else expect(fixed.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 150 },
    );
  });

  it('are done when their fixes are made: made again, they change nothing', () => {
    fc.assert(
      fc.property(draft, formats, fc.boolean(), (text, format, suggestions) => {
        const lint = (current: string) => {
          const report = linter.lint(current, { path: 'a', format });
          return { ...report, findings: report.findings.filter(({ rule }) => FORM.test(rule)) };
        };
        const once = fixUntilStable(text, lint, { suggestions });
        expect(fixUntilStable(once.text, lint, { suggestions }).text).toBe(once.text);
      }),
      { numRuns: 150 },
    );
  });
});
