import { type Found, found } from './findings.ts';
import { NearIndex, shinglesOf } from './minhash.ts';
import type { AcrossRule, Survey } from './survey.ts';

/** Shorter postings have little to compare. */
const FEWEST_WORDS = 60;

/** Postings that are nearly the same as one whose path comes before theirs. `share`: how much they have in common. */
export function compareWhole(rule: AcrossRule, surveys: readonly Survey[]): Found[] {
  const index = new NearIndex<Survey>(16, 4);
  return surveys.flatMap((survey) => {
    const words = survey.texts.flatMap((text) => text.words);
    if (words.length < FEWEST_WORDS) return [];
    const shingles = shinglesOf(words);
    const near = index.nearest(shingles, rule.share);
    if (!near) {
      index.add(survey, shingles);
      return [];
    }
    const percent = `${Math.floor(near.likeness * 100)} %`;
    const names = { match: percent, most: near.value.title.text, count: 1, where: near.value.path };
    return [found(rule, survey, survey.title.span, names)];
  });
}
