import path from 'node:path';
import { didYouMean } from '../config/index.ts';
import { type FileReport, SECTION_KINDS, type SectionKind } from '../contract/report.ts';
import { detectFormat } from '../posting/detect-format.ts';
import { COMMANDS } from './commands.ts';
import { type SearchResult, toSlash } from './files/search.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './options.ts';

/** What is linted: a file of the search, or standard input. */
export interface Draft {
  shown: string;
  absolute: string;
  /** Told apart from files that were found: it is looked at even when it is on an ignore list. */
  named: boolean;
  ignoredBy?: string | undefined;
  stdin: boolean;
}

/** Something named that could not even be looked at. */
export interface Miss {
  shown: string;
  message: string;
}

/** Everything that the report will name, in the order it will name it. */
export function itemsOf(search: SearchResult, options: LintOptions, io: Io): (Draft | Miss)[] {
  const items = [...drafts(search, options, io), ...misses(search, options)];
  return items.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
}

function drafts({ targets }: SearchResult, options: LintOptions, io: Io): Draft[] {
  const files: Draft[] = targets.map((target) => ({ ...target, stdin: false }));
  if (!options.stdin) return files;
  const shown = toSlash(options.stdinName ?? '<stdin>');
  const absolute = path.resolve(io.cwd, options.stdinName ?? 'stdin.md');
  return [{ shown, absolute, named: true, stdin: true }, ...files];
}

function misses({ missing, failed }: SearchResult, { mindUnmatched }: LintOptions): Miss[] {
  if (!mindUnmatched) return failed;
  const commands = COMMANDS.map(({ name }) => name);
  const gone = missing.map((shown) => ({
    shown,
    message: `There is no such file or folder.${didYouMean(shown, commands)}`,
  }));
  return [...failed, ...gone];
}

/** All of standard input. */
export async function readAll(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** What is reported of something that could not be linted. */
export function failedReport({ shown, message }: Miss): FileReport {
  const sections = Object.fromEntries(SECTION_KINDS.map((kind) => [kind, { present: false }] as const));
  return {
    path: shown,
    format: detectFormat(shown, ''),
    language: 'en',
    sections: sections as Record<SectionKind, { present: false }>,
    findings: [],
    suppressions: [],
    metrics: { words: 0 },
    error: { message },
  };
}
