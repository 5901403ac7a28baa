import {
  type FileReport,
  type ReportFinding,
  type ReportFix,
  type ReportSection,
  SECTION_KINDS,
  type SectionKind,
} from '../../src/contract/report.ts';
import type { RuleMeta } from '../../src/contract/rule.ts';
import { Lines } from '../../src/lint/lines.ts';
import { plain, type ReportContext } from '../../src/report/index.ts';

/** A finding on the first place where `passage` stands. */
export function finding(text: string, passage: string, given: Partial<ReportFinding> = {}): ReportFinding {
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`“${passage}” does not stand in the text`);
  return {
    rule: 'age/young',
    category: 'age',
    severity: 'warning',
    message: `“${passage}” leaves people out.`,
    range: new Lines(text).range({ start, end: start + passage.length }),
    fixes: [],
    docs: 'docs/rules/age/young.md',
    data: {},
    ...given,
  };
}

export function fix(
  text: string,
  passage: string,
  replacement: string,
  safety: ReportFix['safety'] = 'suggestion',
): ReportFix {
  const { range } = finding(text, passage);
  return { title: `Replace with “${replacement}”`, safety, edits: [{ range, text: replacement }] };
}

export function fileReport(
  path: string,
  findings: ReportFinding[],
  given: Partial<FileReport> = {},
): FileReport {
  const absent = SECTION_KINDS.map((kind) => [kind, { present: false }] as const);
  return {
    path,
    format: 'markdown',
    language: 'en',
    sections: Object.fromEntries(absent) as Record<SectionKind, ReportSection>,
    findings,
    suppressions: [],
    metrics: { words: 7 },
    error: null,
    ...given,
  };
}

export function context(given: Partial<ReportContext> = {}): ReportContext {
  return {
    paint: plain,
    verbose: false,
    width: 80,
    version: '1.2.3',
    rule: (id) => RULES[id],
    ...given,
  };
}

const RULES: Record<string, RuleMeta> = {
  'age/young': {
    id: 'age/young',
    category: 'age',
    check: 'phrases',
    severity: 'warning',
    summary: 'Asks for young people',
    why: 'People of every age do this work well. Wording that names an age keeps the others from applying, and in many places it is unlawful.',
    evidence: 'law',
    sources: [
      { title: 'Equality Act 2010, s. 13', url: 'https://example.com/act' },
      { title: 'Our own reading' },
    ],
    languages: ['en'],
    examples: { catch: [], pass: [] },
  },
};
