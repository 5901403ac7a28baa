import { lists as listData, places, ruleData } from 'virtual:rules';
import type { Places } from '../contract/check.ts';
import type { Rule } from '../contract/rule.ts';
import { ruleFromData } from './rule-file.ts';

/** The named word lists of patterns: `<language>` is `rules/lists/language.yml`. */
export const builtinLists = listData as Record<string, readonly string[]>;

/** Places whose law matters, by code. */
export const builtinPlaces = places as Places;

/** The built-in rules, by id. The build fails for one that does not follow its schema. */
export const builtinRules: ReadonlyMap<string, Rule> = new Map(
  ruleData.map(({ file, data }) => {
    const result = ruleFromData(file, data);
    if ('rule' in result) return [result.rule.id, result.rule];
    const problems = result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${file}: ${problems.join('; ')}`);
  }),
);
