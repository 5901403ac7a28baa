import type { FileReport, Severity } from '../contract/report.ts';
import type { Format, ReportContext } from './format.ts';
import type { FormatName } from './names.ts';
import { countIn, noTotals, withoutLess } from './totals.ts';

export {
  type Format,
  type Paint,
  plain,
  type ReportContext,
  type Reporter,
  type Style,
} from './format.ts';
export { FORMAT_NAMES, type FormatName } from './names.ts';
export { atLeast, countIn, noTotals, type Totals, withoutLess } from './totals.ts';
export { displayWidth, printable, wrap } from './width.ts';

/** Each in a module of its own that loads when it is asked for. */
const FORMATS: Record<FormatName, () => Promise<Format>> = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./json.ts')).jsonl,
  sarif: async () => (await import('./sarif.ts')).sarif,
  html: async () => (await import('./html.ts')).html,
  markdown: async () => (await import('./markdown.ts')).markdown,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
};

export function loadFormat(name: FormatName): Promise<Format> {
  return FORMATS[name]();
}

/**
 * A whole report at once, for few files.
 *
 * @param files - in the order they are to be shown
 * @param options.least - findings that weigh less are left out
 * @param options.text - gives the text of a file as it was linted
 */
export function render(
  format: Format,
  files: readonly FileReport[],
  context: ReportContext,
  { least = 'info', text }: { least?: Severity; text?: (path: string) => string | undefined } = {},
): string {
  const reporter = format.reporter(context);
  const totals = noTotals();
  const head = format.headLast ? undefined : reporter.head();
  const parts = files.map((file) => {
    const shown = withoutLess(file, least);
    countIn(totals, shown, file.findings.length - shown.findings.length);
    return reporter.file(shown, text?.(file.path));
  });
  return [head ?? reporter.head(totals), ...parts, reporter.end(totals)].join('');
}
