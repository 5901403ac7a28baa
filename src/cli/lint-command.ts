import { readFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../config/index.ts';
import { type FileReport, SECTION_KINDS, type SectionKind } from '../contract/report.ts';
import { fixUntilStable } from '../lint/fix.ts';
import { detectFormat } from '../posting/detect-format.ts';
import { atLeast, countIn, noTotals, plain, printable, withoutLess } from '../report/index.ts';
import type { Arguments } from './arguments.ts';
import { COMMANDS } from './commands.ts';
import type { Engine } from './engine.ts';
import { decode, type Encoding, encode } from './files/decode.ts';
import { FileError, reasonOf } from './files/errors.ts';
import { findTargets, type SearchResult, toSlash } from './files/search.ts';
import { writeWhole } from './files/write.ts';
import { EXIT, type Io } from './io.ts';
import { type LintOptions, lintOptions } from './options.ts';
import { Outputs } from './outputs.ts';
import { paintFor } from './paint.ts';
import { Setup } from './setup.ts';

/** What is linted: a file of the search, or standard input. */
interface Draft {
  shown: string;
  absolute: string;
  read: () => Uint8Array | Promise<Uint8Array>;
  /** Told apart from files that were found: it is looked at even when it is on an ignore list. */
  named: boolean;
  ignoredBy?: string | undefined;
  stdin: boolean;
}

/** Something named that could not even be looked at. */
interface Miss {
  shown: string;
  message: string;
}

/** Lints files and shows what was found, each file as it is done, in the order of their names. */
export async function lintCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const options = lintOptions(args);
  const setup = new Setup(engine, args, io);
  const search = await findTargets(options.files, {
    cwd: io.cwd,
    ignorePatterns: options.ignorePatterns,
    useIgnoreFiles: options.ignore,
  });
  const items = [...drafts(search, options, io), ...misses(search, options)];
  items.sort((a, b) => (a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : 0));
  const outputs = await openOutputs(options, args, engine, io);
  try {
    const run = new Run(options, setup, outputs, args, io);
    for (const item of items) await ('read' in item ? run.lint(item) : run.fail(item));
    run.tellUnmatched(search);
    return await run.finish();
  } finally {
    outputs.discard();
  }
}

function openOutputs(options: LintOptions, args: Arguments, engine: Engine, io: Io): Promise<Outputs> {
  const { fixing, stdin, verbose } = options;
  const context = {
    version: __VERSION__,
    paint: paintFor(args, io),
    verbose,
    width: Math.max(40, Math.min(io.stdout.columns ?? 100, 120)),
    rule: (id: string) => engine.rules.get(id),
  };
  // Standard output holds the fixed text of standard input, or the diff.
  const stdout = fixing === 'diff' ? undefined : fixing === 'write' && stdin ? io.stderr : io.stdout;
  // What is written to a file is read by other programs, unless colours are asked for.
  const filePaint = args.has('color') ? context.paint : plain;
  return Outputs.open(options.outputs, context, { cwd: io.cwd, stdout, filePaint });
}

