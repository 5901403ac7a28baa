import type { Form, PartOfSpeech } from './inflect.ts';
import {
  ACCEPT,
  CLOSE,
  DISPATCH,
  END,
  FORMS,
  MARK,
  NAMED,
  OPEN,
  type Program,
  SPLIT,
  START,
  type State,
  TEST,
  TOKEN,
  UNIT,
} from './program.ts';
import { isAbbreviation } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Token indexes; `end` is exclusive. */
export interface TokenSpan {
  start: number;
  end: number;
}

/** A word of the pattern with `/n`, `/v` or `/a`, and the form the text has. */
export interface Inflection {
  base: string;
  pos: PartOfSpeech;
  form: Form;
  token: number;
}

/** How a program matched. */
export interface Trace {
  mark: TokenSpan | undefined;
  /** By number, from 1; undefined where the path led past it. */
  groups: (TokenSpan | undefined)[];
  /** By name of the class, the first of each. */
  names: Record<string, TokenSpan>;
  inflections: Inflection[];
}

const NOTHING: readonly State[] = [];
/** A hyphenated word in a gap counts as one, up to this many tokens; so the work per place has a bound. */
export const LONGEST_UNIT = 9;
/** Steps after which ends are remembered; most attempts fail sooner, and are cheaper without. */
const CHEAP = 150;
/** At most so many marks are passed over between two words. */
export const MOST_SKIPPED = 2;
const QUOTES = new Set(['"', '“', '”', '„', '«', '»', "'"]);
const TRAILING = new Set(['.', '!', '?', '…', ':', ';', ',', '"', '“', '”', '»', "'", ')', ']']);
const LEADING = new Set(['"', '“', '”', '„', '«', "'", '(', '[', '-', '–', '—', '•', '*', '·', '●']);

/** Whether from token `index` on, this sentence has only closing marks. */
function atSentenceEnd(tokens: readonly Token[], index: number, sentence: number): boolean {
  for (let i = index; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) return true;
    if (!TRAILING.has(token.norm)) return false;
  }
  return true;
}

/** Whether only opening marks stand before the token in its sentence. */
export function atSentenceStart(tokens: readonly Token[], index: number): boolean {
  const sentence = tokens[index]?.sentence;
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) return true;
    if (!LEADING.has(token.norm)) return false;
  }
  return true;
}

/** A quotation mark, or the full stop of an abbreviation: a phrase goes on over it. */
function isSkippable(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== 'punctuation') return false;
  if (QUOTES.has(token.norm)) return true;
  return token.norm === '.' && !token.spaceBefore && isAbbreviation(tokens[index - 1]?.norm ?? '');
}

function accepts(state: State, token: Token): boolean {
  const { norm } = token;
  if (state.op === TOKEN) {
    if (state.norm === undefined ? !state.norms!.includes(norm) : state.norm !== norm) return false;
    if (state.tight && token.spaceBefore) return false;
    return state.exact === undefined || state.exact === token.raw;
  }
  return state.op === FORMS ? state.forms!.has(norm) : state.test!(norm);
}

/**
 * Runs programs over a list of tokens. The end that a state leads to from a place is remembered wherever paths can
 * meet, once an attempt turns out to be more than a few steps, and for all later attempts. So the work for one pattern is
 * bounded by its states × tokens, whatever pattern and text are.
 */
