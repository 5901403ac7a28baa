import type { Draught } from './blocks.ts';
import { bareWords, type SectionVocabulary } from './vocabulary.ts';

const LONGEST = 48;

/**
 * Cells that name the cells beside them become labels as a whole: a `label` region covers all of their text. Their
 * values are the next cells of the row. That is so for `<th>` and `<dt>` beside other cells, and for the first cell of
 * a row of two that is short or known to the vocabulary.
 */
export function markCellLabels(draughts: readonly Draught[], vocabulary: SectionVocabulary): void {
  for (let i = 0; i < draughts.length; ) {
    const { row } = draughts[i]!;
    let end = i + 1;
    while (row > 0 && end < draughts.length && draughts[end]!.row === row) end++;
    if (row > 0) {
      if (headsColumns(draughts, i, end, vocabulary)) end = endOfColumns(draughts, i, end);
      else markRow(draughts.slice(i, end), vocabulary);
    }
    i = end;
  }
}

/** Where the rows under a head end: no row of as many cells without a head of its own follows. */
function endOfColumns(draughts: readonly Draught[], from: number, to: number): number {
  let end = to;
  for (;;) {
    const { row, header } = draughts[end] ?? { row: 0, header: true };
    if (row === 0 || header) return end;
    let next = end;
    while (draughts[next]?.row === row) next++;
    if (next - end !== to - from) return end;
    end = next;
  }
}

/** Whether a row of known words stands over a row that begins with none: *What you do | What you bring*. */
function headsColumns(
  draughts: readonly Draught[],
  from: number,
  to: number,
  vocabulary: SectionVocabulary,
): boolean {
  const before = draughts[from - 1];
  const below = draughts[to];
  const first = before === undefined || before.row === 0 || before.row !== draughts[from]!.row - 1;
  if (to - from < 2 || !(first || draughts.slice(from, to).every(({ header }) => header))) return false;
  if (!below || below.row === 0) return false;
  const kinds = draughts.slice(from, to).map(({ block }) => vocabulary.heading(bareWords(block.text)));
  const kind = vocabulary.label(bareWords(below.block.text));
  return (
    kinds.every((each) => each !== undefined) && new Set(kinds).size === kinds.length && kind === undefined
  );
}

function markRow(cells: readonly Draught[], vocabulary: SectionVocabulary): void {
  const [first, second] = cells;
  if (!first) return;
  const { block } = first;
  if (
    block.kind !== 'cell' ||
    block.text.length > LONGEST ||
    block.regions.some(({ kind }) => kind === 'label')
  )
    return;
  const words = bareWords(block.text);
  const known = vocabulary.label(words) !== undefined || vocabulary.heading(words) !== undefined;
  const names = first.header && !second?.header;
  const pair =
    cells.length === 2 &&
    !first.header &&
    words.split(/\s+/).length <= 7 &&
    (/\?$/.test(words) || (words.split(/\s+/).length <= 5 && !/[\d.!]$/.test(words)));
  const headerPair = cells.length === 2 && first.header && second?.header === true && known;
  if (names || (pair && (known || /^\p{Lu}/u.test(words))) || headerPair) {
    block.regions.push({ kind: 'label', start: 0, end: block.text.length });
  }
}
