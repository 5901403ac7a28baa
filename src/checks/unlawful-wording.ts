import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import { RuleError } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import { PatternError, PatternSet } from '../words/pattern.ts';
import { tokenize } from '../words/tokens.ts';
import { law, lawMessage, lawsFor } from './law/applies.ts';

const fields = z.object({
  problem: z.string().describe('What is wrong, as it stands in the findings’ data.'),
  laws: z.array(law).min(1).describe('The laws that forbid it, each with its places and first day.'),
  of: z.array(z.string()).min(1).describe('Rules whose findings are unlawful there.'),
  'least-severity': z
    .enum(['error', 'warning', 'info'])
    .default('warning')
    .describe('Only findings of these rules that weigh at least so much.'),
  containing: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('Patterns; only findings whose passage has one of them.'),
  message: z.string().describe('{match} is the passage, {place} and {statute} are those of the law.'),
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
  compile(rules, environment) {
    const active = rules.flatMap((rule) => {
      const laws = lawsFor(rule.id, rule.laws, environment);
      let containing: PatternSet<true> | undefined;
      try {
        containing =
          rule.containing &&
          new PatternSet(
            rule.containing.map((pattern) => ({ pattern, value: true as const })),
            environment,
          );
      } catch (error) {
        if (error instanceof PatternError) throw new RuleError(rule.id, ['containing'], error.message);
        throw error;
      }
      return laws ? [{ rule, laws, containing, of: new Set(rule.of) }] : [];
    });
    if (active.length === 0) return {};
    return {
      after(findings: readonly Finding[], posting: Posting) {
        const judged: Finding[] = [];
        for (const { rule, laws, containing, of } of active) {
          const relevant = findings.filter(
            ({ rule: id, severity, span }) =>
              of.has(id) &&
              WEIGHT[severity] >= WEIGHT[rule['least-severity']] &&
              (!containing || has(containing, posting.source.slice(span.start, span.end))),
          );
          if (relevant.length === 0) continue;
          for (const each of laws(posting)) {
            for (const { span } of relevant) {
              // Two rules may find the same words.
              const known = judged.some(
                (other) =>
                  other.rule === rule.id &&
                  other.span.start < span.end &&
                  span.start < other.span.end &&
                  other.data['jurisdiction'] === each.jurisdiction,
              );
              if (known) continue;
              judged.push({
                rule: rule.id,
                severity: rule.severity as Severity,
                message: lawMessage(rule.message, each, posting.source.slice(span.start, span.end)),
                span,
                fixes: [],
                data: { jurisdiction: each.jurisdiction, problem: rule.problem },
              });
            }
          }
        }
        return judged;
      },
    };
  },
};

function has(patterns: PatternSet<true>, passage: string): boolean {
  return patterns.matches(tokenize(passage), passage).length > 0;
}
