/** The report, as `--format json` prints it. Later versions only add keys. */

/** How much a finding weighs. `error`: unlawful on its face, or a must of the house; `info`: advice. */
export type Severity = 'error' | 'warning' | 'info';

/** A rule's level in a configuration. */
export type Level = Severity | 'off';

export const CATEGORIES = [
  'gender',
  'age',
  'disability',
  'origin',
  'religion',
  'identity',
  'family',
  'class',
  'criminal',
  'culture',
  'pay',
  'law',
  'sections',
  'style',
  'clarity',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const SECTION_KINDS = [
  'location',
  'work-model',
  'compensation',
  'benefits',
  'equal-opportunity',
  'accommodation',
  'responsibilities',
  'requirements',
  'how-to-apply',
  'deadline',
  'about-company',
  'employment-type',
  // Recognised so that context is right (a wish is not a must), never required by default.
  'nice-to-have',
  'summary',
  'about-team',
  'interview-process',
  'fair-chance',
  'physical-demands',
  'work-authorization',
  'legal',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export type Format = 'markdown' | 'text' | 'html';

/** A place in the file. `line` and `column` count from 1; `offset` from 0. Columns and offsets are UTF-16 code units of the decoded text. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** `end` is exclusive. */
export interface ReportRange {
  start: Position;
  end: Position;
}

/** `safe`: deterministic and meaning kept. `suggestion`: needs a person's eye. */
export type Safety = 'safe' | 'suggestion';

export interface ReportEdit {
  range: ReportRange;
  text: string;
}

export interface ReportFix {
  title: string;
  safety: Safety;
  /** Ordered by position, never overlapping. */
  edits: ReportEdit[];
}

export interface ReportFinding {
  /** `category/name`, stable. */
  rule: string;
  category: Category;
  severity: Severity;
  message: string;
  range: ReportRange;
  /** Best first. */
  fixes: ReportFix[];
  /** The rule's page. */
  docs: string;
  /** Specific to the rule, for example `{ section: 'benefits' }`. */
  data: Record<string, unknown>;
}

/** How a section's information was recognised. */
export type Evidence = 'heading' | 'label' | 'content' | 'front-matter';

export type ReportSection = { present: true; evidence: Evidence; range: ReportRange } | { present: false };

/** One “leave this alone” of a draft. */
export interface ReportSuppression {
  /** Rule ids and categories; empty: every rule. */
  rules: string[];
  reason: string | null;
  /** The last day it holds, as written. */
  until: string | null;
  /** That day has passed, so that it leaves nothing out any more. */
  expired: boolean;
  /** Findings that it leaves out. */
  findings: number;
  /** Where it stands. */
  range: ReportRange;
}

/** Which posting of a file that holds several. */
export interface ReportRecord {
  /** For people: “row 3 (REQ-12)”. */
  name: string;
  /** Counted as a spreadsheet does, or in the list from 1. */
  row: number;
  id: string | null;
  /** All of it. */
  range: ReportRange;
}

export interface FileReport {
  path: string;
  /** Only for a posting of a file that holds several. */
  record?: ReportRecord;
  format: Format;
  language: string;
  sections: Record<SectionKind, ReportSection>;
  findings: ReportFinding[];
  suppressions: ReportSuppression[];
  metrics: { words: number };
  error: { message: string } | null;
}

export interface Report {
  schemaVersion: 1;
  tool: { name: 'posting-lint'; version: string };
  files: FileReport[];
  summary: { files: number; errors: number; warnings: number; infos: number };
}
