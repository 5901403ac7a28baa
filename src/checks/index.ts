import type { CheckKind } from '../contract/check.ts';
import { acronymsCheck } from './acronyms.ts';
import { acrossPostingsCheck } from './across-postings.ts';
import { canonicalTextCheck } from './canonical-text.ts';
import { capitalsCheck } from './capitals.ts';
import { codedWordsCheck } from './coded-words.ts';
import { contradictionCheck } from './contradiction.ts';
import { emptySectionCheck } from './empty-section.ts';
import { genderedTitleCheck } from './gendered-title.ts';
import { headingCaseCheck } from './heading-case.ts';
import { headingLevelsCheck } from './heading-levels.ts';
import { houseFiguresCheck } from './house-figures.ts';
import { houseFormCheck } from './house-form.ts';
import { houseSectionsCheck } from './house-sections.ts';
import { houseTitleCheck } from './house-title.ts';
import { houseWordsCheck } from './house-words.ts';
import { linkTextCheck } from './link-text.ts';
import { listEndingsCheck } from './list-endings.ts';
import { listOpeningsCheck } from './list-openings.ts';
import { marksCheck } from './marks.ts';
import { measureCheck } from './measure.ts';
import { namesCheck } from './names.ts';
import { passedDateCheck } from './passed-date.ts';
import { payRangeCheck } from './pay-range.ts';
import { phrasesCheck } from './phrases.ts';
import { placeholderCheck } from './placeholder.ts';
import { postingLawCheck } from './posting-law.ts';
import { pronounsCheck } from './pronouns.ts';
import { repeatedSectionCheck } from './repeated-section.ts';
import { requiredSectionCheck } from './required-section.ts';
import { retextCheck } from './retext.ts';
import { spacingCheck } from './spacing.ts';
import { spellingVarietyCheck } from './spelling-variety.ts';
import { suppressionCheck } from './suppression.ts';
import { tooManyCheck } from './too-many.ts';
import { trackingTagCheck } from './tracking-tag.ts';
import { unlawfulWordingCheck } from './unlawful-wording.ts';
import { yearsCheck } from './years.ts';

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
    passedDateCheck,
    measureCheck,
    yearsCheck,
    acronymsCheck,
    genderedTitleCheck,
    placeholderCheck,
    capitalsCheck,
    emptySectionCheck,
    linkTextCheck,
    spacingCheck,
    tooManyCheck,
    trackingTagCheck,
    canonicalTextCheck,
    namesCheck,
    houseWordsCheck,
    spellingVarietyCheck,
    marksCheck,
    listEndingsCheck,
    listOpeningsCheck,
    headingCaseCheck,
    headingLevelsCheck,
    repeatedSectionCheck,
    houseFormCheck,
    houseFiguresCheck,
    houseTitleCheck,
    houseSectionsCheck,
    acrossPostingsCheck,
    suppressionCheck,
  ].map((kind) => [kind.name, kind as CheckKind<unknown>] as const),
);
