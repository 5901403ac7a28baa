import { diffArrays } from 'diff';
import { type CanonicalText, GAP, type PostingWords, type Word } from './text.ts';

/** Words of a posting that are, more or less, a canonical text; half-open, indexes of `PostingWords.words`. */
export interface Passage {
  from: number;
  to: number;
}

/** Words that differ: `from` to `to` in the posting stand for `first` to `last` of the canonical text, half-open. */
export interface Change extends Passage {
  first: number;
  last: number;
}

export interface Comparison {
  passage: Passage;
  changes: readonly Change[];
  /** 1: word for word the same; 0: not a word in common. */
  similarity: number;
}

/** So many words in a row that both texts have show where one may be the other. */
const SHINGLE = 3;
/** Texts of fewer words are told from others only when they are the same. */
const FEWEST = 6;
/** Share of a text's shingles that must be found for a look at the words. */
const ENOUGH_SHINGLES = 0.25;
/** What a word that is not of the text takes from a passage; one that is adds 1. */
const FOREIGN = 0.5;
/** A passage so many times as long as a text is something else. */
const MOST_TIMES = 3;
/** So many sentences are looked at around a passage. */
const MOST_STEPS = 4;
/** Most words that a posting fills into brackets. */
const MOST_FILLED = 20;

/**
 * Finds the passage of a posting that is most like a text.
 *
 * @returns undefined when no passage is like it
 */
export function findPassage(posting: PostingWords, text: CanonicalText): Comparison | undefined {
  const exact = findExact(posting, text);
  if (exact) return { passage: exact, changes: [], similarity: 1 };
  if (text.words.length < FEWEST) return undefined;
  const rough = findRough(posting, text.words);
  if (!rough || rough.to - rough.from > MOST_TIMES * text.words.length) return undefined;
  const found = compare(posting, text, rough);
  return found && widened(posting, text, found);
}

/** With the sentence before or after it, where it holds what else of the text was missing. */
function widened(posting: PostingWords, text: CanonicalText, found: Comparison): Comparison {
  let best = found;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { passage, changes } = best;
    const first = changes[0]?.first === 0 ? sentenceBefore(posting, passage.from) : undefined;
    const last = changes.at(-1)?.last === text.words.length ? sentenceAfter(posting, passage.to) : undefined;
    const wider = [
      first !== undefined && { from: first, to: passage.to },
      last !== undefined && { from: passage.from, to: last },
    ].flatMap((each) => (each && compare(posting, text, each)) || []);
    const better = wider.find(({ similarity }) => similarity > best.similarity);
    if (!better) break;
    best = better;
  }
  return best;
}

function sentenceBefore({ words, breaks }: PostingWords, from: number): number | undefined {
  if (from === 0 || breaks.has(from)) return undefined;
  return toSentences(words, { from: from - 1, to: from }).from;
}

function sentenceAfter({ words, breaks }: PostingWords, to: number): number | undefined {
  if (to >= words.length || breaks.has(to)) return undefined;
  return toSentences(words, { from: to, to: to + 1 }).to;
}

/**
 * Compares a passage with a text word by word; words before the text, and whole sentences after it, do not count.
 *
 * @returns undefined when they have too little in common
 */
export function compare(
  posting: PostingWords,
  text: CanonicalText,
  passage: Passage,
): Comparison | undefined {
  const found = posting.words.slice(passage.from, passage.to).map(({ key }) => key);
  const meant = text.words.map(({ key }) => key);
  const changes: Change[] = [];
  let at = passage.from;
  let word = 0;
  let common = 0;
  let open: Change | undefined;
  // Beyond so many differences the search for the shortest list of them would take long and be of no use.
  const differences = diffArrays(found, meant, {
    maxEditLength: Math.ceil((found.length + meant.length) / 2),
  });
  if (!differences) return undefined;
  for (const { added, removed, count } of differences) {
    if (!added && !removed) {
      open = undefined;
      at += count;
      word += count;
      common += count;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, first: word, last: word };
      changes.push(open);
    }
    if (removed) at += count;
    if (added) word += count;
    open.to = at;
    open.last = word;
  }
  const kept = { ...passage };
  const before = changes[0];
  if (before && before.from === passage.from && before.first === before.last) {
    kept.from = before.to;
    changes.shift();
  }
  const after = changes.at(-1);
  if (after && after.to === passage.to && after.first === after.last && startsSentence(posting, after.from)) {
    kept.to = after.from;
    changes.pop();
  }
  const parts = changes.flatMap((change) => parted(text, change));
  const filled = parts.filter((change) => isFilled(text, change));
  const capitals = parts.filter((change) => isCapital(posting, text, change));
  common += capitals.reduce((sum, { from, to }) => sum + to - from, 0);
  const all =
    kept.to - kept.from + meant.length - filled.reduce((sum, change) => sum + change.to - change.from + 1, 0);
  return {
    passage: kept,
    changes: parts.filter((change) => !filled.includes(change) && !capitals.includes(change)),
    similarity: all === 0 ? 0 : (2 * common) / all,
  };
}

