import * as z from 'zod';
import type { CheckEnvironment, CheckKind } from '../contract/check.ts';
import { RuleError } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type JobPlace, type PlaceFinder, placesOf } from '../posting/facts/job-places.ts';
import { findPay, type PayStatement } from '../posting/facts/pay.ts';
import { PatternError, PatternSet } from '../words/pattern.ts';
import { tokensOf } from '../words/tokens.ts';
import { titleSpan } from './title.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD');

const duty = z.strictObject({
  missing: z
    .string()
    .describe(
      'What the posting must contain: pay-range, benefits, deadline, how-to-apply, fair-chance-statement, or a name of its own with `says`.',
    ),
  says: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Patterns; any of them in the posting fulfils the duty.'),
  from: date.optional().describe('First day of this duty, where it is later than the rule’s.'),
  message: z.string(),
});

const fields = z.object({
  jurisdiction: z.string().describe('Code of the law, as it stands in the findings’ data.'),
  places: z.array(z.string()).default([]).describe('Codes of rules/places.yml; none: every posting.'),
  remote: z
    .boolean()
    .default(false)
    .describe('Also for work that can be done remotely from anywhere in the larger place.'),
  statute: z.string(),
  from: date.describe('First day in force.'),
  'min-size': z.int().min(0).default(0).describe('Smallest number of employees it applies to.'),
  when: z
    .enum(['usesAI', 'federalContractor'])
    .optional()
    .describe('Applies only where the employer says so.'),
  duties: z.array(duty).min(1),
  'closed-range': z.boolean().default(false).describe('Pay “up to” or “from” an amount does not do.'),
  'widest-range': z
    .strictObject({ amount: z.number(), 'unless-top-above': z.number() })
    .optional()
    .describe('Largest difference between both ends of yearly pay.'),
});
export type PostingLawFields = z.infer<typeof fields>;
type LawRule = Rule<PostingLawFields>;

/**
 * What a law asks a posting to contain, by place, date, and facts about the employer. The rule pages name the sources;
 * none of it is legal advice. Without a date to judge by, it stays silent.
 */
export const postingLawCheck: CheckKind<PostingLawFields> = {
  name: 'posting-law',
  summary: 'What the law of the place asks a posting to contain.',
  fields,
  compile(rules, environment) {
    const { asOf, employer } = environment;
    const finder = placesOf(environment.places);
    const active = rules
      .filter((rule) => asOf !== undefined && rule.from <= asOf)
      .filter((rule) => rule.when === undefined || employer[rule.when] === true)
      .filter((rule) => employer.size === undefined || employer.size >= rule['min-size'])
      .map((rule) => ({ rule, said: saidPatterns(rule, environment) }));
    if (active.length === 0) return {};
    return {
      posting(posting) {
        const places = finder.jobPlaces(posting);
        const declared = (employer.places ?? []).map((code) => ({
          code,
          source: titleSpan(posting),
          remote: false,
        }));
        const all = places.length > 0 ? places : declared;
        let pay: PayStatement[] | undefined;
        const findings: Finding[] = [];
        for (const { rule, said } of active) {
          const place = applies(rule, all, finder, posting);
          if (!place) continue;
          pay ??= findPay(posting);
          findings.push(...judge(rule, said, posting, place, pay, asOf ?? ''));
        }
        return findings;
      },
    };
  },
};

function applies(
  rule: LawRule,
  places: readonly JobPlace[],
  finder: PlaceFinder,
  posting: Posting,
): { source: Span } | undefined {
  if (rule.places.length === 0) return { source: titleSpan(posting) };
  const within = places.find((place) => finder.within(place.code).some((code) => rule.places.includes(code)));
  if (within || !rule.remote) return within;
  // Remote within the whole country: the law of each part may apply.
  return places.find(
    (place) => place.remote && rule.places.some((code) => finder.within(code).includes(place.code)),
  );
}

