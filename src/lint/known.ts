import { builtinLists, builtinPlaces, builtinRules } from '../catalog/index.ts';
import { parseRuleFile, type RuleProblem } from '../catalog/rule-file.ts';
import { houseMistakes } from '../checks/house-words.ts';
import { CHECKS } from '../checks/index.ts';
import { type CheckEnvironment, RuleError } from '../contract/check.ts';
import type { House } from '../contract/house.ts';
import type { Rule } from '../contract/rule.ts';

const environment: CheckEnvironment = {
  terms: [],
  lists: builtinLists,
  places: builtinPlaces,
  sectionOrder: {},
  employer: {},
  house: {},
};

/**
 * Reads a file of a house's own rules: its syntax, its schema, and whether its patterns can work.
 *
 * @param file - its path, with `/`; the folder it stands in is its category
 */
export function readRule(file: string, text: string): { rule: Rule } | { problems: RuleProblem[] } {
  const read = parseRuleFile(file, text.replace(/^\uFEFF/, ''));
  if ('problems' in read) return read;
  const { rule, at } = read;
  try {
    CHECKS.get(rule.check)?.compile([rule], environment);
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { problems: [{ ...at(error.path), message: error.message }] };
  }
  return { rule };
}

/** What a configuration is checked against (`KnownNames` of `src/config`). */
export const KNOWN = {
  rules: [...builtinRules.keys()],
  readRule,
  houseMistakes: (house: House) => houseMistakes(house, environment),
};
