import type { Range } from 'vscode-languageserver-types';
import type { SectionKind, Severity } from '../../contract/report.ts';

/** All that the report shows, in words of the editor's language: the page that shows it decides nothing. */
export interface ReportView {
  /** BCP 47, of the words. */
  language: string;
  title: string;
  file: string;
  summary: { tone: Tone; headline: string; detail: string };
  glance: { heading: string; meters: Meter[] };
  sections: {
    heading: string;
    caption: string;
    items: SectionItem[];
    /** Sections that nobody asks for and that are there. */
    extra: string;
  };
  wording: { heading: string; caption: string; groups: Group[] };
  balance: Balance;
}

export type Tone = 'fix' | 'consider' | 'clear';

/** A figure with a small picture. */
export type Meter = { id: string; label: string; value: string; note: string } & Picture;

export type Picture =
  /** A mark on a scale; `usual` is the stretch where most postings lie. All from 0 to 1. */
  | { picture: 'scale'; at: number | null; usual: readonly [number, number]; low: string; high: string }
  /** Two parts of a whole. */
  | { picture: 'parts'; parts: readonly [Part, Part] }
  /** One dot each: so many full ones, so many open ones. */
  | { picture: 'dots'; full: number; open: number };

export interface Part {
  label: string;
  count: number;
}

export interface SectionItem {
  kind: SectionKind;
  name: string;
  state: 'present' | 'empty' | 'missing';
  /** In words what the sign before it shows. */
  stateName: string;
  note: string;
  /** How much its absence weighs. */
  severity: Severity;
  range?: Range;
  insert?: string;
}

export interface Group {
  id: string;
  name: string;
  /** The passages, to be seen while the group is closed. */
  preview: string;
  /** Whether it starts open. */
  open: boolean;
  findings: Finding[];
}

export interface Finding {
  /** Stays the same while other text changes, as far as can be. */
  id: string;
  rule: string;
  severity: Severity;
  severityName: string;
  excerpt: string;
  message: string;
  range: Range;
  fix?: string;
  explain: string;
}

export interface Balance {
  heading: string;
  sentence: string;
  note: string;
  masculine: Side;
  feminine: Side;
}

export interface Side {
  label: string;
  count: number;
  words: string[];
}

/** Extension → page. */
export type ToPage = { type: 'show'; view: ReportView } | { type: 'empty'; text: string };

/** Page → extension. Ranges are for the version of the document shown last. */
export type FromPage =
  | { type: 'ready' }
  | { type: 'go'; range: Range }
  | { type: 'insert'; kind: SectionKind }
  | { type: 'fix'; range: Range; title: string }
  | { type: 'explain'; rule: string };
