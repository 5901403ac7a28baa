import * as z from 'zod';
import { type CheckEnvironment, type CheckKind, RuleError, type Runner } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { nearest } from '../words/nearest.ts';
import { PatternError } from '../words/pattern.ts';
import { matchCase, replaceWords, type TextEdit } from '../words/replace.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { sourceEdits } from './edits.ts';
import { type CompiledConditions, compileConditions } from './phrases/conditions.ts';
import { type Passage, termsTest } from './phrases/context.ts';
import { isGuarded, type Keeps, keeps } from './phrases/guards.ts';
import { fillCaptures } from './phrases/replacement.ts';
import { type Condition, guards } from './phrases/schema.ts';
import { Detector, PLUGINS, type Plugin } from './retext/detector.ts';
import { equalityIds, equalityPhrases } from './retext/equality.ts';
import type { Remark } from './retext/tree.ts';

const text = z.string().trim().min(1);

const fields = z.object({
  plugin: z.enum(PLUGINS).describe('The retext plugin, by its name without “retext-”.'),
  message: text.describe('What to say; {match} is the passage, {suggestion} the first replacement.'),
  ids: z
    .array(text)
    .min(1)
    .describe('`equality` only, and needed there: the ids of retext-equality that the rule covers.')
    .optional(),
  options: z
    .strictObject({
      binary: z
        .boolean()
        .describe('Leave alone pairs that name both, such as “waiter or waitress”.')
        .optional(),
      ignore: z.array(text).describe('Phrases of these ids that do not count.').optional(),
    })
    .describe('`equality` only: the options of the plugin.')
    .optional(),
  suggest: z
    .record(text, z.array(text).min(1))
    .describe('`equality` only: id, or one of its phrases → replacements, best first.')
    .optional(),
  ...guards,
});
export type RetextFields = z.infer<typeof fields>;
type RetextRule = Rule<RetextFields>;

/** Hosts plugins of retext on English text. What they find is reported in the words of our rules, under our guards. */
export const retextCheck: CheckKind<RetextFields> = {
  name: 'retext',
  summary: 'What a plugin of retext finds, in our own words and with conditions on what stands around it.',
  fields,
  compile: (rules, environment) => new RetextRunner(rules, environment),
};

/** A rule ready to judge what its plugin finds. */
interface Compiled extends Keeps {
  rule: RetextRule;
  suggestions: ReadonlyMap<string, readonly string[]>;
  unless: CompiledConditions | undefined;
  only: CompiledConditions | undefined;
}

interface Found extends Passage {
  remark: Remark;
  compiled: Compiled;
}

class RetextRunner implements Runner {
  readonly dependsOnPosting = new Set<string>();
  readonly #detector: Detector<Compiled>;
  readonly #isTerm: (text: string, start: number, end: number) => boolean;

  constructor(rules: readonly RetextRule[], environment: CheckEnvironment) {
    const english = rules.filter(({ languages }) => languages.includes('en') || languages.includes('*'));
    const requests = english.map((rule) => {
      checkFields(rule);
      const value = compileRule(rule, environment);
      if (value.unless?.dependsOnPosting || value.only?.dependsOnPosting) this.dependsOnPosting.add(rule.id);
      const { plugin, ids = [], options } = rule;
      return { plugin, ids, binary: options?.binary ?? false, ignore: options?.ignore ?? [], value };
    });
    this.#detector = new Detector(requests);
    this.#isTerm = termsTest(environment.terms);
  }

