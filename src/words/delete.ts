import type { Span } from '../contract/posting.ts';
import { articleBefore, articleLike, raise } from './english/article.ts';
import {
  BE,
  CONJUNCTIONS,
  COPULAS,
  DEGREE,
  DETERMINERS,
  MODALS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './english/function-words.ts';

const CLOSED = [
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  MODALS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
];
const closed = (word: string) => CLOSED.some((set) => set.has(word));

/** Endings and short words by which adjectives are told well enough to see that two of them are coordinated. */
const ADJECTIVE =
  /(?:ly|ful|ic|y|ed|ing|ive|ous|al|able|ible|ent|ant|less|ary|ish|some)$|^(?:small|close|smart|warm|kind|new|great|fun|keen|bright|strong|hard|fast|open|good|nice|cool|calm|fresh|big|large|old|young|lean|agile|diverse|modern|tight|bold|loyal|fit|proud|able|sharp|hip|clean|neat)$/;

/** Adjectives that carry on with *to* or *for*: *able to travel*. */
const CARRIES_ON = /^(?:able|willing|ready|keen|happy|eager|prepared|free)$/;

const POLITE = /\b(?:please|kindly|thanks|thank you|sorry)\b/giu;

interface Surroundings {
  text: string;
  start: number;
  end: number;
  /** The sentence up to the words, and from them on. */
  left: string;
  right: string;
}

const lastWord = (text: string) => /([\p{L}\p{N}'’-]+)\s*$/u.exec(text)?.[1]?.toLowerCase();
const firstWord = (text: string) => /^\s*([\p{L}\p{N}'’-]+)/u.exec(text)?.[1]?.toLowerCase();
const ended = (right: string) => !/^\s*[\p{L}\p{N}"“‘'(]/u.test(right);

function around(text: string, start: number, end: number): Surroundings {
  const before = text.slice(0, start);
  const opening = [...before.matchAll(/[.!?…]["”’')\]]*\s+/gu)].at(-1);
  const after = text.slice(end);
  const closing = /[.!?…]["”’')\]]*(?=\s|$)/u.exec(after);
  return {
    text,
    start,
    end,
    left: opening ? before.slice(opening.index + opening[0].length) : before,
    right: closing ? after.slice(0, closing.index) : after,
  };
}

/**
 * Is what stands before the words (a comma or *and* cut off) an adjective of the same noun phrase? *a friendly* is,
 * *In 2020* and *Join the team* are not.
 */
function adjectiveBefore(left: string): boolean {
  const words = left.toLowerCase().match(/[\p{L}\p{N}'’-]+|,/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || last === ',' || closed(last) || !ADJECTIVE.test(last)) return false;
  for (let at = words.length - 2, seen = 0; at >= 0 && seen < 5; at--, seen++) {
    const word = words[at] ?? '';
    if (DETERMINERS.has(word) || COPULAS.has(word) || DEGREE.has(word)) return true;
    if (word !== ',' && closed(word)) return word === 'and' || word === 'with' || word === 'as';
  }
  return true;
}

/** The cut from `from` to `to`, with the article before it and the capital after it put right. */
function cut(
  { text, start }: Surroundings,
  from: number,
  to: number,
  text_ = '',
): { span: Span; text: string } {
  const rest = text.slice(to);
  const article = from === start && text_ === '' ? articleBefore(text, from) : undefined;
  if (article && /^\p{L}|^\d/u.test(rest) && !/^the$/i.test(article.word)) {
    const fitting = articleLike(article.word, rest, false);
    if (fitting.toLowerCase() !== article.word.toLowerCase()) {
      return { span: { start: article.start, end: to }, text: `${fitting} ` };
    }
  }
  const opens =
    from === start && /\p{Lu}/u.test(text[start] ?? '') && !/[\p{L}\p{N},;]\s*$/u.test(text.slice(0, from));
  const letter = /^\p{Ll}/u.exec(rest)?.[0];
  if (opens && letter) return { span: { start: from, end: to + letter.length }, text: raise(letter) };
  return { span: { start: from, end: to }, text: text_ };
}

/** *X and Y* without X. */
function firstOfTwo(s: Surroundings, conjunction: string): { span: Span; text: string } | undefined {
  const { left, right, end } = s;
  const rest = right.slice(conjunction.length);
  const next = firstWord(rest);
  if (next === undefined || closed(next)) return undefined;
  const listed = /,\s*$/.exec(left);
  if (listed) {
    const comma = s.start - listed[0].length;
    const before = left.slice(0, listed.index);
    if (!adjectiveBefore(before)) return undefined;
    // Of three and an 'and', two and the 'and' are left; the comma before 'and' goes with the third.
    const serial = conjunction.startsWith(',') && !before.includes(',') ? 1 : 0;
    return cut(s, comma, end + serial);
  }
  const previous = lastWord(left);
  if (previous !== undefined && COPULAS.has(previous)) {
    const follows = /^[\p{L}\p{N}'’-]+(.*)$/su.exec(rest)?.[1] ?? '';
    if (!ended(follows) && !CARRIES_ON.test(next) && !ADJECTIVE.test(firstWord(follows) ?? ''))
      return undefined;
  }
  return cut(s, s.start, end + conjunction.length);
}

/** *X and Y* without Y. */
function lastOfTwo(s: Surroundings, conjunction: string): { span: Span; text: string } | undefined {
  const from = s.start - conjunction.length;
  const before = s.left.slice(0, s.left.length - conjunction.length);
  // *, and young*: nothing but the conjunction stands beside it.
  if (!/[\p{L}\p{N}]/u.test(before + s.right)) return undefined;
  if (!ended(s.right)) {
    const next = firstWord(s.right) ?? '';
    return adjectiveBefore(before) && !closed(next) ? cut(s, from, s.end) : undefined;
  }
  const comma = before.lastIndexOf(',');
  const last = before
    .slice(comma + 1)
    .trim()
    .split(/\s+/);
  if (comma < 0 || last.length > 3 || last.some((word) => closed(word.toLowerCase())))
    return cut(s, from, s.end);
  // 'kind, open and young.' → 'kind and open.'
  const start = s.start - s.left.length + comma;
  return { span: { start, end: s.end }, text: ` and${before.slice(comma + 1)}` };
}

/**
 * Takes words out of a text, with what they would leave orphaned: *and*, a comma, brackets, a dash, *very*; the next
 * word takes over the capital of a sentence, and *a* or *an* fits it.
 *
 * @param span whole words, in code units of `text`
 * @returns undefined when no good English would be left: a lost predicate or object, an emptied sentence
 */
export function removeWords(text: string, span: Span): { span: Span; text: string } | undefined {
  if (
    /[\p{L}\p{N}'’/-]/u.test(text[span.start - 1] ?? ' ') ||
    /[\p{L}\p{N}'’/-]/u.test(text[span.end] ?? ' ')
  ) {
    return undefined;
  }
  const degree = /(?:^|\s)(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, span.start - 20), span.start));
  const more =
    degree?.[1] !== undefined && DEGREE.has(degree[1].toLowerCase()) ? degree[0].trimStart().length : 0;
  const s = around(text, span.start - more, span.end);
  const { left, right, start, end } = s;
  // 'Females only, please.'
  if (!/[\p{L}\p{N}]/u.test((left + right).replace(POLITE, ''))) return undefined;

  const bracket = /\s*[([]$/u.exec(left);
  if (bracket && /^[)\]]/.test(right)) {
    if (left.length === bracket[0].length) return undefined;
    return { span: { start: start - bracket[0].length, end: end + 1 }, text: '' };
  }
  const after = /^,?\s+(?:and\/or|and|or|&)\s+/iu.exec(right)?.[0];
  if (after) return firstOfTwo(s, after);
  const before = /,?\s+(?:and\/or|and|or|&)\s+$/iu.exec(left)?.[0];
  if (before) return lastOfTwo(s, before);

  const comma = /,\s*$/u.exec(left);
  const next = firstWord(right);
  if (comma) {
    const item = left.slice(0, comma.index);
    if (ended(right))
      return /[\p{L}\p{N}]/u.test(item)
        ? { span: { start: start - comma[0].length, end }, text: '' }
        : undefined;
    if (next === undefined || closed(next)) return undefined;
    if (adjectiveBefore(item)) return { span: { start: start - comma[0].length, end }, text: '' };
    return DETERMINERS.has(item.trim().toLowerCase().split(/\s+/).at(-2) ?? '')
      ? undefined
      : cut(s, start, gapEnd(s));
  }
  const then = /^,\s+/u.exec(right)?.[0];
  if (then) {
    const following = firstWord(right.slice(then.length));
    if (following === undefined || closed(following)) return undefined;
    const previous = lastWord(left);
    const fits =
      previous === undefined ||
      DETERMINERS.has(previous) ||
      COPULAS.has(previous) ||
      ADJECTIVE.test(following);
    return fits ? cut(s, start, end + then.length) : undefined;
  }
  const dash = /\s+[–—-]\s+$/u.exec(left)?.[0];
  if (dash && ended(right)) return { span: { start: start - dash.length, end }, text: '' };
  if (ended(right) || next === undefined || closed(next)) return undefined;
  return cut(s, start, gapEnd(s));
}

const gapEnd = ({ right, end }: Surroundings) => end + (/^\s*/.exec(right)?.[0].length ?? 0);
