import { lists as listData, places, rules } from 'virtual:rules';
import type { Places } from '../contract/check.ts';
import type { Rule } from '../contract/rule.ts';

/** The named word lists of patterns: `<language>` is `rules/lists/language.yml`. */
export const builtinLists = listData as Record<string, readonly string[]>;

/** Places whose law matters, by code. */
export const builtinPlaces = places as Places;

/** The built-in rules, by id. The build checks each against its schema and fails for one that does not follow it. */
export const builtinRules: ReadonlyMap<string, Rule> = new Map(
  (rules as Rule[]).map((rule) => [rule.id, rule]),
);
