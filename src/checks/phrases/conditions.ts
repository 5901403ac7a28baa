import type { Block, Posting } from '../../contract/posting.ts';
import {
  checkLists,
  type Match,
  type PatternEnvironment,
  PatternSet,
  parsePattern,
} from '../../words/pattern.ts';
import { type Token, tokenize, tokensOf } from '../../words/tokens.ts';
import { type Context, inStatement, type Statement } from './context.ts';
import { isName } from './names.ts';
import { isNegated } from './negation.ts';
import type { Condition } from './schema.ts';

export type Test = (context: Context) => boolean;

export interface CompiledConditions {
  /** Whether one of them holds. */
  any: Test;
  /** Whether one of them looks beyond the block. */
  dependsOnPosting: boolean;
}

/** Reports a pattern's mistake; the path leads from the conditions to it. */
export type Refuse = (path: (string | number)[], error: unknown) => never;

/** How far back a pattern that ends before a match may begin, in tokens. */
const FURTHEST = 60;

const many = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? value : [value as Value];

/**
 * Compiles the conditions of `unless` or `only`.
 *
 * @param refuse - called for a pattern with a mistake
 * @param proven - the patterns are known to be right and may wait until they are needed
 */
export function compileConditions(
  conditions: Condition | readonly Condition[],
  environment: PatternEnvironment,
  refuse: Refuse,
  proven = false,
): CompiledConditions {
  const list = many(conditions);
  const tests = list.map((condition, index) => {
    const path = Array.isArray(conditions) ? [index] : [];
    return compileCondition(
      condition,
      environment,
      (rest, error) => refuse([...path, ...rest], error),
      proven,
    );
  });
  return {
    any: (context) => tests.some((test) => test(context)),
    dependsOnPosting: list.some(({ under, title, posting }) => under ?? title ?? posting),
  };
}

/** All keys of a condition must hold; the cheap ones are asked first. */
function compileCondition(
  condition: Condition,
  environment: PatternEnvironment,
  refuse: Refuse,
  proven: boolean,
): Test {
  const tests: Test[] = [];
  const words = (key: 'before' | 'after' | 'sentence' | 'nearby' | 'under' | 'title' | 'posting') =>
    lazySet(key, condition[key]!, environment, (path, error) => refuse([key, ...path], error), proven);
  const { within = 0 } = condition;
  if (condition.section) {
    const kinds = many(condition.section);
    tests.push(({ block }) => block.section !== undefined && kinds.includes(block.section));
  }
  if (condition.block) {
    const kinds = many(condition.block);
    tests.push(({ block }) => kinds.includes(block.kind) || (block.title && kinds.includes('title')));
  }
  if (condition.statement) {
    const kinds: readonly Statement[] = many(condition.statement);
    tests.push((context) => inStatement(context, kinds));
  }
  if (condition.negated) tests.push(({ tokens, match }) => isNegated(tokens, match.first, match.last));
  if (condition['proper-noun'])
    tests.push(({ tokens, block, match }) => isName(tokens, block.text, match.markFirst, match.markLast));
  if (condition.before) tests.push(beforeTest(words('before'), within));
  if (condition.after) tests.push(afterTest(words('after'), within));
  if (condition.sentence) tests.push(sentenceTest(words('sentence')));
  if (condition.nearby) {
    const places = placesIn(words('nearby'));
    tests.push((context) => isElsewhere(places(context), context));
  }
  if (condition.under) tests.push(underTest(words('under')));
  if (condition.title) tests.push(titleTest(words('title')));
  if (condition.posting) tests.push(postingTest(words('posting')));
  return (context) => tests.every((test) => test(context));
}

type Lazy = () => PatternSet<true>;

/**
 * The set is built when a match first asks. Patterns that are not proven are parsed at once, for their mistakes.
 */
function lazySet(
  key: string,
  source: string | readonly string[],
  environment: PatternEnvironment,
  refuse: Refuse,
  proven: boolean,
): Lazy {
  const parse = () =>
    many(source).map((pattern, index) => {
      try {
        // What stands before or after a match may end, or begin, in a gap: the match holds it.
        const parsed = parsePattern(pattern, { start: key === 'after', end: key === 'before' });
        checkLists(parsed, environment);
        return parsed;
      } catch (error) {
        return refuse(Array.isArray(source) ? [index] : [], error);
      }
    });
  const patterns = proven ? undefined : parse();
  let set: PatternSet<true> | undefined;
  return () => {
    set ??= new PatternSet<true>(
      (patterns ?? parse()).map((pattern) => ({ pattern, value: true })),
      environment,
    );
    return set;
  };
}

