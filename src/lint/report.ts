import type { Edit, Finding, Fix } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import {
  type FileReport,
  type ReportFinding,
  type ReportSection,
  type ReportSuppression,
  SECTION_KINDS,
  type SectionKind,
  type Severity,
} from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';
import type { Lines } from './lines.ts';
import type { Suppression } from './suppressions.ts';

/** Where a rule is explained, relative to the package. */
export function docsOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

export function toReportFinding(
  finding: Finding,
  rule: RuleMeta,
  severity: Severity,
  lines: Lines,
): ReportFinding {
  const edit = ({ span, text }: Edit) => ({ range: lines.range(span), text });
  const fix = ({ title, safety, edits }: Fix) => ({ title, safety, edits: edits.map(edit) });
  return {
    rule: finding.rule,
    category: rule.category,
    severity,
    message: finding.message,
    range: lines.range(finding.span),
    fixes: finding.fixes.map(fix),
    docs: docsOf(finding.rule),
    data: finding.data,
  };
}

export function toReportSuppression(
  { rules, reason, until, source }: Suppression,
  findings: number,
  expired: boolean,
  lines: Lines,
): ReportSuppression {
  return {
    rules: rules.map(({ name }) => name),
    reason: reason ?? null,
    until: until?.date ?? null,
    expired,
    findings,
    range: lines.range(source),
  };
}

export function sectionReport(posting: Posting, lines: Lines): Record<SectionKind, ReportSection> {
  const report = {} as Record<SectionKind, ReportSection>;
  for (const kind of SECTION_KINDS) {
    const info = posting.sections[kind];
    report[kind] = info.present
      ? { present: true, evidence: info.evidence, range: lines.range(info.source) }
      : { present: false };
  }
  return report;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** A file's report, its findings in the order of the text; at one place the weightier first, then by name. */
export function fileReport(
  path: string,
  posting: Posting,
  sections: Record<SectionKind, ReportSection>,
  findings: ReportFinding[],
  suppressions: ReportSuppression[],
): FileReport {
  findings.sort(
    (a, b) =>
      a.range.start.offset - b.range.start.offset ||
      a.range.end.offset - b.range.end.offset ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return {
    path,
    format: posting.format,
    language: posting.language,
    sections,
    findings,
    suppressions,
    metrics: { words: posting.words },
    error: null,
  };
}
