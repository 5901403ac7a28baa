import type { Block } from '../contract/posting.ts';
import { findItems } from './bullets.ts';
import { findLabel } from './labels.ts';
import type { Line } from './line.ts';
import { continues, wrapColumn } from './line-breaks.ts';
import { createSourceMap, joinMapped, type MappedText } from './mapped-text.ts';
import { type HeadingContext, type HeadingStyle, headingStyle } from './pseudo-headings.ts';
import { findTitle } from './title.ts';
import { markUnbulletedLists } from './unbulleted-lists.ts';
import type { SectionVocabulary } from './vocabulary.ts';

export interface BlockOptions {
  source: string;
  vocabulary: SectionVocabulary;
  /** Whether line breaks inside a paragraph are as the writer left them (plain text). */
  plain: boolean;
  /** Whether the front matter has a title. */
  titled: boolean;
}

/** A block with what only the reader needs to know of it. */
export interface Draught {
  block: Block;
  style: HeadingStyle | 'format';
  row: number;
  header: boolean;
  /** Blocks of one paragraph, one run of lines, share it. */
  group: number;
  labelled: boolean;
  language: string | undefined;
}

/** Makes blocks of lines: finds items, pseudo-headings, labelled lines, and joins what was only wrapped. */
export function makeBlocks(lines: readonly Line[], options: BlockOptions): Draught[] {
  findItems(lines, !options.plain);
  const column = wrapColumn(lines);
  const styles = new Array<HeadingStyle>(lines.length).fill('none');
  const context: HeadingContext = { lines, vocabulary: options.vocabulary, column, styles, title: undefined };
  const title = findTitle(context, options.titled);
  context.title = title.line;
  for (let i = 0; i < lines.length; i++) {
    styles[i] = i === title.line && title.heading ? 'short' : headingStyle(i, context);
  }
  const labelled = lines.map(
    (line, i) =>
      styles[i] === 'none' &&
      line.kind === 'paragraph' &&
      findLabel(line.text, line.regions, options.vocabulary) !== undefined,
  );
  const draughts: Draught[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    while (end < lines.length && joins(end, lines, styles, labelled, column)) end++;
    const draught = makeBlock(lines, i, end, styles[i]!, draughts.length, options.source);
    draught.labelled = labelled[i]!;
    draughts.push(draught);
    if (title.line !== undefined && i <= title.line && title.line < end) draught.block.title = true;
    i = end;
  }
  if (options.plain) markUnbulletedLists(draughts);
  placeHeadings(draughts);
  return draughts;
}

/** Whether line `i` is joined to the one before it. */
function joins(
  i: number,
  lines: readonly Line[],
  styles: readonly HeadingStyle[],
  labelled: readonly boolean[],
  column: number,
): boolean {
  const line = lines[i]!;
  const before = lines[i - 1]!;
  if (line.group !== before.group || styles[i] !== 'none' || styles[i - 1] !== 'none') return false;
  if (line.bullet) return false;
  if (labelled[i])
    return line.soft && continues(before, line, column) && !labelled[i - 1] && !/[.!?:;]$/.test(before.text);
  if (labelled[i - 1] && line.kind === 'paragraph' && before.text.length < 60)
    return line.soft && /^\p{Ll}/u.test(line.text);
  return continues(before, line, column);
}

function makeBlock(
  lines: readonly Line[],
  from: number,
  to: number,
  style: HeadingStyle,
  index: number,
  source: string,
): Draught {
  const first = lines[from]!;
  const last = lines[to - 1]!;
  const piece: MappedText = to - from === 1 ? first : joinMapped(lines.slice(from, to));
  const pseudo = style !== 'none';
  const block: Block = {
    index,
    kind: pseudo ? 'heading' : first.kind,
    title: false,
    level: pseudo || first.level > 0 ? first.level : undefined,
    pseudo,
    text: piece.text,
    map: createSourceMap(piece, source),
    source: { start: first.source.start, end: Math.max(first.source.end, last.source.end) },
    regions: piece.regions,
    language: 'en',
    section: undefined,
    heading: undefined,
    depth: first.depth,
  };
  return {
    block,
    style: first.kind === 'heading' ? 'format' : style,
    row: first.row,
    header: first.header,
    group: first.group,
    labelled: false,
    language: first.language,
  };
}

/** Levels of pseudo-headings, and for every block the heading it stands under. */
function placeHeadings(draughts: readonly Draught[]): void {
  const open: { index: number; level: number; style: Draught['style'] }[] = [];
  let real = draughts.some(({ block }) => block.title) ? 1 : 0;
  for (const { block, style } of draughts) {
    if (block.kind !== 'heading') {
      block.heading = open.at(-1)?.index;
      continue;
    }
    let level = block.level ?? 0;
    if (style === 'format') {
      real = level;
    } else if (block.title) {
      level = 1;
    } else {
      level = Math.min(6, real + 1);
      // `Text:` under a bold or capital heading is a part of it.
      const parent = open.findLast((heading) => heading.style !== 'format' && heading.level >= level);
      if (style === 'colon' && parent && parent.style !== 'colon' && parent.style !== 'short') {
        level = Math.min(6, parent.level + 1);
      }
    }
    block.level = level;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    block.heading = open.at(-1)?.index;
    open.push({ index: block.index, level, style });
  }
}
