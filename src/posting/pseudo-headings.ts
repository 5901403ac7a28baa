import { findLabel } from './labels.ts';
import type { Line } from './line.ts';
import { continues } from './line-breaks.ts';
import { bareWords, type SectionVocabulary } from './vocabulary.ts';

/** What makes a line a heading; `none` when nothing does. */
export type HeadingStyle = 'none' | 'bold' | 'capitals' | 'colon' | 'known' | 'short';

export interface HeadingContext {
  lines: readonly Line[];
  vocabulary: SectionVocabulary;
  column: number;
  /** Styles of the lines before, for `capitals` after `capitals` and the like. */
  styles: readonly HeadingStyle[];
  /** Index of the title's line: what follows it is no section yet. */
  title: number | undefined;
}

const LONGEST = 90;
const MOST_WORDS = 12;
const SEPARATORS = /\s\|\s|\s·\s|\t|\.\s?\./;
const ENDS_OPEN = /[.;,]$/;
const SENTENCE_START =
  /\b(?:will|must|should|would|can|include|includes|including|following|have|has|be|is|are|was|were|such as)\s*$/i;
/** Verbs without which a line of bare words is no sentence. */
const FINITE = /\b(?:is|are|was|were|will|must|should|has|have|offers?|requires?|needs?|welcomes?|pays?)\b/i;
const QUESTION_WORD =
  /^(?:what|who|why|how|where|when|which|your|our|about|the|was|wer|wie|wir|qui|que|ce|wat|jouw)\b/i;

/** Whether line `i`, a paragraph's, is a heading that its writer made without the format's means. */
export function headingStyle(i: number, context: HeadingContext): HeadingStyle {
  const { lines, vocabulary, column } = context;
  const line = lines[i]!;
  const { text } = line;
  if (line.kind !== 'paragraph' || text.length > LONGEST) return 'none';
  const next = lines[i + 1];
  if (!next) return 'none';
  const count = countWords(text);
  if (count > MOST_WORDS || count === 0) return 'none';
  const before = lines[i - 1];
  const inGroup = before !== undefined && before.group === line.group;
  const goesOn = next.group === line.group;
  if (inGroup && before.kind === 'paragraph' && continuesText(context, i - 1)) return 'none';
  const bold = isBold(line);
  if (goesOn && !(bold && !startsBold(next)) && continues(line, next, column)) return 'none';
  if (ENDS_OPEN.test(text) || SEPARATORS.test(text)) return 'none';
  const label = findLabel(text, line.regions, vocabulary);
  if (label?.value) return 'none';
  if (!/\p{L}{2}/u.test(text)) return 'none';
  const words = bareWords(text);
  const colon = /[:：]$/.test(text);
  if (bold && !isPlaceholder(line)) return 'bold';
  const meaning = vocabulary.heading(words) ?? (colon ? vocabulary.label(words) : undefined);
  const alone =
    !inGroup ||
    ENDS_TEXT.test(before.text) ||
    before.kind !== 'paragraph' ||
    context.styles[i - 1] !== 'none';
  if (isCapitals(text) && count <= 10 && (alone || !goesOn)) return 'capitals';
  if (colon) {
    if (meaning !== undefined) return 'colon';
    return count <= 6 && alone && !SENTENCE_START.test(words) && !isSentence(words) && startsLarge(words)
      ? 'colon'
      : 'none';
  }
  if (meaning !== undefined && count <= 9) {
    if (alone || !goesOn) return meaningStands(i, context) ? 'known' : 'none';
  }
  return !inGroup && isShortHeading(i, context, count, words) ? 'short' : 'none';
}

const ENDS_TEXT = /[.!?:]["”’)\]]?$/;

function continuesText(context: HeadingContext, i: number): boolean {
  if (context.styles[i] !== 'none') return false;
  const before = context.lines[i]!;
  if (findLabel(before.text, before.regions, context.vocabulary)?.value) return false;
  return continues(before, context.lines[i + 1]!, context.column);
}

/** Words that name a section stand as its heading only when something follows that can be its content. */
function meaningStands(i: number, { lines, styles, title }: HeadingContext): boolean {
  const line = lines[i]!;
  const next = lines[i + 1]!;
  // The first of several bare lines under a heading is rather one of its items.
  const underHeading =
    i > 0 && i - 1 !== title && (styles[i - 1] !== 'none' || lines[i - 1]!.kind === 'heading');
  if (!underHeading) return true;
  if (next.group !== line.group) return next.kind !== 'heading';
  return (
    isProse(next.text) || next.kind === 'item' || (/[.!?]$/.test(next.text) && countWords(next.text) >= 3)
  );
}

function isShortHeading(
  i: number,
  { lines, styles, vocabulary }: HeadingContext,
  count: number,
  words: string,
): boolean {
  const line = lines[i]!;
  const next = lines[i + 1]!;
  if (count > 7 || line.text.length > 60 || !startsLarge(words)) return false;
  if (/[\d@,]|\/\/|\p{Sc}/u.test(words) || /[!…]$/.test(words)) return false;
  if (i === 0 || isHeadingLine(i - 1, lines, styles)) {
    // Right after a heading it takes more to be the next one.
    if (next.kind !== 'item') return false;
  }
  if (FINITE.test(words) && !QUESTION_WORD.test(words)) return false;
  if (next.kind === 'item') return true;
  if (next.kind !== 'paragraph') return false;
  if (findLabel(next.text, next.regions, vocabulary)) return false;
  return isProse(next.text);
}

function isHeadingLine(i: number, lines: readonly Line[], styles: readonly HeadingStyle[]): boolean {
  return lines[i]!.kind === 'heading' || (styles[i] ?? 'none') !== 'none';
}

function isProse(text: string): boolean {
  return text.length >= 70 || (/[.!?]$/.test(text) && countWords(text) >= 5);
}

function isSentence(words: string): boolean {
  return /^(?:you|we|they|i|it|this|these|in this|as an?|if|please)\b/i.test(words);
}

function startsLarge(words: string): boolean {
  const first = /\p{L}/u.exec(words)?.[0];
  return first !== undefined && (first !== first.toLowerCase() || first === first.toUpperCase());
}

/** All letters of the line are bold; a colon or emoji outside does no harm. */
export function isBold(line: Line): boolean {
  const { text } = line;
  for (const { kind, start, end } of line.regions) {
    if (kind !== 'strong') continue;
    if (!/[\p{L}\p{N}]/u.test(text.slice(0, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end))) return true;
  }
  return false;
}

function startsBold(line: Line): boolean {
  return line.regions.some(({ kind, start }) => kind === 'strong' && start === 0);
}

function isPlaceholder(line: Line): boolean {
  return line.regions.some(
    ({ kind, start, end }) => kind === 'placeholder' && end - start > line.text.length / 2,
  );
}

function isCapitals(text: string): boolean {
  let letters = 0;
  for (const char of text) {
    if (char !== char.toUpperCase()) return false;
    if (char !== char.toLowerCase()) letters++;
  }
  return letters >= 4;
}

/** Words, counted up to a bound. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length && count < 40; i++) {
    const space = text.charCodeAt(i) <= 32 || text.charCodeAt(i) === 160;
    if (!space && !inWord) count++;
    inWord = !space;
  }
  return count;
}
