import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PatternError, type PatternNode, PatternSet, parsePattern } from '../../src/words/pattern.ts';
import { type Token, tokenize } from '../../src/words/tokens.ts';
import { formsOf } from '../../src/words/word-sets.ts';

const LISTS = {
  letters: ['a b', 'b', 'a (b|"|b b)?', 'ab*', 'a-b'],
  nested: ['dog/n', '<letters> b', 'b <letters>?'],
};

/**
 * The meaning of patterns, written down as plainly as possible: the ends of a node are all places where a match of it that
 * starts at a place can end. Exponential, and right by reading.
 */
class Reference {
  private readonly tokens: readonly Token[];
  private readonly start: number;

  constructor(tokens: readonly Token[], start: number) {
    this.tokens = tokens;
    this.start = start;
  }

  private token(at: number): Token | undefined {
    const token = this.tokens[at];
    return token?.sentence === this.tokens[this.start]?.sentence ? token : undefined;
  }

  /** The places of a word after `at`: there, or behind one or two quotation marks. */
  private places(at: number): number[] {
    const places = [at];
    const isQuote = (index: number) => this.token(index)?.norm === '"' && index > this.start;
    if (isQuote(at)) places.push(at + 1);
    if (isQuote(at) && isQuote(at + 1)) places.push(at + 2);
    return places;
  }

  private one(at: number, holds: (token: Token) => boolean): number[] {
    // Marks are passed over only to reach what is asked for: the first place that fits.
    const place = this.places(at).find((each) => this.token(each) && holds(this.token(each)!));
    return place === undefined ? [] : [place + 1];
  }

  ends(node: PatternNode, at: number): number[] {
    switch (node.type) {
      case 'token':
        return this.one(
          at,
          ({ norm, spaceBefore }) => node.norms.includes(norm) && !(node.tight && spaceBefore),
        );
      case 'forms':
        return this.one(at, ({ norm }) => formsOf(node.base, node.pos, node.head).has(norm));
      case 'glob':
        return this.one(at, ({ norm }) => norm.startsWith(node.head) && norm.endsWith(node.tail));
      case 'optional':
        return [at, ...this.ends(node.part, at)];
      case 'choice':
        return node.options.flatMap((option) => this.ends(option, at));
      case 'plain':
        return node.options.flatMap((option) => this.ends(parsePattern(option).root, at));
      case 'mark':
        return this.ends(node.part, at);
      case 'sequence':
        return node.parts.reduce(
          (all, part) => [...new Set(all.flatMap((end) => this.ends(part, end)))],
          [at],
        );
      case 'gap': {
        let ends = [at];
        const all = node.min === 0 ? [at] : [];
        for (let i = 0; i < node.max; i++) {
          ends = [...new Set(ends.flatMap((end) => this.word(end)))];
          all.push(...ends);
        }
        return all;
      }
      case 'class':
        return LISTS[node.name as keyof typeof LISTS].flatMap((item) =>
          this.ends(parsePattern(item).root, at),
        );
      case 'start':
        return this.opens(at) ? [at] : [];
      case 'end':
        return this.closes(at) ? [at] : [];
      default:
        throw new Error(node.type);
    }
  }

  private word(at: number): number[] {
    const ends: number[] = [];
    for (const place of this.places(at)) {
      if (!this.token(place) || this.token(place)!.kind === 'punctuation') continue;
      let end = place + 1;
      ends.push(end);
      for (;;) {
        const next = this.token(end);
        const after = this.token(end + 1);
        if (!next || next.spaceBefore || end - place >= 9) break;
        if (next.kind === 'clitic') end++;
        else if (next.norm === '-' && after?.kind === 'word' && !after.spaceBefore) end += 2;
        else break;
      }
      ends.push(end);
    }
    return ends;
  }

  private opens(at: number): boolean {
    if (at !== this.start) return false;
    for (let i = at - 1; this.token(i); i--) if (!['"', '-'].includes(this.token(i)!.norm)) return false;
    return true;
  }

  private closes(at: number): boolean {
    for (let i = at; this.token(i); i++) if (!['"', ',', '.'].includes(this.token(i)!.norm)) return false;
    return true;
  }

  longest(pattern: string): number {
    const noun = /\/n\]?$/.test(pattern);
    const ends = this.ends(parsePattern(pattern).root, this.start).filter((end) => {
      const next = this.token(end);
      return noun || next?.kind !== 'clitic' || next.spaceBefore;
    });
    return Math.max(-1, ...ends);
  }
}

const word = fc.constantFrom(
  'a',
  'b',
  'a',
  'b',
  'dog/n',
  'ab*',
  'a-b',
  "'s",
  ',',
  '-',
  '"',
  "b's",
  'b-dog/n',
);
const { pattern } = fc.letrec<{ pattern: string; element: string }>((tie) => ({
  pattern: fc.array(tie('element'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  element: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: word },
    { weight: 2, arbitrary: fc.constantFrom('*', '*1', '*2', '*4') },
    { weight: 1, arbitrary: fc.constantFrom('^', '$') },
    { weight: 3, arbitrary: tie('element').map((part) => (/[\^$*?]$/.test(part) ? part : `${part}?`)) },
    {
      weight: 4,
      arbitrary: fc
        .array(tie('pattern'), { minLength: 1, maxLength: 8 })
        .map((options) => `(${options.join('|')})`),
    },
  ),
}));
const text = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'A', 'b', 'a', 'abc', 'dogs', "b's", "dog's", ',', '-', '"', '.', 'c'),
      fc.integer({ min: 0, max: 3 }),
    ),
    {
      minLength: 6,
      maxLength: 16,
    },
  )
  .map((parts) => parts.map(([part, space]) => part + (space > 0 ? ' ' : '')).join(''));

describe('the matcher', () => {
  it('finds what the definition says, for any pattern and text', () => {
    let matched = 0;
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), text, (sources, source) => {
        const patterns = sources.filter((each) => {
          try {
            // What ends in several ways has no one last word, which the definition above needs.
            return parsePattern(each) && !(/[?)]$/.test(each) && each.includes('/n'));
          } catch (error) {
            if (error instanceof PatternError) return false;
            throw error;
          }
        });
        const set = new PatternSet(
          patterns.map((each) => ({ pattern: each, value: each })),
          { lists: LISTS },
        );
        const tokens = tokenize(source);
        const expected: [number, number, number][] = [];
        for (let at = 0; at < tokens.length; at++)
          patterns.forEach((each, entry) => {
            const end = new Reference(tokens, at).longest(each);
            if (end >= 0) expected.push([entry, at, end - 1]);
          });
        matched += expected.length;
        const found = set.matches(tokens, source).map(({ entry, first, last }) => [entry, first, last]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    // The comparison says nothing when nothing matches.
    expect(matched).toBeGreaterThan(1000);
  });
});
