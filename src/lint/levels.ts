import type { Level, Severity } from '../contract/report.ts';
import type { RuleMeta } from '../contract/rule.ts';

/** `recommended`: each rule as it comes; `strict`: advice weighs as a warning, missing sections as errors; `all`: also what is off by default. */
export type Preset = 'recommended' | 'strict' | 'all';

/**
 * What the configuration makes of a rule.
 * `set` is the level given to it by name or category; without one its findings keep their own.
 */
export interface EffectiveLevel {
  level: Level;
  set: Severity | undefined;
}

/**
 * @param rules - rule id, category, or `category/*` → level; a rule's own id outweighs its category
 */
export function effectiveLevel(
  rule: RuleMeta,
  preset: Preset,
  rules: Readonly<Record<string, Level>>,
): EffectiveLevel {
  const given = rules[rule.id] ?? rules[`${rule.category}/*`] ?? rules[rule.category];
  if (given !== undefined) return { level: given, set: given === 'off' ? undefined : given };
  if (preset === 'all' && rule.severity === 'off') return { level: 'info', set: 'info' };
  return { level: presetSeverity(rule.severity, rule, preset), set: undefined };
}

/** A finding's own severity under a preset. */
export function presetSeverity<L extends Level>(severity: L, rule: RuleMeta, preset: Preset): L | Severity {
  if (preset !== 'strict') return severity;
  if (severity === 'info') return 'warning';
  if (severity === 'warning' && rule.category === 'sections') return 'error';
  return severity;
}
