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

/** Words, and tests of words, of which every match of a pattern contains at least one. */
export interface Anchor {
  norms: string[];
  /** Words in exactly this case, of which the lower-case form may be common (*IT*). */
  exact: string[];
  tests: ((norm: string) => boolean)[];
  /** At most so many tokens of a match stand before it. */
  reach: number;
}

/** An anchor not yet spelt out: the node whose words it is. */
interface Candidate {
  nodes: PatternNode[];
  /** How often it is met. */
  weight: number;
  reach: number;
}

/** Finds the rarest anchors of patterns: where none of its words stands, a pattern need not be tried. */
export class Anchors {
  private readonly resolve: Resolve;
  /** Lists are named again and again. */
  private readonly classes = new Map<string, { candidate: Candidate | undefined; widest: number }>();

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  /** The anchor of a pattern; undefined when each of its parts can be any word or missing. */
  of(root: PatternNode): Anchor | undefined {
    const candidate = this.candidate(root);
    if (candidate === undefined) return undefined;
    const made: Anchor = { norms: [], exact: [], tests: [], reach: candidate.reach };
    for (const node of candidate.nodes) collect(node, made);
    return made;
  }

  private candidate(node: PatternNode): Candidate | undefined {
    switch (node.type) {
      case 'sequence':
        return this.ofSequence(node.parts);
      case 'choice':
        return this.ofChoice(node.options);
      case 'mark':
        return this.candidate(node.part);
      case 'class':
        return this.ofClass(node).candidate;
      case 'token':
        return leaf(node, isCapital(node) ? RARE : weightOf(node.norms[0]!) * node.norms.length);
      case 'forms':
        // The other forms are rarer than the first.
        return leaf(node, weightOf(node.head + node.base) + 3 * RARE);
      case 'glob':
        return leaf(node, TEST);
      case 'test':
        return leaf(node, node.test === isNumeric ? NUMBER : TEST);
      default:
        return undefined;
    }
  }

  private ofSequence(parts: readonly PatternNode[]): Candidate | undefined {
    let best: Candidate | undefined;
    let lowest = Number.POSITIVE_INFINITY;
    let before = 0;
    for (const part of parts) {
      const each = this.candidate(part);
      if (each !== undefined) {
        // The work it makes: how often it is met times the places to look at then.
        const cost = each.weight * (4 + before + each.reach);
        if (cost < lowest) {
          lowest = cost;
          best = { nodes: each.nodes, weight: each.weight, reach: each.reach + before };
        }
      }
      before += this.widest(part);
    }
    return best;
  }

  private ofChoice(options: readonly PatternNode[]): Candidate | undefined {
    const all: Candidate = { nodes: [], weight: 0, reach: 0 };
    for (const option of options) {
      const each = this.candidate(option);
      if (each === undefined) return undefined;
      for (const node of each.nodes) all.nodes.push(node);
      all.weight += each.weight;
      if (each.reach > all.reach) all.reach = each.reach;
    }
    return all;
  }

  private ofClass(node: ClassNode): { candidate: Candidate | undefined; widest: number } {
    let known = this.classes.get(node.name);
    if (known === undefined) {
      const content = CLASSES[node.name] ?? this.resolve(node);
      known = { candidate: this.candidate(content), widest: this.widest(content) };
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
      case 'optional':
      case 'mark':
        return this.widest(node.part);
      case 'class':
        return this.ofClass(node).widest;
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

/** An exact word that cannot be its own norm. */
const isCapital = ({ exact, norms }: TokenNode) => exact !== undefined && exact !== norms[0];
const leaf = (node: PatternNode, weight: number): Candidate => ({ nodes: [node], weight, reach: 0 });
const weightOf = (norm: string): number => weights.get(norm) ?? RARE;

function collect(node: PatternNode, anchor: Anchor): void {
  if (node.type === 'token') {
    if (isCapital(node)) anchor.exact.push(node.exact!);
    else for (const norm of node.norms) anchor.norms.push(norm);
  } else if (node.type === 'forms')
    for (const norm of formsOf(node.base, node.pos, node.head).keys()) anchor.norms.push(norm);
  else if (node.type === 'glob') anchor.tests.push(globTest(node.head, node.middle, node.tail));
  else if (node.type === 'test') anchor.tests.push(node.test);
}
