/** A word as it was met. */
export interface Word {
  raw: string;
  /** See `Token.norm`. */
  norm: string;
  /** See `Token.id`. */
  id: number;
}

const MOST_IDS = 1_000_000;
let ids = 0;

function makeWord(raw: string, norm: string, id = ids < MOST_IDS ? ++ids : 0): Word {
  return { raw, norm, id };
}

/**
 * The words met, so that equal words are one string with one number: what looks words up is many times faster then.
 * Emptied when it grows beyond a language; numbers are never given twice.
 */
const known = new Map<string, Word>();
const MOST_KNOWN = 50_000;
/** The words of patterns: they keep their numbers as long as the process lives. */
const kept = new Map<string, Word>();

/**
 * The word that is written like this.
 *
 * @param raw - as it stands in the text, or as it should
 */
export function wordOf(raw: string): Word {
  let word = known.get(raw);
  if (word === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    const own = detached(raw);
    const norm = normalForm(own);
    // A norm is its own norm, and that of its capitalised twin.
    const twin = known.get(norm) ?? kept.get(norm);
    word = twin === undefined ? makeWord(own, norm) : makeWord(own, twin.norm, twin.id);
    known.set(own, word);
    if (twin === undefined && own !== norm) known.set(norm, makeWord(norm, norm, word.id));
  }
  return word;
}

/**
 * The number of a word of a pattern: a token has this number, or 0, when this is its norm.
 *
 * @param norm - as tokens have it
 * @returns 0 when there were too many words to count
 */
export function idOf(norm: string): number {
  let word = kept.get(norm);
  if (word === undefined) {
    word = known.get(norm) ?? makeWord(norm, norm);
    kept.set(norm, word);
  }
  return word.id;
}

/** FNV-1a over the code units of a word. */
export const HASH_START = 0x811c9dc5 | 0;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

const SLOTS = 1 << 16;
/** By hash, so that a word met before needs no string made of it. A later word may take the place of one. */
const byHash: (Word | undefined)[] = new Array(SLOTS).fill(undefined);

/**
 * The word that stands in a text, of ASCII letters only.
 *
 * @param start - offset in the text, as `end`
 * @param hash - of its code units, by `hashStep`
 */
export function plainWordOf(text: string, start: number, end: number, hash: number): Word {
  const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  const there = byHash[slot];
  if (there !== undefined && isAt(text, start, end, there.raw)) return there;
  const word = wordOf(text.slice(start, end));
  byHash[slot] = word;
  return word;
}

function isAt(text: string, start: number, end: number, raw: string): boolean {
  if (raw.length !== end - start) return false;
  for (let i = 0; i < raw.length; i++) if (text.charCodeAt(start + i) !== raw.charCodeAt(i)) return false;
  return true;
}

/** A copy: what is cut out of a text can keep the whole text in memory. */
function detached(part: string): string {
  return part.length < 13 ? part : ` ${part}`.slice(1);
}

function normalForm(raw: string): string {
  let plain = true;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    if (code >= 0x80 || code === 0x60) {
      plain = false;
      break;
    }
  }
  const lower = raw.toLowerCase();
  if (plain) return lower;
  return lower
    .normalize('NFC')
    .replace(/[`´‘’ʼ＇]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');
}
