import type { PartOfSpeech } from './inflect.ts';

/** A mistake in a pattern. `offset` counts code units of the pattern. */
export class PatternError extends Error {
  override name = 'PatternError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

export interface SequenceNode {
  type: 'sequence';
  parts: PatternNode[];
}
/** `(a|b)`; `group` is its number for captures, 0 inside lists. */
export interface ChoiceNode {
  type: 'choice';
  group: number;
  options: PatternNode[];
}
/** A choice of plain words in lower case, several of them separated by one space each. */
export interface PlainNode {
  type: 'plain';
  group: number;
  options: readonly string[];
}
export interface OptionalNode {
  type: 'optional';
  part: PatternNode;
}
/** One token: any of `norms`, or `exact` in exactly this case. `tight`: no space before it. */
export interface TokenNode {
  type: 'token';
  norms: readonly string[];
  exact: string | undefined;
  tight: boolean;
}
/** One token that is a form of `base`; `head` stands before all forms (*rock* of *rockstars*). */
export interface FormsNode {
  type: 'forms';
  base: string;
  pos: PartOfSpeech;
  head: string;
}
/** One token with this beginning, middle and ending, any of them empty. */
export interface GlobNode {
  type: 'glob';
  head: string;
  middle: string;
  tail: string;
}
/** `min` to `max` words, whatever they are. */
export interface GapNode {
  type: 'gap';
  min: 0 | 1;
  max: number;
  group: number;
}
/** `<name>`: a built-in class or a list. */
export interface ClassNode {
  type: 'class';
  name: string;
  offset: number;
}
/** One token for which a test holds; only inside built-in classes. */
export interface TestNode {
  type: 'test';
  test(norm: string): boolean;
}
/** `^` and `$`. */
export interface BoundaryNode {
  type: 'start' | 'end';
}
/** `[ … ]` */
export interface MarkNode {
  type: 'mark';
  part: PatternNode;
}

export type PatternNode =
  | SequenceNode
  | ChoiceNode
  | PlainNode
  | OptionalNode
  | TokenNode
  | FormsNode
  | GlobNode
  | GapNode
  | ClassNode
  | TestNode
  | BoundaryNode
  | MarkNode;

/** A parsed pattern. */
export interface Pattern {
  source: string;
  root: PatternNode;
  /** How many captures it has: `*`, gaps and groups, numbered from 1 in the order of their beginnings. */
  groups: number;
  /** The classes and lists it names. */
  classes: ClassNode[];
  /** Whether it has a `[ … ]`. */
  marked: boolean;
}
