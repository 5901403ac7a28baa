import type { Block } from '../../contract/posting.ts';
import type { Token } from '../../words/tokens.ts';
import { findDates, namesDay } from '../facts/dates.ts';
import { labelOf } from './outline.ts';

/** Tells, by their shape, lines of facts from sentences. */

/** Whether a block's only addresses are links in its words, or a label names them: *URL: …*. */
export function isOnlyLinked(block: Block): boolean {
  if (block.regions.some(({ kind }) => kind === 'email')) return false;
  return labelOf(block) !== undefined || block.regions.some(({ kind }) => kind === 'link');
}

/** *The role: surveys of shingle, modelling, papers*: what one does, though no verb says so. */
export function isList(value: string): boolean {
  return (
    /,/.test(value) &&
    !/\b(?:is|are|was|will|has|have|you|we|pays?|offers?|time|permanent|contract)\b/i.test(value)
  );
}

const DAYS_OF_WORK = /day\s*(?:to|through|till|until|and|&|[-–—])\s*(?:mon|tue|wed|thu|fri|sat|sun)/i;

/** Whether a text names a day, and not the days of a working week: *Tuesday to Saturday* is no last day. */
export function namesLastDay(text: string): boolean {
  return findDates(text).length > 0 || (namesDay(text) && !DAYS_OF_WORK.test(text));
}

const OF_SENTENCES = new Set(
  'you we they i he she it our your their is are was were be will would has have had can who which that to and'.split(
    ' ',
  ),
);

/** Whether the sentence of a token is a few facts in a row: *Baker, nights, €15 an hour, Cork.* */
export function isShort(tokens: readonly Token[], at: number): boolean {
  const { sentence } = tokens[at]!;
  const own = tokens.filter((token) => token.sentence === sentence);
  return own.length <= 8 || (own.length <= 18 && !own.some(({ norm }) => OF_SENTENCES.has(norm)));
}
