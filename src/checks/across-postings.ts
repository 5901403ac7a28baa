import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';

const fields = z.object({
  compares: z
    .enum(['headings', 'boilerplate', 'benefits', 'pay', 'titles', 'duplicates'])
    .describe('What of the postings is compared.'),
  least: z.int().min(2).describe('In how many postings a form stands at least, to be the form of most.'),
  share: z.number().min(0).max(1).describe('Which share of all that have it in some form, at least.'),
  message: z
    .string()
    .min(1)
    .describe('{match} is what stands here, {most} what most have, {count} how many, {where} one of them.'),
});
export type AcrossPostingsFields = z.infer<typeof fields>;

/**
 * Compares postings with each other. One posting alone has nothing to compare, so the rules of this kind are applied
 * when a whole project is checked (`src/project/`); as a check kind they have a level, a page and a schema like any
 * other. In their examples a line of five equals signs parts one posting from the next.
 */
export const acrossPostingsCheck: CheckKind<AcrossPostingsFields> = {
  name: 'across-postings',
  summary: 'Postings of one project that say the same thing in different ways (`--project`).',
  fields,
  compile: () => ({}),
};
