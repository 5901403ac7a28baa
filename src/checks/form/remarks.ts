import type { Finding, Fix } from '../../contract/finding.ts';
import type { Block, RegionKind, Span } from '../../contract/posting.ts';
import type { Severity } from '../../contract/report.ts';
import type { Rule } from '../../contract/rule.ts';

/** Whether a rule looks at text in this language. */
export function speaks({ languages }: Rule, language: string): boolean {
  return languages.includes('*') || languages.includes(language);
}

/** A finding of a rule at its own level. */
export function remark(
  rule: Rule,
  span: Span,
  message: string,
  fixes: Fix[] = [],
  data: Record<string, unknown> = {},
): Finding {
  return { rule: rule.id, severity: rule.severity as Severity, message, span, fixes, data };
}

/** `{name}` filled in. What is not given stays as it stands. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const NOT_PROSE: ReadonlySet<RegionKind> = new Set<RegionKind>(['code', 'url', 'email', 'placeholder']);

/** Whether a stretch of a block's text touches code, an address or a placeholder. */
export function touchesMasked({ regions }: Block, { start, end }: Span): boolean {
  return regions.some((region) => NOT_PROSE.has(region.kind) && region.start < end && region.end > start);
}

/** “a”, “b” and “c”; of many, the first few and how many more. */
export function quoted(words: readonly string[], most = 3): string {
  const shown = words.slice(0, most).map((word) => `“${word}”`);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
