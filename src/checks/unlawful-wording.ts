import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import { placesOf } from '../posting/facts/job-places.ts';

const fields = z.object({
  jurisdiction: z.string().describe('Code of the law, as it stands in the findings’ data.'),
  problem: z.string().describe('What is wrong, as it stands in the findings’ data.'),
  places: z.array(z.string()).min(1).describe('Codes of rules/places.yml.'),
  statute: z.string(),
  from: z.iso.date().describe('First day in force.'),
  'min-size': z.int().min(0).default(0).describe('Smallest number of employees it applies to.'),
  of: z.array(z.string()).min(1).describe('Rules whose findings are unlawful there.'),
  'least-severity': z
    .enum(['error', 'warning', 'info'])
    .default('warning')
    .describe('Only findings of these rules that weigh at least so much.'),
  message: z.string().describe('{match} is the passage.'),
});
export type UnlawfulWordingFields = z.infer<typeof fields>;

const WEIGHT: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

/**
 * Wording that a law of the place forbids. It takes the passages from the rules that find such wording everywhere, so
 * that a phrase is written down once. Without a date to judge by, it stays silent.
 */
export const unlawfulWordingCheck: CheckKind<UnlawfulWordingFields> = {
  name: 'unlawful-wording',
  summary: 'Wording that other rules find, where a law of the place forbids it.',
  fields,
  compile(rules, { asOf, employer, places }) {
    const active = rules
      .filter((rule) => asOf !== undefined && rule.from <= asOf)
      .filter((rule) => employer.size === undefined || employer.size >= rule['min-size']);
    if (active.length === 0) return {};
    const finder = placesOf(places);
    return {
      after(findings: readonly Finding[], posting: Posting) {
        const known = new Set(active.flatMap((rule) => rule.of));
        const relevant = findings.filter((finding) => known.has(finding.rule));
        if (relevant.length === 0) return [];
        const here = finder.jobPlaces(posting).map(({ code }) => code);
        const codes = new Set(
          (here.length > 0 ? here : (employer.places ?? [])).flatMap((code) => finder.within(code)),
        );
        return active
          .filter((rule) => rule.places.some((code) => codes.has(code)))
          .flatMap((rule) =>
            relevant
              .filter(
                (finding) =>
                  rule.of.includes(finding.rule) &&
                  WEIGHT[finding.severity] >= WEIGHT[rule['least-severity']],
              )
              .map((finding) => ({
                rule: rule.id,
                severity: rule.severity as Severity,
                message: rule.message.replaceAll(
                  '{match}',
                  posting.source.slice(finding.span.start, finding.span.end),
                ),
                span: finding.span,
                fixes: [],
                data: { jurisdiction: rule.jurisdiction, problem: rule.problem },
              })),
          );
      },
    };
  },
};
