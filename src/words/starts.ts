import { CLASSES } from './classes.ts';
import type { ClassNode, PatternNode } from './syntax.ts';
import { formsOf, globTest, type Resolve } from './word-sets.ts';

/** How a class or list can begin, worked out once for all patterns that name it. */
const known = new WeakMap<PatternNode, { starts: Starts; empty: boolean }>();

/** The words that a pattern can begin with. */
export class Starts {
  readonly tests: ((norm: string) => boolean)[] = [];
  /** It can begin with a gap, at the beginning of a sentence. */
  anything = false;
  /** `^` stands at its beginning. */
  boundary = false;
  private readonly own = new Set<string>();
  private readonly lists: Starts[] = [];
  private readonly answers = new Map<number, boolean>();

  /** What `node` can begin with. */
  static of(node: PatternNode, resolve: Resolve): Starts {
    const starts = new Starts();
    starts.visit(node, resolve);
    return starts;
  }

  /** @param id - the number of the word, by which the answer is remembered; 0 for a word without one */
  has(norm: string, id: number): boolean {
    if (this.anything || this.own.has(norm)) return true;
    if (this.tests.length === 0 && this.lists.length === 0) return false;
    const known = id > 0 ? this.answers.get(id) : undefined;
    if (known !== undefined) return known;
    const answer = this.tests.some((test) => test(norm)) || this.lists.some((list) => list.has(norm, id));
    if (id > 0) this.answers.set(id, answer);
    return answer;
  }

  /** The words, besides those of tests. */
  *norms(): Iterable<string> {
    yield* this.own;
    for (const list of this.lists) yield* list.norms();
  }

  /** The tests, those of its lists included. */
  *allTests(): Iterable<(norm: string) => boolean> {
    yield* this.tests;
    for (const list of this.lists) yield* list.allTests();
  }

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
      case 'plain':
        for (const option of node.options) this.own.add(firstWord(option));
        return false;
      case 'optional':
        this.visit(node.part, resolve);
        return true;
      case 'mark':
        return this.visit(node.part, resolve);
      case 'token':
        for (const norm of node.norms) this.own.add(norm);
        return false;
      case 'forms':
        for (const norm of formsOf(node.base, node.pos, node.head).keys()) this.own.add(norm);
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
        return this.visitClass(node, resolve);
      case 'start':
        this.boundary = true;
        return true;
      case 'end':
        return true;
    }
  }

  private visitClass(node: ClassNode, resolve: Resolve): boolean {
    const content = CLASSES[node.name] ?? resolve(node);
    let list = known.get(content);
    if (list === undefined) {
      const starts = new Starts();
      list = { starts, empty: starts.visit(content, resolve) };
      known.set(content, list);
    }
    this.lists.push(list.starts);
    this.anything ||= list.starts.anything;
    this.boundary ||= list.starts.boundary;
    return list.empty;
  }
}

function firstWord(words: string): string {
  const space = words.indexOf(' ');
  return space < 0 ? words : words.slice(0, space);
}
