import type { Finding } from '../contract/finding.ts';
import type { Category, Severity } from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';

const WEIGHT: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

/** Categories of wording that leaves people out; the others look at other things in the same words. */
const BIAS: ReadonlySet<Category> = new Set<Category>([
  'gender',
  'age',
  'disability',
  'origin',
  'religion',
  'identity',
  'family',
  'class',
  'criminal',
  'culture',
]);

export function isBias(category: Category): boolean {
  return BIAS.has(category);
}

/**
 * One passage, one remark: of findings about bias that overlap, the weightier stays where both are of one category,
 * and a hosted plugin's word list gives way to a rule of our own, which knows the context.
 */
export function withoutOverlaps(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, RuleMeta>,
): Finding[] {
  const sorted = [...findings].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const dropped = new Set<Finding>();
  for (let at = 0; at < sorted.length; at++) {
    const one = sorted[at];
    if (!one) continue;
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (!other || other.span.start >= one.span.end) break;
      const loser = weaker(one, other, rules);
      if (loser) dropped.add(loser);
    }
  }
  return findings.filter((finding) => !dropped.has(finding));
}

function weaker(one: Finding, other: Finding, rules: ReadonlyMap<string, RuleMeta>): Finding | undefined {
  const a = rules.get(one.rule);
  const b = rules.get(other.rule);
  if (!a || !b || a.id === b.id || !BIAS.has(a.category) || !BIAS.has(b.category)) return undefined;
  if ((a.check === 'retext') !== (b.check === 'retext')) return a.check === 'retext' ? one : other;
  if (a.category !== b.category) return undefined;
  const difference = WEIGHT[one.severity] - WEIGHT[other.severity];
  if (difference !== 0) return difference > 0 ? other : one;
  // Equally weighty: the longer passage says more; `one` starts first or is at least as long.
  return one.span.end - one.span.start >= other.span.end - other.span.start ? other : one;
}
