import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { findPay, type PayStatement } from '../posting/facts/pay.ts';

const fields = z.object({
  problem: z
    .enum(['max-below-min', 'open-ended-range', 'differs'])
    .describe(
      'What is wrong with a statement of pay: its ends are the wrong way round, one is left open, or the front matter says another.',
    ),
  message: z
    .string()
    .trim()
    .min(1)
    .describe(
      'What to say; {match} is the statement, {missing} is “lowest” or “highest” where one end is open, {other} what the front matter says.',
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
      message: fill(rule.message, statement, statements, posting),
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
  // Pay by place or grade has several figures in the text, of which one will be that of the front matter.
  differs: (statement, all) => {
    const text = all.filter(({ block }) => block !== undefined);
    const [listed, ...more] = all.filter(({ block }) => block === undefined);
    return (
      statement === text[0] &&
      listed !== undefined &&
      [listed, ...more].every((each) => text.every((other) => isApart(each, other)))
    );
  },
};

/** Whether no amount is in both; not where period or currency may explain it. */
function isApart(one: PayStatement, other: PayStatement): boolean {
  if (one.currency !== undefined && other.currency !== undefined && one.currency !== other.currency)
    return false;
  const [a, b] = [ends(one), ends(other)];
  const unknown = one.period === 'unknown' || other.period === 'unknown';
  if (!unknown && one.period !== other.period) return false;
  // Where one of them names no period, only amounts of the same size are of the same.
  if (unknown && (a.top > 3 * b.top || b.top > 3 * a.top)) return false;
  return a.top * ROUNDED < b.bottom || b.top * ROUNDED < a.bottom;
}

/** *£45k* for 44,800 is the same. */
const ROUNDED = 1.02;

function ends({ min, max }: PayStatement): { bottom: number; top: number } {
  return { bottom: min ?? 0, top: max ?? Number.POSITIVE_INFINITY };
}

function speaks({ languages }: PayRangeRule, language: string | undefined): boolean {
  return languages.includes('*') || language === undefined || languages.includes(language);
}

function fill(
  message: string,
  { span, openEnded }: PayStatement,
  all: readonly PayStatement[],
  { source }: Posting,
): string {
  const words = ({ start, end }: Span) => source.slice(start, end).replace(/\s+/g, ' ').trim();
  const listed = all.find(({ block }) => block === undefined);
  const names: Readonly<Record<string, string>> = {
    match: words(span),
    missing: openEnded === 'from' ? 'highest' : 'lowest',
    other: listed ? words(listed.span) : '',
  };
  return message.replace(/\{(match|missing|other)\}/g, (_, name: string) => names[name] ?? '');
}
