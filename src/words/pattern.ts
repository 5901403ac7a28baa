import { Anchors } from './anchors.ts';
import { checkLists, type PatternEnvironment, resolveList } from './lists.ts';
import { FoundMatch, type Match } from './match.ts';
import { Matcher } from './matcher.ts';
import { PairCache } from './pair-cache.ts';
import { parsePattern } from './parse.ts';
import { build, type Program } from './program.ts';
import { SentenceWords } from './sentence-words.ts';
import { Starts } from './starts.ts';
import type { ClassNode, Pattern } from './syntax.ts';
import type { Token } from './tokens.ts';
import { idOf } from './vocabulary.ts';

export { checkLists, type PatternEnvironment } from './lists.ts';
export type { Match } from './match.ts';
export type { Inflection } from './matcher.ts';
export { parsePattern } from './parse.ts';
export type { Pattern, PatternNode } from './syntax.ts';
export { PatternError } from './syntax.ts';

export interface Entry<T> {
  pattern: string | Pattern;
  value: T;
}

interface Compiled {
  pattern: Pattern;
  /** Its number in the set. */
  place: number;
  /** The entries that have it: rules often share a pattern and differ in their conditions. */
  entries: number[];
  /** Built when a word of its anchor is met. */
  program: Program | undefined;
  starts: Starts | undefined;
  /** So many tokens before a word of its anchor it can begin. */
  reach: number;
  /** A word of its anchor is always its first word. */
  first: boolean;
  /** Numbers of words of which one must stand in the sentence too; found out when it is first met. */
  seconds: readonly number[] | undefined;
  /** The pass in which it was met last, and the first token not yet tried in that. */
  pass: number;
  next: number;
}

