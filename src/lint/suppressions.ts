import type { Finding } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Lines } from './lines.ts';

/** One “leave this alone” in a draft. */
export interface Suppression {
  /** Rule ids and categories; empty: every rule. */
  rules: { name: string; source: Span }[];
  reason: string | undefined;
  /** The last day it holds, as written; without one it holds for good. */
  until: { date: string; source: Span } | undefined;
  /** Offsets of the source in which findings that start there are left out. */
  covers: Span;
  /** Where it stands. */
  source: Span;
}

const DIRECTIVE =
  /^\s*posting-lint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])([\s\S]*)$/;

/**
 * Reads the suppressions of a draft: comments
 * `posting-lint-disable-next-line RULE, RULE until 2027-01-31 -- reason`, `…-disable-line`, `…-disable` to `…-enable`,
 * `…-disable-file`, and in the front matter `posting-lint: { disable: [RULE], reason: …, until: … }` for the whole file.
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
    const { names, reason, until } = readNames(rest, from < 0 ? comment.source.start : from);
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
    const suppression = { rules: names, reason, until, covers, source: comment.source };
    found.push(suppression);
    if (directive === 'disable') open.push(suppression);
  }
  return [...found, ...fromFrontMatter(posting)];
}

/** Whether a suppression has a last day, and that is a day of the calendar. */
export function hasLastDay({ until }: Suppression): boolean {
  if (!until || !/^\d{4}-\d\d-\d\d$/.test(until.date)) return false;
  const date = new Date(`${until.date}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(until.date);
}

/**
 * Whether a suppression's last day has passed. One whose day cannot be read holds on, and is reported.
 *
 * @param asOf - `YYYY-MM-DD`; without it nothing has passed
 */
export function isOver(suppression: Suppression, asOf: string | undefined): boolean {
  return asOf !== undefined && hasLastDay(suppression) && (suppression.until?.date ?? '') < asOf;
}

/** Does the suppression, while it holds, apply to a finding of this rule at this place? */
export function suppresses(suppression: Suppression, finding: Finding): boolean {
  const { covers, rules } = suppression;
  if (finding.span.start < covers.start || finding.span.start >= covers.end) return false;
  return rules.length === 0 || rules.some(({ name }) => names(name, finding.rule));
}

/** Is `rule` what `name` (an id, a category, `category/*`) stands for? */
export function names(name: string, rule: string): boolean {
  return name === rule || rule.startsWith(`${name.replace(/\/\*$/, '')}/`);
}

/** “until 2027-01-31” at the end of the names. */
const UNTIL = /(?:^|[\s,])until[\s:]+([^\s,]+)[\s,]*$/;

function readNames(
  text: string,
  offset: number,
): { names: Suppression['rules']; reason: string | undefined; until: Suppression['until'] } {
  const cut = /(?:^|\s)--+(?:\s|$)/.exec(text);
  const head = cut ? text.slice(0, cut.index) : text;
  const reason = cut ? text.slice(cut.index + cut[0].length).trim() : '';
  const limit = UNTIL.exec(head);
  const list = limit ? head.slice(0, limit.index) : head;
  const names = [...list.matchAll(/[^\s,]+/g)].map((word) => ({
    name: word[0],
    source: { start: offset + word.index, end: offset + word.index + word[0].length },
  }));
  const date = limit?.[1] ?? '';
  const start = offset + (limit ? limit.index + limit[0].indexOf(date, limit[0].indexOf('until') + 5) : 0);
  const until = limit ? { date, source: { start, end: start + date.length } } : undefined;
  return { names, reason: reason || undefined, until };
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
  const last = values.find((value) => value.key === 'posting-lint.until');
  const until = last && { date: last.value.trim(), source: last.source };
  return values
    .filter((value) => /^posting-lint\.disable(\.\d+)?$/.test(value.key))
    .map((value) => ({
      rules: value.value
        .split(/[\s,[\]]+/)
        .filter((name) => name !== '' && name !== 'true' && name !== 'all')
        .map((name) => ({ name, source: value.source })),
      reason,
      until,
      covers: { start: 0, end: posting.source.length + 1 },
      source: value.source,
    }));
}
