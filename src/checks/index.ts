import type { CheckKind } from '../contract/check.ts';
import { phrasesCheck } from './phrases.ts';
import { requiredSectionCheck } from './required-section.ts';
import { suppressionCheck } from './suppression.ts';

/** The closed set of check kinds, by the name that rules call them by. */
export const CHECKS: ReadonlyMap<string, CheckKind<unknown>> = new Map(
  [phrasesCheck, requiredSectionCheck, suppressionCheck].map((kind) => [kind.name, kind as CheckKind<unknown>]),
);
