import type { Evidence, Format, SectionKind } from './report.ts';

/** Half-open interval. The unit is UTF-16 code units; of what (a block's text or the source) the holder says. */
export interface Span {
  start: number;
  end: number;
}

/**
 * What a stretch of a block's text is, besides words. Checks of wording skip `code`, `url`, `email`, `placeholder`,
 * `work-title` and `quotation` always, and the three statements unless their rule says otherwise.
 */
export type RegionKind =
  | 'code'
  | 'url' // an address that stands in the text, or a link's text that is one
  | 'email'
  | 'placeholder' // Liquid, Jinja and merge fields
  | 'quotation' // quoted words: mentioned, not used
  | 'work-title' // the italic or quoted title of a book, play, film
  | 'emphasis'
  | 'strong'
  | 'link'
  | 'label' // 'Location:' with its colon, at the start of a block; or all of a cell that names the next cell
  | 'equal-opportunity'
  | 'accommodation'
  | 'fair-chance';

/** A stretch of a block's text; offsets are into `Block.text`. */
export interface Region extends Span {
  kind: RegionKind;
}

/**
 * Maps offsets of a block's text to offsets of the source. A block's text is what a reader reads: entities decoded,
 * markup, soft hyphens and zero-width characters left out, and a line break inside a paragraph one space.
 */
export interface SourceMap {
  /**
   * The stretches of source behind a stretch of text, in order, touching ones joined; more than one where markup
   * stands in between. An empty span gives one empty stretch.
   */
  toSource(span: Span): Span[];
  /** One stretch from the first to the last code unit behind `span`, markup in between included. */
  cover(span: Span): Span;
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell';

/** A unit of text that reads in one go: a heading, a paragraph or labelled line, a list item, a table cell. */
export interface Block {
  /** Its place in `Posting.blocks`. */
  index: number;
  kind: BlockKind;
  /** The posting's title (at most one block is). */
  title: boolean;
  /** Headings only: 1 is the outermost. A pseudo-heading (`Text:`, ALL CAPS, bold line) has the level it acts as. */
  level: number | undefined;
  /** A heading without the format's heading markup. */
  pseudo: boolean;
  text: string;
  map: SourceMap;
  /** The source of the whole block, markers included, line break at its end excluded. */
  source: Span;
  regions: Region[];
  /** BCP 47 primary subtag, `en` when it cannot be told. */
  language: string;
  /** The kind of the section it stands in (of its own heading, for a heading), when known. */
  section: SectionKind | undefined;
  /** `index` of the heading block it stands under. */
  heading: number | undefined;
  /** Depth in nested lists, 0 outside. */
  depth: number;
}

/** A value of the front matter, with the place of its value in the source. */
export interface FrontMatterValue {
  /** Lower case, as written otherwise: `employment_type`. Nested keys are joined with a dot. */
  key: string;
  value: string;
  source: Span;
}

export interface FrontMatter {
  kind: 'yaml' | 'toml';
  /** From the opening to the closing fence, inclusive. */
  source: Span;
  values: FrontMatterValue[];
  /** Set when it cannot be parsed; the posting is still read. */
  error: { message: string; offset: number } | undefined;
}

export type SectionInfo = { present: true; evidence: Evidence; source: Span } | { present: false };

/** A draft, read. Pure data: the same text gives the same posting. */
export interface Posting {
  source: string;
  format: Format;
  /** That of most of its text, or as declared. */
  language: string;
  frontMatter: FrontMatter | undefined;
  blocks: Block[];
  sections: Record<SectionKind, SectionInfo>;
  /** Comments, for suppressions: the text between `<!--` and `-->`, in order. */
  comments: { text: string; source: Span }[];
  /** Number of words in all blocks. */
  words: number;
}
