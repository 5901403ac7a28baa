import { isUpper, kindAt, SPACE } from './characters.ts';

/** How a token could end its sentence: not at all, surely, or depending on what follows. */
export const NONE = 0;
const CERTAIN = 1;
const UNLESS_LOWER = 2;
const BEFORE_STARTER = 3;
const NOT_BEFORE_NUMBER_OR_LOWER = 4;

const words = (list: string) => new Set(list.split(' '));

/** Something always follows these. */
const NEVER_LAST = words(
  'mr mrs ms mx dr prof st vs approx incl excl cf ca gen col sgt lt capt rev hon dept univ fig gov mt eq e.g. i.e. viz resp',
);
/** These stand within a sentence and at its end. */
const SOMETIMES_LAST = words(
  'inc ltd co corp etc jr sr est bros assn ph.d b.sc m.sc b.a m.a jan feb apr jun jul aug sep sept oct nov dec u.s.',
);
/** Abbreviations before a number or a word in lower case, words of their own elsewhere. */
const BEFORE_NUMBER = words('no nos min max art sec ext tel p pp vol ver mar hrs yrs exp');

/** After an abbreviation that may be the last word, a sentence that begins with one of these is a new one. */
const STARTERS = words(
  'we you our your the this these that those it its if in as for at all must please apply they there to with when ' +
    'while who what why how candidates applicants travel no not and but a an on by from join about are is do does ' +
    'have has can will must experience',
);

/** Quotation marks, brackets and bullets that open a sentence. */
const OPENING = '"“‘\'(["«•*-–—';

/**
 * How a full stop (or what does its work) could end a sentence.
 *
 * @param word - the normal form of the word it touches; `!` for an exclamation or question mark; empty when it
 *   touches none
 */
export function ending(word: string): number {
  if (word === '!') return UNLESS_LOWER;
  if (NEVER_LAST.has(word)) return NONE;
  if (SOMETIMES_LAST.has(word) || (word.length === 1 && word >= 'a' && word <= 'z')) return BEFORE_STARTER;
  if (BEFORE_NUMBER.has(word)) return NOT_BEFORE_NUMBER_OR_LOWER;
  return CERTAIN;
}

/** Whether a sentence ends before the token at `start`, given what `ending` said of the one before. */
export function endsSentence(how: number, text: string, start: number, space: boolean): boolean {
  switch (how) {
    case NONE:
      return false;
    case CERTAIN:
      return space || isUpper(text, start);
    case UNLESS_LOWER:
      return space && (isUpper(text, start) || isDigit(text, start) || OPENING.includes(text[start]!));
    case BEFORE_STARTER:
      return space && isUpper(text, start) && STARTERS.has(wordAt(text, start));
    default:
      return space && isUpper(text, start);
  }
}

/** Whether the full stop after this word belongs to it, so that a phrase may go on over it (*max. age*). */
export function isAbbreviation(word: string): boolean {
  return NEVER_LAST.has(word) || SOMETIMES_LAST.has(word) || BEFORE_NUMBER.has(word);
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

function wordAt(text: string, start: number): string {
  let end = start;
  while (end - start < 12 && kindAt(text, end) !== SPACE && /\p{L}/u.test(text[end]!)) end++;
  return text.slice(start, end).toLowerCase();
}
