import { type CheckEnvironment, type CheckKind, RuleError, type Runner } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Safety, Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import {
  checkLists,
  type Match,
  type Pattern,
  PatternError,
  PatternSet,
  parsePattern,
} from '../words/pattern.ts';
import { matchCase, replaceWords } from '../words/replace.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { sourceEdits } from './edits.ts';
import { type CompiledConditions, compileConditions } from './phrases/conditions.ts';
import { termsTest } from './phrases/context.ts';
import { isGuarded, type Keeps, keeps } from './phrases/guards.ts';
import { fillCaptures, fillReplacement, templateMistake } from './phrases/replacement.ts';
import { type Condition, type Phrase, type PhrasesFields, phrasesFields } from './phrases/schema.ts';

export type { PhrasesFields } from './phrases/schema.ts';

/** A phrase with all that its rule says for it. */
interface CompiledPhrase extends Keeps {
  rule: Rule;
  ruleNumber: number;
  severity: Severity;
  message: string;
  suggestions: readonly string[];
  safety: Safety;
  unless: readonly CompiledConditions[];
  only: readonly CompiledConditions[];
}

type PhraseRule = Rule<PhrasesFields>;

/** Words and phrases: all rules of this kind are matched in one pass over the words of a block. */
export const phrasesCheck: CheckKind<PhrasesFields> = {
  name: 'phrases',
  summary: 'Words and phrases, with conditions on what stands around them, and replacements.',
  fields: phrasesFields,
  compile: (rules, environment) => new PhrasesRunner(rules, environment),
};

const many = <Value>(value: Value | readonly Value[] | undefined): readonly Value[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as Value];

class PhrasesRunner implements Runner {
  readonly dependsOnPosting: ReadonlySet<string>;
  private readonly set: PatternSet<CompiledPhrase>;
  private readonly languages: ReadonlySet<string>;
  private readonly isTerm: (text: string, start: number, end: number) => boolean;
  /** Blocks of one text share their words; what depends on the posting is asked of their matches each time. */
  private readonly seen = new WeakMap<readonly Token[], readonly Match<CompiledPhrase>[]>();

  constructor(rules: readonly PhraseRule[], environment: CheckEnvironment) {
    const compiler = new Compiler(environment);
    rules.forEach((rule, number) => {
      compiler.rule(rule, number);
    });
    this.set = new PatternSet(compiler.entries, environment);
    this.dependsOnPosting = compiler.dependsOnPosting;
    this.languages = new Set(rules.flatMap((rule) => rule.languages));
    this.isTerm = termsTest(environment.terms);
  }

  block(block: Block, posting: Posting): Finding[] {
    const { language } = block;
    if (!this.languages.has(language) && !this.languages.has('*')) return [];
    const tokens = tokensOf(block);
    const matches = this.matches(tokens, block.text).filter(
      ({ value: { rule } }) => rule.languages.includes(language) || rule.languages.includes('*'),
    );
    if (matches.length === 0) return [];
    const kept = this.choose(matches, tokens, block, posting);
    return kept.map((match) => finding(match, block, posting));
  }

  private matches(tokens: readonly Token[], text: string): readonly Match<CompiledPhrase>[] {
    let matches = this.seen.get(tokens);
    if (!matches) {
      matches = this.set.matches(tokens, text);
      if (matches.length > 0) this.seen.set(tokens, matches);
    }
    return matches;
  }

  /** One match per rule and passage, the longest; ordered by place. */
  private choose(
    matches: Match<CompiledPhrase>[],
    tokens: readonly Token[],
    block: Block,
    posting: Posting,
  ): Match<CompiledPhrase>[] {
    const length = (match: Match<unknown>) => match.last - match.first;
    const byLength = matches.sort((a, b) => length(b) - length(a) || a.first - b.first || a.entry - b.entry);
    const kept: Match<CompiledPhrase>[] = [];
    // By rule and token: what is kept there, and what a longer phrase takes as harmless.
    const taken = new Set<number>();
    const harmless = new Map<number, Match<CompiledPhrase>>();
    for (const match of byLength) {
      const { value } = match;
      const base = value.ruleNumber * tokens.length;
      let free = true;
      for (let at = match.markFirst; at <= match.markLast && free; at++) {
        const longer = harmless.get(base + at);
        free = !taken.has(base + at) && !(longer && longer.first <= match.first && longer.last >= match.last);
      }
      if (!free) continue;
      const context = { match, tokens, block, posting };
      if (!value.only.every(({ any }) => any(context))) continue;
      const spared = value.unless.some(({ any }) => any(context));
      if (!spared) {
        if (isGuarded(context, value, this.isTerm)) continue;
        kept.push(match);
      }
      for (let at = match.markFirst; at <= match.markLast; at++) {
        if (!spared) taken.add(base + at);
        else if (!harmless.has(base + at)) harmless.set(base + at, match);
      }
    }
    return kept.sort((a, b) => a.start - b.start || a.entry - b.entry);
  }
}