function judge(
  rule: LawRule,
  said: ReadonlyMap<string, PatternSet<true>>,
  posting: Posting,
  place: { source: Span },
  pay: readonly PayStatement[],
  asOf: string,
): Finding[] {
  const findings: Finding[] = [];
  const report = (span: Span, message: string, data: Record<string, unknown>) =>
    findings.push({
      rule: rule.id,
      severity: rule.severity as Severity,
      message,
      span,
      fixes: [],
      data: { jurisdiction: rule.jurisdiction, ...data },
    });
  for (const duty of rule.duties) {
    if (duty.from !== undefined && duty.from > asOf) continue;
    const patterns = said.get(duty.missing);
    const fulfilled = patterns ? says(posting, patterns) : (PRESENT[duty.missing]?.(posting, pay) ?? false);
    if (!fulfilled) report(place.source, duty.message, { missing: duty.missing });
  }
  if (rule['closed-range']) {
    // One closed range is enough; a bonus may well be “up to” something.
    const open =
      pay.length > 0 && pay.every((statement) => statement.openEnded !== undefined) ? pay[0] : undefined;
    if (open) {
      const end = open.openEnded === 'from' ? 'highest' : 'lowest';
      report(open.span, `Say the ${end} pay too: ${rule.statute} asks for both ends of the range.`, {
        problem: 'open-ended-range',
      });
    }
  }
  const widest = rule['widest-range'];
  if (widest) {
    for (const { min, max, period, span } of pay) {
      if (min === undefined || max === undefined || (period !== 'year' && period !== 'unknown')) continue;
      if (max - min <= widest.amount || max > widest['unless-top-above']) continue;
      const limit = widest.amount.toLocaleString('en-US');
      report(span, `Narrow the range: ${rule.statute} allows ${limit} between its ends.`, {
        problem: 'range-too-wide',
      });
    }
  }
  return findings;
}

/** Duties that the model of the posting answers. */
const PRESENT: Readonly<Record<string, (posting: Posting, pay: readonly PayStatement[]) => boolean>> = {
  'pay-range': (_, pay) => pay.length > 0,
  benefits: describesBenefits,
  deadline: ({ sections }) => sections.deadline.present,
  'how-to-apply': ({ sections }) => sections['how-to-apply'].present,
  'fair-chance-statement': ({ blocks }) =>
    blocks.some((block) => block.regions.some((region) => region.kind === 'fair-chance')),
};

const HOLLOW =
  /\b(?:and (?:much )?more|etc\b|(?:great|competitive|generous|excellent|full|attractive) benefits)/i;
const SEVERAL = /[,;•\n]|\band\b/g;

/** “Great benefits” and “health insurance and more” describe nothing. */
function describesBenefits(posting: Posting): boolean {
  const info = posting.sections.benefits;
  if (!info.present) return false;
  const text = posting.source.slice(info.source.start, info.source.end);
  return !HOLLOW.test(text) || (text.match(SEVERAL)?.length ?? 0) > 2;
}

function says(posting: Posting, patterns: PatternSet<true>): boolean {
  return posting.blocks.some((block) => patterns.matches(tokensOf(block), block.text).length > 0);
}

function saidPatterns(rule: LawRule, environment: CheckEnvironment): Map<string, PatternSet<true>> {
  const sets = new Map<string, PatternSet<true>>();
  rule.duties.forEach((duty, index) => {
    if (duty.says === undefined) {
      if (!(duty.missing in PRESENT)) {
        throw new RuleError(
          rule.id,
          ['duties', index, 'missing'],
          `“${duty.missing}” needs patterns under “says”; without them it is one of ${Object.keys(PRESENT).join(', ')}`,
        );
      }
      return;
    }
    try {
      sets.set(
        duty.missing,
        new PatternSet(
          duty.says.map((pattern) => ({ pattern, value: true as const })),
          environment,
        ),
      );
    } catch (error) {
      if (error instanceof PatternError)
        throw new RuleError(rule.id, ['duties', index, 'says'], error.message);
      throw error;
    }
  });
  return sets;
}
