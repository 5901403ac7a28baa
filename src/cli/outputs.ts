import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { FileReport } from '../contract/report.ts';
import {
  type Format,
  type FormatName,
  loadFormat,
  type Paint,
  type ReportContext,
  type Reporter,
  type Totals,
} from '../report/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { FileError, reasonOf } from './files/errors.ts';
import { WholeFile } from './files/write.ts';
import type { Sink } from './io.ts';

/** Where a report goes: to a file, or to standard output. */
export interface OutputOption {
  format: FormatName;
  file: string | undefined;
}

/**
 * What `-f` and `-o` ask for: any number of formats with files of their own, and at most one without, which goes to the
 * file of `-o` or to standard output.
 *
 * @throws {UsageError} when two would go to one place
 */
export function outputOptions(args: Arguments): OutputOption[] {
  const outputs = args.values('format').map((given): OutputOption => {
    const cut = given.indexOf('=');
    if (cut < 0) return { format: given as FormatName, file: undefined };
    const file = given.slice(cut + 1);
    if (file === '') throw new UsageError(`--format ${given} lacks the name of a file after “=”.`);
    return { format: given.slice(0, cut) as FormatName, file };
  });
  const unnamed = outputs.filter(({ file }) => file === undefined);
  if (unnamed.length > 1) {
    const names = unnamed.map(({ format }) => format).join(' and ');
    throw new UsageError(
      `Only one format can have the output for itself, not ${names}; name files: -f ${unnamed[0]?.format}=FILE.`,
    );
  }
  const outputFile = args.value('output-file');
  const [free] = unnamed;
  if (outputFile !== undefined) {
    if (free) free.file = outputFile;
    else outputs.push({ format: 'stylish', file: outputFile });
  }
  if (outputs.length === 0) outputs.push({ format: 'stylish', file: undefined });
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [path.normalize(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two formats would be written to ${twice}.`);
  return outputs;
}

/** The reports of a run, each written to its place as files come. */
export class Outputs {
  /** Whether texts of files are wanted: those with findings, or all. */
  readonly needsText: boolean;
  readonly needsEveryText: boolean;
  /** Whether standard output holds findings for people. */
  readonly forPeople: boolean;
  readonly #all: readonly Output[];

  private constructor(all: readonly Output[], formats: readonly Format[], forPeople: boolean) {
    this.forPeople = forPeople;
    this.#all = all;
    this.needsText = formats.some((format) => format.needsText);
    this.needsEveryText = formats.some((format) => format.needsEveryText);
  }

  /**
   * @param context - for standard output; files have a paint of their own
   * @param stdout - where the report without a file goes; undefined: nowhere
   */
  static async open(
    options: readonly OutputOption[],
    context: ReportContext,
    { cwd, stdout, filePaint }: { cwd: string; stdout: Sink | undefined; filePaint: Paint },
  ): Promise<Outputs> {
    const formats = await Promise.all(options.map(({ format }) => loadFormat(format)));
    const outputs: Output[] = [];
    try {
      options.forEach(({ file }, index) => {
        const target = isStdout(file) ? stdout && new Stream(stdout) : targetOf(file, cwd);
        const paint = file === undefined ? context.paint : filePaint;
        if (target) outputs.push(new Output(formats[index] as Format, { ...context, paint }, target));
      });
    } catch (error) {
      for (const output of outputs) output.discard();
      throw error;
    }
    return new Outputs(
      outputs,
      formats,
      options.some(({ format, file }) => format === 'stylish' && file === undefined),
    );
  }

  async file(file: FileReport, text: string | undefined): Promise<void> {
    for (const output of this.#all) await output.file(file, text);
  }

  async end(totals: Totals): Promise<void> {
    for (const output of this.#all) await output.end(totals);
  }

  /** Leaves nothing half-written behind. */
  discard(): void {
    for (const output of this.#all) output.discard();
  }
}

/** A place that takes a report piece by piece. */
interface Target {
  write(text: string): void | Promise<void>;
  /** All has been written. */
  commit(): void;
  discard(): void;
}

class Output {
  readonly #reporter: Reporter;
  readonly #target: Target;
  readonly #needsText: boolean;
  /** Files' parts that wait for the head; on the disk, since they may be many. */
  readonly #waiting: WholeFile | undefined;
  #begun = false;

  constructor(format: Format, context: ReportContext, target: Target) {
    this.#reporter = format.reporter(context);
    this.#target = target;
    this.#needsText = format.needsText === true || format.needsEveryText === true;
    if (format.headLast) this.#waiting = WholeFile.temporary();
  }

  async file(file: FileReport, text: string | undefined): Promise<void> {
    await this.#begin();
    const piece = this.#reporter.file(file, this.#needsText ? text : undefined);
    if (this.#waiting) this.#waiting.write(piece);
    else if (piece !== '') await this.#target.write(piece);
  }

  async end(totals: Totals): Promise<void> {
    await this.#begin();
    if (this.#waiting) {
      await this.#target.write(this.#reporter.head(totals));
      for (const piece of this.#waiting.pieces()) await this.#target.write(piece);
    }
    const tail = this.#reporter.end(totals);
    if (tail !== '') await this.#target.write(tail);
    this.#waiting?.discard();
    this.#target.commit();
  }

  discard(): void {
    this.#waiting?.discard();
    this.#target.discard();
  }

  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    const head = this.#waiting ? '' : this.#reporter.head();
    if (head !== '') await this.#target.write(head);
  }
}

class Stream implements Target {
  readonly #sink: Sink;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async write(text: string): Promise<void> {
    // A slow reader is waited for, so that what it has not read does not pile up.
    if (this.#sink.write(text) === false) await this.#sink.drained?.();
  }

  commit(): void {}

  discard(): void {}
}

function isStdout(file: string | undefined): file is undefined | '-' | '/dev/stdout' {
  return file === undefined || file === '-' || file === '/dev/stdout';
}

function targetOf(file: string, cwd: string): Target {
  return isDevice(path.resolve(cwd, file)) ? new Device(file, cwd) : new ReportFile(file, cwd);
}

function isDevice(file: string): boolean {
  try {
    const stats = statSync(file);
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    // Whoever writes there will be told.
    return false;
  }
}

/** A pipe or a device: what takes the place of a file with its name would not be it. */
class Device implements Target {
  readonly #name: string;
  readonly #handle: number;
  #open = true;

  constructor(name: string, cwd: string) {
    this.#name = name;
    this.#handle = this.#try(() => openSync(path.resolve(cwd, name), 'w'));
  }

  write(text: string): void {
    const all = Buffer.from(text);
    this.#try(() => {
      for (let at = 0; at < all.length; ) at += writeSync(this.#handle, all, at);
    });
  }

  commit(): void {
    this.discard();
  }

  discard(): void {
    if (this.#open) closeSync(this.#handle);
    this.#open = false;
  }

  #try<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new FileError(`${this.#name} could not be written. ${reasonOf(error)}`);
    }
  }
}

class ReportFile implements Target {
  readonly #name: string;
  readonly #file: WholeFile;

  constructor(name: string, cwd: string) {
    this.#name = name;
    const absolute = path.resolve(cwd, name);
    this.#file = this.#try(() => {
      mkdirSync(path.dirname(absolute), { recursive: true });
      return new WholeFile(absolute);
    });
  }

  write(text: string): void {
    this.#try(() => this.#file.write(text));
  }

  commit(): void {
    this.#try(() => this.#file.commit());
  }

  discard(): void {
    this.#file.discard();
  }

  #try<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new FileError(`${this.#name} could not be written. ${reasonOf(error)}`);
    }
  }
}
