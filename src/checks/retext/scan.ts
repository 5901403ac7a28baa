import { mayObject } from './article.ts';
import { HASH_START, HASH_STEP, type PhraseIndex, type PhraseNode } from './phrase-index.ts';
import { FOLD, isSpace } from './text.ts';

/** What to look out for in a text. */
export interface Wanted {
  phrases: PhraseIndex | undefined;
  articles: boolean;
  repeated: boolean;
}

/** What may stand in a text: for anything else, its plugin has nothing to say. */
export interface Scan {
  /** Ids of retext-equality. */
  ids: ReadonlySet<string>;
  article: boolean;
  repeated: boolean;
}

const NO_IDS: ReadonlySet<string> = new Set();
const NO_NODES: readonly PhraseNode[] = [];
const NOTHING: Scan = { ids: NO_IDS, article: false, repeated: false };

/** Letters that lower case turns into ASCII letters: İ and the Kelvin sign. Too rare to follow, so nothing is ruled out. */
const FOLDS_TO_ASCII = /[\u0130\u212a]/;

/**
 * One pass over a text that tells which plugins can have something to say on it. Reading a text into a tree takes
 * twenty times as long; most blocks of a posting need none. The answer may be yes where the plugin finds nothing,
 * never no where it finds something.
 *
 * The words here are runs of ASCII letters and digits; hyphens and apostrophes inside are skipped, as retext does
 * when it compares words. What retext holds for one word but has other marks in it is several runs here.
 */
export function scan(text: string, wanted: Wanted): Scan {
  const { phrases, articles } = wanted;
  if (FOLDS_TO_ASCII.test(text))
    return { ids: new Set(phrases?.ids), article: articles, repeated: wanted.repeated };
  let ids: Set<string> | undefined;
  // The phrases that the last run may be part of.
  let open = NO_NODES;
  let article = false;
  let repeated = false;
  // Whether nothing but white space stands since the last run.
  let onlySpace = false;
  // The chunk between two white spaces, and the one before.
  let chunk = -1;
  let before = -1;
  let beforeEnd = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (chunk >= 0) {
        before = chunk;
        beforeEnd = at;
        chunk = -1;
      }
      at++;
      continue;
    }
    if (chunk < 0) {
      chunk = at;
      if (wanted.repeated && before >= 0 && !repeated) repeated = repeats(text, before, beforeEnd, at);
    }
    let folded = code < 128 ? FOLD[code]! : 0;
    if (folded === 0) {
      if (!isJoint(code)) onlySpace = false;
      at++;
      continue;
    }
    const start = at;
    let hash = HASH_START;
    let mark = 0;
    for (;;) {
      if (folded > 0) {
        hash = Math.imul(hash ^ folded, HASH_STEP);
        mark = 0;
      } else {
        const joint = text.charCodeAt(at);
        // One hyphen or apostrophe joins; two of a kind in a row separate, for retext too.
        if (!isJoint(joint) || joint === mark) break;
        mark = joint;
      }
      if (++at === text.length) break;
      const next = text.charCodeAt(at);
      folded = next < 128 ? FOLD[next]! : 0;
    }
    if (phrases) {
      const first = phrases.start(hash);
      if (first !== undefined || open.length > 0) {
        const going = onlySpace && open.length > 0 ? follow(open, hash) : NO_NODES;
        if (first === undefined) open = going;
        else open = going.length === 0 ? first.alone : [...going, first];
        for (const node of open) {
          if (node.ids.length === 0) continue;
          ids ??= new Set();
          for (const id of node.ids) ids.add(id);
        }
      }
    }
    if (articles && !article && at - start <= 2) article = mayObject(text, start, at);
    // “w/” is a word of its own to retext, and what is glued to it another, without white space between.
    if (
      wanted.repeated &&
      at - start === 1 &&
      FOLD[text.charCodeAt(start)] === 119 &&
      text.charCodeAt(at) === 47
    )
      repeated = true;
    onlySpace = true;
  }
  if (ids === undefined && !article && !repeated) return NOTHING;
  return { ids: ids ?? NO_IDS, article, repeated };
}

/** Where phrases stand after one more word. */
function follow(open: readonly PhraseNode[], hash: number): readonly PhraseNode[] {
  let going = NO_NODES;
  for (const { next } of open) {
    const node = next.get(hash);
    if (node !== undefined) going = going.length === 0 ? node.alone : [...going, node];
  }
  return going;
}

/** Hyphen and apostrophes: what may stand inside a word and does not count when words are compared. */
function isJoint(code: number): boolean {
  return code === 45 || code === 39 || code === 0x2019;
}

/**
 * Whether what stands before a gap may be repeated after it: the end of the chunk before, from any place where a word
 * can begin, is the beginning of the chunk after, up to where a word can end.
 */
function repeats(text: string, from: number, to: number, next: number): boolean {
  // No word is that long; looking into it from every place would take forever.
  if (to - from > 500) return true;
  const head = text.charCodeAt(next);
  // A word begins with a letter, a digit, or the `&` or full stop of an abbreviation.
  if (head < 128 && FOLD[head] === 0 && head !== 38 && head !== 46) return false;
  for (let start = from; start < to; start++) {
    if (!sameLetter(text.charCodeAt(start), head)) continue;
    if (start > from && isAlphanumeric(text.charCodeAt(start - 1))) continue;
    const length = to - start;
    if (isAlphanumeric(text.charCodeAt(next + length))) continue;
    if (text.slice(start, to).toLowerCase() === text.slice(next, next + length).toLowerCase()) return true;
  }
  return false;
}

function sameLetter(one: number, other: number): boolean {
  if (one === other) return true;
  return one >= 128 || other >= 128
    ? one >= 128 && other >= 128
    : FOLD[one] !== 0 && FOLD[one] === FOLD[other];
}

function isAlphanumeric(code: number): boolean {
  return code < 128 && FOLD[code] !== 0;
}