const isWord = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'number';
const isGap = (token: Token | undefined) => token !== undefined && /^["“”„«»'‘]$/.test(token.norm);

function beforeTest(set: Lazy, within: number): Test {
  return ({ tokens, match }) => {
    const { sentence } = tokens[match.first]!;
    // The range of places where the pattern may end: right before, or with `within` words in between.
    let lowest = match.first;
    let words = 0;
    while (lowest > 0 && tokens[lowest - 1]!.sentence === sentence) {
      if (isWord(tokens[lowest - 1]) ? words++ >= within : within === 0 && !isGap(tokens[lowest - 1])) break;
      lowest--;
    }
    let from = lowest;
    while (from > 0 && lowest - from < FURTHEST && tokens[from - 1]!.sentence === sentence) from--;
    return match.first > 0 && set().between(tokens, [from, match.first - 1], [lowest, match.first]);
  };
}

function afterTest(set: Lazy, within: number): Test {
  return ({ tokens, match }) => {
    const { sentence } = tokens[match.last]!;
    const first = match.last + 1;
    let to = first;
    let words = 0;
    for (; tokens[to]?.sentence === sentence; to++) {
      if (isWord(tokens[to])) {
        if (words++ >= within) break;
      } else if (within === 0 && !isGap(tokens[to]) && tokens[to]!.kind !== 'clitic') break;
    }
    if (tokens[to]?.sentence !== sentence) to--;
    return to >= first && set().between(tokens, [first, to], [first + 1, tokens.length]);
  };
}

/** Where a set is found in a block; asked for one block after the other, so only the last is remembered. */
function placesIn(set: Lazy): (context: Context) => readonly Match<true>[] {
  let block: Block | undefined;
  let places: readonly Match<true>[] = [];
  return (context) => {
    if (block !== context.block) {
      places = set().matches(context.tokens, context.block.text);
      block = context.block;
    }
    return places;
  };
}

/** Whether one of these places is outside the match. */
function isElsewhere(places: readonly Match<true>[], { match: { whole } }: Context): boolean {
  return places.some((place) => place.whole.end <= whole.start || place.whole.start >= whole.end);
}

function sentenceTest(set: Lazy): Test {
  const places = placesIn(set);
  return (context) => {
    const { tokens, match } = context;
    const { sentence } = tokens[match.first]!;
    return isElsewhere(
      places(context).filter(({ first }) => tokens[first]!.sentence === sentence),
      context,
    );
  };
}

function found(set: Lazy, block: Block | undefined): boolean {
  return block !== undefined && set().isIn(tokensOf(block));
}

function underTest(set: Lazy): Test {
  return remembered(
    ({ block, posting }) => {
      const heading = block.heading === undefined ? undefined : posting.blocks[block.heading];
      return found(set, heading);
    },
    ({ block }) => block.heading ?? -1,
  );
}

const TITLE_KEYS: ReadonlySet<string> = new Set([
  'title',
  'position',
  'job_title',
  'job-title',
  'jobtitle',
  'role',
]);

function titleTest(set: Lazy): Test {
  return remembered(
    ({ posting }) => {
      const title = posting.blocks.find((block) => block.title);
      if (title) return found(set, title);
      const values = posting.frontMatter?.values ?? [];
      return values.some(({ key, value }) => TITLE_KEYS.has(key) && set().isIn(tokenize(value)));
    },
    () => 0,
  );
}

/** Stands for the front matter where blocks are told by their index. */
const FRONT_MATTER = -1;

/** The first two blocks, or one and the front matter, in which a set is found: with two, one is elsewhere. */
function firstTwo(set: Lazy, { blocks, frontMatter }: Posting): number[] {
  const found: number[] = [];
  for (const block of blocks) {
    if (!set().isIn(tokensOf(block))) continue;
    found.push(block.index);
    if (found.length === 2) return found;
  }
  if (frontMatter?.values.some(({ value }) => set().isIn(tokenize(value)))) found.push(FRONT_MATTER);
  return found;
}

/** Whether a set is found anywhere in the posting but in the match itself. */
function postingTest(set: Lazy): Test {
  const here = placesIn(set);
  const places = new WeakMap<Posting, readonly number[]>();
  return (context) => {
    const { posting, block } = context;
    let known = places.get(posting);
    if (known === undefined) {
      known = firstTwo(set, posting);
      places.set(posting, known);
    }
    if (known.some((index) => index !== block.index)) return true;
    return known.length > 0 && isElsewhere(here(context), context);
  };
}

/** Remembers the answers for a posting, by what they depend on. */
function remembered(test: Test, key: (context: Context) => number): Test {
  const memory = new WeakMap<Posting, Map<number, boolean>>();
  return (context) => {
    const known = memory.get(context.posting) ?? new Map<number, boolean>();
    memory.set(context.posting, known);
    const place = key(context);
    let answer = known.get(place);
    if (answer === undefined) {
      answer = test(context);
      known.set(place, answer);
    }
    return answer;
  };
}
