import type { SuppressionFields } from '../checks/suppression.ts';
import type { Finding } from '../contract/finding.ts';
import type { Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { nearest } from '../words/nearest.ts';
import { hasLastDay, isOver, names, type Suppression } from './suppressions.ts';

/**
 * What the rules of the check `suppression` find: suppressions without a reason, without need, for unknown rules, and
 * those whose last day has passed or is none.
 *
 * @param used - those that left a finding out
 * @param active - rules that are on
 * @param all - every rule, by id
 * @param asOf - the day it is, `YYYY-MM-DD`
 */
export function judgeSuppressions(
  suppressions: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  active: readonly Rule[],
  all: ReadonlyMap<string, Rule>,
  asOf: string | undefined,
): Finding[] {
  if (suppressions.length === 0) return [];
  const findings: Finding[] = [];
  const ids = [...all.keys()];
  const judge = (problem: SuppressionFields['problem']) =>
    active.find(
      (rule) => rule.check === 'suppression' && (rule as Rule<SuppressionFields>).problem === problem,
    );
  const report = (rule: Rule | undefined, span: Span, message: string) => {
    if (rule)
      findings.push({
        rule: rule.id,
        severity: rule.severity as Severity,
        message,
        span,
        fixes: [],
        data: {},
      });
  };
  for (const suppression of suppressions) {
    const unknown = suppression.rules.filter(({ name }) => !ids.some((id) => names(name, id)));
    for (const { name, source } of unknown) {
      const hint = nearest(name, ids);
      const message = `There is no rule “${name}”${hint ? `. Did you mean “${hint}”?` : ''}`;
      report(judge('unknown-rule'), source, message);
    }
    if (!suppression.reason) {
      report(
        judge('no-reason'),
        suppression.source,
        'Say why this is left alone: “-- ” and the reason after the rule.',
      );
    }
    const { until } = suppression;
    if (until && !hasLastDay(suppression)) {
      report(judge('expired'), until.source, `“${until.date}” is no day. Write it like 2027-01-31.`);
    }
    if (until && isOver(suppression, asOf)) {
      const message = `This exception held until ${until.date}. Take it out, or give it a new day.`;
      report(judge('expired'), suppression.source, message);
      continue;
    }
    // Whether a rule that is off, or one that compares postings, would have found something cannot be told here.
    const judged =
      suppression.rules.length === 0 ||
      suppression.rules.some(({ name }) =>
        active.some((rule) => names(name, rule.id) && rule.check !== 'across-postings'),
      );
    if (!used.has(suppression) && unknown.length === 0 && judged) {
      report(judge('unused'), suppression.source, 'This comment leaves nothing out any more. Take it out.');
    }
  }
  return findings;
}
