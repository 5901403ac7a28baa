import { type PatternEnvironment, PatternSet } from '../../words/pattern.ts';
import type { Token } from '../../words/tokens.ts';

/** How far back a pattern that ends before a passage may begin, in tokens. */
const FURTHEST = 12;

/** Patterns of a condition. They are tried only where a cue has been found, so not with all others in one pass. */
export class Guard {
  readonly #set: PatternSet<true>;

  /** @throws {PatternError} for a pattern with a mistake */
  constructor(patterns: readonly string[], environment: PatternEnvironment) {
    this.#set = new PatternSet(
      patterns.map((pattern) => ({ pattern, value: true as const })),
      environment,
    );
  }

  /** Whether a pattern ends right before the token. */
  endsBefore(tokens: readonly Token[], first: number): boolean {
    return first > 0 && this.#set.between(tokens, [Math.max(0, first - FURTHEST), first - 1], [first, first]);
  }

  /** Whether a pattern starts right after the token. */
  startsAfter(tokens: readonly Token[], last: number): boolean {
    const start = last + 1;
    return start < tokens.length && this.#set.between(tokens, [start, start], [start + 1, tokens.length]);
  }

  /** Whether a pattern is found in the sentence of a token. */
  inSentence(tokens: readonly Token[], at: number, text: string): boolean {
    const { sentence } = tokens[at]!;
    let from = at;
    let to = at + 1;
    while (from > 0 && tokens[from - 1]!.sentence === sentence) from--;
    while (tokens[to]?.sentence === sentence) to++;
    return this.inBlock(tokens.slice(from, to), text);
  }

  inBlock(tokens: readonly Token[], text: string): boolean {
    return this.#set.matches(tokens, text).length > 0;
  }
}
