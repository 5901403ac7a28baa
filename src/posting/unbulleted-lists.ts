import type { Draught } from './blocks.ts';

const FEWEST = 3;
const LONGEST = 140;

/**
 * Lines without bullets and without a full stop, three or more in a row right under a heading or a colon, are a list
 * that lost its bullets when it was pasted.
 */
export function markUnbulletedLists(draughts: readonly Draught[]): void {
  for (let i = 0; i < draughts.length; ) {
    let end = i;
    const { group } = draughts[i]!;
    while (end < draughts.length && isBare(draughts[end]!) && draughts[end]!.group === group) end++;
    const before = draughts[i - 1]?.block;
    const introduced = before !== undefined && (before.kind === 'heading' || before.text.endsWith(':'));
    if (introduced && end - i >= FEWEST) {
      for (let k = i; k < end; k++) {
        draughts[k]!.block.kind = 'item';
        draughts[k]!.block.depth = 1;
      }
    }
    i = Math.max(i + 1, end);
  }
}

function isBare({ block, labelled }: Draught): boolean {
  return (
    !labelled &&
    block.kind === 'paragraph' &&
    block.text.length <= LONGEST &&
    !/[.!?:]["”’)]?$/.test(block.text)
  );
}
