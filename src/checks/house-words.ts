import * as z from 'zod';
import { type CheckEnvironment, type CheckKind, RuleError } from '../contract/check.ts';
import type { House } from '../contract/house.ts';
import type { Rule } from '../contract/rule.ts';
import { PatternError, parsePattern } from '../words/pattern.ts';
import { type PhrasesFields, phrasesCheck } from './phrases.ts';

const message = z.string().trim().min(1);
const fields = z.object({
  preferred: message.describe(
    'There is a word to use instead: {match} is what stands there, {suggestion} the word.',
  ),
  avoided: message.describe('There is none.'),
});
type HouseWordsRule = Rule<z.infer<typeof fields>>;

/** The words that a house avoids, with the check for phrases: same patterns, same replacements. */
export const houseWordsCheck: CheckKind<z.infer<typeof fields>> = {
  name: 'house-words',
  summary: 'Words that the configuration lists under `vocabulary`, and what it has instead.',
  fields,
  compile(rules, environment) {
    if (!environment.house.vocabulary?.length) return {};
    return phrasesCheck.compile(
      rules.map((rule) => asPhrases(rule, environment.house)),
      environment,
    );
  },
};

function asPhrases(rule: HouseWordsRule, { vocabulary = [] }: House): Rule<PhrasesFields> {
  return {
    ...rule,
    message: rule.avoided,
    // The house means these words wherever they stand.
    'in-statements': 'keep',
    negated: 'keep',
    phrases: vocabulary.map(({ avoid, use = [], because, level }) => {
      const said = use.length > 0 ? rule.preferred : rule.avoided;
      return {
        match: [...avoid],
        suggest: [...use],
        message: because === undefined ? said : `${said} ${sentence(because)}`,
        ...(level && { severity: level }),
      };
    }),
  };
}

/** A reason as a sentence, without what messages take for captures. */
function sentence(because: string): string {
  const plain = because.trim().replace(/[{}]/g, '');
  return /[.!?…]$/.test(plain) ? plain : `${plain}.`;
}

/** A mistake in a house style that only those find who know patterns; `path` leads to it in the configuration. */
export interface HouseMistake {
  path: (string | number)[];
  message: string;
}

/** The mistakes in the patterns of a house style. */
export function houseMistakes(house: House, environment: CheckEnvironment): HouseMistake[] {
  const found: HouseMistake[] = [];
  for (const [index, word] of (house.vocabulary ?? []).entries()) {
    const own: House = { vocabulary: [word] };
    const rule = { id: '', severity: 'warning', languages: ['en'], preferred: '{match}', avoided: '{match}' };
    try {
      phrasesCheck.compile([asPhrases(rule as unknown as HouseWordsRule, own)], {
        ...environment,
        house: own,
      });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const [, , key, place] = error.path;
      const at = key === 'suggest' ? 'use' : 'avoid';
      found.push({
        path: ['vocabulary', index, at, ...(typeof place === 'number' ? [place] : [])],
        message: error.message,
      });
    }
  }
  for (const [index, pattern] of (house.title?.form ?? []).entries()) {
    try {
      parsePattern(pattern);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      found.push({
        path: ['title', 'form', index],
        message: `${error.message} (at character ${error.offset + 1} of the pattern)`,
      });
    }
  }
  return found;
}
