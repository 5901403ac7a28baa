import type { Report } from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';

/** What a piece of output is, for whoever paints it. Nothing is said by colour alone. */
export type Style = 'path' | 'error' | 'warning' | 'info' | 'mark' | 'quiet' | 'hint' | 'good' | 'strong';

/** Puts colour around a text, or gives it back as it is. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

/** What formatters may know besides the report. */
export interface ReportContext {
  paint: Paint;
  /** Also tell why, and where it comes from. */
  verbose: boolean;
  /** Cells of a line. */
  width: number;
  /** The text of a file, as it was linted. */
  source(path: string): string | undefined;
  rule(id: string): RuleMeta | undefined;
  /** Findings left out of the report because they weigh too little. */
  hidden: number;
}

/** Turns a report into text that ends in a line break, or is empty. */
export type Formatter = (report: Report, context: ReportContext) => string;
