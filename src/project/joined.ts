import type { Format, ReportFinding, ReportRange } from '../contract/report.ts';
import type { Linter } from '../lint/index.ts';
import { Lines } from '../lint/lines.ts';
import { compareProject, surveyDraft } from './index.ts';

const BETWEEN = '=====\n';

/** What is found across postings that stand in one text, a line of five equal signs between each two; ranges are of the text. */
export function findAcross(linter: Linter, text: string, format: Format = 'markdown'): ReportFinding[] {
  const lines = new Lines(text);
  const starts = new Map<string, number>();
  let at = 0;
  const surveys = text.split(BETWEEN).map((draft, index) => {
    const path = `jobs/${String(index).padStart(4, '0')}.md`;
    starts.set(path, at);
    at += draft.length + BETWEEN.length;
    return surveyDraft(linter, draft, { path, format });
  });
  return [...compareProject(surveys)].flatMap(([path, findings]) => {
    const start = starts.get(path) ?? 0;
    const range = ({ start: from, end }: ReportRange) =>
      lines.range({ start: from.offset + start, end: end.offset + start });
    return findings.map((finding) => ({
      ...finding,
      range: range(finding.range),
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, range: range(edit.range) })),
      })),
    }));
  });
}
