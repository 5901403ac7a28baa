import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';

const fields = z.object({
  problem: z
    .enum(['unused', 'no-reason', 'unknown-rule', 'expired'])
    .describe('What is wrong with a comment that leaves findings out.'),
});
export type SuppressionFields = z.infer<typeof fields>;

/**
 * Looks at the comments that leave findings out. The findings it would need are those of all other checks, so the
 * linter itself applies these rules; as a check kind they have a level, a page and a schema like any other.
 */
export const suppressionCheck: CheckKind<SuppressionFields> = {
  name: 'suppression',
  summary:
    'Comments that leave findings out, without need, without a reason, or for longer than they were meant to.',
  fields,
  compile: () => ({}),
};
