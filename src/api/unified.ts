import type { ReportFinding } from '../contract/report.ts';
import { createLinter } from './index.ts';
import type { LinterOptions, TextInfo } from './types.ts';

/** As much of a `VFile` as is used. */
export interface MessageFile {
  path?: string | undefined;
  toString(encoding?: string): string;
  message(reason: string, options: MessageOptions): object;
}

interface MessageOptions {
  place: { start: Place; end: Place };
  source: string;
  ruleId: string;
}

interface Place {
  line: number;
  column: number;
  offset: number;
}

export interface UnifiedOptions extends LinterOptions {
  /** By default that of the file’s name, and Markdown without one. */
  format?: TextInfo['format'];
}

/**
 * A plugin for remark, rehype and retext: looks at the file’s text as it was read, whatever has become of the tree, and
 * puts what is found among the file’s messages. `fatal` is true for errors, false for warnings, null for advice;
 * `expected` are the replacements, `note` is why.
 */
export default function postingLint(
  options: Readonly<UnifiedOptions> = {},
): (tree: unknown, file: MessageFile) => Promise<undefined> {
  const { format, ...config } = options;
  const ready = createLinter(config);
  // Whoever never runs it is not to hear of a mistake twice.
  ready.catch(() => {});
  return async (_tree, file) => {
    const linter = await ready;
    const why = new Map(linter.rules().map(({ id, why: reason }) => [id, reason]));
    const text = String(file);
    const { path } = file;
    for (const finding of linter.lint(text, { path, format }).findings) {
      const { start, end } = finding.range;
      const message = file.message(finding.message, {
        place: { start, end },
        source: 'posting-lint',
        ruleId: finding.rule,
      });
      Object.assign(message, {
        fatal: { error: true, warning: false, info: null }[finding.severity],
        ...replacements(finding, text),
        note: why.get(finding.rule),
      });
    }
    return undefined;
  };
}

/**
 * What stands there, and what could in its place. The first fix says how much that is: an article before the passage may
 * have to change too. Fixes of something else, or in several places, cannot be told like this.
 */
function replacements({ fixes, range }: ReportFinding, text: string): { actual: string; expected: string[] } {
  const edits = fixes.flatMap(({ edits: [edit, ...more] }) => (edit && more.length === 0 ? [edit] : []));
  const { start, end } = edits[0]?.range ?? range;
  return {
    actual: text.slice(start.offset, end.offset),
    expected: edits
      .filter((edit) => edit.range.start.offset === start.offset && edit.range.end.offset === end.offset)
      .map((edit) => edit.text),
  };
}