  block(block: Block, posting: Posting): Finding[] {
    if (block.language !== 'en') return [];
    const remarks = this.#detector.find(block.text);
    if (remarks.length === 0) return [];
    const tokens = tokensOf(block);
    const found = remarks.flatMap(({ remark, value }) => {
      const passage = passageOf(remark, tokens);
      return passage ? [{ ...passage, remark, compiled: value }] : [];
    });
    return longest(found)
      .filter((match) => this.#keeps(match, tokens, block, posting))
      .map((match) => finding(match, block, posting));
  }

  #keeps(match: Found, tokens: readonly Token[], block: Block, posting: Posting): boolean {
    const context = { match, tokens, block, posting };
    const { only, unless } = match.compiled;
    if (isGuarded(context, match.compiled, this.#isTerm)) return false;
    return (only?.any(context) ?? true) && !unless?.any(context);
  }
}

/** A passage is reported once per rule: of those that overlap, the longest. */
function longest(found: readonly Found[]): Found[] {
  const length = ({ start, end }: Span) => end - start;
  const kept: Found[] = [];
  for (const match of [...found].sort((a, b) => length(b) - length(a) || a.start - b.start)) {
    const hidden = kept.some(
      (other) => other.compiled === match.compiled && other.start < match.end && other.end > match.start,
    );
    if (!hidden) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The words of a remark; undefined where it stands on no word of ours. */
function passageOf({ start, end }: Remark, tokens: readonly Token[]): Passage | undefined {
  const first = tokens.findIndex((token) => token.end > start);
  const last = tokens.findLastIndex((token) => token.start < end);
  if (first < 0 || last < first) return undefined;
  return { first, last, markFirst: first, markLast: last, start, end, whole: { start, end } };
}

function finding(match: Found, block: Block, posting: Posting): Finding {
  const { remark, compiled, start, end } = match;
  const { rule } = compiled;
  const shown = block.text.slice(start, end).replace(/\s+/g, ' ');
  const suggestions = suggestionsFor(remark, compiled);
  const names = { match: shown, suggestion: suggestions[0] ?? '' };
  return {
    rule: rule.id,
    severity: rule.severity === 'off' ? 'warning' : (rule.severity satisfies Severity),
    message: fillCaptures(rule.message, { captures: [], names, inflections: [] }),
    span: block.map.cover({ start, end }),
    fixes: suggestions.flatMap((suggestion) => {
      const { title, edit } = change(rule.plugin, remark, suggestion, block.text);
      const edits = edit && sourceEdits(block, posting.format, edit, posting.source);
      const fix: Fix = { title, safety: rule.safety ?? 'suggestion', edits: edits ?? [] };
      return fix.edits.length > 0 ? [fix] : [];
    }),
    data: {},
  };
}

function suggestionsFor(
  { id, actual, expected }: Remark,
  { rule, suggestions }: Compiled,
): readonly string[] {
  if (rule.plugin !== 'equality') return expected;
  return suggestions.get(plain(actual)) ?? suggestions.get(id) ?? [];
}

function change(
  plugin: Plugin,
  { start, end }: Remark,
  suggestion: string,
  text: string,
): { title: string; edit: TextEdit | undefined } {
  if (plugin === 'repeated-words') {
    // The first of the two stays as it is: it may begin the sentence.
    const span = { start: start + suggestion.length, end };
    return { title: `Remove the second “${suggestion}”`, edit: { span, text: '' } };
  }
  const title = `Replace with “${matchCase(text, { start, end }, suggestion)}”`;
  if (plugin === 'indefinite-article') return { title, edit: { span: { start, end }, text: suggestion } };
  return { title, edit: replaceWords(text, { start, end }, suggestion) };
}

/** Words as retext-equality compares them. */
function plain(phrase: string): string {
  return phrase.toLowerCase().replace(/['’-]/g, '').replace(/\s+/g, ' ');
}

function compileRule(rule: RetextRule, environment: CheckEnvironment): Compiled {
  const conditions = (key: 'unless' | 'only', given: Condition | Condition[] | undefined) =>
    given &&
    compileConditions(given, environment, (path, error) => {
      if (!(error instanceof PatternError)) throw error;
      throw new RuleError(rule.id, [key, ...path], error.message);
    });
  const ids = new Set(rule.ids);
  return {
    rule,
    // An id is written with hyphens that belong to it, a phrase may be written with any.
    suggestions: new Map(
      Object.entries(rule.suggest ?? {}).map(([key, list]) => [ids.has(key) ? key : plain(key), list]),
    ),
    unless: conditions('unless', rule.unless),
    only: conditions('only', rule.only),
    ...keeps(rule),
  };
}

/** @throws {RuleError} for fields that do not go with the plugin, unknown ids and phrases */
function checkFields(rule: RetextRule): void {
  for (const [name] of rule.message.matchAll(/\{[^{}]*\}/g)) {
    if (name !== '{match}' && name !== '{suggestion}')
      throw new RuleError(
        rule.id,
        ['message'],
        `“${name}” stands for nothing; there are {match} and {suggestion}`,
      );
  }
  if (rule.plugin !== 'equality') {
    for (const key of ['ids', 'options', 'suggest'] as const) {
      if (rule[key]) throw new RuleError(rule.id, [key], `\`${key}\` belongs to the plugin equality`);
    }
    return;
  }
  if (!rule.ids) throw new RuleError(rule.id, ['plugin'], 'The plugin equality needs `ids`');
  for (const [at, id] of rule.ids.entries()) {
    if (equalityIds.includes(id)) continue;
    const hint = nearest(id, equalityIds);
    const message = `retext-equality has no id “${id}”${hint ? `; did you mean “${hint}”?` : ''}`;
    throw new RuleError(rule.id, ['ids', at], message);
  }
  const phrases = new Set(rule.ids.flatMap(equalityPhrases));
  for (const [at, phrase] of (rule.options?.ignore ?? []).entries()) {
    if (!phrases.has(phrase))
      throw new RuleError(rule.id, ['options', 'ignore', at], `“${phrase}” is no phrase of these ids`);
  }
  const known = new Set([...rule.ids, ...[...phrases].map(plain)]);
  for (const key of Object.keys(rule.suggest ?? {})) {
    if (!known.has(key) && !known.has(plain(key)))
      throw new RuleError(
        rule.id,
        ['suggest', key],
        `“${key}” is none of these ids, nor one of their phrases`,
      );
  }
}
