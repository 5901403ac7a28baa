import type { FileReport } from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';
import type { Totals } from './totals.ts';

/** What a piece of output is, for whoever paints it. Nothing is said by colour alone. */
export type Style = 'path' | 'error' | 'warning' | 'info' | 'mark' | 'quiet' | 'hint' | 'good' | 'strong';

/** Puts colour around a text, or gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

/** What formatters may know besides the files. */
export interface ReportContext {
  /** Of the tool. */
  version: string;
  paint: Paint;
  /** Also tell why, and where it comes from. */
  verbose: boolean;
  /** Cells of a line. */
  width: number;
  rule(id: string): RuleMeta | undefined;
}

/**
 * Writes one report, piece by piece, so that none has to be held whole however many files there are. Each method gives
 * the next piece of the output; it is called in the order head, file …, end.
 */
export interface Reporter {
  /** @param totals - only given to a format with `headLast` */
  head(totals?: Totals): string;
  /**
   * @param text - the file as it was linted, for a format with `needsText`; undefined where it is not to be had
   */
  file(file: FileReport, text: string | undefined): string;
  end(totals: Totals): string;
}

/** A format of reports. Pure: no file, no clock, no terminal. */
export interface Format {
  /** It shows the text of files that have findings. */
  needsText?: boolean;
  /** It shows every file's text, also where nothing was found. */
  needsEveryText?: boolean;
  /** What stands first tells totals: `head` is called after the last file, and what it gives goes before the files. */
  headLast?: boolean;
  reporter(context: ReportContext): Reporter;
}

/** What a file, or one posting of it, is called where a person reads it. */
export function nameOf({ path, record }: FileReport): string {
  return record ? `${path}, ${record.name}` : path;
}
