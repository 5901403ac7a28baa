import * as z from 'zod';
import type { CheckEnvironment } from '../../contract/check.ts';
import { RuleError } from '../../contract/check.ts';
import type { Posting } from '../../contract/posting.ts';
import { placesOf } from '../../posting/facts/job-places.ts';

/** One law that a rule on wording stands for. */
export const law = z.strictObject({
  jurisdiction: z.string().describe('Code of the law, as it stands in the findings’ data.'),
  name: z.string().describe('What the place is called in messages: {place}.'),
  places: z.array(z.string()).min(1).describe('Codes of rules/places.yml.'),
  statute: z.string().describe('What the law is called in messages: {statute}.'),
  from: z.iso.date().describe('First day in force.'),
  'min-size': z.int().min(0).default(0).describe('Smallest number of employees it applies to.'),
});
export type Law = z.infer<typeof law>;

/**
 * Which of some laws hold for a posting.
 *
 * @param laws - of one rule
 * @param environment - without `asOf`, no law holds
 * @returns undefined when none of them is in force for the employer, wherever the job is
 * @throws {RuleError} for a place that is not known
 */
export function lawsFor(
  rule: string,
  laws: readonly Law[],
  { asOf, employer, places }: CheckEnvironment,
): ((posting: Posting) => Law[]) | undefined {
  for (const [index, { places: codes }] of laws.entries()) {
    const unknown = codes.find((code) => !(code in places));
    if (unknown) throw new RuleError(rule, ['laws', index, 'places'], `no place “${unknown}”`);
  }
  const inForce = laws.filter(
    ({ from, 'min-size': least }) =>
      asOf !== undefined && from <= asOf && (employer.size === undefined || employer.size >= least),
  );
  if (inForce.length === 0) return undefined;
  const finder = placesOf(places);
  return (posting) => {
    const here = finder.jobPlaces(posting).map(({ code }) => code);
    const codes = new Set(
      (here.length > 0 ? here : (employer.places ?? [])).flatMap((code) => finder.within(code)),
    );
    return inForce.filter((each) => each.places.some((code) => codes.has(code)));
  };
}

/** A message with the law’s words for `{place}` and `{statute}`, and the passage for `{match}`. */
export function lawMessage(message: string, { name, statute }: Law, match: string): string {
  return message.replaceAll('{place}', name).replaceAll('{statute}', statute).replaceAll('{match}', match);
}
