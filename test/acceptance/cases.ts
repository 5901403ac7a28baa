import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileReport, Format, ReportFinding, SectionKind, Severity } from '../../src/contract/report.ts';

/** Lints a text as Markdown, or as said, with facts of the employer. */
export type Lint = (
  text: string,
  options?: { format?: Format; employer?: Record<string, unknown>; asOf?: string },
) => FileReport;

interface PhraseCase {
  id: string;
  text: string;
  expect: { quote: string; category: string; minSeverity: Severity; altCategories?: string[] }[];
}
interface SectionCase {
  id: string;
  format: string;
  text: string;
  present: SectionKind[];
  absent: SectionKind[];
}
interface FixCase {
  id: string;
  text: string;
  quote: string;
  acceptable: string[];
  noneOk?: boolean;
}
interface LawCase {
  id: string;
  format: string;
  text: string;
  employer: Record<string, unknown>;
  asOf: string;
  expect: (Duty & { alt?: string[] })[];
  clean: string[];
}

/** What a law asks for, in the data of a finding too. */
interface Duty {
  jurisdiction?: string;
  missing?: string;
  problem?: string;
}

export interface Failure {
  id: string;
  text: string;
  expected: string;
  found: string;
}

/** How one count came out, for example `phrases-catch`. */
export interface Score {
  name: string;
  label: string;
  right: number;
  total: number;
  failures: Failure[];
}

const WEIGHT: Record<Severity, number> = { error: 3, warning: 2, info: 1 };
const BIAS_OR_PAY = new Set(
  'gender age disability origin religion identity family class criminal culture pay'.split(' '),
);

/**
 * Runs the cases of a folder: `phrases.json`, `sections.json`, `fixes.json`, `law.json`, those that are there.
 *
 * @throws when the folder or a file cannot be read
 */
export function runCases(folder: string, lint: Lint): Score[] {
  const read = <Case>(name: string): Case[] => {
    const file = path.join(folder, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  };
  const names = ['phrases', 'sections', 'fixes', 'law'];
  if (!names.some((name) => existsSync(path.join(folder, `${name}.json`))))
    throw new Error(`${folder}: none of ${names.map((name) => `${name}.json`).join(', ')} is there`);
  return [
    ...phraseScores(read('phrases'), lint),
    sectionScore(read('sections'), lint),
    fixScore(read('fixes'), lint),
    lawScore(read('law'), lint),
  ].filter(({ total }) => total > 0);
}

/** What speaks of the whole draft: the cases are fragments, in which much is missing. */
function isDocumentLevel({ rule, data }: ReportFinding): boolean {
  if (/^(?:sections|law)\//.test(rule) || 'jurisdiction' in data) return true;
  return /^style\/(?:length|title)|\/(?:gender-coded|coded-balance|coded-words)$/.test(rule);
}

function overlaps({ range }: ReportFinding, text: string, quote: string): boolean {
  const start = text.indexOf(quote);
  return start >= 0 && range.start.offset < start + quote.length && range.end.offset > start;
}

function show(findings: readonly ReportFinding[], text: string): string {
  const shown = findings.map(
    ({ rule, severity, range }) =>
      `${rule} (${severity}) “${text.slice(range.start.offset, range.end.offset)}”`,
  );
  return shown.join('; ') || 'nothing';
}

function phraseScores(cases: readonly PhraseCase[], lint: Lint): Score[] {
  const caught: Score = {
    name: 'phrases-catch',
    label: 'biased wording caught',
    right: 0,
    total: 0,
    failures: [],
  };
  const left: Score = {
    name: 'phrases-pass',
    label: 'look-alikes left alone',
    right: 0,
    total: 0,
    failures: [],
  };
  for (const { id, text, expect } of cases) {
    const all = lint(text).findings;
    if (expect.length === 0) {
      const wrong = all.filter(
        (finding) =>
          BIAS_OR_PAY.has(finding.category) && finding.severity !== 'info' && !isDocumentLevel(finding),
      );
      left.total++;
      if (wrong.length === 0) left.right++;
      else left.failures.push({ id, text, expected: 'nothing', found: show(wrong, text) });
    }
    for (const { quote, category, minSeverity, altCategories = [] } of expect) {
      const categories = [category, ...altCategories];
      const there = all.filter((finding) => overlaps(finding, text, quote));
      const right = there.some(
        (finding) =>
          categories.includes(finding.category) &&
          WEIGHT[finding.severity] >= WEIGHT[minSeverity] &&
          (!isDocumentLevel(finding) || finding.category === 'law' || finding.category === 'pay'),
      );
      caught.total++;
      if (right) caught.right++;
      else {
        const expected = `${categories.join(' or ')} at ${minSeverity} on “${quote}”`;
        caught.failures.push({ id, text, expected, found: show(there.length > 0 ? there : all, text) });
      }
    }
  }
  return [caught, left];
}

function sectionScore(cases: readonly SectionCase[], lint: Lint): Score {
  const score: Score = { name: 'sections', label: 'section answers right', right: 0, total: 0, failures: [] };
  for (const { id, format, text, present, absent } of cases) {
    const { sections } = lint(text, { format: formatOf(format) });
    const wrong: string[] = [];
    for (const kind of present) {
      score.total++;
      if (sections[kind]?.present) score.right++;
      else wrong.push(`${kind} is there`);
    }
    for (const kind of absent) {
      score.total++;
      const answer = sections[kind];
      if (!answer?.present) {
        score.right++;
        continue;
      }
      const { start, end } = answer.range;
      wrong.push(
        `no ${kind}, but seen by ${answer.evidence}: “${text.slice(start.offset, end.offset).slice(0, 80)}”`,
      );
    }
    if (wrong.length > 0) score.failures.push({ id, text, expected: wrong.join('; '), found: '' });
  }
  return score;
}

function fixScore(cases: readonly FixCase[], lint: Lint): Score {
  const score: Score = { name: 'fixes', label: 'first fixes acceptable', right: 0, total: 0, failures: [] };
  for (const { id, text, quote, acceptable, noneOk } of cases) {
    const there = lint(text).findings.filter(
      (finding) => overlaps(finding, text, quote) && !isDocumentLevel(finding),
    );
    const [strongest] = [...there].sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]);
    const [fix] = strongest?.fixes ?? [];
    const fixed = fix && applyEdits(text, fix.edits);
    const right =
      fixed === undefined ? acceptable.length === 0 || noneOk === true : acceptable.includes(fixed);
    score.total++;
    if (right) score.right++;
    else {
      const offered = fixed ?? (strongest ? 'no fix' : 'no finding');
      const expected = acceptable.length > 0 ? acceptable.map((one) => `“${one}”`).join(' or ') : 'no fix';
      score.failures.push({ id, text, expected, found: `${offered}; ${show(there, text)}` });
    }
  }
  return score;
}

