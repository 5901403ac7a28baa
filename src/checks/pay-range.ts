import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { findPay, type PayStatement } from '../posting/facts/pay.ts';

const fields = z.object({
  problem: z
    .enum(['max-below-min', 'open-ended-range'])
    .describe(
      'What is wrong with a statement of pay: its ends are the wrong way round, or one is left open.',
    ),
  message: z
    .string()
    .trim()
    .min(1)
    .describe(
      'What to say; {match} is the statement, {missing} is “lowest” or “highest” where one end is open.',
    ),
});
export type PayRangeFields = z.infer<typeof fields>;
type PayRangeRule = Rule<PayRangeFields>;

/**
 * Looks at what the posting says of pay, one statement at a time. What a law asks of it is the business of
 * `posting-law`; this holds everywhere.
 */
export const payRangeCheck: CheckKind<PayRangeFields> = {
  name: 'pay-range',
  summary: 'Statements of pay whose ends are the wrong way round or left open.',
  fields,
  compile: (rules) => ({
    posting(posting) {
      const statements = findPay(posting);
      return statements.length === 0 ? [] : rules.flatMap((rule) => findings(rule, statements, posting));
    },
  }),
};

function findings(rule: PayRangeRule, statements: readonly PayStatement[], posting: Posting): Finding[] {
  return statements
    .filter((statement) => PROBLEMS[rule.problem](statement, statements))
    .filter(({ block }) => block === undefined || speaks(rule, posting.blocks[block]?.language))
    .map((statement) => ({
      rule: rule.id,
      severity: rule.severity as Severity,
      message: fill(rule.message, statement, posting),
      span: statement.span,
      fixes: [],
      data: { problem: rule.problem },
    }));
}

const PROBLEMS: Readonly<
  Record<PayRangeFields['problem'], (statement: PayStatement, all: readonly PayStatement[]) => boolean>
> = {
  // A far smaller second figure is a slip in writing one figure, *$100,495 to $106, 091*, not an upside-down range.
  'max-below-min': ({ min, max }) => min !== undefined && max !== undefined && max < min && max > min / 4,
  // *From £24,000* beside a closed range says what one step of it is, not what the job pays.
  'open-ended-range': ({ openEnded }, all) =>
    openEnded !== undefined &&
    all.every(({ min, max }) => min === undefined || max === undefined || min === max),
};

function speaks({ languages }: PayRangeRule, language: string | undefined): boolean {
  return languages.includes('*') || language === undefined || languages.includes(language);
}

function fill(message: string, { span, openEnded }: PayStatement, { source }: Posting): string {
  const match = source.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const missing = openEnded === 'from' ? 'highest' : 'lowest';
  return message.replaceAll('{match}', match).replaceAll('{missing}', missing);
}
