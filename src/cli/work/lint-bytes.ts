import type { FileReport, Format } from '../../contract/report.ts';
import { fixUntilStable } from '../../lint/fix.ts';
import type { Linter } from '../../lint/index.ts';
import { detectFormat } from '../../posting/detect-format.ts';
import { decode, type Encoding } from '../files/decode.ts';

/** What is done with every file of a run. */
export interface Treatment {
  fixing: 'no' | 'write' | 'dry-run' | 'diff';
  /** Also the first suggestion of each finding. */
  suggestions: boolean;
  /** Whose text is needed with the report. */
  texts: 'none' | 'with-findings' | 'all';
}

/** A file to be linted. */
export interface Subject {
  /** What it is called in the report. */
  shown: string;
  /** Its path, which tells the format; for standard input without a name, undefined. */
  name: string | undefined;
}

/** A file that was linted. */
export interface Linted {
  report: FileReport;
  /** The text that the report is about, where it is needed. */
  text: string | undefined;
  /** What fixing made of it, when that is something else. Nothing has been written. */
  fixed: Fixed | undefined;
}

export interface Fixed {
  before: string;
  after: string;
  encoding: Encoding;
  /** Fixes that were made. */
  fixes: number;
}

/**
 * Lints the bytes of a file, and fixes them where that is asked for. Writes nothing.
 *
 * @throws {FileError} when they are not text
 */
export function lintBytes(bytes: Uint8Array, subject: Subject, linter: Linter, how: Treatment): Linted {
  const { text, encoding } = decode(bytes);
  const format = formatOf(subject, text);
  const lint = (current: string) => linter.lint(current, { path: subject.shown, format });
  if (how.fixing === 'no') return linted(lint(text), text, how, undefined);
  const { text: after, report, applied } = fixUntilStable(text, lint, how);
  const fixed = after === text ? undefined : { before: text, after, encoding, fixes: applied };
  // For a diff nothing is changed, so what is reported is what stands there.
  if (how.fixing === 'diff') return linted(applied > 0 ? lint(text) : report, text, how, fixed);
  return linted(report, after, how, fixed);
}

/** Drafts that are piped in are Markdown, which plain text reads well as, unless they begin like HTML. */
export function formatOf({ name }: Subject, text: string): Format {
  if (name !== undefined) return detectFormat(name, text);
  return detectFormat('', text) === 'html' ? 'html' : 'markdown';
}

/** What is known of a file, with its text where that is needed. */
export function linted(
  report: FileReport,
  text: string,
  { texts }: Treatment,
  fixed: Fixed | undefined,
): Linted {
  const wanted = texts === 'all' || (texts === 'with-findings' && report.findings.length > 0);
  return { report, text: wanted ? text : undefined, fixed };
}
