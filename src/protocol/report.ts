import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Category, Evidence, Format, Level, SectionKind, Severity } from '../contract/report.ts';

/** What the report view shows of one document. Names and sentences are English; kinds and ids are for translating. */
export interface PostingReport {
  uri: string;
  /** Of the document that ranges and edits are for. */
  version: number;
  title: string | null;
  format: Format;
  /** BCP 47 primary subtag. */
  language: string;
  counts: Record<Severity, number>;
  /** In the order in which sections stand in a posting. */
  sections: SectionEntry[];
  /** Categories with findings only; missing sections are not repeated here. */
  groups: FindingGroup[];
  metrics: Metrics;
}

export interface SectionEntry {
  kind: SectionKind;
  /** As a heading of our template calls it: “What we offer”. */
  name: string;
  /** The rule that asks for it, and what it weighs here; `off`: nobody asks for it. */
  rule: string;
  level: Level;
  /** `empty`: its heading is there, and nothing under it. */
  state: 'present' | 'empty' | 'missing';
  /** How it was recognised. */
  evidence?: Evidence;
  /** Where it stands. */
  range?: Range;
  /** What inserts it; missing ones only. */
  insert?: TextEdit[];
}

export interface FindingGroup {
  category: Category;
  /** “Age”, “Gender” … */
  name: string;
  findings: FindingEntry[];
}

export interface FindingEntry {
  rule: string;
  severity: Severity;
  message: string;
  range: Range;
  /** The words marked, shortened in the middle when long. */
  excerpt: string;
  /** The first fix's title. */
  fix?: string;
}

export interface Metrics {
  words: number;
  sentences: number;
  /** Whole minutes to read it, at least 1. */
  minutes: number;
  /** Flesch reading ease, 0 to 100; null when the posting is not in English or too short to tell. */
  readingEase: number | null;
  /** What that means. */
  readingLevel: 'easy' | 'plain' | 'fairly-hard' | 'hard' | 'very-hard' | null;
  /** How often the reader is addressed (you, your …), and spoken of (the candidate, applicants …). */
  you: number;
  candidate: number;
  /** How often the employer says we, our, us. */
  we: number;
  coded: Record<'masculine' | 'feminine', CodedWord[]>;
  /** Requirements counted, one for each list item or sentence under such a heading. */
  mustHaves: number;
  niceToHaves: number;
}

export interface CodedWord {
  /** Lower case. */
  word: string;
  count: number;
}
