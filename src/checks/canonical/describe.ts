import type { Posting } from '../../contract/posting.ts';
import type { Change } from './compare.ts';
import type { CanonicalText, PostingWords, Word } from './text.ts';

/** Words that differ: what the posting says, and what the house says. Either may be empty, not both. */
export interface ChangedWords {
  here: string;
  house: string;
}

/** The differences in words, as they stand in the posting and in the text. */
export function changedWords(
  posting: Posting,
  { words }: PostingWords,
  { words: meant, pieces }: CanonicalText,
  changes: readonly Change[],
): ChangedWords[] {
  return changes.map(({ from, to, first, last }) => ({
    here: written(words.slice(from, to), (at) => posting.blocks[at]?.text ?? ''),
    house: written(meant.slice(first, last), (at) => pieces[at]?.text ?? ''),
  }));
}

function written(words: readonly Word[], textOf: (at: number) => string): string {
  const parts: string[] = [];
  for (let index = 0; index < words.length; ) {
    const first = words[index] as Word;
    let last = first;
    while (words[index]?.at === first.at) last = words[index++] as Word;
    parts.push(textOf(first.at).slice(first.start, last.end));
  }
  return parts.join(' ').replace(/\s+/g, ' ');
}

/** So many differences are told; of more, their number. */
const MOST_TOLD = 3;
/** Longer stretches are told by their beginning and end. */
const LONGEST = 60;

/** Differences as part of a sentence. */
export function inWords(changes: readonly ChangedWords[]): string {
  const told = changes.slice(0, MOST_TOLD).map(({ here, house }) => {
    if (here === '') return `“${short(house)}” is missing`;
    if (house === '') return `“${short(here)}” is too much`;
    return `“${short(here)}” should be “${short(house)}”`;
  });
  const rest = changes.length - told.length;
  if (rest > 0) told.push(rest === 1 ? 'one more place differs' : `${rest} more places differ`);
  return told.join('; ');
}

function short(words: string): string {
  if (words.length <= LONGEST) return words;
  return `${words.slice(0, LONGEST - 25).trimEnd()} … ${words.slice(-20).trimStart()}`;
}
