import type { House, HouseTerm } from '../contract/house.ts';
import type { FileReport, Format, Level, Severity } from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';
import type { FormatName } from '../report/names.ts';

/** What a configuration file says, as an object. */
export interface LinterOptions extends Omit<House, 'terms'> {
  /** Names that are right as they stand, of the company, its products, its teams. */
  terms?: readonly (string | HouseTerm)[] | undefined;
  /** `recommended` is the default; `strict` takes advice for warnings, `all` turns every rule on. */
  extends?: 'recommended' | 'strict' | 'all' | undefined;
  /** Levels by rule id or category: `{ 'age/recent-graduate': 'off', pay: 'error' }`. */
  rules?: Readonly<Record<string, Level>> | undefined;
  /** Facts about the employer, which decide what laws apply. */
  employer?:
    | {
        /** How many people work there. */
        size?: number | undefined;
        /** Software screens, ranks or assesses applicants. */
        usesAI?: boolean | undefined;
        /** Holds contracts of the United States government. */
        federalContractor?: boolean | undefined;
        /** Where it hires, for postings that do not say: `US-CO`, `DE`. */
        places?: readonly string[] | undefined;
      }
    | undefined;
  /** The day that laws and closing dates are judged on, `YYYY-MM-DD`; without it nothing that hangs on a day is found. */
  asOf?: string | undefined;
}

/** What is known of a text besides its words. */
export interface TextInfo {
  /** What the report calls it; its ending tells the format. */
  path?: string | undefined;
  /** By default that of the path, and Markdown without one. */
  format?: Format | undefined;
}

export interface FixResult {
  text: string;
  /** On the text after the fixes. */
  report: FileReport;
  /** How many were made. */
  fixes: number;
}

export interface ActiveRuleInfo extends RuleMeta {
  /** The level it has here; `severity` is the one it has by default. */
  level: Level;
}

/** Made once for many texts: compiling the rules takes longer than linting with them. */
export interface PostingLinter {
  /** What is found in a text. Never throws because of what stands in it. */
  lint(text: string, info?: TextInfo): FileReport;
  /**
   * Makes the fixes that keep the meaning, until there are none left.
   *
   * @param options.suggestions - also the first suggestion of each finding; to be read by a person
   */
  fix(text: string, info?: TextInfo, options?: { suggestions?: boolean | undefined }): FixResult;
  /** Every rule with its level, sorted by id. */
  rules(): ActiveRuleInfo[];
}

export interface FormatOptions {
  /** The least to show; `info` by default. */
  severity?: Severity | undefined;
  /** Gives the text of a file as it was linted, for formats that show it. */
  text?: ((path: string) => string | undefined) | undefined;
  /** `stylish`: also why. */
  verbose?: boolean | undefined;
  /** `stylish`: columns of a line, 100 by default. */
  width?: number | undefined;
}

/** Writes reports as the command would. */
export type FormatReports = (
  name: FormatName,
  reports: readonly FileReport[],
  options?: FormatOptions,
) => Promise<string>;
