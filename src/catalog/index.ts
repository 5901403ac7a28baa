import { lists as listData, places, ruleData } from 'virtual:rules';
import type { Places } from '../contract/check.ts';
import type { Rule } from '../contract/rule.ts';
import { ruleIdentity } from './schema.ts';

/** The named word lists of patterns: `<language>` is `rules/lists/language.yml`. */
export const builtinLists = listData as Record<string, readonly string[]>;

/** Places whose law matters, by code. */
export const builtinPlaces = places as Places;

/**
 * The built-in rules, by id. Their files are checked against the schema by the test suite and compiled by the build,
 * not again at every start.
 */
export const builtinRules: ReadonlyMap<string, Rule> = new Map(
  ruleData.map(({ file, data }) => {
    const identity = ruleIdentity(file);
    if (!identity) throw new Error(`${file}: its folder is not a category`);
    const defaults = { languages: ['en'], sources: [], examples: { catch: [], pass: [] } };
    return [identity.id, { ...defaults, ...(data as object), ...identity } as unknown as Rule];
  }),
);