export class Matcher {
  /** Number of steps taken, for tests of the bound. */
  steps = 0;
  readonly tokens: readonly Token[];
  /** By program; what it leads to from a place is the same wherever the match began. */
  private readonly memories = new Map<Program, Map<number, number>>();
  private memory: Map<number, number> | undefined;
  /** The same for the place where this attempt began, at which `^` can hold. */
  private readonly atStart = new Map<number, number>();
  private stepsBefore = 0;
  /** The ends that `unit` found. */
  private full = 0;
  private single = 0;
  private program!: Program;
  private from = 0;
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
    if (this.memories.size > 0) {
      if (lowest !== this.lowest || highest !== this.highest || untilEnd !== this.untilEnd)
        this.memories.clear();
      this.memory = this.memories.get(program);
    }
    if (this.atStart.size > 0) this.atStart.clear();
    this.stepsBefore = this.steps;
    this.program = program;
    this.from = from;
    this.sentence = first.sentence;
    this.lowest = lowest;
    this.highest = highest;
    this.untilEnd = untilEnd;
    return this.go(program.start, from);
  }

  /** The path of the match found last. */
  trace(): Trace {
    return this.follow(this.program.start, this.from);
  }

  private go(first: State, place: number): number {
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
        case UNIT:
          return this.branch(state, at);
      }
      state = state.next!;
    }
  }

  /** Passes over marks between words; -1 where the sentence ends or too many stand there. */
  private consume(state: State, place: number): number {
    const { tokens } = this;
    let at = place;
    for (let skipped = 0; ; skipped++, at++) {
      const token = tokens[at];
      if (token === undefined || token.sentence !== this.sentence) return -1;
      if (accepts(state, token)) return at + 1;
      if (at === this.from || skipped === MOST_SKIPPED || !isSkippable(tokens, at)) return -1;
    }
  }

  private branch(state: State, at: number): number {
    const known = this.recall(state, at);
    if (known !== undefined) return known;
    let best = -1;
    if (state.op === UNIT) {
      this.unit(at);
      const { full, single } = this;
      if (full > 0) best = this.go(state.next!, full);
      if (single !== full) best = Math.max(best, this.go(state.next!, single));
    } else {
      for (const target of state.targets) best = Math.max(best, this.go(target, at));
      if (state.table !== undefined)
        for (const target of this.lookup(state.table, at)) best = Math.max(best, this.go(target, at));
    }
    if (this.steps - this.stepsBefore > CHEAP) this.remember(state, at, best);
    return best;
  }

  private recall(state: State, at: number): number | undefined {
    if (at === this.from) return this.atStart.size > 0 ? this.atStart.get(state.slot) : undefined;
    return this.memory?.get(state.slot * (this.tokens.length + 1) + at);
  }

  private remember(state: State, at: number, end: number): void {
    if (at === this.from) {
      this.atStart.set(state.slot, end);
      return;
    }
    if (this.memory === undefined) {
      this.memory = new Map();
      this.memories.set(this.program, this.memory);
    }
    this.memory.set(state.slot * (this.tokens.length + 1) + at, end);
  }

  /** The alternatives that can begin with the word at `at`. */
  private lookup(table: ReadonlyMap<string, readonly State[]>, at: number): readonly State[] {
    const { tokens } = this;
    for (let i = at; i <= at + MOST_SKIPPED; i++) {
      const token = tokens[i];
      if (token === undefined || token.sentence !== this.sentence) return NOTHING;
      const targets = table.get(token.norm);
      if (targets !== undefined) return targets;
      if (i === this.from || !isSkippable(tokens, i)) return NOTHING;
    }
    return NOTHING;
  }

  /** The ends of the word at `at`: with its endings and what is hyphenated to it, and alone. */
  private unit(place: number): void {
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

  private accept(at: number): boolean {
    const { tokens } = this;
    if (at < this.lowest || at > this.highest) return false;
    if (this.untilEnd) return at > this.from && this.nothingAfter(at);
    const next = tokens[at];
    if (next === undefined || next.kind !== 'clitic' || next.sentence !== this.sentence) return true;
    const last = tokens[at - 1]!.norm;
    return this.program.nouns.some((noun) => noun.has(last));
  }

  private nothingAfter(at: number): boolean {
    for (let i = at; i < this.tokens.length; i++) if (!TRAILING.has(this.tokens[i]!.norm)) return false;
    return true;
  }

  private follow(first: State, place: number): Trace {
    const trace: Trace = { mark: undefined, groups: [], names: {}, inflections: [] };
    const open: number[] = [];
    let state = first;
    let at = place;
    while (state.op !== ACCEPT) {
      switch (state.op) {
        case TOKEN:
        case TEST:
          at = this.consume(state, at);
          break;
        case FORMS: {
          at = this.consume(state, at);
          const form = state.forms!.get(this.tokens[at - 1]!.norm)!;
          trace.inflections.push({ base: state.base, pos: state.pos!, form, token: at - 1 });
          break;
        }
        case SPLIT:
        case DISPATCH:
          state = this.choose(state, at);
          continue;
        case UNIT: {
          this.unit(at);
          const { full, single } = this;
          const best = this.go(state.next!, full);
          at = full === single || best >= this.go(state.next!, single) ? full : single;
          break;
        }
        case OPEN:
          open.push(at);
          break;
        case CLOSE:
          this.close(state, trace, { start: open.pop()!, end: at });
          break;
      }
      state = state.next!;
    }
    return trace;
  }

  /** The first of the alternatives that lead furthest. */
  private choose(state: State, at: number): State {
    let best = -1;
    let chosen: State | undefined;
    for (const target of [...state.targets, ...(state.table ? this.lookup(state.table, at) : NOTHING)]) {
      const end = this.go(target, at);
      if (end > best) {
        best = end;
        chosen = target;
      }
    }
    return chosen!;
  }

  private close(state: State, trace: Trace, span: TokenSpan): void {
    // Marks that were passed over before the first word are none of the part.
    while (span.start < span.end && isSkippable(this.tokens, span.start) && span.end - span.start > 1)
      span.start++;
    if (state.group === MARK) trace.mark = span;
    else if (state.group !== NAMED) trace.groups[state.group] = span;
    else trace.names[state.name] ??= span;
  }
}
