import type * as z from 'zod';
import { CATEGORIES } from '../contract/report.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ConfigMistake } from './error.ts';
import { type ConfigFile, configSchema, knownKeys, LEVELS, PRESETS } from './schema.ts';
import { type ConfigSource, isRecord } from './source.ts';

/** The names that a configuration may use. */
export interface KnownNames {
  /** Ids of all rules. */
  rules: readonly string[];
}

/**
 * Checks a configuration against the schema and the names that exist.
 *
 * @returns the configuration when there is no mistake in it, and every mistake otherwise
 */
export function validate(
  source: ConfigSource,
  known: KnownNames,
): { config: ConfigFile; mistakes: [] } | { config: undefined; mistakes: ConfigMistake[] } {
  if (source.mistakes.length > 0) return { config: undefined, mistakes: source.mistakes };
  const value = withoutEmpty(source.value ?? {});
  const result = configSchema.safeParse(value);
  const mistakes = result.success
    ? []
    : result.error.issues.flatMap((issue) => describeIssue(issue, value, source));
  mistakes.push(...unknownRules(value, source, known));
  mistakes.push(...unknownBases(value, source));
  if (!result.success || mistakes.length > 0) return { config: undefined, mistakes: inOrder(mistakes) };
  return { config: result.data, mistakes: [] };
}

function inOrder(mistakes: ConfigMistake[]): ConfigMistake[] {
  return mistakes.sort((a, b) => a.span.start - b.span.start);
}

/** A key without a value (`terms:` and nothing after it) says nothing, so it is as if it were not there. */
function withoutEmpty(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, key === 'employer' ? withoutEmpty(inner) : inner]),
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
    // A mistake inside a list is told of where it stands, not of the list as a whole.
    const inner = issue.errors.flat().filter((nested) => nested.path.length > 0);
    const deeper = inner.map((nested) => ({ ...nested, path: [...path, ...nested.path] }));
    if (deeper.length > 0) return deeper.flatMap((nested) => describeIssue(nested, value, source));
  }
  const found = at(value, path);
  const name = path.findLast((part) => typeof part === 'string');
  const subject = name === undefined ? 'The configuration' : `“${name}”`;
  const { message } = issue;
  if (found === undefined) return [source.mistake(path, `${subject} is missing: it ${message}.`)];
  return [
    source.mistake(path, `${subject} ${message}; here it is ${show(found)}.${levelHint(found, message)}`),
  ];
}

function levelHint(found: unknown, message: string): string {
  if (!message.startsWith('must be off')) return '';
  // What other tools call off.
  if (found === false || found === 0) return ' Did you mean “off”?';
  return typeof found === 'string' ? didYouMean(found, LEVELS) : '';
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
}

function unknownRules(value: unknown, source: ConfigSource, known: KnownNames): ConfigMistake[] {
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
      .map((name) => source.mistake([...path, name], unknownRule(name, known), 'key')),
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
