import type { FileReport, Report, Severity } from '../contract/report.ts';

const WEIGHT: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Whether a finding weighs at least as much as `least`. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return WEIGHT[severity] >= WEIGHT[least];
}

/**
 * Puts the reports of files together.
 *
 * @param files - in the order they are to be shown
 * @param least - findings that weigh less are left out, of the summary too
 */
export function makeReport(files: readonly FileReport[], version: string, least: Severity = 'info'): Report {
  const shown = files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => atLeast(finding.severity, least)),
  }));
  const count = (severity: Severity) =>
    shown.reduce(
      (sum, file) => sum + file.findings.filter((finding) => finding.severity === severity).length,
      0,
    );
  return {
    schemaVersion: 1,
    tool: { name: 'posting-lint', version },
    files: shown,
    summary: {
      files: files.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
  };
}
