import type { Posting } from '../../contract/posting.ts';
import { syllables } from '../../words/english/syllables.ts';
import { tokensOf } from '../../words/tokens.ts';

/** How hard a posting is to read. */
export interface Reading {
  sentences: number;
  /** Flesch reading ease, 0 (hard) to 100; null when the posting is not in English or too short to tell. */
  ease: number | null;
}

/** Too few words for a formula that was made for passages of a hundred. */
const FEWEST_WORDS = 100;

/**
 * Measures all blocks but headings and those of one or two words. An item or a line without a full stop reads as a
 * sentence all the same.
 *
 * The formula is that of Rudolf Flesch, A new readability yardstick (Journal of Applied Psychology, 1948).
 */
export function readingOf({ blocks, language }: Posting): Reading {
  let sentences = 0;
  let words = 0;
  let beats = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    const spoken = tokensOf(block).filter(({ kind }) => kind === 'word' || kind === 'number');
    if (spoken.length <= 2) continue;
    sentences += (spoken.at(-1)?.sentence ?? 0) - (spoken[0]?.sentence ?? 0) + 1;
    words += spoken.length;
    for (const { kind, norm } of spoken) beats += kind === 'number' ? 1 : syllables(norm);
  }
  if (language !== 'en' || words < FEWEST_WORDS) return { sentences, ease: null };
  const ease = 206.835 - 1.015 * (words / sentences) - 84.6 * (beats / words);
  return { sentences, ease: Math.min(100, Math.max(0, ease)) };
}
