import { builtinLists } from '../catalog/index.ts';
import type { ReportFinding } from '../contract/report.ts';
import type { CatchExample, Rule } from '../contract/rule.ts';
import { PatternSet } from '../words/pattern.ts';
import { sample, widestChoice } from '../words/sample.ts';
import { tokenize } from '../words/tokens.ts';
import { applyFixes } from './fix.ts';
import type { Linter, LinterConfig } from './index.ts';
import { isBias } from './overlaps.ts';

/** Under this the examples of a rule hold: every rule is on, every duty of every law applies. */
export const EXAMPLE_CONFIG: LinterConfig = {
  preset: 'all',
  rules: {},
  terms: [],
  employer: { size: 100_000, usesAI: true, federalContractor: true },
  asOf: '2030-01-01',
};

/** One thing that a rule file promises. */
export interface RuleTest {
  kind: 'examples' | 'catch' | 'pass' | 'patterns';
  /** The example, or what is looked at. */
  name: string;
  /**
   * @param linter - with the rule in it
   * @returns what does not hold; nothing when all is well
   */
  run(linter: Linter): string[];
}

/**
 * What a rule file promises by its examples: each is caught or left alone, fixes lead where they say, are done once and
 * for all and make nothing worse, and every pattern can match.
 */
export function testsOf(rule: Rule): RuleTest[] {
  const { examples } = rule;
  const caught = examples.catch.map((example) => (typeof example === 'string' ? { text: example } : example));
  return [
    {
      kind: 'examples',
      name: 'has examples',
      run: () => [
        ...(caught.length > 0 ? [] : ['There is no example of what it catches.']),
        ...(examples.pass.length > 0 ? [] : ['There is no example of what it leaves alone.']),
      ],
    },
    ...caught.map(
      (example): RuleTest => ({
        kind: 'catch',
        name: example.text,
        run: (linter) => testCatch(rule, example, linter),
      }),
    ),
    ...examples.pass.map(
      (text): RuleTest => ({
        kind: 'pass',
        name: text,
        run: (linter) => testPass(rule, text, linter),
      }),
    ),
    { kind: 'patterns', name: 'every pattern can match', run: () => patternsOf(rule).flatMap(deadParts) },
  ];
}

function findingsIn(
  linter: Linter,
  text: string,
  format: CatchExample['format'] = 'markdown',
): ReportFinding[] {
  return linter.lint(text, { path: 'example', format }).findings;
}

function testCatch({ id }: Rule, example: CatchExample, linter: Linter): string[] {
  const { text, find, format } = example;
  const at = find === undefined ? 0 : text.indexOf(find);
  if (at < 0) return [`The example does not contain “${find}”.`];
  const all = findingsIn(linter, text, format);
  const own = all.filter(
    ({ rule, range }) =>
      rule === id && (find === undefined || (range.start.offset < at + find.length && range.end.offset > at)),
  );
  const [first] = own;
  if (!first) {
    const others = all.map(
      ({ rule, range }) => `${rule} “${text.slice(range.start.offset, range.end.offset)}”`,
    );
    return [
      `It finds nothing${find === undefined ? '' : ` at “${find}”`}. Others find: ${others.join('; ') || 'nothing'}.`,
    ];
  }
  const failures: string[] = [];
  const { severity, fixed } = example;
  if (severity !== undefined && first.severity !== severity)
    failures.push(`Its level is ${first.severity}, not ${severity}.`);
  if (fixed === null && first.fixes.length > 0)
    failures.push(`It offers “${first.fixes[0]?.title}”, where no fix is meant.`);
  if (typeof fixed === 'string') {
    const result = first.fixes[0] && applied(text, first);
    if (result === undefined) failures.push('It offers no fix.');
    else if (result !== fixed) failures.push(`Its fix gives “${result}”.`);
  }
  for (const finding of own) {
    for (const fix of finding.fixes)
      failures.push(...testFix(id, text, { ...finding, fixes: [fix] }, all, linter, format));
  }
  return failures;
}

/** A fix settles its own finding, makes none about bias, and done again changes nothing more. */
function testFix(
  id: string,
  text: string,
  finding: ReportFinding,
  before: readonly ReportFinding[],
  linter: Linter,
  format: CatchExample['format'],
): string[] {
  const title = finding.fixes[0]?.title ?? '';
  const fixed = applied(text, finding);
  const after = findingsIn(linter, fixed, format);
  const failures: string[] = [];
  if (open(id, after) >= open(id, before))
    failures.push(`“${title}” leaves or makes a finding of its own rule: ${fixed}`);
  if (biased(after) > biased(before)) failures.push(`“${title}” makes a finding of another rule: ${fixed}`);
  return failures;
}

/** A section that was inserted still has to be filled in; there is nothing more to insert. */
function open(id: string, findings: readonly ReportFinding[]): number {
  return findings.filter(
    ({ rule, category, fixes }) => rule === id && (category !== 'sections' || fixes.length > 0),
  ).length;
}

function biased(findings: readonly ReportFinding[]): number {
  return findings.filter(({ category, severity }) => isBias(category) && severity !== 'info').length;
}

function applied(text: string, { fixes, ...finding }: ReportFinding): string {
  return applyFixes(text, [{ ...finding, fixes: fixes.slice(0, 1) }], { suggestions: true }).text;
}

function testPass({ id }: Rule, text: string, linter: Linter): string[] {
  return findingsIn(linter, text)
    .filter(({ rule, category, severity }) => rule === id || (isBias(category) && severity !== 'info'))
    .map(({ rule, range, message }) => {
      const passage = text.slice(range.start.offset, range.end.offset);
      return `${rule === id ? 'It marks' : `${rule} marks`} “${passage}”: ${message}`;
    });
}

/** Everything in a rule that is a pattern: strings under these keys. */
const PATTERN_KEYS = new Set([
  'match',
  'phrases',
  'headings',
  'labels',
  'before',
  'after',
  'sentence',
  'nearby',
  'under',
  'title',
  'posting',
  'says',
  'together',
  'but-not',
  'exempt-titles',
  'containing',
  'cues',
]);
const NOT_PATTERNS = new Set(['examples', 'template', 'sources']);

/** The patterns of a rule, those of its conditions too. */
export function patternsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return PATTERN_KEYS.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => patternsOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    NOT_PATTERNS.has(name) ? [] : patternsOf(item, name),
  );
}

/** Where a pattern, written out with each of its alternatives, does not match what was written. */
export function deadParts(pattern: string): string[] {
  let set: PatternSet<true>;
  try {
    set = new PatternSet([{ pattern, value: true as const }], { lists: builtinLists });
  } catch (error) {
    return [`${pattern}: ${error instanceof Error ? error.message : String(error)}`];
  }
  const dead: string[] = [];
  for (let choice = 0; choice < widestChoice(pattern); choice++) {
    for (const full of [true, false]) {
      const text = sample(pattern, builtinLists, choice, full);
      if (set.matches(tokenize(text), text).length === 0) dead.push(`${pattern} does not match “${text}”.`);
    }
  }
  return dead;
}
