import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { builtinRules } from '../../src/catalog/index.ts';
import { ConfigResolver } from '../../src/config/index.ts';
import type { House } from '../../src/contract/house.ts';
import type { ReportEdit, ReportFinding } from '../../src/contract/report.ts';
import type { CatchExample, Rule } from '../../src/contract/rule.ts';
import { createLinter, type Linter } from '../../src/lint/index.ts';
import { isBias } from '../../src/lint/overlaps.ts';
import { findAcross } from '../project/joined.ts';

// Every duty of every law applies: the day is late, the employer large.
const config = {
  preset: 'all',
  rules: {},
  terms: [],
  employer: { size: 100_000, usesAI: true, federalContractor: true },
  asOf: '2030-01-01',
} as const;

let plain: Linter;
/** That of the rule at hand. */
let linter: Linter;
beforeAll(() => {
  plain = createLinter(config);
});

const asCatch = (example: string | CatchExample): CatchExample =>
  typeof example === 'string' ? { text: example } : example;

/** The rules that compare postings have several in one example. */
let across = false;

function findings(text: string, format: CatchExample['format'] = 'markdown'): ReportFinding[] {
  if (across) return findAcross(linter, text, format);
  return linter.lint(text, { path: 'example', format }).findings;
}

function apply(text: string, edits: readonly ReportEdit[]): string {
  let result = text;
  for (const { range, text: replacement } of [...edits].reverse()) {
    result = result.slice(0, range.start.offset) + replacement + result.slice(range.end.offset);
  }
  return result;
}

function overlaps(finding: ReportFinding, text: string, passage: string | undefined): boolean {
  if (passage === undefined) return true;
  const start = text.indexOf(passage);
  expect(start, `the example does not contain “${passage}”`).toBeGreaterThanOrEqual(0);
  return finding.range.start.offset < start + passage.length && finding.range.end.offset > start;
}

/** The house style of examples is written as in a configuration, and may have no mistake. */
async function readHouse(house: object): Promise<House> {
  const files = { read: (path: string) => (path === '/.posting-lint.yml' ? stringify(house) : undefined) };
  const resolver = new ConfigResolver(files, { known: { rules: [] } });
  return (await resolver.forFile('/job.md')).config.house;
}

const rules: Rule[] = [...builtinRules.values()];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const catches = rule.examples.catch.map(asCatch);

  beforeAll(async () => {
    const { house } = rule.examples;
    across = rule.check === 'across-postings';
    linter = house ? createLinter({ ...config, house: await readHouse(house) }) : plain;
  });

  it('has examples', () => {
    expect(catches.length, 'something to catch').toBeGreaterThan(0);
    expect(rule.examples.pass.length, 'something to leave alone').toBeGreaterThan(0);
  });

  it.each(catches.map((example) => [example.text, example] as const))('catches: %s', (text, example) => {
    const all = findings(text, example.format);
    const own = all.filter((finding) => finding.rule === id && overlaps(finding, text, example.find));
    const seen = all.map(
      (finding) => `${finding.rule} “${text.slice(finding.range.start.offset, finding.range.end.offset)}”`,
    );
    expect(own.length, `found instead: ${seen.join('; ') || 'nothing'}`).toBeGreaterThan(0);
    const [first] = own;
    if (example.severity !== undefined) expect(first?.severity).toBe(example.severity);
    if (example.fixed === null) expect(first?.fixes).toEqual([]);
    if (typeof example.fixed === 'string')
      expect(first?.fixes[0] && apply(text, first.fixes[0].edits)).toBe(example.fixed);
    for (const finding of own) {
      for (const fix of finding.fixes) {
        const fixed = apply(text, fix.edits);
        const again = findings(fixed, example.format);
        // A section that was inserted still has to be filled in; there is nothing more to insert.
        const open = (list: ReportFinding[]) =>
          list.filter(
            (other) => other.rule === id && (other.category !== 'sections' || other.fixes.length > 0),
          ).length;
        expect(
          open(again),
          `“${fix.title}” leaves or makes a finding of its own rule: ${fixed}`,
        ).toBeLessThan(open(all));
        const bias = (list: ReportFinding[]) =>
          list.filter((other) => isBias(other.category) && other.severity !== 'info').length;
        expect(bias(again), `“${fix.title}” makes a finding of another rule: ${fixed}`).toBeLessThanOrEqual(
          bias(all),
        );
      }
    }
  });

  it.each(rule.examples.pass.map((text) => [text]))('leaves alone: %s', (text) => {
    const wrong = findings(text).filter(
      (finding) => finding.rule === id || (isBias(finding.category) && finding.severity !== 'info'),
    );
    expect(wrong.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([]);
  });
});
