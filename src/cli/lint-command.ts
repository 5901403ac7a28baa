import path from 'node:path';
import { plain } from '../report/index.ts';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import { reasonOf } from './files/errors.ts';
import { findTargets, type SearchResult, toSlash } from './files/search.ts';
import { FixWriter } from './fix-writer.ts';
import type { Io } from './io.ts';
import { type Draft, failedReport, itemsOf, type Miss, readAll } from './items.ts';
import { type LintOptions, lintOptions } from './options.ts';
import { Outputs } from './outputs.ts';
import { paintFor } from './paint.ts';
import { Results } from './results.ts';
import { type ScaleOptions, scaleOptions } from './scale-options.ts';
import { Setup } from './setup.ts';
import { Broken, type Executor, Here } from './work/executor.ts';
import { inOrder } from './work/in-order.ts';
import type { Linted, Treatment } from './work/lint-bytes.ts';
import { chooseExecutor } from './workers/choose.ts';

/** Lints files and shows what was found, each file as it is done, in the order of their names. */
export async function lintCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const options = { ...lintOptions(args), ...scaleOptions(args) };
  const setup = new Setup(engine, args, io);
  const search = await findTargets(options.files, {
    cwd: io.cwd,
    ignorePatterns: options.ignorePatterns,
    useIgnoreFiles: options.ignore,
  });
  const items = itemsOf(search, options, io);
  const outputs = await openOutputs(options, args, engine, io);
  const how: Treatment = {
    fixing: options.fixing,
    suggestions: options.suggestions,
    texts: outputs.needsEveryText ? 'all' : outputs.needsText ? 'with-findings' : 'none',
  };
  const executor = chooseExecutor(items.length, options, setup, how, io);
  try {
    const results = new Results(options, outputs, io);
    const fixes = new FixWriter(options, args, io);
    const run = new Run(options, setup, executor, how, results, fixes, io);
    await inOrder(
      items,
      () => executor.width,
      (item) => run.start(item),
      (item, outcome) => run.take(item, outcome),
    );
    tellUnmatched(search, options, results);
    await results.end();
    fixes.tell(results);
    return results.verdict();
  } finally {
    executor.close();
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

/** Tells of arguments that led to nothing. */
function tellUnmatched({ unmatched, excluded }: SearchResult, options: LintOptions, results: Results): void {
  for (const shown of excluded) results.say(`${shown}: left out by --ignore-pattern.`);
  if (!options.mindUnmatched) return;
  for (const { shown, message } of unmatched) results.say(`${shown}: ${message}.`);
  if (unmatched.length > 0) results.fail();
  else if (results.files === 0) {
    results.fail();
    results.say(
      'There is nothing to check: every file is left out. --no-ignore looks at those that a configuration leaves out.',
    );
  }
}

/** What came of an item. */
interface Outcome {
  /** Something to be said, in its turn. */
  notice?: string;
  /** Undefined for a file that is left out. */
  result?: Linted | { failure: string; stack?: string | undefined };
}

/** The way of each file: found, read and linted by an executor, fixed, shown. */
class Run {
  readonly #options: LintOptions & ScaleOptions;
  readonly #setup: Setup;
  readonly #executor: Executor;
  readonly #stdin: Executor;
  readonly #results: Results;
  readonly #fixes: FixWriter;
  readonly #io: Io;

  constructor(
    options: LintOptions & ScaleOptions,
    setup: Setup,
    executor: Executor,
    how: Treatment,
    results: Results,
    fixes: FixWriter,
    io: Io,
  ) {
    this.#options = options;
    this.#setup = setup;
    this.#executor = executor;
    this.#stdin = new Here(setup, { ...how, texts: 'all' });
    this.#results = results;
    this.#fixes = fixes;
    this.#io = io;
  }

  /** What can be done for several items at a time. */
  async start(item: Draft | Miss): Promise<Outcome> {
    if ('message' in item) return { result: { failure: item.message } };
    const { config, ignored } = await this.#setup.resolver.forFile(toSlash(item.absolute));
    const ignoredBy = item.ignoredBy ?? (ignored && this.#options.ignore ? 'the configuration' : undefined);
    if (ignoredBy && !item.named) return {};
    const notice = ignoredBy === undefined ? {} : { notice: this.#namedAnyway(item, ignoredBy) };
    const { shown, absolute, stdin } = item;
    const name = stdin && !this.#options.stdinName ? undefined : absolute;
    try {
      const bytes = stdin ? await readAll(this.#io.stdin) : undefined;
      const executor = stdin ? this.#stdin : this.#executor;
      return { ...notice, result: await executor.run({ shown, name, absolute, bytes, config }) };
    } catch (error) {
      if (error instanceof Broken) throw error.reason;
      return { ...notice, result: failure(error) };
    }
  }

  /** What must be done in the order of items. */
  async take(item: Draft | Miss, { notice, result }: Outcome): Promise<void> {
    if (notice !== undefined) this.#results.say(notice);
    if (result === undefined) return;
    if ('failure' in result) return this.#fail(item.shown, result);
    try {
      if ('stdin' in item) await this.#fixes.take(item, result);
    } catch (error) {
      return this.#fail(item.shown, failure(error));
    }
    await this.#results.file(result.report, result.text);
  }

  async #fail(shown: string, { failure, stack }: { failure: string; stack?: string | undefined }) {
    this.#results.say(`${shown}: ${failure}`);
    if (stack !== undefined && this.#io.env.POSTING_LINT_DEBUG) this.#io.stderr.write(`${stack}\n`);
    await this.#results.file(failedReport({ shown, message: failure }), undefined);
  }

  #namedAnyway({ shown }: Draft, ignoredBy: string): string {
    const where = path.isAbsolute(ignoredBy) ? toSlash(path.relative(this.#io.cwd, ignoredBy)) : ignoredBy;
    return `${shown}: checked because it is named, although ${where} leaves it out.`;
  }
}

function failure(error: unknown): { failure: string; stack: string | undefined } {
  return { failure: reasonOf(error), stack: error instanceof Error ? error.stack : undefined };
}
