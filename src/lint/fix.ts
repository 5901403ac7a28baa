import type { FileReport, ReportFinding, ReportFix } from '../contract/report.ts';

export interface FixOptions {
  /** Also the first suggestion of each finding that has no safe fix. */
  suggestions: boolean;
}

/** A fix, made, and the finding it is for. */
export interface AppliedFix {
  finding: ReportFinding;
  fix: ReportFix;
}

/**
 * Makes the fixes of findings. Of two that touch or overlap only the first in the text is made; a fix is made whole or
 * not at all. Text outside of edits stays as it is.
 *
 * @param text - the text that the findings were made on
 */
export function applyFixes(
  text: string,
  findings: readonly ReportFinding[],
  options: FixOptions,
): { text: string; applied: AppliedFix[] } {
  const chosen = findings
    .map((finding) => ({ finding, fix: choose(finding, options) }))
    .filter(
      (candidate): candidate is AppliedFix => candidate.fix !== undefined && changes(text, candidate.fix),
    )
    .sort((a, b) => startOf(a.fix) - startOf(b.fix));
  const applied: AppliedFix[] = [];
  const taken: { start: number; end: number; text: string }[] = [];
  for (const candidate of chosen) {
    const edits = candidate.fix.edits.map(({ range, text: replacement }) => ({
      start: range.start.offset,
      end: range.end.offset,
      text: replacement,
    }));
    // Edits of one fix may touch each other: they were made together.
    if (edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end)))
      continue;
    taken.push(...edits);
    applied.push(candidate);
  }
  taken.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of taken) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { text: result + text.slice(at), applied };
}

function choose({ fixes }: ReportFinding, { suggestions }: FixOptions): ReportFix | undefined {
  return fixes.find((fix) => fix.safety === 'safe') ?? (suggestions ? fixes[0] : undefined);
}

function startOf(fix: ReportFix): number {
  return fix.edits[0]?.range.start.offset ?? 0;
}

/** Whether a fix can be made on the text, and makes a difference. */
function changes(text: string, { edits }: ReportFix): boolean {
  let at = 0;
  let different = false;
  for (const { range, text: replacement } of edits) {
    const { start, end } = { start: range.start.offset, end: range.end.offset };
    if (start < at || end < start || end > text.length) return false;
    at = end;
    different ||= text.slice(start, end) !== replacement;
  }
  return different;
}

/** Fixes can uncover others; a text that still changes after so many rounds is left as it is then. */
const MOST_ROUNDS = 10;

export interface FixedText {
  text: string;
  /** The report on `text`. */
  report: FileReport;
  /** How many fixes were made. */
  applied: number;
}

/**
 * Lints and fixes until nothing changes any more.
 *
 * @param lint - lints a text; called at least once
 */
export function fixUntilStable(
  text: string,
  lint: (text: string) => FileReport,
  options: FixOptions,
): FixedText {
  const seen = new Set([text]);
  let fixed: FixedText = { text, report: lint(text), applied: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = applyFixes(fixed.text, fixed.report.findings, options);
    // Two rules that undo each other's work would go on for ever.
    if (seen.has(next.text)) break;
    seen.add(next.text);
    fixed = { text: next.text, report: lint(next.text), applied: fixed.applied + next.applied.length };
  }
  return fixed;
}
