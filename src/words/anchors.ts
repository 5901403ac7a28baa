import { CLASSES, isNumeric } from './classes.ts';
import { LONGEST_UNIT, MOST_SKIPPED } from './matcher.ts';
import { formsOf, globTest, type Resolve } from './program.ts';
import type { PatternNode } from './syntax.ts';

const weights = new Map<string, number>();
const weigh = (weight: number, list: string) => {
  for (const word of list.split(' ')) weights.set(word, weight);
};
// How often a word stands in a thousand words of job postings, roughly.
weigh(40, '- . , the and to of');
weigh(10, ': / a in be for you ) % ( with is or on will as');
weigh(
  4,
  'this are that experience we " your at not if an work job it may position our information \'s by services team salary can time have they all',
);
weigh(
  1,
  "service design candidates ' key apply applicants include development application from how must required their do more " +
    "other who role process technical qualifications public need use including user new requirements 're ensure " +
    'management help within teams year practices support business based across used date skills number working ' +
    'knowledge please pay provide each full status employment needs about & range disability only type make people any ' +
    "meet build minimum using ability where such part what when also 'll well level these years which best but",
);
const RARE = 0.1;
const NUMBER = 15;
const TEST = 2;

/** Words, and tests of words, of which every match of a pattern contains at least one. */
export interface Anchor {
  norms: string[];
  tests: ((norm: string) => boolean)[];
  /** How often it is met; the smaller the better. */
  weight: number;
  /** At most so many tokens of a match stand before it. */
  reach: number;
}

const anchor = (weight: number, norms: string[], tests: Anchor['tests'] = []): Anchor => ({
  norms,
  tests,
  weight,
  reach: 0,
});

/** Work that an anchor makes: how often it is met times the places to look at then. */
const cost = ({ weight, reach }: Anchor, before: number) => weight * (4 + before + reach);

function ofNorms(norms: Iterable<string>): Anchor {
  const made = anchor(0, []);
  for (const norm of norms) {
    made.norms.push(norm);
    made.weight += weights.get(norm) ?? RARE;
  }
  return made;
}

/**
 * The rarest anchor of a pattern: where none of its words stands, the pattern need not be tried.
 *
 * @returns undefined when every part of the pattern can be any word or missing
 */
export function anchorOf(node: PatternNode, resolve: Resolve): Anchor | undefined {
  switch (node.type) {
    case 'sequence': {
      let best: Anchor | undefined;
      let lowest = Number.POSITIVE_INFINITY;
      let before = 0;
      for (const part of node.parts) {
        const each = anchorOf(part, resolve);
        if (each !== undefined && cost(each, before) < lowest) {
          lowest = cost(each, before);
          best = { ...each, reach: each.reach + before };
        }
        before += widest(part, resolve);
      }
      return best;
    }
    case 'choice': {
      const all = anchor(0, []);
      for (const option of node.options) {
        const each = anchorOf(option, resolve);
        if (each === undefined) return undefined;
        all.norms.push(...each.norms);
        all.tests.push(...each.tests);
        all.weight += each.weight;
        all.reach = Math.max(all.reach, each.reach);
      }
      return all;
    }
    case 'mark':
      return anchorOf(node.part, resolve);
    case 'token':
      return ofNorms(node.norms);
    case 'forms':
      return ofNorms(formsOf(node.base, node.pos, node.head).keys());
    case 'glob':
      return anchor(TEST, [], [globTest(node.head, node.middle, node.tail)]);
    case 'test':
      return anchor(node.test === isNumeric ? NUMBER : TEST, [], [node.test]);
    case 'class':
      return anchorOf(CLASSES[node.name] ?? resolve(node), resolve);
    default:
      return undefined;
  }
}

/** The greatest number of tokens that a match of `node` can have, marks that are passed over included. */
function widest(node: PatternNode, resolve: Resolve): number {
  switch (node.type) {
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + widest(part, resolve), 0);
    case 'choice':
      return node.options.reduce((most, option) => Math.max(most, widest(option, resolve)), 0);
    case 'optional':
    case 'mark':
      return widest(node.part, resolve);
    case 'class':
      return widest(CLASSES[node.name] ?? resolve(node), resolve);
    case 'gap':
      return node.max * (LONGEST_UNIT + MOST_SKIPPED);
    case 'start':
    case 'end':
      return 0;
    default:
      return 1 + MOST_SKIPPED;
  }
}
