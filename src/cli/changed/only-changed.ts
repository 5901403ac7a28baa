import type { FileReport, ReportFinding } from '../../contract/report.ts';
import { type ChangedFiles, changedFiles } from './git.ts';
import { touches } from './hunks.ts';

/** Keeps to what changed. */
export class OnlyChanged {
  readonly #files: ChangedFiles;
  readonly #lines: boolean;

  /**
   * @param cwd - absolute, somewhere in the repository
   * @throws {FileError} when git cannot say
   */
  constructor(cwd: string, { since, lines }: { since: string | undefined; lines: boolean }) {
    this.#files = changedFiles(cwd, since, { lines });
    this.#lines = lines;
  }

  has(absolute: string): boolean {
    return this.#files.has(absolute);
  }

  /** The report with findings on changed lines only, where lines count. */
  only(report: FileReport, absolute: string): FileReport {
    const ranges = this.#files.get(absolute);
    if (!this.#lines || ranges === undefined || ranges === 'all') return report;
    return { ...report, findings: report.findings.filter((finding) => touches(ranges, ...linesOf(finding))) };
  }
}

function linesOf({ range: { start, end } }: ReportFinding): [first: number, last: number] {
  // What ends where a line begins has nothing of that line.
  return [start.line, end.column === 1 && end.line > start.line ? end.line - 1 : end.line];
}
