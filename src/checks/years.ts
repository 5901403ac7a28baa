import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { findYears, type YearsDemand } from '../posting/facts/years.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  problem: z
    .enum(['many', 'reversed'])
    .describe('Years of experience as a condition, `at-least` so many; or a range from more to less.'),
  'at-least': z.int().min(1).max(40).default(10).describe('For `many`.'),
  message: z.string().trim().min(1).describe('What to say; {match} is the figure with its “years”.'),
});
export type YearsFields = z.infer<typeof fields>;
type YearsRule = Rule<YearsFields>;

/** Looks at years of experience that a posting asks for. */
export const yearsCheck: CheckKind<YearsFields> = {
  name: 'years',
  summary: 'Years of experience that are asked for: very many, or a range the wrong way round.',
  fields,
  compile: (rules) => ({
    posting: (posting) => rules.flatMap((rule) => findings(rule, posting)),
  }),
};

function findings(rule: YearsRule, posting: Posting): Finding[] {
  return findYears(posting)
    .filter((demand) => HAS[rule.problem](demand, rule))
    .flatMap(({ block: index, at, span }) => {
      const block = posting.blocks[index];
      if (!block || !speaks(rule, block.language)) return [];
      const match = block.text.slice(at.start, at.end).replace(/\s+/g, ' ');
      return [remark(rule, span, fill(rule.message, { match }))];
    });
}

const HAS: Readonly<Record<YearsFields['problem'], (demand: YearsDemand, rule: YearsRule) => boolean>> = {
  many: ({ min, strength }, rule) => strength === 'must' && min !== undefined && min >= rule['at-least'],
  reversed: ({ min, max }) => min !== undefined && max !== undefined && max < min,
};
