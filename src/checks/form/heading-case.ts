import type { Posting } from '../../contract/posting.ts';
import { tokensOf } from '../../words/tokens.ts';
import { touchesMasked } from './remarks.ts';

export type HeadingCase = 'sentence' | 'title' | 'upper';

/** Small words, which stay small in titles. */
const MINOR = new Set(
  'a an and as at but by for from in into is nor of off on onto or our out over per so than the this to up via vs we with yet you your it its their'.split(
    ' ',
  ),
);
const WORD = /[\p{L}][\p{L}\p{N}'’]*/gu;

/** Whether headings may differ in case at all, as far as they themselves show it. */
export function mayDiffer(headings: readonly string[], wanted: HeadingCase | undefined): boolean {
  const inner = headings.map((words) =>
    (words.match(WORD) ?? []).slice(1).filter((word) => !MINOR.has(word.toLowerCase())),
  );
  const large = inner.some((words) => words.some((word) => /^\p{Lu}/u.test(word)));
  const small = inner.some((words) => words.some((word) => /^\p{Ll}/u.test(word)));
  if (wanted === undefined) return large && small;
  return wanted === 'sentence'
    ? large
    : small || wanted === 'upper' || headings.some((words) => words === words.toUpperCase());
}

/** What the running text of a posting tells of its words. */
export interface Everyday {
  /** Words that stand in small letters somewhere and never with a capital inside a sentence: no names. */
  words: ReadonlySet<string>;
  /** Words, in small letters, that have a capital inside a sentence. */
  names: ReadonlySet<string>;
}

/**
 * A capital on an everyday word is the heading's, not the word's own.
 *
 * @param headings - whose words are asked about; no others are looked for
 */
export function everydayWords({ blocks }: Posting, headings: readonly string[]): Everyday {
  const asked = new Set(headings.flatMap((heading) => heading.toLowerCase().match(WORD) ?? []));
  const words = new Set<string>();
  const names = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    const masked = block.regions.length > 0;
    let sentence = -1;
    for (const token of tokensOf(block)) {
      const first = token.sentence !== sentence;
      sentence = token.sentence;
      const { norm, raw } = token;
      if (token.kind !== 'word' || !asked.has(norm) || (masked && touchesMasked(block, token))) continue;
      if (raw === norm) words.add(norm);
      else if (!first) names.add(norm);
    }
  }
  for (const name of names) words.delete(name);
  return { words, names };
}

/** How a heading is written; undefined when its words do not show it. */
export function caseOf(words: string, { words: everyday, names }: Everyday): HeadingCase | undefined {
  const all = words.match(WORD) ?? [];
  if (words === words.toUpperCase()) return all.some((word) => word.length > 4) ? 'upper' : undefined;
  const major = all.slice(1).filter((word) => !MINOR.has(word.toLowerCase()));
  const telling = major.filter((word) => everyday.has(word.toLowerCase()));
  if (telling.length === 0) return undefined;
  const capital = (word: string) => /^\p{Lu}/u.test(word);
  // A word that is not known as everyday may be part of a name that takes the others along: *the City Works Office*.
  const strange = major.some((word) => capital(word) && !everyday.has(word.toLowerCase()));
  if (telling.every(capital)) return strange && telling.length < 3 ? undefined : 'title';
  const named = major.every((word) => !capital(word) || names.has(word.toLowerCase()));
  return named && !telling.some(capital) ? 'sentence' : undefined;
}

/** The heading in another case; names, which the posting never has in small letters, stay. */
export function inCase(words: string, form: HeadingCase, { words: everyday }: Everyday): string {
  if (form === 'upper') return words.toUpperCase();
  const shout = words === words.toUpperCase();
  let first = true;
  return words.replace(WORD, (word) => {
    const lower = word.toLowerCase();
    const opens = first;
    first = false;
    const known = everyday.has(lower) || MINOR.has(lower);
    const base = known && (shout || form === 'sentence') ? lower : word;
    if (opens) return base.charAt(0).toUpperCase() + base.slice(1);
    return form === 'title' && known && !MINOR.has(lower)
      ? base.charAt(0).toUpperCase() + base.slice(1)
      : base;
  });
}
