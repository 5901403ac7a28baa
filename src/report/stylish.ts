import type { FileReport, ReportFinding, ReportFix } from '../contract/report.ts';
import { excerpt } from './excerpt.ts';
import { type Format, nameOf, type ReportContext } from './format.ts';
import { count, type Totals } from './totals.ts';
import { displayWidth, printable, wrap } from './width.ts';

/** For people: each finding with the line it stands in, carets under the passage, and what could be done. */
export const stylish: Format = {
  needsText: true,
  reporter: (context) => ({
    head: () => '',
    file: (file, text) => (file.findings.length > 0 ? `${fileText(file, text, context)}\n\n` : ''),
    end: (totals) => `${summary(totals, context)}\n`,
  }),
};

const SEVERITY_WIDTH = 'warning'.length;

function fileText(file: FileReport, text: string | undefined, context: ReportContext): string {
  const places = file.findings.map(({ range }) => `${range.start.line}:${range.start.column}`);
  const placeWidth = Math.max(...places.map((place) => place.length));
  const found = file.findings.map((finding, index) => {
    const place = (places[index] ?? '').padStart(placeWidth);
    // Several findings on one passage, such as missing sections on the title, share one look at it: the first's.
    const before = file.findings[index - 1];
    const same =
      before?.range.start.offset === finding.range.start.offset &&
      before.range.end.offset === finding.range.end.offset;
    return findingText(finding, place, same ? undefined : text, context);
  });
  return [context.paint('path', printable(nameOf(file))), ...found].join('\n');
}

function findingText(
  finding: ReportFinding,
  place: string,
  text: string | undefined,
  context: ReportContext,
): string {
  const { paint } = context;
  const { severity } = finding;
  const indent = ' '.repeat(2 + place.length + 2);
  const head = `${paint('quiet', place)}  ${paint(severity, severity.padEnd(SEVERITY_WIDTH))}`;
  const lines = [`  ${head}  ${printable(finding.message)}  ${paint('quiet', finding.rule)}`];
  const room = Math.max(20, context.width - displayWidth(indent));
  if (text !== undefined) {
    const { line, before, marked } = excerpt(text, finding.range, room);
    // An empty line has nothing to show a caret under.
    if (line !== '')
      lines.push(indent + line, indent + ' '.repeat(before) + paint('mark', '^'.repeat(marked)));
  }
  lines.push(...hints(finding.fixes, context).map((hint) => indent + hint));
  if (context.verbose) lines.push(...reasons(finding, room, context).map((line) => indent + line));
  return lines.join('\n');
}

/** How many fixes are named when nobody asked for all. */
const SOME = 3;

function hints(fixes: readonly ReportFix[], { paint, verbose }: ReportContext): string[] {
  const named = verbose ? fixes : fixes.slice(0, SOME);
  return named.map(({ title, safety }, index) => {
    const word = safety === 'safe' ? 'fix:' : index === 0 ? 'try:' : ' or:';
    return `${paint('hint', word)} ${printable(title)}`;
  });
}

function reasons(finding: ReportFinding, room: number, context: ReportContext): string[] {
  const rule = context.rule(finding.rule);
  if (!rule) return [];
  const label = (word: string, text: string) =>
    wrap(text, room - word.length - 1).map((line, index) =>
      index === 0 ? `${context.paint('quiet', word)} ${line}` : ' '.repeat(word.length + 1) + line,
    );
  const sources = rule.sources.map(({ title, url }) => (url ? `${title} <${url}>` : title));
  return [...label('why:', rule.why), ...sources.flatMap((source) => label('source:', source))];
}

function summary(totals: Totals, { paint }: ReportContext): string {
  const { files, failed, errors, warnings, infos } = totals;
  const total = errors + warnings + infos;
  const unread = failed > 0 ? `, ${count(failed, 'file')} could not be checked` : '';
  const hidden = totals.hidden > 0 ? `\n  ${totals.hidden} of less weight not shown.` : '';
  if (total === 0) {
    const words = `Nothing found in ${count(files - failed, 'file')}${unread}.`;
    return `${paint(failed > 0 ? 'strong' : 'good', words)}${hidden}`;
  }
  const parts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')].join(', ');
  const head = `${count(total, 'finding')} in ${count(files - failed, 'file')} (${parts})${unread}`;
  const style = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'strong';
  return `${paint(style, head)}${fixable(totals)}${hidden}`;
}

function fixable({ safe, suggestions }: Totals): string {
  const parts = [];
  if (safe > 0) parts.push(`--fix repairs ${safe}`);
  if (suggestions > 0) {
    const have = suggestions === 1 ? 'has a suggestion' : 'have suggestions';
    parts.push(`${suggestions} ${have} (--fix-suggestions)`);
  }
  return parts.length > 0 ? `\n  ${parts.join('; ')}.` : '';
}
