import type { Span } from '../contract/posting.ts';
import type { Inflection, Matcher, TokenSpan, Trace } from './matcher.ts';
import type { Program } from './program.ts';
import type { Pattern } from './syntax.ts';
import type { Token } from './tokens.ts';

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

/** Where a match was found; how, is worked out when somebody asks, since most matches are only counted. */
export class FoundMatch<T> implements Match<T> {
  readonly value: T;
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  private readonly matcher: Matcher;
  private readonly program: Program;
  private readonly pattern: Pattern;
  private readonly text: string;
  private known: Trace | undefined;

  constructor(
    value: T,
    entry: number,
    span: TokenSpan,
    { pattern, program }: { pattern: Pattern; program: Program },
    matcher: Matcher,
    text: string,
  ) {
    this.value = value;
    this.entry = entry;
    this.first = span.start;
    this.last = span.end - 1;
    this.matcher = matcher;
    this.program = program;
    this.pattern = pattern;
    this.text = text;
  }

  private get tokens(): readonly Token[] {
    return this.matcher.tokens;
  }

  private get trace(): Trace {
    if (this.known === undefined) {
      this.matcher.longest(this.program, this.first);
      this.known = this.matcher.trace();
    }
    return this.known;
  }

  private get mark(): TokenSpan | undefined {
    return this.pattern.marked ? this.trace.mark : undefined;
  }

  get markFirst(): number {
    return this.mark?.start ?? this.first;
  }

  get markLast(): number {
    return this.mark === undefined ? this.last : this.mark.end - 1;
  }

  get start(): number {
    return this.tokens[this.markFirst]!.start;
  }

  get end(): number {
    return this.tokens[this.markLast]!.end;
  }

  get whole(): Span {
    return { start: this.tokens[this.first]!.start, end: this.tokens[this.last]!.end };
  }

  get captures(): readonly (string | undefined)[] {
    const { groups } = this.trace;
    return Array.from({ length: this.pattern.groups + 1 }, (_, group) => this.textOf(groups[group]));
  }

  get names(): Readonly<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const [name, span] of Object.entries(this.trace.names)) texts[name] = this.textOf(span)!;
    return texts;
  }

  get inflections(): readonly Inflection[] {
    const { inflections } = this.trace;
    const inMark = ({ token }: Inflection) => token >= this.markFirst && token <= this.markLast;
    return [...inflections.filter(inMark), ...inflections.filter((each) => !inMark(each))];
  }

  private textOf(span: TokenSpan | undefined): string | undefined {
    if (span === undefined) return undefined;
    const { tokens, text } = this;
    return span.start < span.end ? text.slice(tokens[span.start]!.start, tokens[span.end - 1]!.end) : '';
  }
}
