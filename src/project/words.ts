import type { Block } from '../contract/posting.ts';
import { tokensOf } from '../words/tokens.ts';

/** The words of a text as texts of several postings are compared. */
export interface Compared {
  /** Words in small letters; figures are `#`, the posting's own title is `~`. */
  words: readonly string[];
  /** The same as one string. */
  key: string;
  /** The figures, in order. */
  figures: string;
}

/**
 * What two postings have in common although each speaks of its own job: the words without figures and without the
 * words of the title.
 *
 * @param title - words of the posting's title, in small letters
 */
export function comparedWords(block: Block, title: readonly string[]): Compared {
  const words: string[] = [];
  const figures: string[] = [];
  for (const { kind, norm } of tokensOf(block)) {
    if (kind === 'number') {
      figures.push(norm);
      if (words.at(-1) !== '#') words.push('#');
    } else if (kind !== 'punctuation') words.push(norm);
  }
  const masked = title.length > 0 ? withoutTitle(words, title) : words;
  return { words: masked, key: masked.join(' '), figures: figures.join(' ') };
}

function withoutTitle(words: readonly string[], title: readonly string[]): string[] {
  const masked: string[] = [];
  for (let at = 0; at < words.length; at++) {
    if (title.every((word, index) => words[at + index] === word)) {
      masked.push('~');
      at += title.length - 1;
    } else masked.push(words[at] ?? '');
  }
  return masked;
}

/**
 * Where two texts differ: the words between what they have in common at their beginning and at their end.
 *
 * @returns at most so many words of each, as they stand in the texts
 */
export function difference(one: string, other: string, most = 8): { one: string; other: string } {
  const a = one.split(/\s+/);
  const b = other.split(/\s+/);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  // What is only there in one of the two is shown with a word beside it.
  if (start === a.length - end || start === b.length - end) {
    if (start > 0) start--;
    else if (end > 0) end--;
  }
  const shown = (words: readonly string[]) => {
    const changed = words.slice(start, words.length - end);
    return changed.length > most ? `${changed.slice(0, most).join(' ')} …` : changed.join(' ');
  };
  return { one: shown(a), other: shown(b) };
}
