import type { Edit } from '../../contract/finding.ts';
import type { Posting } from '../../contract/posting.ts';
import { sourceEdits } from '../edits.ts';
import type { Change, Passage } from './compare.ts';
import { type CanonicalText, GAP, type PostingWords } from './text.ts';
import { replaceBlocks } from './write.ts';

/**
 * Edits that turn a passage into the canonical text. Where the two differ in words of single blocks, only these words
 * change and marks, links and line breaks around them stay; otherwise the passage's blocks are written anew.
 *
 * @returns undefined when neither can be done without harm
 */
export function editsTo(
  text: CanonicalText,
  posting: Posting,
  words: PostingWords,
  { passage, changes }: { passage: Passage; changes: readonly Change[] },
): Edit[] | undefined {
  const byWords = () => changeWords(text, posting, words, passage, changes);
  const byBlocks = () => changeBlocks(text, posting, words, passage);
  // Sentences of one paragraph that are to be items would keep their commas. Lines of plain text are blocks of their own.
  const blocks = new Set(words.words.slice(passage.from, passage.to).map(({ at }) => at));
  const sameShape = blocks.size === text.pieces.length || posting.format === 'text';
  return sameShape ? (byWords() ?? byBlocks()) : (byBlocks() ?? byWords());
}

function changeWords(
  text: CanonicalText,
  posting: Posting,
  words: PostingWords,
  passage: Passage,
  changes: readonly Change[],
): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const change of changes) {
    const wanted = blockEdit(text, words, passage, change);
    const block = wanted && posting.blocks[wanted.block];
    const made = block && sourceEdits(block, posting.format, shortened(wanted, block.text), posting.source);
    if (!made) return undefined;
    edits.push(...made);
  }
  edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const apart = edits.every((edit, at) => at === 0 || edit.span.start >= (edits[at - 1]?.span.end ?? 0));
  return apart ? edits : undefined;
}

interface BlockEdit {
  block: number;
  span: { start: number; end: number };
  text: string;
}

/**
 * The edit of one block's text that makes a change good: from the last word that stays before it to the first that
 * stays after it, so that the punctuation in between comes along.
 */
function blockEdit(
  { words: meant, pieces }: CanonicalText,
  { words }: PostingWords,
  passage: Passage,
  { from, to, first, last }: Change,
): BlockEdit | undefined {
  if (meant.slice(first, last).some(({ key }) => key === GAP)) return undefined;
  const before = from > passage.from ? words[from - 1] : undefined;
  const after = to < passage.to ? words[to] : undefined;
  const goes = words.slice(from, to);
  const comes = meant.slice(first, last);
  const block = goes[0]?.at ?? (first > 0 && meant[first - 1]?.at === comes[0]?.at ? before?.at : after?.at);
  const piece = comes[0]?.at ?? (before?.at === block ? meant[first - 1]?.at : meant[last]?.at);
  if (block === undefined || piece === undefined) return undefined;
  if (goes.some(({ at }) => at !== block) || comes.some(({ at }) => at !== piece)) return undefined;
  const left = before?.at === block && meant[first - 1]?.at === piece ? before : undefined;
  const right = after?.at === block && meant[last]?.at === piece ? after : undefined;
  const start = left?.end ?? goes[0]?.start ?? right?.start;
  const end = right?.start ?? goes.at(-1)?.end ?? left?.end;
  const own = pieces[piece]?.text;
  if (start === undefined || end === undefined || own === undefined) return undefined;
  const meantLeft = left ? meant[first - 1]?.end : (comes[0]?.start ?? meant[last]?.start);
  const meantRight = right ? meant[last]?.start : (comes.at(-1)?.end ?? meant[first - 1]?.end);
  return { block, span: { start, end }, text: own.slice(meantLeft, meantRight) };
}

/** Without what stays the same at both ends. */
function shortened(edit: BlockEdit, text: string): BlockEdit {
  const old = text.slice(edit.span.start, edit.span.end);
  let head = 0;
  while (head < old.length && head < edit.text.length && old[head] === edit.text[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, edit.text.length) - head;
  while (tail < most && old.at(-1 - tail) === edit.text.at(-1 - tail)) tail++;
  // Whole words: an edit that ends inside one would be hard to read.
  const letter = /[\p{L}\p{N}]/u;
  while (
    head > 0 &&
    letter.test(old[head - 1] ?? '') &&
    letter.test((old[head] ?? '') + (edit.text[head] ?? ''))
  )
    head--;
  const at = (back: number) => old.at(-back) ?? '';
  while (tail > 0 && letter.test(at(tail)) && letter.test(at(tail + 1) + (edit.text.at(-tail - 1) ?? '')))
    tail--;
  return {
    block: edit.block,
    span: { start: edit.span.start + head, end: edit.span.end - tail },
    text: edit.text.slice(head, edit.text.length - tail),
  };
}

/** All blocks of a passage written anew; possible when nothing else stands in them. */
function changeBlocks(
  text: CanonicalText,
  posting: Posting,
  { words }: PostingWords,
  { from, to }: Passage,
): Edit[] | undefined {
  const first = words[from]?.at;
  const last = words[to - 1]?.at;
  if (first === undefined || last === undefined) return undefined;
  if (words[from - 1]?.at === first || words[to]?.at === last) return undefined;
  const edit = replaceBlocks(posting, { first, last }, text);
  return edit && [edit];
}
