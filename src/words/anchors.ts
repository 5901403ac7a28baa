import { CLASSES, isNumeric } from './classes.ts';
import { LONGEST_UNIT, MOST_SKIPPED } from './edges.ts';
import type { ClassNode, PatternNode, TokenNode } from './syntax.ts';
import { formsOf, globTest, type Resolve } from './word-sets.ts';

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
    'management help within teams year practices support business based across used date skills number working year ' +
    'knowledge please pay provide each full status employment needs about & range disability only type make people any ' +
    "meet build minimum using ability where such part what when also 'll well level these years which best but",
);
const RARE = 0.1;
const NUMBER = 15;
const TEST = 2;
/** Words met so often are in most sentences. */
const COMMON = 30;
/** So many can be looked for faster than the pattern can be tried. */
const MOST_SECONDS = 48;

/** Words, and tests of words, of which every match of a pattern contains at least one. */
export interface Anchor {
  norms: string[];
  /** Words in exactly this case, of which the lower-case form may be common (*IT*). */
  exact: string[];
  tests: ((norm: string) => boolean)[];
  /** At most so many tokens of a match stand before it. */
  reach: number;
}

/** What is known of a class or list without looking at it again. */
interface Known {
  content: PatternNode;
  weight: number;
  widest: number;
}

/**
 * Finds the rarest anchors of patterns: where none of its words stands, a pattern need not be tried. It first weighs,
 * without making anything, and then spells out the best only: this is most of the work of starting.
 */
export class Anchors {
  private readonly resolve: Resolve;
  private readonly classes = new Map<string, Known>();

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  /** The anchor of a pattern; undefined when each of its parts can be any word or missing. */
  of(root: PatternNode): Anchor | undefined {
    if (this.weigh(root) === Number.POSITIVE_INFINITY) return undefined;
    const made: Anchor = { norms: [], exact: [], tests: [], reach: 0 };
    this.spell(root, 0, made);
    return made;
  }

  /**
   * Words of which every match contains at least one as well, besides those of the anchor: where the sentence has none,
   * it is not worth a try.
   *
   * @returns undefined when there are none, or too many to look for
   */
  seconds(root: PatternNode): readonly string[] | undefined {
    const parts = partsOf(root);
    if (parts.length < 2) return undefined;
    const first = this.bestOf(parts);
    let lowest = Number.POSITIVE_INFINITY;
    let words: readonly string[] | undefined;
    for (const [index, part] of parts.entries()) {
      const weight = this.weigh(part);
      if (index === first || weight >= lowest || weight > COMMON) continue;
      const made: Anchor = { norms: [], exact: [], tests: [], reach: 0 };
      this.spell(part, 0, made);
      const norms = [...made.norms, ...made.exact.map((word) => word.toLowerCase())];
      if (made.tests.length > 0 || norms.length > MOST_SECONDS) continue;
      lowest = weight;
      words = norms;
    }
    return words;
  }

  /** How often the rarest anchor of `node` is met; infinite when it has none. */
  private weigh(node: PatternNode): number {
    switch (node.type) {
      case 'sequence': {
        let least = Number.POSITIVE_INFINITY;
        for (const part of node.parts) least = Math.min(least, this.weigh(part));
        return least;
      }
      case 'choice': {
        let sum = 0;
        for (const option of node.options) sum += this.weigh(option);
        return sum;
      }
      case 'plain': {
        let sum = 0;
        for (const option of node.options) sum += weightOf(option);
        return sum;
      }
      case 'mark':
        return this.weigh(node.part);
      case 'class':
        return this.known(node).weight;
      case 'token':
        return isCapital(node) ? RARE : weightOf(node.norms[0]!) * node.norms.length;
      case 'forms':
        // The other forms are rarer than the first.
        return weightOf(node.base) + 3 * RARE;
      case 'glob':
        return TEST;
      case 'test':
        return node.test === isNumeric ? NUMBER : TEST;
      default:
        return Number.POSITIVE_INFINITY;
    }
  }

