import type { Span } from '../contract/posting.ts';
import { Anchors } from './anchors.ts';
import { CLASSES } from './classes.ts';
import { type Inflection, Matcher, type TokenSpan } from './matcher.ts';
import { parsePattern } from './parse.ts';
import { build, type Program, Starts } from './program.ts';
import { type ClassNode, type Pattern, PatternError, type PatternNode } from './syntax.ts';
import type { Token } from './tokens.ts';

export type { Inflection } from './matcher.ts';
export { parsePattern } from './parse.ts';
export type { Pattern, PatternNode } from './syntax.ts';
export { PatternError } from './syntax.ts';

export interface PatternEnvironment {
  /** What `<name>` stands for: patterns without gaps. */
  lists: Readonly<Record<string, readonly string[]>>;
}

export interface Entry<T> {
  pattern: string | Pattern;
  value: T;
}

export interface Match<T> {
  value: T;
  /** Place of the pattern in the set. */
  entry: number;
  /** Tokens of the whole match, both inclusive. */
  first: number;
  last: number;
  /** Tokens of the marked part, both inclusive. */
  markFirst: number;
  markLast: number;
  /** The marked part in the text. */
  start: number;
  end: number;
  /** The whole match in the text. */
  whole: Span;
  /** Text of the captures, from 1; undefined where an alternative was not taken. */
  captures: readonly (string | undefined)[];
  /** Text of the classes and lists by name, the first of each. */
  names: Readonly<Record<string, string>>;
  /** The words with `/n`, `/v`, `/a`, those of the marked part first. */
  inflections: readonly Inflection[];
}

interface Compiled {
  pattern: Pattern;
  entry: number;
  /** Built when a word of its anchor is met. */
  program: Program | undefined;
  starts: Starts | undefined;
  /** So many tokens before a word of its anchor it can begin. */
  reach: number;
  /** The pass in which it was met last, and the first token not yet tried in that. */
  pass: number;
  next: number;
}

const NONE: readonly Compiled[] = [];
/** The memory of words is emptied beyond this, lest a long-lived process keep every word it ever saw. */
const MOST_WORDS = 20_000;

/**
 * Many patterns, matched in one pass over the words: a pattern is tried only around its rarest word.
 *
 * @throws {PatternError} from the constructor, for the first pattern with a mistake or with an unknown list
 */
export class PatternSet<T> {
  private readonly entries: readonly Entry<T>[];
  private readonly environment: PatternEnvironment;
  private readonly all: Compiled[] = [];
  /** Words of the anchors → patterns. */
  private readonly index = new Map<string, Compiled[]>();
  private readonly tests: { test: (norm: string) => boolean; compiled: Compiled }[] = [];
  private readonly withoutAnchor: Compiled[] = [];
  /** What index and tests say of each word seen: a word is tested once. */
  private readonly seen = new Map<string, readonly Compiled[]>();
  private readonly firstWords = new Map<string, readonly Compiled[]>();
  private passes = 0;
  private readonly resolve = (node: ClassNode) => resolveList(node, this.environment);

  constructor(entries: readonly Entry<T>[], environment: PatternEnvironment) {
    this.entries = entries;
    this.environment = environment;
    const anchors = new Anchors(this.resolve);
    for (const [entry, { pattern: source }] of entries.entries()) {
      const pattern = typeof source === 'string' ? parsePattern(source) : source;
      checkLists(pattern, environment);
      const compiled: Compiled = {
        pattern,
        entry,
        program: undefined,
        starts: undefined,
        reach: 0,
        pass: 0,
        next: 0,
      };
      this.all.push(compiled);
      this.enter(compiled, anchors);
    }
  }

  private enter(compiled: Compiled, anchors: Anchors): void {
    const anchor = anchors.of(compiled.pattern.root);
    if (anchor === undefined) {
      this.withoutAnchor.push(compiled);
      return;
    }
    compiled.reach = anchor.reach;
    for (const norm of anchor.norms) {
      const known = this.index.get(norm);
      if (known === undefined) this.index.set(norm, [compiled]);
      else if (known[known.length - 1] !== compiled) known.push(compiled);
    }
    for (const test of anchor.tests) this.tests.push({ test, compiled });
  }

