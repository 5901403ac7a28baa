import type { FileReport, ReportFinding, ReportRange, SectionKind } from '../contract/report.ts';
import type { Linter } from '../lint/index.ts';
import type { Lines } from '../lint/lines.ts';
import type { PostingRecord } from './record.ts';

/**
 * Lints one posting of a file. All places are those of the file; of fixes only the titles are left, since the file is
 * never changed.
 *
 * @param lines - of the file's text
 */
export function lintRecord(record: PostingRecord, linter: Linter, path: string, lines: Lines): FileReport {
  const { draft, format, name, row, id, source } = record;
  const report = linter.lint(draft.text, { path, format });
  const range = ({ start, end }: ReportRange): ReportRange =>
    lines.range(draft.toSource({ start: start.offset, end: end.offset }));
  const sections = Object.fromEntries(
    Object.entries(report.sections).map(([kind, info]) => [
      kind,
      info.present ? { ...info, range: range(info.range) } : info,
    ]),
  ) as Record<SectionKind, FileReport['sections'][SectionKind]>;
  const finding = (given: ReportFinding): ReportFinding => {
    const field = draft.fieldAt(given.range.start.offset);
    const place = name === '' ? {} : { row, ...(field === undefined ? {} : { column: field }) };
    return {
      ...given,
      range: range(given.range),
      fixes: given.fixes.map((fix) => ({ ...fix, edits: [] })),
      data: { ...given.data, ...place },
    };
  };
  return {
    ...report,
    ...(name === '' ? {} : { record: { name, row, id: id ?? null, range: lines.range(source) } }),
    sections,
    findings: report.findings.map(finding),
    suppressions: report.suppressions.map((each) => ({ ...each, range: range(each.range) })),
  };
}