/** Brackets that the posting has filled in, apart from words of the text that are missing beside them. */
function parted({ words }: CanonicalText, change: Change): Change[] {
  const { from, to, first, last } = change;
  if (to === from || last - first < 2) return [change];
  if (words[first]?.key === GAP)
    return [
      { from, to, first, last: first + 1 },
      { from: to, to, first: first + 1, last },
    ];
  if (words[last - 1]?.key === GAP)
    return [
      { from, to: from, first, last: last - 1 },
      { from, to, first: last - 1, last },
    ];
  return [change];
}

/** Whether a difference is no more than brackets that the posting has filled in. */
function isFilled({ words }: CanonicalText, { from, to, first, last }: Change): boolean {
  return last - first === 1 && words[first]?.key === GAP && to > from && to - from <= MOST_FILLED;
}

/** Whether a difference is no more than the capital that begins a sentence in one of them. */
function isCapital(posting: PostingWords, { words }: CanonicalText, change: Change): boolean {
  const { from, to, first, last } = change;
  if (to - from !== last - first) return false;
  return words.slice(first, last).every((meant, offset) => {
    const own = posting.words[from + offset];
    const before = words[first + offset - 1];
    const starts = !before || before.at !== meant.at || before.sentence !== meant.sentence;
    return (
      own?.loose === meant.loose &&
      own.key.slice(1) === meant.key.slice(1) &&
      (starts || startsSentence(posting, from + offset))
    );
  });
}

/** A passage that is another version of a text, as one difference. */
export function wholly({ words }: CanonicalText, passage: Passage): Comparison {
  return { passage, changes: [{ ...passage, first: 0, last: words.length }], similarity: 0 };
}

function startsSentence({ words, breaks }: PostingWords, index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  return !word || !before || breaks.has(index) || word.at !== before.at || word.sentence !== before.sentence;
}

/** The very words of a text in a row, up to the end of a sentence. Takes time in proportion to both (Knuth, Morris, Pratt). */
function findExact(posting: PostingWords, { words: meant }: CanonicalText): Passage | undefined {
  const { words, breaks } = posting;
  if (meant.length === 0) return undefined;
  const back = failures(meant);
  let matched = 0;
  for (const [index, { key }] of words.entries()) {
    if (breaks.has(index)) matched = 0;
    while (matched > 0 && meant[matched]?.key !== key) matched = back[matched - 1] ?? 0;
    if (meant[matched]?.key === key) matched++;
    if (matched < meant.length) continue;
    if (startsSentence(posting, index + 1)) return { from: index + 1 - matched, to: index + 1 };
    matched = back[matched - 1] ?? 0;
  }
  return undefined;
}

function failures(meant: readonly Word[]): number[] {
  const back = [0];
  let length = 0;
  for (let at = 1; at < meant.length; at++) {
    while (length > 0 && meant[length]?.key !== meant[at]?.key) length = back[length - 1] ?? 0;
    if (meant[length]?.key === meant[at]?.key) length++;
    back.push(length);
  }
  return back;
}

/** Where most of a text's words stand together, out to the ends of their sentences. */
function findRough({ words, breaks }: PostingWords, meant: readonly Word[]): Passage | undefined {
  const wanted = new Set(shingles(meant).filter((shingle) => !shingle.includes(GAP)));
  const found = new Set<string>();
  const own = new Uint8Array(words.length);
  for (const [index, shingle] of shingles(words).entries()) {
    if (!wanted.has(shingle)) continue;
    found.add(shingle);
    own.fill(1, index, index + SHINGLE);
  }
  if (found.size < wanted.size * ENOUGH_SHINGLES) return undefined;
  // The stretch with the greatest sum (Kadane).
  let best = 0;
  let passage: Passage | undefined;
  let sum = 0;
  let from = 0;
  for (let index = 0; index < words.length; index++) {
    if (sum <= 0 || breaks.has(index)) {
      sum = 0;
      from = index;
    }
    sum += own[index] ? 1 : -FOREIGN;
    if (sum > best) {
      best = sum;
      passage = { from, to: index + 1 };
    }
  }
  return passage && toSentences(words, passage);
}

function toSentences(words: readonly Word[], { from, to }: Passage): Passage {
  const first = words[from];
  const last = words[to - 1];
  const same = (a: Word | undefined, b: Word | undefined) =>
    a !== undefined && b !== undefined && a.at === b.at && a.sentence === b.sentence;
  let start = from;
  let end = to;
  while (same(words[start - 1], first)) start--;
  while (same(words[end], last)) end++;
  return { from: start, to: end };
}

function shingles(words: readonly Word[]): string[] {
  const all: string[] = [];
  for (let at = 0; at + SHINGLE <= words.length; at++)
    all.push(`${words[at]?.loose} ${words[at + 1]?.loose} ${words[at + 2]?.loose}`);
  return all;
}
