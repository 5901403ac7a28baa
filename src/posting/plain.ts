import type { Region } from '../contract/posting.ts';
import type { Draft } from './draft.ts';
import { type Line, LineBuilder, makeLine, PARAGRAPH } from './line.ts';
import { type MappedText, sliceMapped } from './mapped-text.ts';

/** A line of dashes, equal signs, stars: a rule, or the underline of the line before. */
const RULE = /^(?:[-–—_*=~.#+]\s?){3,}$/;
const HASHES = /^(#{1,6})[ \t]+\S/;
/** Marks of bold text as people keep them from chats and Markdown. */
const BOLD = /(?:^|[\s(])(\*\*|__)(?=\S)/;
const COLUMNS_OF_A_TAB = 4;

/**
 * Reads plain text: each line a line, blank lines part groups.
 *
 * @param start where the text begins, after the front matter
 */
export function readPlain(draft: Draft, start: number): Line[] {
  const { parsed } = draft;
  const comments = findComments(draft, start);
  const lines: Line[] = [];
  const builder = new LineBuilder(draft);
  let group = 1;
  let comment = 0;
  for (let at = start; at < parsed.length; ) {
    let end = parsed.indexOf('\n', at);
    if (end < 0) end = parsed.length;
    let from = at;
    while (comment < comments.length && comments[comment]!.start < end) {
      const hidden = comments[comment]!;
      builder.add(from, hidden.start);
      from = Math.min(end, Math.max(from, hidden.end));
      if (hidden.end > end) break;
      comment++;
    }
    builder.add(from, end);
    const piece = withoutBoldMarks(builder.take());
    if (piece.text === '' || RULE.test(piece.text)) {
      if (piece.text.startsWith('=') || piece.text.startsWith('-')) underline(lines, group, piece.text);
      group++;
    } else {
      lines.push(plainLine(piece, group, indentation(parsed, at, end)));
    }
    at = end + 1;
  }
  return lines;
}

function plainLine(piece: MappedText, group: number, indent: number): Line {
  const hashes = HASHES.exec(piece.text)?.[1];
  const line = hashes
    ? makeLine(
        sliceMapped(
          piece,
          piece.text.length - piece.text.slice(hashes.length).trimStart().length,
          piece.text.length,
        ),
        { ...PARAGRAPH, kind: 'heading', level: hashes.length },
        group,
        false,
        undefined,
      )
    : makeLine(piece, PARAGRAPH, group, false, undefined);
  line.source.start = piece.stretches[1] ?? line.source.start;
  line.indent = indent;
  return line;
}

/** The only line of a group with a row of signs below it is a heading. */
function underline(lines: Line[], group: number, signs: string): void {
  const line = lines.at(-1);
  if (!line || line.group !== group || line.kind !== 'paragraph' || line.text.length > 80) return;
  const before = lines.at(-2);
  if (before && before.group === group) return;
  line.kind = 'heading';
  line.level = signs.startsWith('=') ? 1 : 2;
}

function indentation(text: string, from: number, to: number): number {
  let columns = 0;
  for (let at = from; at < to; at++) {
    if (text[at] === '\t') columns += COLUMNS_OF_A_TAB;
    else if (text[at] === ' ' || text[at] === '\u00A0') columns++;
    else break;
  }
  return columns;
}

/** `**Bold**` and `__bold__` become regions, as they are in Markdown. */
function withoutBoldMarks(piece: MappedText): MappedText {
  if (!BOLD.test(piece.text)) return piece;
  const kept: MappedText[] = [];
  const bold: boolean[] = [];
  let rest = 0;
  const { text } = piece;
  const pairs = /(\*\*|__)(?=\S)((?:(?!\1).){1,300}?\S)\1/g;
  for (let pair = pairs.exec(text); pair; pair = pairs.exec(text)) {
    const start = pair.index;
    if (start > 0 && !/[\s(]/.test(text[start - 1]!)) continue;
    if (start > rest) {
      kept.push(sliceMapped(piece, rest, start));
      bold.push(false);
    }
    kept.push(sliceMapped(piece, start + 2, pairs.lastIndex - 2));
    bold.push(true);
    rest = pairs.lastIndex;
  }
  if (kept.length === 0) return piece;
  if (rest < text.length) {
    kept.push(sliceMapped(piece, rest, text.length));
    bold.push(false);
  }
  return concatenate(kept, bold);
}

function concatenate(pieces: readonly MappedText[], bold: readonly boolean[]): MappedText {
  let text = '';
  const stretches: number[] = [];
  const regions: Region[] = [];
  pieces.forEach((piece, i) => {
    const shift = text.length;
    text += piece.text;
    for (let k = 0; k < piece.stretches.length; k += 3) {
      stretches.push(piece.stretches[k]! + shift, piece.stretches[k + 1]!, piece.stretches[k + 2]!);
    }
    for (const { kind, start, end } of piece.regions)
      regions.push({ kind, start: start + shift, end: end + shift });
    if (bold[i]) regions.push({ kind: 'strong', start: shift, end: text.length });
  });
  return { text, stretches, regions };
}

/** Comments for suppressions are honoured in plain text too, where nothing else looks like one. */
function findComments(draft: Draft, start: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const { source } = draft;
  for (let at = source.indexOf('<!--', start); at >= 0; ) {
    const close = source.indexOf('-->', at + 4);
    if (close < 0) break;
    const span = { start: at, end: close + 3 };
    found.push(span);
    draft.comments.push({ text: source.slice(at + 4, close), source: span });
    at = source.indexOf('<!--', span.end);
  }
  return found;
}
