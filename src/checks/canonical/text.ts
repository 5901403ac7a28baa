import type { Block, Posting, Span } from '../../contract/posting.ts';
import { type Recogniser, readPosting } from '../../posting/read.ts';
import { type Token, tokenize, tokensOf } from '../../words/tokens.ts';

/**
 * A word as texts are compared: without the punctuation around it, apostrophes made alike. Marks that stand for words
 * (`%`, `&`, `€`) are words.
 */
export interface Word {
  key: string;
  /** Lower case: what passages are found by. */
  loose: string;
  /** Number of the block or piece it stands in, and where in its text. */
  at: number;
  start: number;
  end: number;
  /** Number of its sentence in that text. */
  sentence: number;
}

/** Stands for words in brackets, which each posting fills in. Equal to no word. */
export const GAP = '[]';

/** A paragraph or list item of a canonical text. */
export interface Piece {
  kind: 'paragraph' | 'item';
  /** As a person reads it. */
  text: string;
  /** As it is written, in Markdown, without the mark of an item. */
  markdown: string;
  /** It, in `source`. */
  block: Block;
  source: string;
}

export interface CanonicalText {
  pieces: readonly Piece[];
  words: readonly Word[];
  /** BCP 47 primary subtag. */
  language: string;
}

const SIGN = /^[\p{Sc}%&+#@/°§]$/u;
const BRACKETS = /\[[^[\]\n]{1,60}\]/g;
const NOTHING: Recogniser = { heading: () => undefined, label: () => undefined, recognise: () => undefined };

/** Reads a canonical text. Headings in it do not count: the house says them of the section. */
export function readCanonical(source: string): CanonicalText {
  const posting = readPosting(`${source.trim()}\n`, { format: 'markdown', recogniser: NOTHING });
  const blocks = posting.blocks.filter(({ kind }) => kind !== 'heading');
  const pieces = blocks.map((block): Piece => {
    const written = posting.source.slice(block.source.start, block.source.end);
    return {
      kind: block.kind === 'item' ? 'item' : 'paragraph',
      text: block.text,
      markdown: block.kind === 'item' ? written.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '') : written,
      block,
      source: posting.source,
    };
  });
  const words = pieces.flatMap(({ text }, at) => withGaps(text, wordsOf(tokenize(text), at)));
  return { pieces, words, language: posting.language };
}

/** The words of a posting below its title, block after block; a heading parts them. */
export interface PostingWords {
  words: readonly Word[];
  /** Indexes of words before which a heading stands. */
  breaks: ReadonlySet<number>;
}

const known = new WeakMap<Posting, PostingWords>();

/** The words of a posting, made once. */
export function postingWords(posting: Posting): PostingWords {
  let found = known.get(posting);
  if (!found) {
    const words: Word[] = [];
    const breaks = new Set<number>();
    for (const block of posting.blocks) {
      if (block.kind === 'heading') breaks.add(words.length);
      else for (const word of wordsOf(tokensOf(block), block.index)) words.push(word);
    }
    found = { words, breaks };
    known.set(posting, found);
  }
  return found;
}

function wordsOf(tokens: readonly Token[], at: number): Word[] {
  return tokens.flatMap(({ kind, raw, start, end, sentence }) => {
    if (kind === 'punctuation' && !SIGN.test(raw)) return [];
    const key = raw.normalize('NFC').replace(/[’‘ʼ＇`´]/g, "'");
    return [{ key, loose: key.toLowerCase(), at, start, end, sentence }];
  });
}

function withGaps(text: string, words: Word[]): Word[] {
  const gaps: Span[] = [...text.matchAll(BRACKETS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (gaps.length === 0) return words;
  const open = new Set(gaps);
  return words.flatMap((word) => {
    const gap = gaps.find(({ start, end }) => word.start >= start && word.end <= end);
    if (!gap) return [word];
    // The first word of a gap stands for all of it.
    return open.delete(gap) ? [{ ...word, ...gap, key: GAP, loose: GAP }] : [];
  });
}
