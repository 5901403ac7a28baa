import type * as z from 'zod';
import type { House } from '../contract/house.ts';
import { CATEGORIES, SECTION_KINDS } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ConfigMistake } from './error.ts';
import { isSectionKind } from './house.ts';
import { type ConfigFile, configSchema, knownKeys, PRESETS } from './schema.ts';
import { type ConfigSource, isRecord } from './source.ts';

/** A rule, or what is wrong with its file; lines and columns from 1, offsets in the text. */
export type RuleReading =
  | { rule: Rule }
  | { problems: readonly { line: number; column: number; offset: number; message: string }[] };

/** The names that a configuration may use. */
export interface KnownNames {
  /** Ids of all rules. */
  rules: readonly string[];
  /** Reads a file of a house's own rules. */
  readRule?: ((file: string, text: string) => RuleReading) | undefined;
  /** Finds the mistakes in a house style that it takes knowledge of patterns to see. */
  houseMistakes?:
    | ((house: House) => readonly { path: readonly PropertyKey[]; message: string }[])
    | undefined;
}

/** A rule that is named and not known, unless a file of rules defines it. */
export interface UnknownRule {
  name: string;
  /** @param known - as the house's own rules are known */
  mistake(known: KnownNames): ConfigMistake;
}

/**
 * Checks a configuration against the schema and the names that exist.
 *
 * @returns the configuration when there is no mistake in it but names of rules, and every mistake otherwise
 */
export function validate(
  source: ConfigSource,
  known: KnownNames,
):
  | { config: ConfigFile; mistakes: []; unknown: UnknownRule[] }
  | { config: undefined; mistakes: ConfigMistake[] } {
  if (source.mistakes.length > 0) return { config: undefined, mistakes: source.mistakes };
  const value = withoutEmpty(source.value ?? {});
  const result = configSchema.safeParse(value);
  const mistakes = result.success
    ? []
    : result.error.issues.flatMap((issue) => describeIssue(issue, value, source));
  const unknown = unknownRules(value, source, known);
  mistakes.push(...unknownBases(value, source));
  mistakes.push(...textsWithoutSection(value, source));
  if (result.success && known.houseMistakes) mistakes.push(...patternMistakes(result.data, source, known));
  if (result.success && mistakes.length === 0) return { config: result.data, mistakes: [], unknown };
  return {
    config: undefined,
    mistakes: inOrder([...mistakes, ...unknown.map(({ mistake }) => mistake(known))]),
  };
}

function inOrder(mistakes: ConfigMistake[]): ConfigMistake[] {
  return mistakes.sort((a, b) => a.span.start - b.span.start);
}

/** A key without a value (`terms:` and nothing after it) says nothing, so it is as if it were not there. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      // A rule without its level is a level forgotten.
      .map(([key, inner]) => [key, key === 'rules' ? inner : withoutEmpty(inner)]),
  );
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, value: unknown, source: ConfigSource): ConfigMistake[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const keys = knownKeys(path) ?? [];
    return issue.keys.map((key) => {
      const hint =
        didYouMean(key, keys) || ` Known here: ${keys.filter((name) => name !== '$schema').join(', ')}.`;
      return source.mistake([...path, key], `Unknown key “${key}”.${hint}`, 'key');
    });
  }
  if (issue.code === 'invalid_union') {
    // A mistake inside a list or a mapping is told of where it stands, not of the whole.
    const meant = issue.errors.find(
      (nested) => !nested.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
    );
    if (meant && typeof at(value, path) === 'object') {
      return meant.flatMap((nested) =>
        describeIssue({ ...nested, path: [...path, ...nested.path] }, value, source),
      );
    }
  }
  const found = at(value, path);
  const name = path.findLast((part) => typeof part === 'string');
  const subject = name === undefined ? 'The configuration' : `“${name}”`;
  const { message } = issue;
  if (found === undefined) return [source.mistake(path, `${subject} is missing: it ${message}.`)];
  const hint = issue.code === 'invalid_value' ? valueHint(found, issue.values.map(String)) : '';
  return [source.mistake(path, `${subject} ${message}; here it is ${show(found)}.${hint}`)];
}

function valueHint(found: unknown, values: readonly string[]): string {
  // What other tools call off, and a country by its other name.
  const alias = found === false || found === 0 ? 'off' : found === 'en-UK' ? 'en-GB' : '';
  if (values.includes(alias)) return ` Did you mean “${alias}”?`;
  return typeof found === 'string' ? didYouMean(found, values) : '';
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const key of path) {
    inner = Array.isArray(inner) ? inner[Number(key)] : isRecord(inner) ? inner[String(key)] : undefined;
  }
  return inner;
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  return String(value);
}

/** What may stand in a configuration, before it is known to be right. */
interface Raw {
  rules?: unknown;
  overrides?: unknown;
  extends?: unknown;
  texts?: unknown;
}

