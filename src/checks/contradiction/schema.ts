import * as z from 'zod';
import { guards } from '../phrases/schema.ts';

const pattern = z.string().trim().min(1);
const severity = z
  .enum(['error', 'warning', 'info'])
  .describe('Where it differs from that of the rule; of two claims the milder counts.')
  .optional();
const bounds = {
  'at-least': z.number().min(0).describe('The number, or the lower of a range, is this or more.').optional(),
  'at-most': z.number().min(0).describe('The number, or the upper of a range, is this or less.').optional(),
};
const { unless, only, names, negated } = guards;
const where = { unless, only, names, negated };

const claim = z.strictObject({
  match: z
    .union([pattern, z.array(pattern).min(1)])
    .describe(
      'A pattern, or several. A value of the front matter reads as `key: value`, with spaces in the key.',
    ),
  severity,
  ...bounds,
  ...where,
});

const side = z
  .strictObject({
    phrases: z
      .array(z.union([pattern, claim]))
      .min(1)
      .describe('What says it.')
      .optional(),
    years: z
      .array(z.strictObject({ severity, ...bounds }))
      .min(1)
      .describe('The same of years of experience that are asked for as a condition.')
      .optional(),
    ...where,
  })
  .refine(({ phrases, years }) => phrases ?? years, 'A side needs `phrases` or `years`');

/** The fields of a `contradiction` rule. */
export const contradictionFields = z.object({
  sides: z.tuple([side, side]).describe('Two things that a posting cannot both say.'),
  message: z
    .string()
    .trim()
    .min(1)
    .describe('What to say; {match} is the later passage, {other} the earlier one.'),
});

export type ContradictionFields = z.infer<typeof contradictionFields>;
export type Side = z.infer<typeof side>;
export type Claim = z.infer<typeof claim>;
export type Bounds = Pick<Claim, 'at-least' | 'at-most'>;