function lawScore(cases: readonly LawCase[], lint: Lint): Score {
  const score: Score = { name: 'law', label: 'law cases right', right: 0, total: 0, failures: [] };
  for (const { id, format, text, employer, asOf, expect, clean } of cases) {
    const findings = lint(text, { format: formatOf(format), employer, asOf }).findings.filter(
      ({ category, severity }) => (category === 'law' || category === 'pay') && severity !== 'info',
    );
    const duties = findings.map(({ data }) => data as Duty);
    const missed = expect.filter(
      ({ alt = [], ...meant }) =>
        !duties.some(
          ({ jurisdiction, missing, problem }) =>
            jurisdiction === meant.jurisdiction &&
            ((missing === meant.missing && problem === meant.problem) ||
              alt.includes(missing ?? '') ||
              alt.includes(problem ?? '')),
        ),
    );
    const wrong = clean.filter((code) => duties.some(({ jurisdiction }) => jurisdiction === code));
    score.total++;
    if (missed.length === 0 && wrong.length === 0) {
      score.right++;
      continue;
    }
    const expected = [
      ...missed.map(({ jurisdiction, missing, problem }) => `${jurisdiction} ${missing ?? problem}`),
      ...wrong.map((code) => `nothing for ${code}`),
    ];
    const found = duties.map(({ jurisdiction, missing, problem }) => `${jurisdiction} ${missing ?? problem}`);
    score.failures.push({ id, text, expected: expected.join('; '), found: found.join('; ') || 'nothing' });
  }
  return score;
}

function applyEdits(text: string, edits: ReportFinding['fixes'][number]['edits']): string {
  let result = text;
  for (const { range, text: replacement } of [...edits].reverse())
    result = result.slice(0, range.start.offset) + replacement + result.slice(range.end.offset);
  return result;
}

function formatOf(format: string): Format {
  return format === 'txt' ? 'text' : format === 'html' ? 'html' : 'markdown';
}
