import { isSkippable } from './edges.ts';
import type { Form, PartOfSpeech } from './inflect.ts';
import {
  ACCEPT,
  CLOSE,
  DISPATCH,
  FORMS,
  GAP,
  LIST,
  MARK,
  OPEN,
  SPLIT,
  type State,
  TEST,
  TOKEN,
} from './program.ts';
import { Walker } from './walker.ts';

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

/** Finds the longest match of a program, and how it came about. */
export class Matcher extends Walker {
  /** The path of the match found last. */
  trace(): Trace {
    return this.follow(this.program.start, this.from);
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
        case GAP:
          at = this.furthest(state, this.gapEnds(state, at));
          break;
        case LIST: {
          const end = this.furthest(state, this.ends(state.list!, at));
          trace.names[state.name] ??= this.trimmed(at, end);
          at = end;
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
    const found = state.table === undefined ? [] : this.lookup(state.table, at);
    for (const target of [...state.targets, ...found]) {
      const end = this.go(target, at);
      if (end > best) {
        best = end;
        chosen = target;
      }
    }
    return chosen!;
  }

  /** The first of the ends of a list or gap that lead furthest. */
  private furthest(state: State, ends: readonly number[]): number {
    let best = -1;
    let chosen = -1;
    for (const end of ends) {
      const reached = this.go(state.next!, end);
      if (reached > best) {
        best = reached;
        chosen = end;
      }
    }
    return chosen;
  }

  private close(state: State, trace: Trace, { start, end }: TokenSpan): void {
    const span = this.trimmed(start, end);
    if (state.group === MARK) trace.mark = span;
    else trace.groups[state.group] = span;
  }

  /** Without the marks that were passed over before the first word. */
  private trimmed(start: number, end: number): TokenSpan {
    let first = start;
    while (end - first > 1 && first > this.from && isSkippable(this.tokens, first)) first++;
    return { start: first, end };
  }
}
