import type { Block, Posting } from '../../contract/posting.ts';
import { type Token, tokensOf } from '../../words/tokens.ts';

/** How many things a posting asks for. */
export interface RequirementCount {
  mustHaves: number;
  niceToHaves: number;
  /** Index of the first block that was counted as a must. */
  first: number | undefined;
}

const words = (list: string) => new Set(list.split(' '));

/** In an item under a heading of requirements, these say that it is a wish. */
const WISHES = words(
  'preferred preferably ideally bonus desirable desired advantageous advantage asset optional plus beneficial',
);

const remembered = new WeakMap<Posting, RequirementCount>();

/**
 * Counts what is asked for under such headings: one for each item of a list, and one for each sentence where there is
 * no list. An item that says *preferred* or *a plus* is a wish wherever it stands; of items joined by *or*, one counts;
 * what stands below an item explains it.
 *
 * @param posting - with sections set on its blocks
 */
export function countRequirements(posting: Posting): RequirementCount {
  let count = remembered.get(posting);
  if (!count) {
    const musts = asked(posting, 'requirements');
    const wishes = musts.filter(({ isWish }) => isWish).length;
    count = {
      mustHaves: musts.length - wishes,
      niceToHaves: wishes + asked(posting, 'nice-to-have').length,
      first: musts.find(({ isWish }) => !isWish)?.block,
    };
    remembered.set(posting, count);
  }
  return count;
}

interface Asked {
  block: number;
  isWish: boolean;
}

function asked(posting: Posting, section: 'requirements' | 'nice-to-have'): Asked[] {
  const blocks = posting.blocks.filter((block) => block.section === section && block.kind !== 'heading');
  // Where there is a list, the sentences around it introduce it.
  const items = blocks.filter(({ kind }) => kind === 'item');
  if (items.length === 0) return blocks.flatMap(sentencesOf);
  const depth = Math.min(...items.map((item) => item.depth));
  return items
    .filter((item) => item.depth === depth && !goesOn(item, posting.blocks[item.index - 1]))
    .map((item) => ({ block: item.index, isWish: tokensOf(item).some(isWish) }));
}

function sentencesOf(block: Block): Asked[] {
  const found: Asked[] = [];
  for (const token of tokensOf(block)) {
    const here = found[token.sentence];
    if (!here) found[token.sentence] = { block: block.index, isWish: isWish(token) };
    else here.isWish ||= isWish(token);
  }
  return found.filter((each) => each !== undefined);
}

function isWish({ norm }: Token): boolean {
  return WISHES.has(norm);
}

/** Whether an item is another way to have what the one before it asks for. */
function goesOn(item: Block, before: Block | undefined): boolean {
  if (/^\W*or\b/i.test(item.text)) return true;
  return before?.kind === 'item' && /(?:^|[\s;,/])or\W*$/i.test(before.text.slice(-12));
}