const NONE: readonly Compiled[] = [];
const NO_IDS: readonly number[] = [];
const SMALL = 40;
/** Numbers of words beyond are looked up each time. */
const MOST_QUIET = 1 << 16;
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
  /** Words in exactly this case → patterns. */
  private readonly exact = new Map<string, Compiled[]>();
  /** What index and tests say of each word seen, by its number: a word is tested once. */
  private readonly seen: (readonly Compiled[] | undefined)[] = [];
  /** Words, by number, that no anchor has: most words of a text are passed over with a look at this. */
  private quiet: Uint8Array | undefined;
  private readonly firstWords = new Map<string, readonly Compiled[]>();
  /** Which patterns can start with which words. */
  private readonly answers = new PairCache();
  private passes = 0;
  private readonly resolve = (node: ClassNode) => resolveList(node, this.environment);
  private readonly anchors = new Anchors(this.resolve);

  constructor(entries: readonly Entry<T>[], environment: PatternEnvironment) {
    this.entries = entries;
    this.environment = environment;
    const bySource = new Map<string, Compiled>();
    for (const [entry, { pattern: source }] of entries.entries()) {
      const same = bySource.get(typeof source === 'string' ? source : source.source);
      if (same !== undefined) {
        same.entries.push(entry);
        continue;
      }
      const pattern = typeof source === 'string' ? parsePattern(source) : source;
      checkLists(pattern, environment);
      const compiled: Compiled = {
        pattern,
        place: this.all.length,
        entries: [entry],
        program: undefined,
        starts: undefined,
        reach: 0,
        first: false,
        seconds: undefined,
        pass: 0,
        next: 0,
      };
      this.all.push(compiled);
      bySource.set(pattern.source, compiled);
      this.enter(compiled);
    }
  }

  private enter(compiled: Compiled): void {
    const anchor = this.anchors.of(compiled.pattern.root);
    if (anchor === undefined) {
      this.withoutAnchor.push(compiled);
      return;
    }
    compiled.reach = anchor.reach;
    compiled.first = anchor.reach === 0;
    for (const norm of anchor.norms) insert(this.index, norm, compiled);
    for (const word of anchor.exact) insert(this.exact, word, compiled);
    for (const test of anchor.tests) this.tests.push({ test, compiled });
  }

  private program(compiled: Compiled): Program {
    compiled.program ??= build(compiled.pattern, this.resolve);
    return compiled.program;
  }

  private isWanted({ entries }: Compiled, wanted: (value: T) => boolean): boolean {
    return entries.some((entry) => wanted(this.entries[entry]!.value));
  }

  private secondsOf(compiled: Compiled): readonly number[] {
    if (compiled.seconds === undefined) {
      const ids = (this.anchors.seconds(compiled.pattern.root) ?? []).map(idOf);
      compiled.seconds = ids.includes(0) ? NO_IDS : ids;
    }
    return compiled.seconds;
  }

  private canStart(compiled: Compiled, { norm, id }: Pick<Token, 'norm' | 'id'>): boolean {
    const { place } = compiled;
    const known = this.answers.get(place, id);
    if (known !== undefined) return known;
    compiled.starts ??= Starts.of(compiled.pattern.root, this.resolve);
    const answer = compiled.starts.has(norm, id);
    this.answers.set(place, id, answer);
    return answer;
  }

  /** The patterns that have this word in their anchor. */
  private anchoredIn(token: Token): readonly Compiled[] {
    const { norm, id } = token;
    let found = this.seen[id];
    if (found === undefined) {
      found = this.lookup(norm);
      // A small set looks up as fast as it remembers.
      if (id > 0 && (this.index.size > SMALL || this.tests.length > 0)) {
        while (this.seen.length < id) this.seen.push(undefined);
        this.seen[id] = found;
        this.quiet ??= new Uint8Array(MOST_QUIET);
        if (found.length === 0) this.quiet[id] = 1;
      }
    }
    if (this.exact.size === 0 || token.raw === norm) return found;
    const exact = this.exact.get(token.raw);
    return exact === undefined ? found : [...new Set([...found, ...exact])];
  }

  /** The patterns to try around this word. */
  private metAt(token: Token): readonly Compiled[] {
    const anchored = this.anchoredIn(token);
    return this.withoutAnchor.length === 0 ? anchored : [...anchored, ...this.withoutAnchor];
  }

  private lookup(norm: string): readonly Compiled[] {
    const literal = this.index.get(norm) ?? NONE;
    if (this.tests.length === 0) return literal;
    const all = new Set(literal);
    for (const { test, compiled } of this.tests) if (test(norm)) all.add(compiled);
    return all.size === literal.length ? literal : [...all];
  }

  /**
   * The longest match of every pattern at every place it matches, ordered by place, then by pattern. Matches of
   * different patterns, and of one pattern at different places, may overlap.
   *
   * @param tokens - of `text`, all of them or those of some sentences
   * @param wanted - leaves out patterns by their value, and saves the work of trying them
   */
  matches(tokens: readonly Token[], text: string, wanted?: (value: T) => boolean): Match<T>[] {
    const found: Match<T>[] = [];
    this.scan(tokens, wanted, (compiled, from, end, matcher) => {
      const program = this.program(compiled);
      const span = { start: from, end };
      for (const entry of compiled.entries) {
        const { value } = this.entries[entry]!;
        if (wanted !== undefined && !wanted(value)) continue;
        found.push(new FoundMatch(value, entry, span, { pattern: compiled.pattern, program }, matcher, text));
      }
      return true;
    });
    return found.length > 1 ? found.sort((a, b) => a.first - b.first || a.entry - b.entry) : found;
  }

  /**
   * Tries every pattern around the words of its anchor.
   *
   * @param found - told each match; false: that is enough
   * @returns whether there were enough
   */
  private scan(
    tokens: readonly Token[],
    wanted: ((value: T) => boolean) | undefined,
    found: (compiled: Compiled, from: number, end: number, matcher: Matcher) => boolean,
  ): boolean {
    let matcher: Matcher | undefined;
    let words: SentenceWords | undefined;
    const quiet = this.withoutAnchor.length === 0 ? this.quiet : undefined;
    const pass = ++this.passes;
    let sentence = -1;
    let begin = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (token.sentence !== sentence) {
        sentence = token.sentence;
        begin = at;
      }
      if (quiet !== undefined && quiet[token.id] === 1 && token.raw === token.norm) continue;
      for (const compiled of this.metAt(token)) {
        if (wanted !== undefined && !this.isWanted(compiled, wanted)) continue;
        if (compiled.pass !== pass) {
          compiled.pass = pass;
          compiled.next = 0;
        }
        for (let from = Math.max(begin, compiled.next, at - compiled.reach); from <= at; from++) {
          if (!compiled.first && !this.canStart(compiled, tokens[from]!)) continue;
          const seconds = this.secondsOf(compiled);
          if (seconds.length > 0) {
            words ??= new SentenceWords(tokens);
            if (!words.hasAny(begin, seconds)) break;
          }
          matcher ??= new Matcher(tokens);
          const end = matcher.longest(this.program(compiled), from);
          if (end >= 0 && !found(compiled, from, end, matcher)) return true;
        }
        compiled.next = at + 1;
      }
    }
    return false;
  }

  /** Whether some pattern matches somewhere in the tokens. */
  isIn(tokens: readonly Token[]): boolean {
    return this.scan(tokens, undefined, () => false);
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
    let matcher: Matcher | undefined;
    const found = new Set<number>();
    for (let from = 0; from < tokens.length; from++) {
      for (const compiled of this.startingWith(tokens[from]!.norm)) {
        if (found.has(compiled.entries[0]!)) continue;
        matcher ??= new Matcher(tokens);
        if (matcher.longest(this.program(compiled), from, 0, tokens.length, true) >= 0)
          for (const entry of compiled.entries) found.add(entry);
      }
      if (tokens[from]!.kind !== 'punctuation') break;
    }
    return [...found].sort((a, b) => a - b).map((entry) => this.entries[entry]!.value);
  }

  private startingWith(norm: string): readonly Compiled[] {
    let known = this.firstWords.get(norm);
    if (known === undefined) {
      known = this.all.filter((compiled) => this.canStart(compiled, { norm, id: 0 }));
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
    let matcher: Matcher | undefined;
    for (let at = Math.max(0, starts[0]); at <= starts[1] && at < tokens.length; at++) {
      for (const compiled of this.all) {
        if (!this.canStart(compiled, tokens[at]!)) continue;
        matcher ??= new Matcher(tokens);
        if (matcher.longest(this.program(compiled), at, ends[0], ends[1]) >= 0) return true;
      }
    }
    return false;
  }
}

function insert(index: Map<string, Compiled[]>, word: string, compiled: Compiled): void {
  const known = index.get(word);
  if (known === undefined) index.set(word, [compiled]);
  else if (known[known.length - 1] !== compiled) known.push(compiled);
}
