import { findLabel } from './labels.ts';
import { continues } from './line-breaks.ts';
import { countWords, type HeadingContext, isBold } from './pseudo-headings.ts';
import { bareWords } from './vocabulary.ts';

export interface TitlePlace {
  /** Index of the line that is the title. */
  line: number | undefined;
  /** Whether the line is a heading by being the title. */
  heading: boolean;
}

const NONE: TitlePlace = { line: undefined, heading: false };
const TITLE_LABEL =
  /^(?:job |position |role |vacancy |working )?(?:title|position|role|vacancy|job)$|^(?:poste|intitulé(?: du poste)?|stelle|stellenbezeichnung|funktion|functie|puesto|cargo)$/i;
/** The beginning of a sentence about the writer or the reader. */
const SENTENCE =
  /^(?:I|I'm|I’m|we|we're|we’re|you|you'll|are you|do you|this|these|please|join us|looking for)\b/i;
/** A title stands near the beginning. */
const SEARCHED = 12;

/** Finds the posting's title: its first heading of the first level, or a first line that reads like one. */
export function findTitle(context: HeadingContext, titled: boolean): TitlePlace {
  const { lines, vocabulary } = context;
  const means = (i: number): boolean => vocabulary.heading(bareWords(lines[i]!.text)) !== undefined;
  const first = lines[0];
  if (!first) return NONE;
  const outermost = lines.findIndex((line) => line.level === 1);
  if (outermost === 0 || (outermost > 0 && !means(outermost))) {
    if (outermost !== 0 || !means(0) || lines.length === 1) return { line: outermost, heading: false };
  }
  if (first.kind === 'heading') {
    if (lines.length === 1 || titled || findLabel(first.text, first.regions, vocabulary)) return NONE;
    // A heading above all others is the title even if its words name a section: `Benefits Administrator`.
    const above = lines.every((line, i) => i === 0 || line.level === 0 || line.level > first.level);
    const others = lines.some((line, i) => i > 0 && line.level > 0);
    return !means(0) || (above && others) ? { line: 0, heading: false } : NONE;
  }
  if (titled) return NONE;
  for (let i = 0; i < Math.min(SEARCHED, lines.length); i++) {
    const line = lines[i]!;
    const label = findLabel(line.text, line.regions, vocabulary);
    if (label?.value && TITLE_LABEL.test(bareWords(line.text.slice(0, label.end))))
      return { line: i, heading: false };
  }
  // Above it may stand where the posting was found.
  let start = 0;
  while (start < Math.min(SEARCHED, lines.length) && /:\/\//.test(lines[start]!.text)) start++;
  return readsLikeTitle(context, start) && !means(start) ? { line: start, heading: true } : NONE;
}

function readsLikeTitle({ lines, vocabulary, column }: HeadingContext, i: number): boolean {
  const line = lines[i];
  const next = lines[i + 1];
  if (!line || !next || line.kind !== 'paragraph' || line.text.length > 100 || countWords(line.text) > 14)
    return false;
  if (SENTENCE.test(line.text) || /\p{Ll}{2}[.!?]\s/u.test(line.text)) return false;
  if (/[.:;,!?]$/.test(line.text) || !/\p{L}{2}/u.test(line.text)) return false;
  if (/\/\/|@/.test(line.text) || findLabel(line.text, line.regions, vocabulary)) return false;
  if (line.group !== next.group) return true;
  return isBold(line) || !continues(line, next, column);
}
