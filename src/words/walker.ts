import {
  atSentenceEnd,
  atSentenceStart,
  isSkippable,
  LONGEST_UNIT,
  MOST_SKIPPED,
  nothingAfter,
} from './edges.ts';
import {
  ACCEPT,
  DISPATCH,
  type Dispatch,
  END,
  FORMS,
  GAP,
  headOf,
  LIST,
  type Program,
  SPLIT,
  START,
  type State,
  TEST,
  TOKEN,
} from './program.ts';
import type { Token } from './tokens.ts';

const NOTHING: readonly State[] = [];
const NO_ENDS: readonly number[] = [];
/** Steps after which ends are remembered; most attempts fail sooner, and are cheaper without. */
const CHEAP = 150;

function accepts(state: State, token: Token): boolean {
  const { norm } = token;
  if (state.op === TOKEN) {
    const { id } = state;
    if (id > 0 && token.id > 0 ? id !== token.id : !isNorm(state, norm)) return false;
    if (state.tight && token.spaceBefore) return false;
    return state.exact === undefined || state.exact === token.raw;
  }
  return state.op === FORMS ? state.forms!.has(norm) : state.test!(norm);
}

function isNorm(state: State, norm: string): boolean {
  return state.norm === undefined ? state.norms!.includes(norm) : state.norm === norm;
}

/** Whether a state surely does not take a word; it is cheaper to ask than to go there. */
function refuses(state: State, word: Token): boolean {
  if (state.op === TOKEN) return state.id > 0 && state.id !== word.id;
  return state.op === FORMS && !state.forms!.has(word.norm);
}

/**
 * Runs programs over a list of tokens. The end that a state leads to from a place is remembered wherever paths can
 * meet, once an attempt turns out to be more than a few steps, and for all later attempts. So the work for one pattern is
 * bounded by its states × tokens, whatever pattern and text are.
 */
export class Walker {
  /** Number of steps taken, for tests of the bound. */
  steps = 0;
  readonly tokens: readonly Token[];
  /** By program; what it leads to from a place is the same wherever the match began. */
  private memories: Map<Program, Map<number, number>> | undefined;
  /** Where lists end, by list and place. */
  private listEnds: Map<number, readonly number[]> | undefined;
  private memory: Map<number, number> | undefined;
  /** The same for the place where this attempt began, at which `^` can hold. */
  private atStart: Map<number, number> | undefined;
  private stepsBefore = 0;
  /** The ends that `unit` found. */
  protected full = 0;
  protected single = 0;
  protected program!: Program;
  protected from = 0;
  private sentence = 0;
  private lowest = 0;
  private highest = 0;
  private untilEnd = false;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /**
   * The end (exclusive) of the longest match that starts at token `from` and ends in `lowest … highest`; -1 when there
   * is none.
   *
   * @param untilEnd - only what covers the rest of the tokens, besides closing marks
   */
  longest(
    program: Program,
    from: number,
    lowest = 0,
    highest = this.tokens.length,
    untilEnd = false,
  ): number {
    const first = this.tokens[from];
    if (first === undefined) return -1;
    if (this.memories !== undefined) {
      if (lowest !== this.lowest || highest !== this.highest || untilEnd !== this.untilEnd)
        this.memories.clear();
      this.memory = this.memories.get(program);
    }
    this.atStart?.clear();
    this.stepsBefore = this.steps;
    this.program = program;
    this.from = from;
    this.sentence = first.sentence;
    this.lowest = lowest;
    this.highest = highest;
    this.untilEnd = untilEnd;
    return this.go(program.start, from);
  }

  protected go(first: State, place: number): number {
    let state = first;
    let at = place;
    for (;;) {
      this.steps++;
      switch (state.op) {
        case TOKEN:
        case FORMS:
        case TEST:
          at = this.consume(state, at);
          if (at < 0) return -1;
          break;
        case START:
          if (at !== this.from || !atSentenceStart(this.tokens, at)) return -1;
          break;
        case END:
          if (!atSentenceEnd(this.tokens, at, this.sentence)) return -1;
          break;
        case ACCEPT:
          return this.accept(at) ? at : -1;
        case SPLIT:
        case DISPATCH:
        case GAP:
        case LIST:
          return this.branch(state, at);
      }
      state = state.next!;
    }
  }