  private program(compiled: Compiled): Program {
    compiled.program ??= build(compiled.pattern, this.resolve);
    return compiled.program;
  }

  private canStart(compiled: Compiled, norm: string): boolean {
    let { starts } = compiled;
    if (starts === undefined) {
      starts = new Starts();
      starts.visit(compiled.pattern.root, this.resolve);
      compiled.starts = starts;
    }
    return starts.anything || starts.norms.has(norm) || starts.tests.some((test) => test(norm));
  }

  /** The patterns that have this word in their anchor. */
  private anchoredIn(norm: string): readonly Compiled[] {
    const known = this.seen.get(norm);
    if (known !== undefined) return known;
    const literal = this.index.get(norm) ?? NONE;
    const found = new Set(literal);
    for (const { test, compiled } of this.tests) if (test(norm)) found.add(compiled);
    const all = found.size === literal.length ? literal : [...found];
    if (this.seen.size >= MOST_WORDS) this.seen.clear();
    this.seen.set(norm, all);
    return all;
  }

  /**
   * The longest match of every pattern at every place it matches, ordered by place, then by pattern. Matches of
   * different patterns, and of one pattern at different places, may overlap.
   *
   * @param tokens - of `text`, all of them or those of some sentences
   */
  matches(tokens: readonly Token[], text: string): Match<T>[] {
    const found: Match<T>[] = [];
    const matcher = new Matcher(tokens);
    const pass = ++this.passes;
    let sentence = -1;
    let begin = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.sentence !== sentence) {
        sentence = token.sentence;
        begin = at;
      }
      for (const compiled of this.anchoredIn(token.norm)) {
        if (compiled.pass !== pass) {
          compiled.pass = pass;
          compiled.next = 0;
        }
        for (let from = Math.max(begin, compiled.next, at - compiled.reach); from <= at; from++)
          this.attempt(compiled, matcher, tokens, text, from, found);
        compiled.next = at + 1;
      }
      for (const compiled of this.withoutAnchor) this.attempt(compiled, matcher, tokens, text, at, found);
    }
    return found.length > 1 ? found.sort((a, b) => a.first - b.first || a.entry - b.entry) : found;
  }

  private attempt(
    compiled: Compiled,
    matcher: Matcher,
    tokens: readonly Token[],
    text: string,
    from: number,
    found: Match<T>[],
  ): void {
    if (!this.canStart(compiled, tokens[from]!.norm)) return;
    const end = matcher.longest(this.program(compiled), from);
    if (end >= 0) found.push(this.match(compiled, matcher, tokens, text, from, end));
  }

  /**
   * Whether some pattern covers all tokens, besides opening marks before and full stops, colons and closing marks
   * after: for headings and labels.
   *
   * @returns the value of the first such pattern
   */
  whole(tokens: readonly Token[], text: string): T | undefined {
    return this.wholes(tokens, text)[0];
  }

  /** As `whole`, with the values of all such patterns, in the order of the set. */
  wholes(tokens: readonly Token[], _text: string): T[] {
    const matcher = new Matcher(tokens);
    const found = new Set<number>();
    for (let from = 0; from < tokens.length; from++) {
      for (const compiled of this.startingWith(tokens[from]!.norm)) {
        if (found.has(compiled.entry)) continue;
        if (matcher.longest(this.program(compiled), from, 0, tokens.length, true) >= 0)
          found.add(compiled.entry);
      }
      if (tokens[from]!.kind !== 'punctuation') break;
    }
    return [...found].sort((a, b) => a - b).map((entry) => this.entries[entry]!.value);
  }

  private startingWith(norm: string): readonly Compiled[] {
    let known = this.firstWords.get(norm);
    if (known === undefined) {
      known = this.all.filter((compiled) => this.canStart(compiled, norm));
      if (this.firstWords.size >= MOST_WORDS) this.firstWords.clear();
      this.firstWords.set(norm, known);
    }
    return known;
  }

  /**
   * Whether some pattern matches from a token of `starts` on, with its end (exclusive) in `ends`. Both are pairs of
   * token indexes, inclusive.
   */
  between(
    tokens: readonly Token[],
    starts: readonly [number, number],
    ends: readonly [number, number],
  ): boolean {
    const matcher = new Matcher(tokens);
    for (let at = Math.max(0, starts[0]); at <= starts[1] && at < tokens.length; at++)
      for (const compiled of this.all)
        if (
          this.canStart(compiled, tokens[at]!.norm) &&
          matcher.longest(this.program(compiled), at, ends[0], ends[1]) >= 0
        )
          return true;
    return false;
  }

  private match(
    compiled: Compiled,
    matcher: Matcher,
    tokens: readonly Token[],
    text: string,
    first: number,
    end: number,
  ): Match<T> {
    const { mark, groups, names, inflections } = matcher.trace();
    const textOf = (span: TokenSpan) =>
      span.start < span.end ? text.slice(tokens[span.start]!.start, tokens[span.end - 1]!.end) : '';
    const markFirst = mark?.start ?? first;
    const markLast = (mark?.end ?? end) - 1;
    const inMark = (each: Inflection) => each.token >= markFirst && each.token <= markLast;
    const { entry, pattern } = compiled;
    return {
      value: this.entries[entry]!.value,
      entry,
      first,
      last: end - 1,
      markFirst,
      markLast,
      start: tokens[markFirst]!.start,
      end: tokens[markLast]!.end,
      whole: { start: tokens[first]!.start, end: tokens[end - 1]!.end },
      captures: Array.from({ length: pattern.groups + 1 }, (_, group) => {
        const span = groups[group];
        return span && textOf(span);
      }),
      names: Object.fromEntries(Object.entries(names).map(([name, span]) => [name, textOf(span)])),
      inflections: [...inflections.filter(inMark), ...inflections.filter((each) => !inMark(each))],
    };
  }
}