  /** Adds the words of the best anchor of `node`; so many tokens can stand before `node` in a match. */
  private spell(node: PatternNode, before: number, anchor: Anchor): void {
    switch (node.type) {
      case 'sequence':
        this.spellBest(node.parts, before, anchor);
        return;
      case 'choice':
        for (const option of node.options) this.spell(option, before, anchor);
        return;
      case 'mark':
        this.spell(node.part, before, anchor);
        return;
      case 'class':
        this.spell(this.known(node).content, before, anchor);
        return;
      case 'plain':
        for (const option of node.options) {
          const { word, place } = rarest(option);
          anchor.norms.push(word);
          anchor.reach = Math.max(anchor.reach, before + place * (1 + MOST_SKIPPED));
        }
        return;
      case 'token':
        if (isCapital(node)) anchor.exact.push(node.exact!);
        else for (const norm of node.norms) anchor.norms.push(norm);
        break;
      case 'forms':
        for (const norm of formsOf(node.base, node.pos, node.head).keys()) anchor.norms.push(norm);
        break;
      case 'glob':
        anchor.tests.push(globTest(node.head, node.middle, node.tail));
        break;
      case 'test':
        anchor.tests.push(node.test);
    }
    anchor.reach = Math.max(anchor.reach, before);
  }

  private spellBest(parts: readonly PatternNode[], before: number, anchor: Anchor): void {
    const best = this.bestOf(parts, before);
    let width = before;
    for (let i = 0; i < best; i++) width += this.widest(parts[i]!);
    this.spell(parts[best]!, width, anchor);
  }

  /** Which part makes the best anchor. */
  private bestOf(parts: readonly PatternNode[], before = 0): number {
    let lowest = Number.POSITIVE_INFINITY;
    let best = 0;
    let width = before;
    for (const [index, part] of parts.entries()) {
      // The work it makes: how often it is met times the places to look at then.
      const cost = this.weigh(part) * (4 + width);
      if (cost < lowest) {
        lowest = cost;
        best = index;
      }
      width += this.widest(part);
    }
    return best;
  }

  private known(node: ClassNode): Known {
    let known = this.classes.get(node.name);
    if (known === undefined) {
      const content = CLASSES[node.name] ?? this.resolve(node);
      known = { content, weight: this.weigh(content), widest: this.widest(content) };
      this.classes.set(node.name, known);
    }
    return known;
  }

  /** The greatest number of tokens that a match of `node` can have, marks that are passed over included. */
  private widest(node: PatternNode): number {
    switch (node.type) {
      case 'sequence': {
        let sum = 0;
        for (const part of node.parts) sum += this.widest(part);
        return sum;
      }
      case 'choice': {
        let most = 0;
        for (const option of node.options) most = Math.max(most, this.widest(option));
        return most;
      }
      case 'plain': {
        let most = 0;
        for (const option of node.options) most = Math.max(most, spaces(option));
        return (most + 1) * (1 + MOST_SKIPPED);
      }
      case 'optional':
      case 'mark':
        return this.widest(node.part);
      case 'class':
        return this.known(node).widest;
      case 'gap':
        return node.max * (LONGEST_UNIT + MOST_SKIPPED);
      case 'start':
      case 'end':
        return 0;
      default:
        return 1 + MOST_SKIPPED;
    }
  }
}

/** The parts that follow one another in every match. */
function partsOf(node: PatternNode): readonly PatternNode[] {
  if (node.type === 'mark') return partsOf(node.part);
  return node.type === 'sequence' ? node.parts : [node];
}

/** An exact word that cannot be its own norm. */
const isCapital = ({ exact, norms }: TokenNode) => exact !== undefined && exact !== norms[0];

/** Of a word; of several, that of the rarest. */
function weightOf(words: string): number {
  return words.includes(' ') ? rarest(words).weight : (weights.get(words) ?? RARE);
}

function rarest(words: string): { word: string; place: number; weight: number } {
  let best = { word: words, place: 0, weight: weights.get(words) ?? RARE };
  if (!words.includes(' ')) return best;
  best.weight = Number.POSITIVE_INFINITY;
  for (const [place, word] of words.split(' ').entries()) {
    const weight = weights.get(word) ?? RARE;
    if (weight < best.weight) best = { word, place, weight };
  }
  return best;
}

function spaces(words: string): number {
  let count = 0;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count++;
  return count;
}
