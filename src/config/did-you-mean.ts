import { nearest } from '../words/nearest.ts';

/**
 * “ Did you mean “x”?”, to be put after a message; empty when no candidate is near enough.
 */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const wanted = word.toLowerCase();
  // The beginning of a name is a good guess however much is missing: `warn`, `recommend`.
  const begun = wanted.length > 2 ? candidates.find((candidate) => candidate.startsWith(wanted)) : undefined;
  const guess = nearest(word, candidates) ?? begun;
  return guess === undefined ? '' : ` Did you mean “${guess}”?`;
}
