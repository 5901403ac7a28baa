import { CLASSES } from './classes.ts';
import type { Form, PartOfSpeech } from './inflect.ts';
import { Starts } from './starts.ts';
import type { Pattern, PatternNode } from './syntax.ts';
import { idOf } from './vocabulary.ts';
import { formsOf, globTest, type Resolve } from './word-sets.ts';

export const TOKEN = 0;
export const FORMS = 1;
export const TEST = 2;
export const GAP = 3;
export const SPLIT = 4;
export const DISPATCH = 5;
export const START = 6;
export const END = 7;
export const OPEN = 8;
export const CLOSE = 9;
export const ACCEPT = 10;
export const LIST = 11;

/** What OPEN and CLOSE surround: a group has its number, the marked part this. */
export const MARK = -1;

/** A state of the automaton. Everything but SPLIT and DISPATCH leads on to `next`. */
export interface State {
  // What most steps look at stands first: a state is larger than a line of the processor's memory.
  op: number;
  next: State | undefined;
  /** TOKEN: number of `norm` (see `idOf`); 0 when there is no one norm. */
  id: number;
  exact: string | undefined;
  tight: boolean;
  /** Number of a state that can be reached in several ways; the key of its memory. */
  slot: number;
  /** TOKEN: the only form; undefined where there are several. */
  norm: string | undefined;
  norms: readonly string[] | undefined;
  /** FORMS */
  forms: ReadonlyMap<string, Form> | undefined;
  /** SPLIT, best first; DISPATCH: those that cannot be told by their first word. */
  targets: readonly State[];
  table: Dispatch | undefined;
  /** LIST: what it matches, and what it is called. */
  list: Program | undefined;
  name: string;
  /** GAP: the fewest and the most words. */
  least: number;
  most: number;
  /** TEST */
  test: ((norm: string) => boolean) | undefined;
  /** FORMS */
  base: string;
  pos: PartOfSpeech | undefined;
  /** OPEN, CLOSE: number of the group, or MARK. */
  group: number;
}

export interface Program {
  /** Number among all programs. */
  id: number;
  start: State;
  /** Number of states with a memory. */
  slots: number;
  groups: number;
  /** Forms of the nouns that the pattern can end in: a possessive ending may follow these. */
  nouns: readonly ReadonlyMap<string, Form>[];
}

/** Alternatives by their first word; what tests say of a word is remembered. */
export class Dispatch {
  private readonly literal = new Map<string, State[]>();
  /** A bit for each number, modulo their number, that a word of `literal` has; most words are turned away by it. */
  private bits: Uint8Array | undefined;
  private readonly tested: { test: (norm: string) => boolean; target: State }[] = [];
  private readonly seen = new Map<string, readonly State[]>();

  add(starts: Starts, target: State): void {
    for (const norm of starts.norms()) {
      const known = this.literal.get(norm);
      if (known === undefined) this.literal.set(norm, [target]);
      else if (known[known.length - 1] !== target) known.push(target);
    }
    for (const test of starts.allTests()) this.tested.push({ test, target });
  }

  /** @param id - the number of the word; 0 for a word without one */
  targets(norm: string, id: number): readonly State[] | undefined {
    if (this.tested.length === 0) {
      if (id > 0) {
        this.bits ??= bitsOf(this.literal.keys());
        if (this.bits[id & (this.bits.length - 1)] === 0) return undefined;
      }
      return this.literal.get(norm);
    }
    let found = this.seen.get(norm);
    if (found === undefined) {
      const all = new Set(this.literal.get(norm));
      for (const { test, target } of this.tested) if (test(norm)) all.add(target);
      found = [...all];
      if (this.seen.size >= MOST_SEEN) this.seen.clear();
      this.seen.set(norm, found);
    }
    return found.length > 0 ? found : undefined;
  }
}

const MOST_SEEN = 5_000;

function bitsOf(norms: Iterable<string>): Uint8Array {
  const all = [...norms];
  let size = 64;
  while (size < 8 * all.length) size *= 2;
  const bits = new Uint8Array(size);
  for (const norm of all) {
    const id = idOf(norm);
    // A word without a number may be any.
    if (id === 0) return new Uint8Array(1).fill(1);
    bits[id & (size - 1)] = 1;
  }
  return bits;
}

/** The state that the next word meets first, as far as brackets lead to one. */
export function headOf(target: State): State {
  let head = target;
  while (head.op === OPEN || head.op === CLOSE) head = head.next!;
  return head;
}

/** From this many alternatives on, the one to follow is looked up by its first word. */
const MANY = 6;

let programs = 0;

/** Builds the automaton of a pattern. */
export function build({ root, groups }: Pick<Pattern, 'root' | 'groups'>, resolve: Resolve): Program {
  const builder = new Builder(resolve);
  const start = builder.build(root, state(ACCEPT, undefined));
  const nouns: ReadonlyMap<string, Form>[] = [];
  lastNouns(root, nouns);
  return { id: ++programs, start, slots: builder.slots, groups, nouns };
}