  /** Passes over marks between words; -1 where the sentence ends or too many stand there. */
  protected consume(state: State, place: number): number {
    const { tokens } = this;
    let at = place;
    for (let skipped = 0; ; skipped++, at++) {
      const token = tokens[at];
      if (token === undefined || token.sentence !== this.sentence) return -1;
      if (accepts(state, token)) return at + 1;
      if (at === this.from || skipped === MOST_SKIPPED || !isSkippable(tokens, at)) return -1;
    }
  }

  protected branch(state: State, at: number): number {
    if (this.atStart !== undefined || this.memory !== undefined) {
      const known = this.recall(state, at);
      if (known !== undefined) return known;
    }
    let best = -1;
    if (state.op === GAP) {
      const after = headOf(state.next!);
      for (const end of this.gapEnds(state, at)) {
        const word = this.wordAt(end);
        if (word === undefined || !refuses(after, word)) best = Math.max(best, this.go(state.next!, end));
      }
    } else if (state.op === LIST) {
      for (const end of this.ends(state.list!, at)) best = Math.max(best, this.go(state.next!, end));
    } else {
      const word = this.wordAt(at);
      for (const target of state.targets) {
        if (word !== undefined && refuses(target, word)) continue;
        const end = this.go(target, at);
        if (end > best) best = end;
      }
      if (state.table !== undefined) {
        for (const target of this.lookup(state.table, at)) {
          const end = this.go(target, at);
          if (end > best) best = end;
        }
      }
    }
    if (this.steps - this.stepsBefore > CHEAP) this.remember(state, at, best);
    return best;
  }

  /** Where what a list matches from `at` on can end, furthest first; found out once for all patterns that name it. */
  protected ends(list: Program, at: number): readonly number[] {
    if (this.cannotBegin(list.start, at)) return NO_ENDS;
    const key = (list.id * (this.tokens.length + 1) + at) * 2 + (at === this.from ? 1 : 0);
    let ends = this.listEnds?.get(key);
    if (ends === undefined) {
      const found = new Set<number>();
      this.collect(list.start, at, found, new Set());
      ends = [...found].sort((a, b) => b - a);
      this.listEnds ??= new Map();
      this.listEnds.set(key, ends);
    }
    return ends;
  }

  /** Whether no alternative of a list, most have many, begins with the word at `at`. */
  private cannotBegin(start: State, at: number): boolean {
    const { table } = start;
    return table !== undefined && start.targets.length === 0 && this.lookup(table, at).length === 0;
  }

  /** Adds all ends that a state of a list leads to from a place. */
  protected collect(first: State, place: number, ends: Set<number>, been: Set<number>): void {
    let state = first;
    let at = place;
    for (;;) {
      this.steps++;
      switch (state.op) {
        case TOKEN:
        case FORMS:
        case TEST:
          at = this.consume(state, at);
          if (at < 0) return;
          break;
        case START:
          if (at !== this.from || !atSentenceStart(this.tokens, at)) return;
          break;
        case END:
          if (!atSentenceEnd(this.tokens, at, this.sentence)) return;
          break;
        case ACCEPT:
          ends.add(at);
          return;
        case SPLIT:
        case DISPATCH:
        case GAP:
        case LIST: {
          const key = state.slot * (this.tokens.length + 1) + at;
          if (been.has(key)) return;
          been.add(key);
          if (state.op === LIST)
            for (const end of this.ends(state.list!, at)) this.collect(state.next!, end, ends, been);
          else if (state.op === GAP)
            for (const end of this.gapEnds(state, at)) this.collect(state.next!, end, ends, been);
          else {
            const word = this.wordAt(at);
            for (const target of state.targets)
              if (word === undefined || !refuses(target, word)) this.collect(target, at, ends, been);
            if (state.table !== undefined)
              for (const target of this.lookup(state.table, at)) this.collect(target, at, ends, been);
          }
          return;
        }
      }
      state = state.next!;
    }
  }

