import { type CheckEnvironment, RuleError } from '../../contract/check.ts';
import type { Block, Posting, Span } from '../../contract/posting.ts';
import type { Severity } from '../../contract/report.ts';
import type { Rule } from '../../contract/rule.ts';
import { findYears } from '../../posting/facts/years.ts';
import { numbersIn } from '../../words/numbers.ts';
import { checkLists, type Match, type Pattern, PatternError, parsePattern } from '../../words/pattern.ts';
import { type Token, tokensOf } from '../../words/tokens.ts';
import { type CompiledConditions, compileConditions } from '../phrases/conditions.ts';
import { termsTest } from '../phrases/context.ts';
import { isGuarded, type Keeps, keeps } from '../phrases/guards.ts';
import type { Condition } from '../phrases/schema.ts';
import type { Bounds, Claim, ContradictionFields, Side } from './schema.ts';

/** A passage that says what a side of a rule is about. */
export interface Said {
  severity: Severity;
  /** In the source. */
  span: Span;
  /** The passage as a person reads it, white space folded. */
  text: string;
  language: string;
}

export interface CompiledClaim extends Keeps, Bounds {
  side: CompiledSide;
  severity: Severity;
  unless: readonly CompiledConditions[];
  only: readonly CompiledConditions[];
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** Where a pattern of a claim matches. */
export interface Hit {
  block: Block;
  match: Match<CompiledClaim>;
}

/** One side of a rule, ready to be looked for. */
export class CompiledSide {
  /** What to look for, in one pass with the claims of all other sides. */
  readonly entries: readonly { pattern: Pattern; value: CompiledClaim }[];
  readonly #rule: Rule<ContradictionFields>;
  readonly #years: NonNullable<Side['years']>;
  readonly #isTerm: (text: string, start: number, end: number) => boolean;

  /** @throws {RuleError} for a pattern with a mistake, or bounds on a pattern without a number */
  constructor(rule: Rule<ContradictionFields>, place: 0 | 1, environment: CheckEnvironment) {
    this.#rule = rule;
    const side = rule.sides[place];
    this.#years = side.years ?? [];
    this.#isTerm = termsTest(environment.terms);
    const path = ['sides', place];
    this.entries = (side.phrases ?? []).flatMap((phrase, index) => {
      const claim: Claim = typeof phrase === 'string' ? { match: phrase } : phrase;
      const own = [...path, 'phrases', index];
      const compile = (key: 'unless' | 'only') => [
        ...conditions(rule, side[key], [...path, key], environment),
        ...conditions(rule, claim[key], [...own, key], environment),
      ];
      const value: CompiledClaim = {
        side: this,
        'at-least': claim['at-least'],
        'at-most': claim['at-most'],
        severity: claim.severity ?? ownSeverity(rule),
        unless: compile('unless'),
        only: compile('only'),
        ...keeps(claim, side),
      };
      const patterns = Array.isArray(claim.match) ? claim.match : [claim.match];
      return patterns.map((pattern) => {
        if (hasBounds(claim) && !/<(?:number|range)>/.test(pattern))
          throw new RuleError(
            rule.id,
            [...own, 'match'],
            'Bounds need a <number> or <range> to compare with',
          );
        return { pattern: parsed(rule, pattern, [...own, 'match'], environment), value };
      });
    });
  }

  /** Whether it needs no hit to be said. */
  get readsYears(): boolean {
    return this.#years.length > 0;
  }

  /**
   * All passages that say it, in the order of blocks.
   *
   * @param hits - of its own claims
   */
  find(hits: readonly Hit[], posting: Posting): Said[] {
    const { languages } = this.#rule;
    const found = this.readsYears ? this.#findYears(posting) : [];
    for (const hit of hits) found.push(...this.#judge(hit, posting));
    return found.filter(({ language }) => languages.includes('*') || languages.includes(language));
  }

  #judge({ block, match }: Hit, posting: Posting): Said[] {
    const { value } = match;
    if (!isWithin(value, numbersOf(match))) return [];
    const tokens = tokensOf(block);
    const context = { match, tokens, block, posting };
    if (!value.only.every(({ any }) => any(context)) || value.unless.some(({ any }) => any(context)))
      return [];
    if (isConditional(tokens, match.first) || isGuarded(context, value, this.#isTerm)) return [];
    return [said(block, match, value.severity)];
  }

  #findYears(posting: Posting): Said[] {
    return findYears(posting).flatMap(({ strength, min, max, at, block: index }) => {
      const block = posting.blocks[index];
      if (strength !== 'must' || !block) return [];
      const hits = this.#years.filter((bounds) => isWithin(bounds, [min, max]));
      const [first] = hits.map(({ severity }) => severity ?? ownSeverity(this.#rule)).sort(byWeight);
      return first ? [said(block, at, first)] : [];
    });
  }
}

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'whether', 'unless', 'would', 'suppose']);

/** Whether the sentence only supposes what it says: *if the position isn't remote*. */
function isConditional(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  return tokens.some((token) => token.sentence === sentence && CONDITIONS.has(token.norm));
}

/** The weightiest first. */
export function byWeight(a: Severity, b: Severity): number {
  return WEIGHT[b] - WEIGHT[a];
}

function ownSeverity({ severity }: Rule): Severity {
  return severity === 'off' ? 'warning' : severity;
}

function said(block: Block, { start, end }: Span, severity: Severity): Said {
  return {
    severity,
    span: block.map.cover({ start, end }),
    text: block.text.slice(start, end).replace(/\s+/g, ' '),
    language: block.language,
  };
}

function hasBounds(bounds: Bounds): boolean {
  return bounds['at-least'] !== undefined || bounds['at-most'] !== undefined;
}

/** @param figures - lower and upper end; one number is both */
function isWithin(bounds: Bounds, [low, high]: readonly (number | undefined)[]): boolean {
  const { 'at-least': least, 'at-most': most } = bounds;
  return (
    (least === undefined || (low !== undefined && low >= least)) &&
    (most === undefined || (high !== undefined && high <= most))
  );
}

function numbersOf({ value, names }: Match<CompiledClaim>): (number | undefined)[] {
  if (!hasBounds(value)) return [];
  const { range, number } = names;
  const numbers = numbersIn(range ?? number ?? '');
  return [numbers[0], numbers.at(-1)];
}

function conditions(
  rule: Rule,
  given: Condition | Condition[] | undefined,
  path: (string | number)[],
  environment: CheckEnvironment,
): CompiledConditions[] {
  if (given === undefined) return [];
  const refuse = (rest: (string | number)[], error: unknown) => fail(rule, [...path, ...rest], error);
  return [compileConditions(given, environment, refuse, environment.proven?.has(rule) ?? false)];
}

function parsed(
  rule: Rule,
  pattern: string,
  path: (string | number)[],
  environment: CheckEnvironment,
): Pattern {
  try {
    const result = parsePattern(pattern);
    checkLists(result, environment);
    return result;
  } catch (error) {
    return fail(rule, path, error);
  }
}

function fail(rule: Rule, path: (string | number)[], error: unknown): never {
  if (!(error instanceof PatternError)) throw error;
  throw new RuleError(rule.id, path, `${error.message} (at character ${error.offset + 1} of the pattern)`);
}
