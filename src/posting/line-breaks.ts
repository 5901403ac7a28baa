import type { Line } from './line.ts';

/** Nobody wraps by hand at less, or at more columns. */
const NARROWEST = 40;
const WIDEST = 132;
const ENDS_SENTENCE = /[.!?:;…]["”’)\]]?$/;
const ADDRESS = /^(?:https?:|www\.|[\w.+-]{1,64}@|[\w-]{1,60}\.[a-z]{2,8}(?:\/|$))/;
/** Words and signs after which a line cannot end: the text goes on in the next. */
const GOES_ON =
  /(?:[,\-–/&(]|\b(?:a|an|the|of|and|or|to|in|for|with|at|by|from|on|as|our|your|their|its|is|are|be|we|you|that|which|who|und|oder|der|die|das|et|ou|de|la|le|les|des|du|en|el|los|y|van|het|een))$/i;

/**
 * The column at which the writer (or a program) cut lines, or infinity when lines were not cut: then every line break
 * is meant. A line was surely cut when the next one of its paragraph starts with a small letter.
 */
export function wrapColumn(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    const before = lines[i - 1]!;
    if (line.group !== before.group || line.kind !== 'paragraph') continue;
    const width = before.text.length;
    if (width < NARROWEST || width > WIDEST || ENDS_SENTENCE.test(before.text)) continue;
    if (startsSmall(line.text)) lengths.push(width);
  }
  if (lengths.length === 0) return Number.POSITIVE_INFINITY;
  lengths.sort((a, b) => a - b);
  // The longest line, but not one that stands out.
  return lengths[Math.floor((lengths.length - 1) * 0.9)]!;
}

/**
 * Whether `next` goes on with the sentence or paragraph of `line`, so that the break between them is a space.
 * Both are lines of one group.
 *
 * @param column what `wrapColumn` says
 */
export function continues(line: Line, next: Line, column: number): boolean {
  if (line.kind === 'cell' || line.kind === 'heading') return next.kind === line.kind;
  if (next.kind === 'item' && line.kind !== 'item') return false;
  if (line.kind === 'item' && next.indent > line.indent) return true;
  const { text } = line;
  const small = startsSmall(next.text);
  if ((small || text.length >= NARROWEST) && GOES_ON.test(text.slice(-12))) return true;
  if (small && (next.soft || (text.length >= NARROWEST && !ENDS_SENTENCE.test(text)))) return true;
  const space = text.indexOf(' ') < 0 ? 0 : 1;
  const firstWord = next.text.search(/\s/);
  const room = text.length + space + (firstWord < 0 ? next.text.length : firstWord);
  if (text.length >= NARROWEST && text.length <= WIDEST + 20 && room > column && text.length >= column * 0.6)
    return true;
  if (!next.soft) return false;
  // Markdown reads the break as a space. It is meant where the writer had room to go on and what stands before it is
  // no sentence: a short line, a label.
  return ENDS_SENTENCE.test(text)
    ? text.length >= NARROWEST || !text.endsWith(':')
    : text.length >= NARROWEST * 1.5;
}

/** Whether a text starts with a small letter, as no sentence does; an address is no text. */
export function startsSmall(text: string): boolean {
  if (ADDRESS.test(text)) return false;
  const first = /^["“‘'([]?(\p{L})/u.exec(text.slice(0, 4))?.[1];
  return first !== undefined && first === first.toLowerCase() && first !== first.toUpperCase();
}
