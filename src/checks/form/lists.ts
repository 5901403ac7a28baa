import type { Block, Posting } from '../../contract/posting.ts';

/** Items that follow each other in one list, at one depth. */
export function listsOf({ blocks }: Posting): Block[][] {
  const lists: Block[][] = [];
  // The open list of each depth; a block that is no item, or one less deep, closes it.
  let open: Block[][] = [];
  for (const block of blocks) {
    if (block.kind !== 'item') {
      open = [];
      continue;
    }
    open.length = Math.min(open.length, block.depth + 1);
    let list = open[block.depth];
    if (!list || list[0]?.heading !== block.heading) {
      list = [];
      lists.push(list);
      open[block.depth] = list;
    }
    list.push(block);
  }
  return lists;
}

export type ItemEnding = 'none' | 'period' | 'semicolon';

/** A sentence that ends inside the text, so that what follows is another. */
const INNER_END = /[.!?]["”’)]?\s+[\p{Lu}\d“"(]/u;
/** What ends in a full stop without being the end of a sentence. */
const ABBREVIATION =
  /(?:\b(?:etc|inc|ltd|co|corp|jr|sr|approx|no|vs|e\.g|i\.e|a\.m|p\.m|u\.s|u\.k|st)|\b\p{Lu})\.$/iu;
/** Subjects that make a sentence whole. */
const SUBJECT = /^(?:you|we|i|it|they|this|these|there|our|your|the|a|an|if|when|as|all|please|to)\b/i;

/**
 * What an item ends in; undefined where that says nothing: a colon, a question, an abbreviation, several sentences.
 */
export function endingOf({ text, regions }: Block): ItemEnding | undefined {
  const last = text.at(-1) ?? '';
  const atEnd = regions.some(
    ({ kind, end }) =>
      (kind === 'code' || kind === 'url' || kind === 'email' || kind === 'placeholder') &&
      end === text.length,
  );
  if (atEnd || text.split(/\s+/, 2).length < 2 || INNER_END.test(text)) return undefined;
  if (last === '.') return text.endsWith('..') || ABBREVIATION.test(text) ? undefined : 'period';
  if (last === ';') return 'semicolon';
  if (/[,;\s](?:and|or|either)$/i.test(text)) return undefined;
  return /[\p{L}\p{N})%”"’+]/u.test(last) ? 'none' : undefined;
}

/** Whether an item is a whole sentence with a subject, which ends in a full stop in any style. */
export function isWholeSentence({ text }: Block): boolean {
  return SUBJECT.test(text);
}
