import type { Region } from '../contract/posting.ts';
import { bareWords, type SectionVocabulary } from './vocabulary.ts';

/** A label and what it labels may stand in one line: `Location: Leeds`. */
export interface Label {
  /** Offset behind the colon. */
  end: number;
  /** Whether anything follows. */
  value: boolean;
  /** Whether the vocabulary knows it. */
  known: boolean;
}

const LONGEST_LABEL = 48;
const MOST_WORDS = 6;
/** Verbs and pronouns that make what stands before a colon a sentence that goes on. */
const SENTENCE =
  /\b(?:will|would|must|should|can|may|are|is|was|were|include|includes|including|following|have|has|do|does|such|you|we|they|this|these|note|please|e\.g|i\.e|for example)\b/i;

/**
 * The label at the beginning of a line, with colon, full-width colon or, for words the vocabulary knows, a dash.
 *
 * @param regions those of the line; a bold label is a label whatever its words
 */
export function findLabel(
  text: string,
  regions: readonly Region[],
  vocabulary: SectionVocabulary,
): Label | undefined {
  const leader = leaderLabel(text, vocabulary);
  if (leader) return leader;
  const colon = colonAt(text);
  if (colon < 0)
    return (
      dashLabel(text, regions, vocabulary) ??
      questionLabel(text, vocabulary) ??
      sentenceLabel(text, vocabulary) ??
      boldSentence(text, regions, vocabulary)
    );
  const words = bareWords(text.slice(0, colon));
  if (words === '') return undefined;
  const count = words.split(/\s+/).length;
  if (count > MOST_WORDS) return undefined;
  const value = text.slice(colon + 1).trim() !== '';
  const known = vocabulary.label(words) !== undefined || vocabulary.heading(words) !== undefined;
  const bold = regions.some(
    ({ kind, start, end }) =>
      kind === 'strong' &&
      start <= text.length - text.trimStart().length + 4 &&
      end >= colon - 1 &&
      end <= colon + 2,
  );
  const plain =
    count <= 4 && /^[\p{Lu}\p{N}]/u.test(words) && !SENTENCE.test(words) && !/[.!?,;]/.test(words);
  return known || bold || plain ? { end: colon + 1, value, known } : undefined;
}

/** The first colon that ends a word and does not stand inside an address or a time. */
function colonAt(text: string): number {
  const limit = Math.min(text.length, LONGEST_LABEL);
  for (let at = 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xff1a) return at;
    if (code !== 58) continue;
    const next = text[at + 1];
    if (next === undefined || /[\s\u00A0*_<]/.test(next)) return at;
    if (next === '/' || (/\d/.test(next) && /\d/.test(text[at - 1]!))) return -1;
    // `Pay:$24`; but not `ISO:27001` or `m:w:d`.
    return /[$€£¥]/.test(next) || /[a-z)]/.test(text[at - 1]!)
      ? /[\p{Lu}\p{Sc}\d]/u.test(next)
        ? at
        : -1
      : -1;
  }
  return -1;
}

