// The word lists are not part of the package's public face; asking the plugin about each word would cost as much as
// reading the text into a tree.
import { a } from '../../../node_modules/retext-indefinite-article/lib/a.js';
import { an } from '../../../node_modules/retext-indefinite-article/lib/an.js';

/** Marks that may stand between the article and its word: retext looks past one of them. */
const OPENING = new Set([...'“”‘’\'"()[]']);
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
  const first = text.charCodeAt(start) | 0x20;
  if (first !== 97) return false;
  const withN = end - start === 2;
  if (withN && (text.charCodeAt(start + 1) | 0x20) !== 110) return false;
  let next = end;
  while (next < text.length && isSpace(text.charAt(next))) next++;
  if (next === end || next === text.length) return false;
  if (OPENING.has(text.charAt(next))) {
    // An apostrophe may open a quotation or begin a shortened word.
    if (/['‘’]/.test(text.charAt(next))) return true;
    next++;
  }
  return objectsTo(withN, text, next);
}

function objectsTo(withN: boolean, text: string, start: number): boolean {
  let end = start;
  while (end < text.length && /[a-z]/i.test(text.charAt(end))) end++;
  if (end === start) {
    const first = text.charAt(start);
    // Numbers count as they are read: eight, eleven, eighteen, eighty begin with a vowel.
    if (/[0-9]/.test(first)) return withN || /^(?:0|8|11|18)/.test(text.slice(start, start + 2));
    // A mark that begins no word: there is no word after the article, and the plugin is silent.
    return /[^\u0000-\u007f]|[&._]/.test(first);
  }
  const word = text.slice(start, end);
  const mark = text.charAt(end);
  // What follows a hyphen or an apostrophe does not count.
  if (mark === '' || isSpace(mark) || CLOSING.has(mark) || /['’-]/.test(mark)) return objects(withN, word);
  const after = text.charAt(end + 1);
  const atEnd = after === '' || isSpace(after);
  // The full stop may belong to the word (an abbreviation, a sentence that goes on in lower case) or not.
  if (mark === '.' && atEnd) return objects(withN, word) || objects(withN, `${word}.`);
  if ((mark === ':' || mark === '?') && atEnd) return objects(withN, word);
  // Only two short words are taken for one with the slash between them.
  if (mark === '/' && word.length > 2) return objects(withN, word);
  return true;
}

function objects(withN: boolean, word: string): boolean {
  if (takes(withN ? TAKES_A : TAKES_AN, word)) return true;
  // A word in capitals is not judged by its letters; one with a capital is, when it is listed.
  if (word !== word.toLowerCase()) return false;
  return /^[aeiou]/.test(word) !== withN && !takes(withN ? TAKES_AN : TAKES_A, word);
}

function takes({ whole, exact, beginnings }: Exceptions, word: string): boolean {
  const lower = word.toLowerCase();
  if (whole.has(lower) || exact.has(word)) return true;
  return beginnings.get(lower.charAt(0))?.some((beginning) => lower.startsWith(beginning)) ?? false;
}

function isSpace(character: string): boolean {
  return /[\s\u0085]/.test(character);
}
