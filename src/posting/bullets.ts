import type { Line } from './line.ts';
import { sliceMapped } from './mapped-text.ts';

/** Signs that only ever stand before an item, a space after them or not. */
const SIGN = /^[•●·∙▪▫■□►▸▶▹➤➢➔→‣⁃◦○◆◇✓✔✅☑★☆\uF0B7\uF0A7\u2023][\s\u00A0]*/;
/** Signs and numbers that need the space. */
const SPACED = /^(?:[-*–—+>o]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])[\s\u00A0]+/;
const MIDDLE_DOT_IN_TEXT = /^·\S/;

/** Length of the bullet or number at the beginning of a line, with the space behind it; 0 without one. */
export function bulletLength(text: string): number {
  const sign = SIGN.exec(text);
  if (sign && !MIDDLE_DOT_IN_TEXT.test(text)) return sign[0].length;
  return SPACED.exec(text)?.[0].length ?? 0;
}

/** Turns a paragraph's line with a bullet into an item; its source keeps the bullet. */
export function asItem(line: Line, bullet: number, depth: number): void {
  const piece = sliceMapped(line, bullet, line.text.length);
  line.text = piece.text;
  line.stretches = piece.stretches;
  line.regions = piece.regions;
  line.kind = 'item';
  line.bullet = true;
  line.depth = depth;
}

/**
 * Turns paragraph lines that begin with a bullet into items, with depth by indentation.
 * Numbers and letters are bullets only where lines are lines: in Markdown they would have made a list.
 *
 * @param signsOnly only signs count, not numbers, letters, dashes and stars
 */
export function findItems(lines: readonly Line[], signsOnly: boolean): void {
  let indents: number[] = [];
  let group = -1;
  for (const line of lines) {
    if (line.kind !== 'paragraph') {
      indents = [];
      continue;
    }
    const sign = SIGN.exec(line.text);
    const bullet = signsOnly ? (sign ? sign[0].length : 0) : bulletLength(line.text);
    if (bullet === 0 || bullet >= line.text.length) {
      if (line.group !== group) indents = [];
      group = line.group;
      continue;
    }
    while (indents.length > 0 && indents.at(-1)! > line.indent) indents.pop();
    if (indents.at(-1) !== line.indent) indents.push(line.indent);
    group = line.group;
    asItem(line, bullet, line.depth + indents.length);
  }
}
