import type {
  FileReport,
  Position,
  ReportEdit,
  ReportFinding,
  ReportFix,
  ReportRange,
  ReportRecord,
  ReportSection,
  ReportSuppression,
} from '../contract/report.ts';
import type { Format } from './format.ts';

/** The report as one JSON document: exactly the keys of the contract, always in the same order. */
export const json: Format = {
  reporter({ version }) {
    let first = true;
    return {
      head: () => `{
  "schemaVersion": 1,
  "tool": ${indented({ name: 'posting-lint', version }, 2)},
  "files": [`,
      file(report) {
        const before = first ? '\n    ' : ',\n    ';
        first = false;
        return before + indented(file(report), 4);
      },
      end({ files, errors, warnings, infos }) {
        return `${first ? '' : '\n  '}],
  "summary": ${indented({ files, errors, warnings, infos }, 2)}
}
`;
      },
    };
  },
};

/** Each file's part of that document on a line of its own. */
export const jsonl: Format = {
  reporter: () => ({
    head: () => '',
    file: (report) => `${JSON.stringify(file(report))}\n`,
    end: () => '',
  }),
};

/** As `JSON.stringify` would write it that far inside a document. */
function indented(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}

function file(report: FileReport): FileReport {
  const sections = Object.entries(report.sections).map(([kind, info]) => [kind, section(info)]);
  return {
    path: report.path,
    ...(report.record ? { record: record(report.record) } : {}),
    format: report.format,
    language: report.language,
    sections: Object.fromEntries(sections),
    findings: report.findings.map(finding),
    suppressions: report.suppressions.map(suppression),
    metrics: { words: report.metrics.words },
    error: report.error && { message: report.error.message },
  };
}

function record(given: ReportRecord): ReportRecord {
  return { name: given.name, row: given.row, id: given.id, range: range(given.range) };
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

function suppression(given: ReportSuppression): ReportSuppression {
  const { rules, reason, until, expired, findings } = given;
  return { rules, reason, until, expired, findings, range: range(given.range) };
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