/** Turns rules into entries of a pattern set. */
class Compiler {
  readonly entries: { pattern: Pattern; value: CompiledPhrase }[] = [];
  readonly dependsOnPosting = new Set<string>();
  private readonly environment: CheckEnvironment;

  constructor(environment: CheckEnvironment) {
    this.environment = environment;
  }

  rule(rule: PhraseRule, ruleNumber: number): void {
    const unless = this.conditions(rule, rule.unless, ['unless']);
    const only = this.conditions(rule, rule.only, ['only']);
    rule.phrases.forEach((each, index) => {
      const bare = typeof each === 'string';
      const phrase: Phrase = bare ? { match: each } : each;
      const path = ['phrases', index];
      const matchPath = bare ? path : [...path, 'match'];
      const patterns = many(phrase.match).map((source, place) =>
        this.pattern(rule, source, Array.isArray(phrase.match) ? [...matchPath, place] : matchPath),
      );
      const value: CompiledPhrase = {
        rule,
        ruleNumber,
        severity: phrase.severity ?? (rule.severity === 'off' ? 'warning' : rule.severity),
        message: phrase.message ?? rule.message,
        suggestions: many(phrase.suggest),
        safety: phrase.safety ?? rule.safety ?? 'suggestion',
        unless: [...unless, ...this.conditions(rule, phrase.unless, [...path, 'unless'])],
        only: [...only, ...this.conditions(rule, phrase.only, [...path, 'only'])],
        ...keeps(phrase, rule),
      };
      if (!this.isProven(rule)) this.checkTemplates(value, patterns, path, phrase);
      for (const pattern of patterns) this.entries.push({ pattern, value });
    });
  }

  private conditions(
    rule: PhraseRule,
    conditions: Condition | Condition[] | undefined,
    path: (string | number)[],
  ): CompiledConditions[] {
    if (conditions === undefined) return [];
    const compiled = compileConditions(
      conditions,
      this.environment,
      (rest, error) => refuse(rule, [...path, ...rest], error),
      this.isProven(rule),
    );
    if (compiled.dependsOnPosting) this.dependsOnPosting.add(rule.id);
    return [compiled];
  }

  private pattern(rule: PhraseRule, source: string, path: (string | number)[]): Pattern {
    try {
      const pattern = parsePattern(source);
      if (!this.isProven(rule)) checkLists(pattern, this.environment);
      return pattern;
    } catch (error) {
      return refuse(rule, path, error);
    }
  }

  private isProven(rule: PhraseRule): boolean {
    return this.environment.proven?.has(rule) ?? false;
  }

  private checkTemplates(
    { rule, message, suggestions }: CompiledPhrase,
    patterns: readonly Pattern[],
    path: (string | number)[],
    phrase: Phrase,
  ): void {
    suggestions.forEach((suggestion, place) => {
      const mistake = templateMistake(suggestion, patterns);
      const at = [...path, 'suggest', ...(Array.isArray(phrase.suggest) ? [place] : [])];
      if (mistake !== undefined) throw new RuleError(rule.id, at, mistake);
    });
    const messagePath = phrase.message === undefined ? ['message'] : [...path, 'message'];
    const mistake = templateMistake(message, patterns, ['match', 'suggestion']);
    if (mistake !== undefined) throw new RuleError(rule.id, messagePath, mistake);
    if (message.includes('{suggestion}') && !suggestions[0])
      throw new RuleError(rule.id, path, 'The message names {suggestion}, and this phrase suggests nothing');
  }
}

function refuse(rule: PhraseRule, path: (string | number)[], error: unknown): never {
  if (!(error instanceof PatternError)) throw error;
  throw new RuleError(rule.id, path, `${error.message} (at character ${error.offset + 1} of the pattern)`);
}

function finding(match: Match<CompiledPhrase>, block: Block, posting: Posting): Finding {
  const { value: phrase, start, end } = match;
  const replacements = phrase.suggestions.map((suggestion) => fillReplacement(suggestion, match));
  const found = block.text.slice(start, end).replace(/\s+/g, ' ');
  const message = fillCaptures(phrase.message, {
    captures: match.captures,
    inflections: [],
    names: { ...match.names, match: found, suggestion: replacements[0] ?? '' },
  });
  return {
    rule: phrase.rule.id,
    severity: phrase.severity,
    message,
    span: block.map.cover({ start, end }),
    fixes: replacements.flatMap((replacement) => fix(replacement, match, found, block, posting) ?? []),
    data: {},
  };
}

function fix(
  replacement: string,
  { value, start, end }: Match<CompiledPhrase>,
  found: string,
  block: Block,
  posting: Posting,
): Fix | undefined {
  const { text } = block;
  const edit = replaceWords(text, { start, end }, replacement);
  if (edit === undefined || text.slice(edit.span.start, edit.span.end) === edit.text) return undefined;
  const edits = sourceEdits(block, posting.format, edit, posting.source);
  if (edits === undefined || edits.length === 0) return undefined;
  const title =
    replacement === ''
      ? `Remove “${found}”`
      : `Replace with “${matchCase(text, { start, end }, replacement)}”`;
  return { title, safety: value.safety, edits };
}
