import { checkPattern, isSolid } from './sense.ts';
import type { ClassNode, Pattern, PatternNode } from './syntax.ts';
import { PatternError } from './syntax.ts';
import { markNode, parseWord } from './word-forms.ts';

/** Alternatives of plain words only: most of all pattern text, so it has a way of its own. */
const PLAIN_GROUP = /\([a-z]+(?: [a-z]+)*(?:\|[a-z]+(?: [a-z]+)*)*\)/y;
/** A plain word, and what ends it is looked at next. */
const PLAIN_WORD = /[a-z]+(?![^\s()[\]|?])/y;
const WORD = /[^\s()[\]|<>?]*/y;
/** Longer ones are a mistake: the place for many words is a list. */
const LONGEST = 4000;
/** Each can be nine words deep, and nobody can read a pattern with more. */
const MOST_GAPS = 30;
const MARKS = new Set([',', '/', ':', '&', '+', '%', '-', '(', ')', '"', ';', '#']);

/** Which ends of a pattern something else holds, so that a gap may stand there. */
export interface Held {
  start?: boolean;
  end?: boolean;
}

/**
 * Parses a pattern of the language of `docs/rule-format.md`.
 *
 * @throws {PatternError} when it has a mistake, matches nothing, or can never match. Whether the lists it names exist
 * is not checked.
 */
export function parsePattern(source: string, held: Held = {}): Pattern {
  return new Parser(source).run(held);
}

class Parser {
  private readonly source: string;
  private at = 0;
  private groups = 0;
  private marks = 0;
  private gaps = 0;
  private depth = 0;
  /** Something stands in it that can be missing. */
  private optional = false;
  /** Something stands in it that can be misplaced. */
  private delicate = false;
  private readonly classes: ClassNode[] = [];

  constructor(source: string) {
    this.source = source;
  }

  run(held: Held): Pattern {
    if (this.source.length > LONGEST)
      throw new PatternError('The pattern is too long; put its words into a list', 0);
    const root = this.sequence(false);
    const { source, at } = this;
    if (root.type === 'sequence' && root.parts.length === 0) this.delicate = true;
    if (at < source.length) {
      const character = source[at]!;
      const hint: Readonly<Record<string, string>> = {
        '|': '“|” stands only between alternatives, in brackets right against the words: (this|that)',
        ')': '“)” closes nothing; as a word of its own it needs a space before it',
        ']': '“]” closes nothing',
      };
      this.fail(hint[character] ?? `“${character}” has no meaning here`);
    }
    const pattern = { source, root, groups: this.groups, classes: this.classes, marked: this.marks > 0 };
    if (this.delicate || (this.optional && !isSolid(root))) checkPattern(pattern, held);
    return pattern;
  }

  private fail(message: string, offset = this.at): never {
    throw new PatternError(message, offset);
  }

  private skipSpace(): boolean {
    const from = this.at;
    while (isSpace(this.source, this.at)) this.at++;
    return this.at > from;
  }

  /** Parts up to the end, `|`, `]` or a `)` that closes a group. */
  private sequence(inGroup: boolean): PatternNode {
    const { source } = this;
    const parts: PatternNode[] = [];
    let brackets = 0;
    for (;;) {
      const spaced = this.skipSpace() || this.at === 0;
      const character = source[this.at];
      if (character === undefined || character === '|' || character === ']') break;
      if (character === ')') {
        if (!spaced || (inGroup && brackets === 0) || !this.standsAlone()) break;
        brackets--;
      } else if (character === '(' && this.standsAlone()) brackets++;
      this.part(parts);
    }
    return parts.length === 1 ? parts[0]! : { type: 'sequence', parts };
  }

  private part(parts: PatternNode[]): void {
    const { source } = this;
    const from = this.at;
    const node = this.element(source[from]!);
    if (source[this.at] !== '?') {
      if (Array.isArray(node)) parts.push(...node);
      else parts.push(node);
      return;
    }
    const part: PatternNode = Array.isArray(node) ? { type: 'sequence', parts: node } : node;
    if (part.type === 'mark') this.fail('The marked part cannot be optional');
    if (part.type === 'start' || part.type === 'end') this.fail('“^” and “$” cannot be optional');
    if (part.type === 'gap') this.fail('A gap cannot be optional; “*1” is no or one word');
    this.at++;
    if (source[this.at] === '?') this.fail('One “?” is enough');
    this.optional = true;
    parts.push({ type: 'optional', part });
  }