const resolved = new WeakMap<readonly string[], PatternNode>();

/** What a list matches, parsed once. */
function resolveList(node: ClassNode, environment: PatternEnvironment): PatternNode {
  const list = environment.lists[node.name];
  if (list === undefined) throw unknownList(node, environment);
  let choice = resolved.get(list);
  if (choice === undefined) {
    // A list that names itself would never end; it finds this in its place.
    resolved.set(list, { type: 'choice', group: 0, options: [] });
    choice = { type: 'choice', group: 0, options: list.map((item) => listItem(item, node, environment)) };
    resolved.set(list, choice);
  }
  return choice;
}

function listItem(item: string, node: ClassNode, environment: PatternEnvironment): PatternNode {
  try {
    const pattern = parsePattern(item);
    checkLists(pattern, environment);
    return withoutGroups(pattern.root);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new PatternError(`In the list “${node.name}”, “${item}”: ${error.message}`, node.offset);
  }
}

/** Items of a list capture nothing: the numbers belong to the pattern that names the list. */
function withoutGroups(node: PatternNode): PatternNode {
  switch (node.type) {
    case 'sequence':
      return { ...node, parts: node.parts.map(withoutGroups) };
    case 'choice':
      return { ...node, group: 0, options: node.options.map(withoutGroups) };
    case 'optional':
      return { ...node, part: withoutGroups(node.part) };
    case 'mark':
      return withoutGroups(node.part);
    default:
      return node;
  }
}

/**
 * Checks that every list a pattern names exists and has no mistake.
 *
 * @throws {PatternError}
 */
export function checkLists(pattern: Pattern, environment: PatternEnvironment): void {
  for (const node of pattern.classes) if (!Object.hasOwn(CLASSES, node.name)) resolveList(node, environment);
}

function unknownList(node: ClassNode, environment: PatternEnvironment): PatternError {
  const names = [...Object.keys(CLASSES), ...Object.keys(environment.lists)]
    .sort()
    .map((name) => `<${name}>`);
  return new PatternError(`There is no list “${node.name}”; known are ${names.join(', ')}`, node.offset);
}
