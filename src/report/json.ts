import type {
  FileReport,
  Position,
  ReportEdit,
  ReportFinding,
  ReportFix,
  ReportRange,
  ReportSection,
} from '../contract/report.ts';
import type { Formatter } from './format.ts';

/** The report as one JSON document: exactly the keys of the contract, always in the same order. */
export const json: Formatter = (report) => {
  const { tool, summary } = report;
  const document = {
    schemaVersion: report.schemaVersion,
    tool: { name: tool.name, version: tool.version },
    files: report.files.map(file),
    summary: {
      files: summary.files,
      errors: summary.errors,
      warnings: summary.warnings,
      infos: summary.infos,
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};

function file(report: FileReport): FileReport {
  const sections = Object.entries(report.sections).map(([kind, info]) => [kind, section(info)]);
  return {
    path: report.path,
    format: report.format,
    language: report.language,
    sections: Object.fromEntries(sections),
    findings: report.findings.map(finding),
    metrics: { words: report.metrics.words },
    error: report.error && { message: report.error.message },
  };
}

function section(info: ReportSection): ReportSection {
  if (!info.present) return { present: false };
  return { present: true, evidence: info.evidence, range: range(info.range) };
}

function finding(given: ReportFinding): ReportFinding {
  return {
    rule: given.rule,
    category: given.category,
    severity: given.severity,
    message: given.message,
    range: range(given.range),
    fixes: given.fixes.map(fix),
    docs: given.docs,
    data: given.data,
  };
}

function fix({ title, safety, edits }: ReportFix): ReportFix {
  return {
    title,
    safety,
    edits: edits.map((edit: ReportEdit) => ({ range: range(edit.range), text: edit.text })),
  };
}

function range({ start, end }: ReportRange): ReportRange {
  return { start: position(start), end: position(end) };
}

function position({ line, column, offset }: Position): Position {
  return { line, column, offset };
}