/** `Location ........ Leeds`: what fills the line up to the value. */
const LEADER = /^([\p{L}][\p{L} /&'’()-]{1,36}?)\s?(?:\.{3,}|…+\.*|_{3,}|(?:\s?\.){4,})\s*/u;

/** So long, it parts the two even if the words are not known. */
const LONG_LEADER = /\.{4,}|_{4,}|…{2,}/;

function leaderLabel(text: string, vocabulary: SectionVocabulary): Label | undefined {
  if (!hasLeader(text)) return undefined;
  const match = LEADER.exec(text);
  if (!match || match[1]!.split(/\s+/).length > MOST_WORDS) return undefined;
  const words = bareWords(match[1]!);
  const known = vocabulary.label(words) !== undefined || vocabulary.heading(words) !== undefined;
  if (!known && !LONG_LEADER.test(match[0])) return undefined;
  return { end: match[0].length, value: match[0].length < text.length, known };
}

/** Whether two of the signs of a leader stand one after the other, or with a space between. */
function hasLeader(text: string): boolean {
  const limit = Math.min(text.length - 2, 40);
  for (let at = 2; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2026) return true;
    if (code !== 46 && code !== 95) continue;
    const next = text.charCodeAt(at + 1);
    if (next === code || (next === 32 && text.charCodeAt(at + 2) === code)) return true;
  }
  return false;
}

const DASH = /^([\p{L}\p{N}][\p{L}\p{N} /&'’]{1,44}?)\s[-–—]\s(?=\S)/u;

/** @param regions - in bold, a label may have more words */
function dashLabel(
  text: string,
  regions: readonly Region[],
  vocabulary: SectionVocabulary,
): Label | undefined {
  const match = hasDash(text) ? DASH.exec(text) : null;
  if (!match) return undefined;
  const words = match[1]!;
  const bold = regions.some(
    ({ kind, start, end }) => kind === 'strong' && start === 0 && end >= words.length,
  );
  if (words.split(/\s+/).length > (bold ? MOST_WORDS + 1 : 3)) return undefined;
  if (vocabulary.label(match[1]!) === undefined) return undefined;
  return { end: match[0].trimEnd().length, value: true, known: true };
}

/** Whether a dash behind white space stands where `DASH` may have one. */
function hasDash(text: string): boolean {
  const limit = Math.min(text.length, 48);
  for (let at = 3; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 0x2013 && code !== 0x2014) continue;
    const before = text.charCodeAt(at - 1);
    if (before <= 32 || before >= 128) return true;
  }
  return false;
}

const QUESTION = /^([^?.!:\n]{3,47}\?)\s+\S/u;

/** `Who are we? A bakery in Ghent.` */
function questionLabel(text: string, vocabulary: SectionVocabulary): Label | undefined {
  const mark = text.slice(0, LONGEST_LABEL).indexOf('?');
  const words = mark < 0 ? undefined : QUESTION.exec(text)?.[1];
  if (!words || words.split(/\s+/).length > MOST_WORDS + 1) return undefined;
  const known = vocabulary.heading(words) ?? vocabulary.heading(bareWords(words.slice(0, -1)));
  return known === undefined ? undefined : { end: words.length, value: true, known: true };
}

const ASKS = /^((?:what|where|who|when|how|why)(?: [^?.!:\n]{1,40})?)\.\s+\S/iu;

/** `Where. Our yard in Cork.`: the words of a question, though no question mark ends them. */
function sentenceLabel(text: string, vocabulary: SectionVocabulary): Label | undefined {
  const words = ASKS.exec(text)?.[1];
  if (!words || words.split(/\s+/).length > MOST_WORDS + 1) return undefined;
  if (vocabulary.heading(words) === undefined) return undefined;
  return { end: words.length + 1, value: true, known: true };
}

/** `**Your tasks.** File papers.`, `**Your tasks** File papers.` */
function boldSentence(
  text: string,
  regions: readonly Region[],
  vocabulary: SectionVocabulary,
): Label | undefined {
  const bold = regions.find(({ kind, start }) => kind === 'strong' && start === 0);
  if (!bold || bold.end > LONGEST_LABEL || bold.end >= text.length) return undefined;
  const words = bareWords(text.slice(0, bold.end));
  // Several words may begin the sentence: *You will have run a programme before*.
  const ends =
    /[.!]$/.test(text.slice(0, bold.end + 1).trimEnd()) ||
    /^(?:you|we|what|who) |\s(?:will|must|should|have)$/i.test(words);
  if (!ends && !/^\s+[\p{Lu}\p{N}\p{Sc}"“„]/u.test(text.slice(bold.end, bold.end + 8))) return undefined;
  if (vocabulary.heading(words) === undefined) return undefined;
  return { end: bold.end + (text[bold.end] === '.' ? 1 : 0), value: true, known: true };
}
