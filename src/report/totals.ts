import type { FileReport, Severity } from '../contract/report.ts';

const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Whether a finding weighs at least as much as `least`. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return WEIGHT[severity] >= WEIGHT[least];
}

/** The file without the findings that weigh less than `least`; the same object when there are none. */
export function withoutLess(file: FileReport, least: Severity): FileReport {
  const findings = file.findings.filter((finding) => atLeast(finding.severity, least));
  return findings.length === file.findings.length ? file : { ...file, findings };
}

/** What there was in all files of a report. */
export interface Totals {
  files: number;
  /** Files that could not be linted; they count as files too. */
  failed: number;
  /** Files with at least one finding. */
  withFindings: number;
  errors: number;
  warnings: number;
  infos: number;
  /** Findings that `--fix` would repair, and others that have a suggestion. */
  safe: number;
  suggestions: number;
  /** Findings left out of the report because they weigh too little. */
  hidden: number;
}

export function noTotals(): Totals {
  return {
    files: 0,
    failed: 0,
    withFindings: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    safe: 0,
    suggestions: 0,
    hidden: 0,
  };
}

/**
 * Counts a file in.
 *
 * @param totals - changed
 * @param shown - the file as it is shown
 * @param hidden - findings that are not
 */
export function countIn(totals: Totals, shown: FileReport, hidden = 0): void {
  totals.files += 1;
  if (shown.error) totals.failed += 1;
  if (shown.findings.length > 0) totals.withFindings += 1;
  totals.hidden += hidden;
  for (const { severity, fixes } of shown.findings) {
    if (severity === 'error') totals.errors += 1;
    else if (severity === 'warning') totals.warnings += 1;
    else totals.infos += 1;
    // What has no edits is advice on a file that is never changed.
    const usable = fixes.filter(({ edits }) => edits.length > 0);
    if (usable.some((fix) => fix.safety === 'safe')) totals.safe += 1;
    else if (usable.length > 0) totals.suggestions += 1;
  }
}

/** “3 findings”, “1 finding”. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
