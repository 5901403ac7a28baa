import type { CheckKind } from '../contract/check.ts';
import { codedWordsCheck } from './coded-words.ts';
import { contradictionCheck } from './contradiction.ts';
import { genderedTitleCheck } from './gendered-title.ts';
import { payRangeCheck } from './pay-range.ts';
import { phrasesCheck } from './phrases.ts';
import { postingLawCheck } from './posting-law.ts';
import { pronounsCheck } from './pronouns.ts';
import { requiredSectionCheck } from './required-section.ts';
import { retextCheck } from './retext.ts';
import { suppressionCheck } from './suppression.ts';
import { unlawfulWordingCheck } from './unlawful-wording.ts';

/** The closed set of check kinds, by the name that rules call them by. */
export const CHECKS: ReadonlyMap<string, CheckKind<unknown>> = new Map(
  [
    phrasesCheck,
    pronounsCheck,
    requiredSectionCheck,
    retextCheck,
    codedWordsCheck,
    payRangeCheck,
    postingLawCheck,
    unlawfulWordingCheck,
    contradictionCheck,
    genderedTitleCheck,
    suppressionCheck,
  ].map((kind) => [kind.name, kind as CheckKind<unknown>] as const),
);