/** Programs of classes and lists, built once for all patterns that name them. */
const lists = new WeakMap<PatternNode, Program>();

function listProgram(content: PatternNode, resolve: Resolve): Program {
  let program = lists.get(content);
  if (program === undefined) {
    program = build({ root: content, groups: 0 }, resolve);
    lists.set(content, program);
  }
  return program;
}

function state(op: number, next: State | undefined): State {
  return {
    op,
    next,
    id: 0,
    exact: undefined,
    tight: false,
    slot: 0,
    norm: undefined,
    norms: undefined,
    forms: undefined,
    targets: [],
    table: undefined,
    list: undefined,
    name: '',
    least: 0,
    most: 0,
    test: undefined,
    base: '',
    pos: undefined,
    group: 0,
  };
}

class Builder {
  slots = 0;
  private readonly resolve: Resolve;

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  /** The state that matches `node` and goes on to `next`. */
  build(node: PatternNode, next: State): State {
    switch (node.type) {
      case 'sequence':
        return node.parts.reduceRight((after, part) => this.build(part, after), next);
      case 'choice':
        return this.choice(node.options, node.group, next);
      case 'plain':
        return this.choice(node.options.map(plainWords), node.group, next);
      case 'optional':
        return this.split([this.build(node.part, next), next]);
      case 'token': {
        const made = state(TOKEN, next);
        const [norm, ...more] = node.norms;
        if (norm !== undefined && more.length === 0) {
          made.norm = norm;
          made.id = idOf(norm);
        } else made.norms = node.norms;
        made.exact = node.exact;
        made.tight = node.tight;
        return made;
      }
      case 'forms': {
        const made = state(FORMS, next);
        made.forms = formsOf(node.base, node.pos, node.head);
        made.base = node.head + node.base;
        made.pos = node.pos;
        return made;
      }
      case 'glob': {
        const made = state(TEST, next);
        made.test = globTest(node.head, node.middle, node.tail);
        return made;
      }
      case 'test': {
        const made = state(TEST, next);
        made.test = node.test;
        return made;
      }
      case 'gap':
        return this.gap(node.min, node.max, node.group, next);
      case 'class': {
        const made = state(LIST, next);
        made.list = listProgram(CLASSES[node.name] ?? this.resolve(node), this.resolve);
        made.name = node.name;
        made.slot = this.slots++;
        return made;
      }
      case 'mark':
        return this.bracket(MARK, next, (inner) => this.build(node.part, inner));
      case 'start':
        return state(START, next);
      case 'end':
        return state(END, next);
    }
  }

  private bracket(group: number, next: State, inner: (next: State) => State): State {
    const close = state(CLOSE, next);
    close.group = group;
    const open = state(OPEN, inner(close));
    open.group = group;
    return open;
  }

  private split(targets: State[]): State {
    const made = state(SPLIT, undefined);
    made.targets = targets;
    made.slot = this.slots++;
    return made;
  }

  private choice(options: readonly PatternNode[], group: number, next: State): State {
    const choose = (after: State): State => {
      const targets = options.map((option) => this.build(option, after));
      return targets.length < MANY ? this.split(targets) : this.dispatch(options, targets);
    };
    return group === 0 ? choose(next) : this.bracket(group, next, choose);
  }

  /** Many alternatives: a table from first words to those that begin with them. */
  private dispatch(options: readonly PatternNode[], targets: readonly State[]): State {
    const made = this.split([]);
    made.op = DISPATCH;
    made.table = new Dispatch();
    const others: State[] = [];
    for (const [index, option] of options.entries()) {
      const target = targets[index]!;
      const starts = new Starts();
      if (starts.visit(option, this.resolve) || starts.anything || starts.boundary) others.push(target);
      else made.table.add(starts, target);
    }
    made.targets = others;
    return made;
  }

  private gap(min: number, max: number, group: number, next: State): State {
    return this.bracket(group, next, (close) => {
      const made = state(GAP, close);
      made.least = min;
      made.most = max;
      made.slot = this.slots++;
      return made;
    });
  }
}

function plainWords(words: string): PatternNode {
  const parts = words
    .split(' ')
    .map((norm): PatternNode => ({ type: 'token', norms: [norm], exact: undefined, tight: false }));
  return parts.length === 1 ? parts[0]! : { type: 'sequence', parts };
}

/** Collects the nouns that `node` can end in; false when it can be empty. */
function lastNouns(node: PatternNode, nouns: ReadonlyMap<string, Form>[]): boolean {
  switch (node.type) {
    case 'forms':
      if (node.pos === 'n') nouns.push(formsOf(node.base, node.pos, node.head));
      return true;
    case 'sequence':
      for (let i = node.parts.length - 1; i >= 0; i--) if (lastNouns(node.parts[i]!, nouns)) return true;
      return false;
    case 'choice':
      return node.options.map((option) => lastNouns(option, nouns)).every(Boolean);
    case 'optional':
      lastNouns(node.part, nouns);
      return false;
    case 'mark':
      return lastNouns(node.part, nouns);
    case 'start':
    case 'end':
      return false;
    default:
      return true;
  }
}