  /** The word at a place, when no state can pass over it. */
  private wordAt(at: number): Token | undefined {
    const token = this.tokens[at];
    return token !== undefined && token.id > 0 && token.kind !== 'punctuation' ? token : undefined;
  }

  protected recall(state: State, at: number): number | undefined {
    if (at === this.from) return this.atStart?.get(state.slot);
    return this.memory?.get(state.slot * (this.tokens.length + 1) + at);
  }

  protected remember(state: State, at: number, end: number): void {
    if (at === this.from) {
      this.atStart ??= new Map();
      this.atStart.set(state.slot, end);
      return;
    }
    if (this.memory === undefined) {
      this.memory = new Map();
      this.memories ??= new Map();
      this.memories.set(this.program, this.memory);
    }
    this.memory.set(state.slot * (this.tokens.length + 1) + at, end);
  }

  /** The alternatives that can begin with the word at `at`. */
  protected lookup(table: Dispatch, at: number): readonly State[] {
    const { tokens } = this;
    for (let i = at; i <= at + MOST_SKIPPED; i++) {
      const token = tokens[i];
      if (token === undefined || token.sentence !== this.sentence) return NOTHING;
      const targets = table.targets(token.norm, token.id);
      if (targets !== undefined) return targets;
      if (i === this.from || !isSkippable(tokens, i)) return NOTHING;
    }
    return NOTHING;
  }

  /** Where a gap that begins at `place` can end, shortest first: optional words after it are then matched by name. */
  protected gapEnds({ least, most }: State, place: number): readonly number[] {
    const ends: number[] = least === 0 ? [place] : [];
    // Where so many words of it end: one place, as long as none has an ending or a hyphen.
    let at = place;
    for (let words = 1; words <= most; words++) {
      this.steps++;
      this.unit(at);
      const { full, single } = this;
      if (full === 0) return ends;
      if (single !== full) return this.branchingEnds(ends, [at], words, most);
      ends.push(full);
      at = full;
    }
    return ends;
  }

  /** The same from the word on that can end in two places. */
  private branchingEnds(
    ends: number[],
    from: readonly number[],
    firstWord: number,
    most: number,
  ): readonly number[] {
    let here = from;
    for (let words = firstWord; words <= most && here.length > 0; words++) {
      const next: number[] = [];
      for (const at of here) {
        this.steps++;
        this.unit(at);
        const { full, single } = this;
        if (full > 0 && !next.includes(full)) next.push(full);
        if (single !== full && !next.includes(single)) next.push(single);
      }
      for (const end of next) if (!ends.includes(end)) ends.push(end);
      here = next;
    }
    return ends;
  }

  /** The ends of the word at `at`: with its endings and what is hyphenated to it, and alone. */
  protected unit(place: number): void {
    const { tokens, sentence } = this;
    let at = place;
    while (
      at < place + MOST_SKIPPED &&
      at > this.from &&
      tokens[at]?.sentence === sentence &&
      isSkippable(tokens, at)
    )
      at++;
    const word = tokens[at];
    this.full = this.single = 0;
    if (word === undefined || word.sentence !== sentence || word.kind === 'punctuation') return;
    let end = at + 1;
    while (end - at < LONGEST_UNIT) {
      const token = tokens[end];
      if (token === undefined || token.spaceBefore) break;
      const next = tokens[end + 1];
      if (token.kind === 'clitic') end++;
      else if (token.norm === '-' && next?.kind === 'word' && !next.spaceBefore) end += 2;
      else break;
    }
    this.full = end;
    this.single = at + 1;
  }

  protected accept(at: number): boolean {
    const { tokens } = this;
    if (at < this.lowest || at > this.highest) return false;
    if (this.untilEnd) return at > this.from && nothingAfter(tokens, at);
    const next = tokens[at];
    if (next === undefined || next.kind !== 'clitic' || next.sentence !== this.sentence) return true;
    const last = tokens[at - 1]!.norm;
    return this.program.nouns.some((noun) => noun.has(last));
  }
}
