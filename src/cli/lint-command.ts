import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../config/index.ts';
import { type FileReport, SECTION_KINDS, type SectionKind, type Severity } from '../contract/report.ts';
import { fixUntilStable } from '../lint/fix.ts';
import { detectFormat } from '../posting/detect-format.ts';
import { atLeast, FORMATTERS, makeReport, printable } from '../report/index.ts';
import type { Arguments } from './arguments.ts';
import { COMMANDS } from './commands.ts';
import type { Engine } from './engine.ts';
import { decode, type Encoding, encode } from './files/decode.ts';
import { FileError, reasonOf } from './files/errors.ts';
import { findTargets, type SearchResult, toSlash } from './files/search.ts';
import { writeWhole } from './files/write.ts';
import { EXIT, type Io } from './io.ts';
import { type LintOptions, lintOptions } from './options.ts';
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

/** Lints files and shows what was found. */
export async function lintCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const options = lintOptions(args);
  const run = new Run(options, new Setup(engine, args, io), engine, args, io);
  const search = await findTargets(options.files, {
    cwd: io.cwd,
    ignorePatterns: options.ignorePatterns,
    useIgnoreFiles: options.ignore,
  });
  for (const draft of drafts(search, options, io)) await run.lint(draft);
  run.tellMisses(search);
  return run.finish();
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

async function readAll(stdin: Io['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

/** The state of one call of the command. */
class Run {
  readonly #options: LintOptions;
  readonly #setup: Setup;
  readonly #engine: Engine;
  readonly #args: Arguments;
  readonly #io: Io;
  readonly #reports: FileReport[] = [];
  /** Texts that the report shows lines of. */
  readonly #texts = new Map<string, string>();
  readonly #fixed = { fixes: 0, files: 0 };
  #failed = false;

  constructor(options: LintOptions, setup: Setup, engine: Engine, args: Arguments, io: Io) {
    this.#options = options;
    this.#setup = setup;
    this.#engine = engine;
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
    try {
      const { text, encoding } = decode(await draft.read());
      const format =
        draft.stdin && !this.#options.stdinName ? stdinFormat(text) : detectFormat(draft.absolute, text);
      const lint = (current: string) => linter.lint(current, { path: draft.shown, format });
      if (this.#options.fixing === 'no') this.#keep(draft, { text, report: lint(text) });
      else this.#keep(draft, await this.#fix(draft, text, encoding, lint));
    } catch (error) {
      this.fail(draft.shown, reasonOf(error));
      if (this.#io.env.POSTING_LINT_DEBUG && error instanceof Error)
        this.#io.stderr.write(`${error.stack}\n`);
    }
  }

  #keep({ shown }: Draft, { text, report }: { text: string; report: FileReport }): void {
    this.#reports.push(report);
    if (report.findings.length > 0 && this.#options.format === 'stylish') this.#texts.set(shown, text);
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
  fail(shown: string, message: string): void {
    this.#failed = true;
    this.#reports.push(failedReport(shown, message));
    this.#say(`${shown}: ${message}`);
  }

  /** Tells of arguments that led to nothing. */
  tellMisses({ missing, failed, unmatched, excluded }: SearchResult): void {
    for (const { shown, message } of failed) this.fail(shown, message);
    for (const shown of excluded) this.#say(`${shown}: left out by --ignore-pattern.`);
    if (!this.#options.mindUnmatched) return;
    for (const shown of missing) {
      const hint = didYouMean(
        shown,
        COMMANDS.map(({ name }) => name),
      );
      this.fail(shown, `There is no such file or folder.${hint}`);
    }
    for (const { shown, message } of unmatched) this.#say(`${shown}: ${message}.`);
    if (unmatched.length > 0) this.#failed = true;
    else if (this.#reports.length === 0) {
      this.#failed = true;
      this.#say(
        'There is nothing to check: every file is left out. --no-ignore looks at those that a configuration leaves out.',
      );
    }
  }

  finish(): number {
    const { format, severity, verbose, outputFile, fixing } = this.#options;
    const { stdout, stderr, cwd } = this.#io;
    this.#reports.sort((a, b) => (a.path < b.path ? -1 : 1));
    const all = this.#reports.flatMap(({ findings }) => findings);
    const report = makeReport(this.#reports, __VERSION__, severity);
    const shown = report.files.reduce((sum, file) => sum + file.findings.length, 0);
    const text = FORMATTERS[format](report, {
      paint: paintFor(this.#args, this.#io),
      verbose,
      width: Math.max(40, Math.min(stdout.columns ?? 100, 120)),
      source: (file) => this.#texts.get(file),
      rule: (id) => this.#engine.rules.get(id),
      hidden: all.length - shown,
    });
    // Standard output holds the fixed text of standard input, or the diff.
    const taken = fixing === 'diff' || (fixing === 'write' && this.#options.stdin);
    if (outputFile !== undefined) writeOutput(outputFile, cwd, text);
    else if (!taken) stdout.write(text);
    else if (fixing === 'write') stderr.write(text);
    this.#sayFixed();
    return this.#failed ? EXIT.failed : this.#verdict(all.map((finding) => finding.severity));
  }

  #verdict(severities: readonly Severity[]): number {
    const { failOn, maxWarnings } = this.#options;
    const warnings = severities.filter((severity) => severity === 'warning').length;
    if (maxWarnings !== undefined && warnings > maxWarnings) {
      const are = warnings === 1 ? 'warning is' : 'warnings are';
      this.#say(`${warnings} ${are} more than --max-warnings ${maxWarnings} allows.`);
      return EXIT.findings;
    }
    const fails = failOn !== 'never' && severities.some((severity) => atLeast(severity, failOn));
    return fails ? EXIT.findings : EXIT.fine;
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

function writeOutput(file: string, cwd: string, text: string): void {
  const absolute = path.resolve(cwd, file);
  try {
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeWhole(absolute, text);
  } catch (error) {
    throw new FileError(`${file} could not be written. ${reasonOf(error)}`);
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