  private element(character: string): PatternNode | PatternNode[] {
    const { source } = this;
    PLAIN_WORD.lastIndex = this.at;
    if (PLAIN_WORD.test(source)) {
      const from = this.at;
      this.at = PLAIN_WORD.lastIndex;
      return tokenNode(source.slice(from, this.at));
    }
    const alone = this.standsAlone();
    if (alone && MARKS.has(character)) {
      this.at++;
      return markNode(character);
    }
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return this.mark();
      case '<':
        return this.className();
      case '?':
        return this.fail('“?” stands right after what it makes optional');
      case '>':
        return this.fail('“>” closes nothing');
      case '^':
      case '$':
        if (!alone) break;
        this.delicate = true;
        this.at++;
        return { type: character === '^' ? 'start' : 'end' };
      case '*':
        if (alone || isDigit(source, this.at + 1)) return this.gap();
    }
    return this.word();
  }

  /** Whether the character here is followed by nothing that belongs to it. */
  private standsAlone(): boolean {
    const { source, at } = this;
    const next = source[at + 1];
    if (next === undefined || isSpace(source, at + 1)) return true;
    return source[at] !== '(' && '?|)]'.includes(next) && !(source[at] === ')' && next === '?');
  }

  private group(): PatternNode {
    const { source } = this;
    const from = this.at;
    const group = ++this.groups;
    PLAIN_GROUP.lastIndex = from;
    if (PLAIN_GROUP.test(source)) {
      this.at = PLAIN_GROUP.lastIndex;
      return { type: 'plain', group, options: source.slice(from + 1, this.at - 1).split('|') };
    }
    const options: PatternNode[] = [];
    this.depth++;
    do {
      this.at++;
      const start = this.at;
      const option = this.sequence(true);
      if (option.type === 'sequence' && option.parts.length === 0)
        this.fail('An alternative is empty; write “(a|b)?” for one that may be missing', start);
      options.push(option);
    } while (source[this.at] === '|');
    this.depth--;
    if (source[this.at] !== ')') this.fail('“(” is not closed', from);
    this.at++;
    return { type: 'choice', group, options };
  }

  private mark(): PatternNode {
    const from = this.at;
    if (++this.marks > 1) this.fail('A pattern has one marked part');
    if (this.depth > 0) this.fail('The marked part stands outside alternatives');
    this.at++;
    this.depth++;
    const part = this.sequence(false);
    this.depth--;
    if (this.source[this.at] !== ']') this.fail('“[” is not closed', from);
    if (part.type === 'sequence' && part.parts.length === 0) this.fail('The marked part is empty', from);
    this.at++;
    return { type: 'mark', part };
  }

  private className(): PatternNode {
    const { source } = this;
    const from = this.at;
    const end = source.indexOf('>', from);
    if (end < 0) this.fail('“<” is not closed');
    const name = source.slice(from + 1, end);
    if (!/^[a-z][a-z0-9-]*$/.test(name)) this.fail(`“${name}” is no name of a list`, from + 1);
    this.at = end + 1;
    const node: ClassNode = { type: 'class', name, offset: from };
    this.classes.push(node);
    return node;
  }

  private gap(): PatternNode {
    this.delicate = true;
    if (++this.gaps > MOST_GAPS) this.fail(`A pattern has at most ${MOST_GAPS} gaps`);
    const { source } = this;
    const from = this.at++;
    const group = ++this.groups;
    while (isDigit(source, this.at)) this.at++;
    const digits = source.slice(from + 1, this.at);
    const next = source[this.at];
    if (next !== undefined && !isSpace(source, this.at) && !'|)]?'.includes(next))
      this.fail('A gap is written “*” or “*3”', from);
    if (digits === '') return { type: 'gap', min: 1, max: 1, group };
    const max = Number(digits);
    if (max < 1 || max > 9) this.fail('A gap is of one to nine words', from);
    return { type: 'gap', min: 0, max, group };
  }

  private word(): PatternNode | PatternNode[] {
    const { source } = this;
    const from = this.at;
    WORD.lastIndex = from;
    WORD.test(source);
    this.at = WORD.lastIndex;
    const word = source.slice(from, this.at);
    if (/[.!?…]/.test(word)) this.delicate = true;
    return parseWord(word, from);
  }
}

const tokenNode = (norm: string): PatternNode => ({
  type: 'token',
  norms: [norm],
  exact: undefined,
  tight: false,
});

function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code <= 32 || code === 0xa0;
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}