function drafts({ targets }: SearchResult, options: LintOptions, io: Io): Draft[] {
  const files: Draft[] = targets.map((target) => ({
    ...target,
    read: () => readFileSync(target.absolute),
    stdin: false,
  }));
  if (!options.stdin) return files;
  const shown = toSlash(options.stdinName ?? '<stdin>');
  const absolute = path.resolve(io.cwd, options.stdinName ?? 'stdin.md');
  return [{ shown, absolute, read: () => readAll(io.stdin), named: true, stdin: true }, ...files];
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

async function readAll(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** The state of one call of the command. */
class Run {
  readonly #options: LintOptions;
  readonly #setup: Setup;
  readonly #outputs: Outputs;
  readonly #args: Arguments;
  readonly #io: Io;
  /** Of what is shown. */
  readonly #totals = noTotals();
  /** Of everything, shown or not: these decide the exit code. */
  readonly #weighed = { failing: 0, warnings: 0 };
  readonly #fixed = { fixes: 0, files: 0 };
  #failed = false;

  constructor(options: LintOptions, setup: Setup, outputs: Outputs, args: Arguments, io: Io) {
    this.#options = options;
    this.#setup = setup;
    this.#outputs = outputs;
    this.#args = args;
    this.#io = io;
  }

  async lint(draft: Draft): Promise<void> {
    const { config, ignored } = await this.#setup.resolver.forFile(toSlash(draft.absolute));
    const ignoredBy = draft.ignoredBy ?? (ignored && this.#options.ignore ? 'the configuration' : undefined);
    if (ignoredBy) {
      if (!draft.named) return;
      const where = path.isAbsolute(ignoredBy) ? toSlash(path.relative(this.#io.cwd, ignoredBy)) : ignoredBy;
      this.#say(`${draft.shown}: checked because it is named, although ${where} leaves it out.`);
    }
    const linter = this.#setup.linter(config);
    let done: { text: string; report: FileReport };
    try {
      const { text, encoding } = decode(await draft.read());
      const format =
        draft.stdin && !this.#options.stdinName ? stdinFormat(text) : detectFormat(draft.absolute, text);
      const lint = (current: string) => linter.lint(current, { path: draft.shown, format });
      done =
        this.#options.fixing === 'no'
          ? { text, report: lint(text) }
          : await this.#fix(draft, text, encoding, lint);
    } catch (error) {
      await this.fail({ shown: draft.shown, message: reasonOf(error) });
      if (this.#io.env.POSTING_LINT_DEBUG && error instanceof Error)
        this.#io.stderr.write(`${error.stack}\n`);
      return;
    }
    await this.#show(done.report, done.text);
  }

  async #show(report: FileReport, text: string | undefined): Promise<void> {
    const { severity: least, failOn } = this.#options;
    for (const { severity } of report.findings) {
      if (severity === 'warning') this.#weighed.warnings += 1;
      if (failOn !== 'never' && atLeast(severity, failOn)) this.#weighed.failing += 1;
    }
    const shown = withoutLess(report, least);
    countIn(this.#totals, shown, report.findings.length - shown.findings.length);
    await this.#outputs.file(shown, text);
  }

  async #fix(draft: Draft, text: string, encoding: Encoding, lint: (text: string) => FileReport) {
    const { fixing, suggestions } = this.#options;
    const fixed = fixUntilStable(text, lint, { suggestions });
    if (fixing === 'diff') {
      const { unifiedDiff } = await import('./diff.ts');
      const paint = paintFor(this.#args, this.#io);
      if (fixed.text !== text) this.#io.stdout.write(unifiedDiff(draft.shown, text, fixed.text, paint));
      // Nothing is changed, so what is reported is what stands there.
      return { text, report: fixed.applied > 0 ? lint(text) : fixed.report };
    }
    if (fixing === 'write' && draft.stdin) this.#io.stdout.write(fixed.text);
    else if (fixing === 'write' && fixed.text !== text) this.#write(draft, text, fixed.text, encoding);
    if (fixed.text !== text) {
      this.#fixed.fixes += fixed.applied;
      this.#fixed.files++;
    }
    return fixed;
  }

  #write({ absolute }: Draft, before: string, after: string, encoding: Encoding): void {
    const now = decode(readFileSync(absolute));
    if (now.text !== before)
      throw new FileError('It was changed by someone else just now, so it was not written.');
    try {
      writeWhole(absolute, encode(after, encoding));
    } catch (error) {
      throw new FileError(`It could not be written. ${reasonOf(error)}`);
    }
  }

  /** Notes a file that could not be checked. */
  async fail({ shown, message }: Miss): Promise<void> {
    this.#failed = true;
    this.#say(`${shown}: ${message}`);
    await this.#show(failedReport(shown, message), undefined);
  }

  /** Tells of arguments that led to nothing. */
  tellUnmatched({ unmatched, excluded }: SearchResult): void {
    for (const shown of excluded) this.#say(`${shown}: left out by --ignore-pattern.`);
    if (!this.#options.mindUnmatched) return;
    for (const { shown, message } of unmatched) this.#say(`${shown}: ${message}.`);
    if (unmatched.length > 0) this.#failed = true;
    else if (this.#totals.files === 0) {
      this.#failed = true;
      this.#say(
        'There is nothing to check: every file is left out. --no-ignore looks at those that a configuration leaves out.',
      );
    }
  }

  /** @returns the exit code */
  async finish(): Promise<number> {
    await this.#outputs.end(this.#totals);
    this.#sayFixed();
    return this.#failed ? EXIT.failed : this.#verdict();
  }

  #verdict(): number {
    const { maxWarnings } = this.#options;
    const { failing, warnings } = this.#weighed;
    if (maxWarnings !== undefined && warnings > maxWarnings) {
      const are = warnings === 1 ? 'warning is' : 'warnings are';
      this.#say(`${warnings} ${are} more than --max-warnings ${maxWarnings} allows.`);
      return EXIT.findings;
    }
    return failing > 0 ? EXIT.findings : EXIT.fine;
  }

  #sayFixed(): void {
    const { fixes, files } = this.#fixed;
    if (fixes === 0 || this.#options.stdin) return;
    const would = this.#options.fixing === 'dry-run' ? ' would be' : '';
    this.#say(
      `${fixes} ${fixes === 1 ? 'fix' : 'fixes'}${would} made in ${files} ${files === 1 ? 'file' : 'files'}.`,
    );
  }

  #say(message: string): void {
    this.#io.stderr.write(`${printable(message)}\n`);
  }
}

/** Drafts that are piped in are Markdown, which plain text reads well as, unless they begin like HTML. */
function stdinFormat(text: string): 'html' | 'markdown' {
  return detectFormat('', text) === 'html' ? 'html' : 'markdown';
}

function failedReport(shown: string, message: string): FileReport {
  const sections = Object.fromEntries(SECTION_KINDS.map((kind) => [kind, { present: false }] as const));
  return {
    path: shown,
    format: detectFormat(shown, ''),
    language: 'en',
    sections: sections as Record<SectionKind, { present: false }>,
    findings: [],
    metrics: { words: 0 },
    error: { message },
  };
}
