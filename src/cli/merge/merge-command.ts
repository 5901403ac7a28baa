import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileReport } from '../../contract/report.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import type { Engine } from '../engine.ts';
import { decode } from '../files/decode.ts';
import { FileError } from '../files/errors.ts';
import { toSlash } from '../files/search.ts';
import type { Io } from '../io.ts';
import { openOutputs } from '../open-outputs.ts';
import { showingOptions } from '../options.ts';

import { Results } from '../results.ts';
import { readReport } from './read-report.ts';

/**
 * `posting-lint merge`: shows reports of parts as that of one run. Formats that show lines of the drafts find them where
 * the report says, from this folder.
 *
 * @returns the exit code that one run would have had
 */
export async function mergeCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const names = args.positionals.slice(1);
  if (names.length === 0)
    throw new UsageError('Name reports to merge: posting-lint merge report-*.json -f stylish');
  const options = showingOptions(args);
  const outputs = await openOutputs(options, io.stdout, args, engine, io);
  try {
    const results = new Results(options, outputs, io);
    const needsText = outputs.needsText || outputs.needsEveryText;
    for (const report of merged(names.map((name) => new Source(name, io.cwd)))) {
      await results.file(report, needsText ? textOf(report, io.cwd) : undefined);
    }
    await results.end();
    return results.verdict();
  } finally {
    outputs.discard();
  }
}

/** A report that is read as far as it is needed. */
class Source {
  readonly name: string;
  readonly #files: Generator<FileReport>;
  next: FileReport | undefined;

  constructor(name: string, cwd: string) {
    this.name = toSlash(name);
    this.#files = readReport(path.resolve(cwd, name), this.name);
    this.step();
  }

  step(): void {
    const before = this.next?.path;
    const { value, done } = this.#files.next();
    this.next = done ? undefined : value;
    if (before !== undefined && this.next && this.next.path < before)
      throw new FileError(`${this.name} is not in the order that posting-lint writes files in.`);
  }
}

/** The files of all reports, in the order of one. */
function* merged(sources: readonly Source[]): Generator<FileReport> {
  for (;;) {
    const waiting = sources.filter(({ next }) => next !== undefined);
    const [first, ...others] = waiting;
    if (!first?.next) return;
    let least = { source: first, file: first.next };
    for (const source of others) {
      const file = source.next as FileReport;
      if (file.path === least.file.path)
        throw new FileError(`${file.path} is in ${least.source.name} and in ${source.name}.`);
      if (file.path < least.file.path) least = { source, file };
    }
    yield least.file;
    least.source.step();
  }
}

/** What the findings were made on, if it still stands where it stood. */
function textOf({ path: file, findings }: FileReport, cwd: string): string | undefined {
  try {
    const { text } = decode(readFileSync(path.resolve(cwd, file)));
    return findings.every(({ range }) => range.end.offset <= text.length) ? text : undefined;
  } catch {
    return undefined;
  }
}
