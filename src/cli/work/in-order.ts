import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which whatever else is to be done gets a turn, such as a signal to stop. */
const TURN = 40;

/**
 * Works on items, several at a time, and hands over what came of each in the order they were given in.
 *
 * @param width - so many may be under way; asked again and again
 * @throws the first that `start` or `take` throws, in the order of the items
 */
export async function inOrder<Item, Result>(
  items: Iterable<Item>,
  width: () => number,
  start: (item: Item) => Promise<Result>,
  take: (item: Item, result: Result) => Promise<void>,
): Promise<void> {
  const underWay: { item: Item; result: Promise<Result> }[] = [];
  let turn = performance.now();
  const takeFirst = async () => {
    const first = underWay.shift();
    if (first) await take(first.item, await first.result);
    if (performance.now() - turn < TURN) return;
    await setImmediate();
    turn = performance.now();
  };
  for (const item of items) {
    const result = start(item);
    // Whether it failed is asked when its turn comes.
    result.catch(() => {});
    underWay.push({ item, result });
    while (underWay.length >= width()) await takeFirst();
  }
  while (underWay.length > 0) await takeFirst();
}
