// The word lists are not part of the package's public face; asking the plugin about each word would cost as much as
// reading the text into a tree.
import { a } from '../../../node_modules/retext-indefinite-article/lib/a.js';
import { an } from '../../../node_modules/retext-indefinite-article/lib/an.js';
import { FOLD, isSpace } from './text.ts';

/** Marks that may stand between the article and its word: retext looks past one of them. */
const OPENING = new Set([...'“”"()[]']);
/** Marks that belong to no word, so that the word before them is whole. */
const CLOSING = new Set([...',;!()[]{}"”“—–…*+%#$<>|^~\\`']);

/** Words that take an article whatever their first letter, by that letter in lower case. */
interface Exceptions {
  /** In any case. */
  whole: ReadonlySet<string>;
  /** As they are written: `UN`. */
  exact: ReadonlySet<string>;
  beginnings: ReadonlyMap<string, readonly string[]>;
}

const TAKES_A = exceptions(a);
const TAKES_AN = exceptions(an);

function exceptions(list: readonly string[]): Exceptions {
  const whole = new Set<string>();
  const exact = new Set<string>();
  const beginnings = new Map<string, string[]>();
  for (const entry of list) {
    const word = entry.toLowerCase();
    const letter = word.charAt(0);
    if (word.endsWith('*')) beginnings.set(letter, [...(beginnings.get(letter) ?? []), word.slice(0, -1)]);
    else if (word === entry) whole.add(word);
    else exact.add(entry);
  }
  return { whole, exact, beginnings };
}

/**
 * Whether retext-indefinite-article may object to an article: never no where it does. Where the word after it is not
 * plainly delimited, the answer is a cautious yes.
 *
 * @param start, end - of a run of letters in the text, with what stands inside it
 */
export function mayObject(text: string, start: number, end: number): boolean {
  if (FOLD[text.charCodeAt(start)] !== 97) return false;
  const withN = end - start === 2;
  if (withN && FOLD[text.charCodeAt(start + 1)] !== 110) return false;
  let next = end;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  if (next === end || next === text.length) return false;
  const opening = text.charAt(next);
  // An apostrophe may open a quotation or begin a shortened word.
  if (opening === "'" || opening === '‘' || opening === '’') return true;
  return objectsTo(withN, text, OPENING.has(opening) ? next + 1 : next);
}

function objectsTo(withN: boolean, text: string, start: number): boolean {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  if (end === start) {
    const first = text.charAt(start);
    // Numbers count as they are read: eight, eleven, eighteen, eighty begin with a vowel.
    if (/[0-9]/.test(first)) return withN || /^(?:0|8|11|18)/.test(text.slice(start, start + 2));
    // A mark that begins no word: there is no word after the article, and the plugin is silent.
    return /[^\u0000-\u007f]|[&._]/.test(first);
  }
  const word = text.slice(start, end);
  if (endsAt(text, end)) return objects(withN, word);
  const mark = text.charAt(end);
  // What follows a hyphen or an apostrophe does not count. Only two short words are taken for one with the slash
  // between them.
  if (CLOSING.has(mark) || /['’-]/.test(mark) || (mark === '/' && word.length > 2))
    return objects(withN, word);
  if (!endsAt(text, end + 1)) return mayBegin(withN, text, start, end);
  // The full stop may belong to the word (an abbreviation, a sentence that goes on in lower case) or not.
  if (mark === '.') return objects(withN, word) || objects(withN, `${word}.`);
  return (mark !== ':' && mark !== '?') || objects(withN, word);
}

/**
 * Whether the plugin may object to some word that begins at `start` and reaches at least to `end`: *U.S.*, *B2B*. One
 * with a capital it takes for what it is, and only knows what is listed.
 */
function mayBegin(withN: boolean, text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) > 90) return true;
  for (let to = end; ; to++) {
    const word = text.slice(start, to);
    if (word.length > 20 || takes(withN ? TAKES_A : TAKES_AN, word, word.toLowerCase())) return true;
    if (endsAt(text, to)) return false;
  }
}

function objects(withN: boolean, word: string): boolean {
  const lower = word.toLowerCase();
  if (takes(withN ? TAKES_A : TAKES_AN, word, lower)) return true;
  // A word with capitals is not judged by its letters.
  if (word !== lower) return false;
  return /^[aeiou]/.test(word) !== withN && !takes(withN ? TAKES_AN : TAKES_A, word, lower);
}

function takes({ whole, exact, beginnings }: Exceptions, word: string, lower: string): boolean {
  if (whole.has(lower) || exact.has(word)) return true;
  return beginnings.get(lower.charAt(0))?.some((beginning) => lower.startsWith(beginning)) ?? false;
}

function isLetter(code: number): boolean {
  return code < 128 && FOLD[code]! > 57;
}

function endsAt(text: string, at: number): boolean {
  return at >= text.length || isSpace(text.charCodeAt(at));
}
