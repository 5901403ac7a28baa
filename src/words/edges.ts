import { isAbbreviation } from './sentences.ts';
import type { Token } from './tokens.ts';

/** At most so many marks are passed over between two words. */
export const MOST_SKIPPED = 2;
/** A hyphenated word in a gap counts as one, up to this many tokens; so the work per place has a bound. */
export const LONGEST_UNIT = 9;
const QUOTES = new Set(['"', '“', '”', '„', '«', '»', "'"]);
const TRAILING = new Set(['.', '!', '?', '…', ':', ';', ',', '"', '“', '”', '»', "'", ')', ']']);
const LEADING = new Set(['"', '“', '”', '„', '«', "'", '(', '[', '-', '–', '—', '•', '*', '·', '●']);

/** Whether from token `index` on, this sentence has only closing marks. */
export function atSentenceEnd(tokens: readonly Token[], index: number, sentence: number): boolean {
  for (let i = index; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) return true;
    if (!TRAILING.has(token.norm)) return false;
  }
  return true;
}

/** Whether only opening marks stand before the token in its sentence. */
export function atSentenceStart(tokens: readonly Token[], index: number): boolean {
  const sentence = tokens[index]?.sentence;
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) return true;
    if (!LEADING.has(token.norm)) return false;
  }
  return true;
}

/** A quotation mark, or the full stop of an abbreviation: a phrase goes on over it. */
export function isSkippable(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'punctuation') return false;
  if (QUOTES.has(token.norm)) return true;
  return token.norm === '.' && !token.spaceBefore && isAbbreviation(tokens[index - 1]?.norm ?? '');
}

/** Whether only closing marks follow in the whole text. */
export function nothingAfter(tokens: readonly Token[], index: number): boolean {
  for (let i = index; i < tokens.length; i++) if (!TRAILING.has(tokens[i]!.norm)) return false;
  return true;
}
