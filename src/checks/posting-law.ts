import * as z from 'zod';
import type { CheckEnvironment, CheckKind } from '../contract/check.ts';
import { RuleError } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type JobPlace, type PlaceFinder, placesOf } from '../posting/facts/job-places.ts';
import { findPay, type PayStatement } from '../posting/facts/pay.ts';
import { PatternError, PatternSet } from '../words/pattern.ts';
import { tokenize, tokensOf } from '../words/tokens.ts';
import { describesBenefits } from './law/benefits.ts';
import { titleSpan, titleText } from './title.ts';

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
    .describe('Patterns; any of them in the posting fulfils the duty, too.'),
  together: z
    .array(z.string())
    .min(2)
    .optional()
    .describe('Patterns; all of them in one sentence fulfil the duty, too.'),
  'but-not': z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Patterns; a sentence with one of them does not count for `together`.'),
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
  'exempt-titles': z
    .array(z.string())
    .default([])
    .describe('Patterns; a posting with one of them in its title is exempt.'),
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
      .map((rule) => compileRule(rule, environment));
    if (active.length === 0) return {};
    return {
      posting(posting) {
        const places = finder.jobPlaces(posting);
        const declared = (employer.places ?? []).map((code) => ({
          code,
          source: titleSpan(posting),
          remote: false,
          without: [],
        }));
        const all = places.length > 0 ? places : declared;
        let pay: PayStatement[] | undefined;
        const findings: Finding[] = [];
        const title = titleText(posting);
        for (const compiled of active) {
          const place = applies(compiled.rule, all, finder, posting);
          if (!place || compiled.exempt?.matches(tokenize(title), title).length) continue;
          pay ??= findPay(posting);
          findings.push(...judge(compiled, posting, place, pay, asOf ?? ''));
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
    (place) =>
      place.remote &&
      rule.places.some(
        (code) =>
          finder.within(code).includes(place.code) &&
          !finder.within(code).some((larger) => place.without.includes(larger)),
      ),
  );
}

function judge(
  { rule, said }: CompiledRule,
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
    const fulfilled =
      PRESENT[duty.missing]?.(posting, pay) || said.get(duty.missing)?.some((says) => says(posting));
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

interface CompiledRule {
  rule: LawRule;
  /** By what is missing: what fulfils the duty by its words. */
  said: ReadonlyMap<string, ((posting: Posting) => boolean)[]>;
  exempt: PatternSet<true> | undefined;
}

function compileRule(rule: LawRule, environment: CheckEnvironment): CompiledRule {
  const set = (patterns: readonly string[], path: (string | number)[]): PatternSet<true> => {
    try {
      return new PatternSet(
        patterns.map((pattern) => ({ pattern, value: true as const })),
        environment,
      );
    } catch (error) {
      if (error instanceof PatternError) throw new RuleError(rule.id, path, error.message);
      throw error;
    }
  };
  const said = new Map<string, ((posting: Posting) => boolean)[]>();
  rule.duties.forEach(({ missing, says, together, 'but-not': butNot }, index) => {
    if (!says && !together && !(missing in PRESENT)) {
      throw new RuleError(
        rule.id,
        ['duties', index, 'missing'],
        `“${missing}” needs patterns under “says” or “together”; without them it is one of ${Object.keys(PRESENT).join(', ')}`,
      );
    }
    const own: ((posting: Posting) => boolean)[] = [];
    if (says) {
      const patterns = set(says, ['duties', index, 'says']);
      own.push(({ blocks }) =>
        blocks.some((block) => patterns.matches(tokensOf(block), block.text).length > 0),
      );
    }
    if (together) {
      const parts = together.map((pattern, at) => set([pattern], ['duties', index, 'together', at]));
      const against = butNot && set(butNot, ['duties', index, 'but-not']);
      own.push((posting) => posting.blocks.some((block) => saysTogether(block, parts, against)));
    }
    said.set(missing, own);
  });
  const titles = rule['exempt-titles'];
  return { rule, said, exempt: titles.length > 0 ? set(titles, ['exempt-titles']) : undefined };
}

/** What people do or bring says nothing of what the employer does. */
const OF_APPLICANTS: ReadonlySet<string> = new Set(['responsibilities', 'requirements', 'nice-to-have']);

/** Whether one sentence of the block has a match of each part. */
function saysTogether(
  block: Block,
  parts: readonly PatternSet<true>[],
  against: PatternSet<true> | undefined,
): boolean {
  if (block.title || OF_APPLICANTS.has(block.section ?? '')) return false;
  const tokens = tokensOf(block);
  const sentencesOf = (patterns: PatternSet<true>) =>
    new Set(patterns.matches(tokens, block.text).map(({ first }) => tokens[first]?.sentence));
  let sentences: Set<number | undefined> | undefined;
  for (const part of parts) {
    const own = sentencesOf(part);
    sentences = new Set([...own].filter((sentence) => !sentences || sentences.has(sentence)));
    if (sentences.size === 0) return false;
  }
  const wrong = against && sentencesOf(against);
  return [...(sentences ?? [])].some((sentence) => !wrong?.has(sentence));
}
