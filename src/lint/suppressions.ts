import type { SuppressionFields } from '../checks/suppression.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { nearest } from '../words/nearest.ts';
import type { Lines } from './lines.ts';

/** One “leave this alone” in a draft. */
export interface Suppression {
  /** Rule ids and categories; empty: every rule. */
  rules: { name: string; source: Span }[];
  reason: string | undefined;
  /** Offsets of the source in which findings that start there are left out. */
  covers: Span;
  /** Where it stands. */
  source: Span;
}

const DIRECTIVE =
  /^\s*posting-lint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([\s\S]*)$/;

/**
 * Reads the suppressions of a draft: comments
 * `posting-lint-disable-next-line RULE, RULE -- reason`, `…-disable-line`, `…-disable` to `…-enable`, `…-disable-file`,
 * and in the front matter `posting-lint: { disable: [RULE], reason: … }` for the whole file.
 */
export function readSuppressions(posting: Posting, lines: Lines): Suppression[] {
  const found: Suppression[] = [];
  const open: Suppression[] = [];
  const end = posting.source.length;
  for (const comment of posting.comments) {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) continue;
    const [, directive, rest = ''] = match;
    // The names follow the keyword; their places are found in the source, where the comment stands as written.
    const from = posting.source.indexOf(rest, comment.source.start);
    const { names, reason } = readNames(rest, from < 0 ? comment.source.start : from);
    if (directive === 'enable') {
      for (let at = open.length - 1; at >= 0; at--) {
        const suppression = open[at];
        if (!suppression || !closes(names, suppression)) continue;
        suppression.covers.end = comment.source.start;
        open.splice(at, 1);
      }
      continue;
    }
    const covers = extent(directive ?? '', comment.source, lines, posting.source, end);
    const suppression = { rules: names, reason, covers, source: comment.source };
    found.push(suppression);
    if (directive === 'disable') open.push(suppression);
  }
  return [...found, ...fromFrontMatter(posting)];
}

/** Does the suppression apply to a finding of this rule at this place? */
export function suppresses(suppression: Suppression, finding: Finding): boolean {
  const { covers, rules } = suppression;
  if (finding.span.start < covers.start || finding.span.start >= covers.end) return false;
  return rules.length === 0 || rules.some(({ name }) => names(name, finding.rule));
}

/** Is `rule` what `name` (an id, a category, `category/*`) stands for? */
export function names(name: string, rule: string): boolean {
  return name === rule || rule.startsWith(`${name.replace(/\/\*$/, '')}/`);
}

function readNames(
  text: string,
  offset: number,
): { names: Suppression['rules']; reason: string | undefined } {
  const cut = /(?:^|\s)--+(?:\s|$)/.exec(text);
  const list = cut ? text.slice(0, cut.index) : text;
  const reason = cut ? text.slice(cut.index + cut[0].length).trim() : '';
  const names = [...list.matchAll(/[^\s,]+/g)].map((word) => ({
    name: word[0],
    source: { start: offset + word.index, end: offset + word.index + word[0].length },
  }));
  return { names, reason: reason || undefined };
}

/** `enable` without names closes all; with names, the suppressions that name only these. */
function closes(names: Suppression['rules'], suppression: Suppression): boolean {
  if (names.length === 0) return true;
  return (
    suppression.rules.length > 0 &&
    suppression.rules.every((rule) => names.some((name) => name.name === rule.name))
  );
}

function extent(directive: string, comment: Span, lines: Lines, source: string, end: number): Span {
  if (directive === 'disable-file') return { start: 0, end: end + 1 };
  if (directive === 'disable') return { start: comment.end, end: end + 1 };
  let line = lines.lineAt(comment.end);
  if (directive === 'disable-next-line') {
    // Markdown wants a blank line after a comment of its own, so the next line is the next one with text.
    do line += 1;
    while (line < lines.count - 1 && source.slice(lines.start(line), lines.start(line + 1)).trim() === '');
  }
  return { start: lines.start(line) ?? end, end: lines.start(line + 1) ?? end + 1 };
}

function fromFrontMatter(posting: Posting): Suppression[] {
  const values = posting.frontMatter?.values ?? [];
  const reason = values.find((value) => value.key === 'posting-lint.reason')?.value.trim() || undefined;
  return values
    .filter((value) => /^posting-lint\.disable(\.\d+)?$/.test(value.key))
    .map((value) => ({
      rules: value.value
        .split(/[\s,[\]]+/)
        .filter((name) => name !== '' && name !== 'true' && name !== 'all')
        .map((name) => ({ name, source: value.source })),
      reason,
      covers: { start: 0, end: posting.source.length + 1 },
      source: value.source,
    }));
}

/**
 * What the rules of the check `suppression` find: suppressions without a reason, without need, for unknown rules.
 *
 * @param used - those that left a finding out
 * @param active - rules that are on
 * @param all - every rule, by id
 */
export function judgeSuppressions(
  suppressions: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  active: readonly Rule[],
  all: ReadonlyMap<string, Rule>,
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
    // Whether a rule that is off would have found something cannot be told.
    const judged =
      suppression.rules.length === 0 ||
      suppression.rules.some(({ name }) => active.some((rule) => names(name, rule.id)));
    if (!used.has(suppression) && unknown.length === 0 && judged) {
      report(judge('unused'), suppression.source, 'This comment leaves nothing out any more. Take it out.');
    }
  }
  return findings;
}
