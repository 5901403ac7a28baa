import * as z from 'zod';
import { SECTION_KINDS } from '../../contract/report.ts';

const pattern = z.string().trim().min(1);
const patterns = z.union([pattern, z.array(pattern).min(1)]);
const some = <Values extends z.ZodType>(values: Values) => z.union([values, z.array(values).min(1)]);

const condition = z
  .strictObject({
    section: some(z.enum(SECTION_KINDS))
      .describe('The block stands in a section of one of these kinds.')
      .optional(),
    block: some(z.enum(['title', 'heading', 'item', 'cell', 'paragraph']))
      .describe('The block is of one of these kinds.')
      .optional(),
    statement: some(z.enum(['equal-opportunity', 'accommodation', 'fair-chance']))
      .describe('The match stands in such a statement.')
      .optional(),
    before: patterns.describe('A pattern that ends right before the match.').optional(),
    after: patterns.describe('A pattern that starts right after the match.').optional(),
    within: z
      .int()
      .min(1)
      .max(50)
      .describe('For `before` and `after`: how many words may stand in between.')
      .optional(),
    sentence: patterns.describe('A pattern found elsewhere in the same sentence.').optional(),
    nearby: patterns.describe('A pattern found elsewhere in the same block.').optional(),
    under: patterns.describe('A pattern found in the heading the block stands under.').optional(),
    title: patterns.describe("A pattern found in the posting's title.").optional(),
    posting: patterns.describe('A pattern found anywhere else in the posting.').optional(),
    negated: z.literal(true).describe('The match is negated.').optional(),
    'proper-noun': z.literal(true).describe('The match is, or is part of, a name.').optional(),
  })
  .refine((value) => Object.keys(value).some((key) => key !== 'within'), 'A condition needs a key')
  .refine((value) => value.within === undefined || value.before !== undefined || value.after !== undefined, {
    message: '`within` belongs to `before` or `after`',
    path: ['within'],
  });

/** What a rule, or a phrase of it, says about the surroundings in which it holds. */
export const guards = {
  unless: some(condition).describe('The match is dropped when any of these holds.').optional(),
  only: some(condition).describe('The match is kept when at least one of these holds.').optional(),
  'in-statements': z
    .enum(['keep', 'drop'])
    .describe('Matches in equal-opportunity, accommodation and fair-chance statements; dropped by default.')
    .optional(),
  names: z.enum(['keep', 'drop']).describe('Matches that are part of a name; dropped by default.').optional(),
  negated: z.enum(['keep', 'drop']).describe('Matches that are negated; dropped by default.').optional(),
  safety: z
    .enum(['safe', 'suggestion'])
    .describe('Whether fixes may be applied without being looked at; `suggestion` by default.')
    .optional(),
};

const phrase = z.strictObject({
  match: patterns.describe('A pattern, or several.'),
  suggest: z
    .union([z.string(), z.array(z.string())])
    .describe('Replacements, best first; an empty one takes the words out.')
    .optional(),
  severity: z
    .enum(['error', 'warning', 'info'])
    .describe('Where it differs from that of the rule.')
    .optional(),
  message: z.string().trim().min(1).describe('Where it differs from that of the rule.').optional(),
  ...guards,
});

/** The fields of a `phrases` rule. */
export const phrasesFields = z.object({
  message: z
    .string()
    .trim()
    .min(1)
    .describe('What to say; {match} is the marked text, {suggestion} the first replacement.'),
  phrases: z.array(z.union([pattern, phrase])).min(1),
  ...guards,
});

export type PhrasesFields = z.infer<typeof phrasesFields>;
export type Phrase = z.infer<typeof phrase>;
export type Condition = z.infer<typeof condition>;
