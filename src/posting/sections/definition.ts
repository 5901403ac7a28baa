import type { BlockKind } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';

/** What must, or must not, be so for a cue to count. All keys of one condition must hold. */
export interface CueCondition {
  /** The block stands in a section of one of these kinds; `none`: in no known one. */
  section?: SectionKind | 'none' | readonly (SectionKind | 'none')[] | undefined;
  /** The pattern ends right before the cue. */
  before?: string | readonly string[] | undefined;
  /** The pattern starts right after the cue. */
  after?: string | readonly string[] | undefined;
  /** The pattern is found in the cue's sentence. */
  sentence?: string | readonly string[] | undefined;
  /** The pattern is found in the cue's block. */
  nearby?: string | readonly string[] | undefined;
  fact?: Fact | undefined;
}

/** What can be told of the words around a cue, but not by a pattern. */
export const FACTS = [
  /** A known place follows within a few words. */
  'place',
  /** A known place stands right before. */
  'place-before',
  /** A place or another capitalised name follows. */
  'name',
  /** An address, e-mail address or telephone number stands in the sentence. */
  'contact',
  /** A day of the calendar follows in the sentence. */
  'date-after',
  /** A day of the calendar follows right away or after a few words. */
  'date-next',
  /** The cue is all there is between two commas, bars or brackets, or in its line. */
  'segment',
  /** The cue begins such a part. */
  'part',
  /** The cue is a verb that begins a line of duties. */
  'duty-line',
  /** After the cue stand words of the title, then a verb: *the organist plays*. */
  'title-acts',
  /** After the cue stands a participle: *you have edited*. */
  'participle',
  /** The block is an item that begins with a verb of work, and not with one that speaks as often of what one gets. */
  'duty',
  /** The cue's last word is a verb in -s or -ing, and its sentence tells what is done by such verbs. */
  'acts',
  /** The block stands under a heading, or behind a label, that names no section. */
  'unnamed',
] as const;
export type Fact = (typeof FACTS)[number];

/** Words that show, without a heading, that a section's information is there. */
export interface Cue {
  match: string | readonly string[];
  /** The kinds of block it is looked for in; without it, all but headings. */
  block?: readonly (BlockKind | 'title')[] | undefined;
  only?: CueCondition | readonly CueCondition[] | undefined;
  unless?: CueCondition | readonly CueCondition[] | undefined;
  /** The kind is there when the scores of neighbouring passages come to one. */
  score?: number | undefined;
}

/** One piece of a section to be written; brackets hold what the writer fills in. */
export type TemplatePart = ({ paragraph: string } | { item: string }) & {
  /** The same words in other formats, where they are not plain: without marks, and as HTML. */
  plain?: string;
  html?: string;
};

export interface SectionTemplate {
  /** Sections stand in a posting by ascending order. */
  order: number;
  heading: string;
  content: readonly TemplatePart[];
}

/** How one kind of section is recognised, as `rules/sections/<kind>.yml` says it. */
export interface SectionDefinition {
  section: SectionKind;
  /** Patterns, each for a whole heading; they are labels as well. */
  headings?: readonly string[] | undefined;
  /** A house's own headings, as they stand; they count before all patterns. */
  literal?: readonly string[] | undefined;
  /** Headings and labels under which the information may stand; only a cue shows that it does. */
  weak?: readonly string[] | undefined;
  /** Patterns for labels that are no headings. */
  labels?: readonly string[] | undefined;
  /** Patterns that, within a heading no other pattern knows, tell its kind. */
  mentions?: readonly string[] | undefined;
  /** Keys of front matter, words parted by spaces. */
  fields?: readonly string[] | undefined;
  cues?: readonly Cue[] | undefined;
  /** Of the kinds that are statements: patterns that make their sentence one. */
  statements?: readonly string[] | undefined;
  /** Patterns that, with three protected characteristics, make a paragraph one. */
  grounds?: readonly string[] | undefined;
  template: SectionTemplate;
}

/** The kinds whose passages are statements, masked for checks of wording. */
export const STATEMENT_KINDS = ['equal-opportunity', 'accommodation', 'fair-chance'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export function isStatementKind(kind: SectionKind): kind is StatementKind {
  return (STATEMENT_KINDS as readonly SectionKind[]).includes(kind);
}

export const many = <Value>(value: Value | readonly Value[] | undefined): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Value];
