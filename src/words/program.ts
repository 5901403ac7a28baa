import { CLASSES } from './classes.ts';
import { type Form, forms, type PartOfSpeech } from './inflect.ts';
import type { ClassNode, Pattern, PatternNode } from './syntax.ts';

export const TOKEN = 0;
export const FORMS = 1;
export const TEST = 2;
export const UNIT = 3;
export const SPLIT = 4;
export const DISPATCH = 5;
export const START = 6;
export const END = 7;
export const OPEN = 8;
export const CLOSE = 9;
export const ACCEPT = 10;

/** What OPEN and CLOSE surround: a group has its number, the marked part and classes these. */
export const MARK = -1;
export const NAMED = -2;

/** A state of the automaton. Everything but SPLIT and DISPATCH leads on to `next`. */
export interface State {
  op: number;
  next: State | undefined;
  /** TOKEN: the only form; undefined where there are several. */
  norm: string | undefined;
  norms: readonly string[] | undefined;
  exact: string | undefined;
  tight: boolean;
  /** FORMS */
  forms: ReadonlyMap<string, Form> | undefined;
  base: string;
  pos: PartOfSpeech | undefined;
  /** TEST */
  test: ((norm: string) => boolean) | undefined;
  /** SPLIT, best first; DISPATCH: those whose first word is none of the table. */
  targets: readonly State[];
  table: ReadonlyMap<string, readonly State[]> | undefined;
  /** OPEN, CLOSE: number of the group, or MARK, or NAMED; CLOSE has the `name`. */
  group: number;
  name: string;
  /** Number of a state that can be reached in several ways; the key of its memory. */
  slot: number;
}

export interface Program {
  start: State;
  /** Number of states with a memory. */
  slots: number;
  groups: number;
  /** Forms of the nouns that the pattern can end in: a possessive ending may follow these. */
  nouns: readonly ReadonlyMap<string, Form>[];
}

/** Resolves `<name>` to what it matches. */
export type Resolve = (node: ClassNode) => PatternNode;

/** From this many alternatives on, the one to follow is looked up by its first word. */
const MANY = 6;

const formsMemory = new Map<string, ReadonlyMap<string, Form>>();

/** The forms of a word, remembered; `head` stands before each. */
export function formsOf(base: string, pos: PartOfSpeech, head: string): ReadonlyMap<string, Form> {
  const key = `${head}-${base}/${pos}`;
  let known = formsMemory.get(key);
  if (known === undefined) {
    known = forms(base, pos);
    if (head !== '') known = new Map([...known].map(([form, name]) => [head + form, name]));
    formsMemory.set(key, known);
  }
  return known;
}

export function globTest(head: string, middle: string, tail: string): (norm: string) => boolean {
  const shortest = head.length + middle.length + tail.length;
  return (norm) =>
    norm.length >= shortest &&
    norm.startsWith(head) &&
    norm.endsWith(tail) &&
    (middle === '' || norm.includes(middle));
}

/** Builds the automaton of a pattern. */
export function build(pattern: Pattern, resolve: Resolve): Program {
  const builder = new Builder(resolve);
  const start = builder.build(pattern.root, state(ACCEPT, undefined));
  const nouns: ReadonlyMap<string, Form>[] = [];
  lastNouns(pattern.root, nouns);
  return { start, slots: builder.slots, groups: pattern.groups, nouns };
}

function state(op: number, next: State | undefined): State {
  return {
    op,
    next,
    norm: undefined,
    norms: undefined,
    exact: undefined,
    tight: false,
    forms: undefined,
    base: '',
    pos: undefined,
    test: undefined,
    targets: [],
    table: undefined,
    group: 0,
    name: '',
    slot: 0,
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
      case 'optional':
        return this.split([this.build(node.part, next), next]);
      case 'token': {
        const made = state(TOKEN, next);
        if (node.norms.length === 1) made.norm = node.norms[0];
        else made.norms = node.norms;
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
      case 'class':
        return this.bracket(NAMED, node.name, next, (inner) =>
          this.build(CLASSES[node.name] ?? this.resolve(node), inner),
        );
      case 'mark':
        return this.bracket(MARK, '', next, (inner) => this.build(node.part, inner));
      case 'start':
        return state(START, next);
      case 'end':
        return state(END, next);
    }
  }

  private bracket(group: number, name: string, next: State, inner: (next: State) => State): State {
    const close = state(CLOSE, next);
    close.group = group;
    close.name = name;
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
    return group === 0 ? choose(next) : this.bracket(group, '', next, choose);
  }

  /** Many alternatives: a table from first words to those that begin with them. */
  private dispatch(options: readonly PatternNode[], targets: readonly State[]): State {
    const made = this.split([]);
    made.op = DISPATCH;
    const table = new Map<string, State[]>();
    const others: State[] = [];
    options.forEach((option, index) => {
      const target = targets[index]!;
      const starts = new Starts();
      const empty = starts.visit(option, this.resolve);
      if (empty || starts.tests.length > 0 || starts.anything || starts.boundary) {
        others.push(target);
        return;
      }
      for (const norm of starts.norms) {
        const known = table.get(norm);
        if (known === undefined) table.set(norm, [target]);
        else known.push(target);
      }
    });
    made.targets = others;
    made.table = table;
    return made;
  }

  private gap(min: number, max: number, group: number, next: State): State {
    return this.bracket(group, '', next, (close) => {
      let after = close;
      for (let i = 0; i < max; i++) {
        const unit = state(UNIT, after);
        unit.slot = this.slots++;
        // The shorter gap first, so that optional words after it are matched by name.
        after = min === 1 ? unit : this.split([close, unit]);
      }
      return after;
    });
  }
}

/** The words that a pattern can begin with. */
export class Starts {
  readonly norms = new Set<string>();
  readonly tests: ((norm: string) => boolean)[] = [];
  /** It can begin with a gap, at the beginning of a sentence. */
  anything = false;
  /** `^` stands at its beginning. */
  boundary = false;

  /** Adds what `node` can begin with; true when it can be empty. */
  visit(node: PatternNode, resolve: Resolve): boolean {
    switch (node.type) {
      case 'sequence':
        for (const part of node.parts) if (!this.visit(part, resolve)) return false;
        return true;
      case 'choice': {
        let empty = false;
        for (const option of node.options) empty = this.visit(option, resolve) || empty;
        return empty;
      }
      case 'optional':
        this.visit(node.part, resolve);
        return true;
      case 'mark':
        return this.visit(node.part, resolve);
      case 'token':
        for (const norm of node.norms) this.norms.add(norm);
        return false;
      case 'forms':
        for (const norm of formsOf(node.base, node.pos, node.head).keys()) this.norms.add(norm);
        return false;
      case 'glob':
        this.tests.push(globTest(node.head, node.middle, node.tail));
        return false;
      case 'test':
        this.tests.push(node.test);
        return false;
      case 'gap':
        this.anything = true;
        return node.min === 0;
      case 'class':
        return this.visit(CLASSES[node.name] ?? resolve(node), resolve);
      case 'start':
        this.boundary = true;
        return true;
      case 'end':
        return true;
    }
  }
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