function unknownRules(value: unknown, source: ConfigSource, known: KnownNames): UnknownRule[] {
  const raw: Raw = isRecord(value) ? value : {};
  const overrides: readonly unknown[] = Array.isArray(raw.overrides) ? raw.overrides : [];
  const places = [
    { path: ['rules'] as PropertyKey[], rules: raw.rules },
    ...overrides.map((override, index) => ({
      path: ['overrides', index, 'rules'] as PropertyKey[],
      rules: isRecord(override) ? (override as Raw).rules : undefined,
    })),
  ];
  return places.flatMap(({ path, rules }) =>
    (isRecord(rules) ? Object.keys(rules) : [])
      .filter((name) => !isKnownRule(name, known))
      .map((name) => ({
        name,
        mistake: (all: KnownNames) => source.mistake([...path, name], unknownRule(name, all), 'key'),
      })),
  );
}

/** Whether a name is a rule, a category or all of a category (`age/*`). */
export function isKnownRule(name: string, known: KnownNames): boolean {
  return known.rules.includes(name) || (CATEGORIES as readonly string[]).includes(name.replace(/\/\*$/, ''));
}

/** The message for a name that is neither rule nor category. */
export function unknownRule(name: string, known: KnownNames): string {
  const hint = didYouMean(name, [...known.rules, ...CATEGORIES]);
  return `Unknown rule “${name}”.${hint || ' “posting-lint rules” lists them all.'}`;
}

/** Names in `extends` are presets, everything that looks like a path is one. */
export function isPath(base: string): boolean {
  return /^[./~]|^[a-z]:|[/\\]|\.(?:ya?ml|json)$/i.test(base);
}

function unknownBases(value: unknown, source: ConfigSource): ConfigMistake[] {
  const bases = isRecord(value) ? (value as Raw).extends : undefined;
  const listed = Array.isArray(bases)
    ? bases.map((base, index) => ({ base, path: ['extends', index] }))
    : undefined;
  return (listed ?? [{ base: bases, path: ['extends'] }]).flatMap(({ base, path }) => {
    if (typeof base !== 'string' || isPath(base) || (PRESETS as readonly string[]).includes(base)) return [];
    const hint =
      didYouMean(base, PRESETS) || ` Known are ${PRESETS.join(', ')}; a path starts with ./ or ../.`;
    return [source.mistake(path, `Unknown base “${base}”.${hint}`)];
  });
}

/** The name of a text stands for its section where it is the name of one; other texts say theirs. */
function textsWithoutSection(value: unknown, source: ConfigSource): ConfigMistake[] {
  const raw: Raw = isRecord(value) ? value : {};
  const overrides: readonly unknown[] = Array.isArray(raw.overrides) ? raw.overrides : [];
  const all = [
    { path: ['texts'] as PropertyKey[], texts: raw.texts },
    ...overrides.map((override, index) => ({
      path: ['overrides', index, 'texts'] as PropertyKey[],
      texts: isRecord(override) ? (override as Raw).texts : undefined,
    })),
  ];
  return all.flatMap(({ path, texts }) =>
    Object.entries(isRecord(texts) ? texts : {})
      .filter(([id, text]) => isRecord(text) && !('section' in text) && !isSectionKind(id))
      .map(([id]) => {
        const hint = didYouMean(id, SECTION_KINDS);
        const message = `“${id}” does not say where it stands: add section: with a kind of section, such as benefits.${hint}`;
        return source.mistake([...path, id], message, 'key');
      }),
  );
}

function patternMistakes(config: ConfigFile, source: ConfigSource, known: KnownNames): ConfigMistake[] {
  const places = [
    { path: [] as PropertyKey[], given: config },
    ...(config.overrides ?? []).map((given, index) => ({
      path: ['overrides', index] as PropertyKey[],
      given,
    })),
  ];
  return places.flatMap(({ path, given: { vocabulary, title } }) =>
    (known.houseMistakes?.({ vocabulary, title }) ?? []).map((mistake) =>
      source.mistake([...path, ...mistake.path], `This pattern cannot be used: ${mistake.message}`),
    ),
  );
}
