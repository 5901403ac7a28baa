import path from 'node:path';
import type { EffectiveConfig } from '../config/index.ts';
import type { FileReport } from '../contract/report.ts';
import type { InputKind } from '../inputs/kinds.ts';
import type { Arguments } from './arguments.ts';
import { BaselineFile } from './baseline/baseline-file.ts';
import { WithCache } from './cache/with-cache.ts';
import { OnlyChanged } from './changed/only-changed.ts';
import type { Engine } from './engine.ts';
import { reasonOf } from './files/errors.ts';
import { findTargets, type SearchResult, toSlash } from './files/search.ts';
import { FixWriter } from './fix-writer.ts';
import { type InputOptions, inputOptions, kindOf } from './inputs.ts';
import type { Io } from './io.ts';
import { type Draft, failedReport, itemsOf, type Miss, readAll } from './items.ts';
import { openOutputs } from './open-outputs.ts';
import { type LintOptions, lintOptions } from './options.ts';
import { Progress } from './progress.ts';
import type { ProjectFindings } from './project.ts';
import { Results } from './results.ts';
import { type ScaleOptions, scaleOptions } from './scale-options.ts';
import { Setup } from './setup.ts';
import { Broken, type Executor, Here } from './work/executor.ts';
import { inOrder } from './work/in-order.ts';
import type { Linted, Treatment } from './work/lint-bytes.ts';
import { keepMemorySmall } from './work/memory.ts';
import { chooseExecutor } from './workers/choose.ts';

/** Lints files and shows what was found, each file as it is done, in the order of their names. */
export async function lintCommand(args: Arguments, engine: Engine, given: Io): Promise<number> {
  const options = { ...lintOptions(args), ...scaleOptions(args), input: inputOptions(args) };
  const setup = new Setup(engine, args, given);
  const search = await findTargets(options.files, {
    cwd: given.cwd,
    ignorePatterns: options.ignorePatterns,
    useIgnoreFiles: options.ignore,
  });
  const changed = options.changed && new OnlyChanged(given.cwd, options.changed);
  const all = itemsOf(search, options, given);
  const across = options.project
    ? await compared(all.filter(isDraft(options.input)), options, setup)
    : undefined;
  const items = chosen(all, changed, options.shard);
  const baseline =
    options.baseline && new BaselineFile(options.baseline.file, { cwd: given.cwd, ...options.baseline });
  keepMemorySmall(items.length);
  const progress = new Progress(items.length, given);
  const { io } = progress;
  // Standard output holds the fixed text of standard input, or the diff.
  const { fixing, stdin } = options;
  const stdout = fixing === 'diff' ? undefined : fixing === 'write' && stdin ? io.stderr : io.stdout;
  const outputs = await openOutputs(options, stdout, args, engine, io);
  const how: Treatment = {
    fixing,
    suggestions: options.suggestions,
    texts: neededTexts(outputs.needsEveryText, outputs.needsText || baseline !== undefined, options.project),
  };
  const workers = chooseExecutor(items.length, options, setup, how, io);
  const cache =
    options.cache === undefined ? undefined : new WithCache(options.cache, io.cwd, workers, setup, how);
  const executor = cache ?? workers;
  try {
    const results = new Results(options, outputs, io);
    const fixes = new FixWriter(options, args, io);
    const filter: Parts['filter'] = (linted, absolute, text, key = '') => {
      const report = across?.with(linted) ?? linted;
      const known = key === '' ? absolute : `${absolute}#${key}`;
      const fresh = baseline ? baseline.without(report, known, text ?? '') : report;
      return changed ? changed.only(fresh, absolute) : fresh;
    };
    const run = new Run({ options, setup, executor, how, results, fixes, filter, io });
    await inOrder(
      items,
      () => executor.width,
      (item) => run.start(item),
      (item, outcome) => {
        progress.step();
        return run.take(item, outcome);
      },
    );
    tellUnmatched(search, options, results);
    await results.end();
    fixes.tell(results);
    for (const said of baseline?.finish() ?? []) results.say(said);
    const problem = cache?.finish();
    if (problem !== undefined) results.say(`The cache could not be written. ${problem}`);
    return results.verdict();
  } finally {
    progress.clear();
    executor.close();
    outputs.discard();
  }
}

/** Those that are to be looked at. */
function chosen(
  items: (Draft | Miss)[],
  changed: OnlyChanged | undefined,
  shard: ScaleOptions['shard'],
): (Draft | Miss)[] {
  const there = changed ? items.filter((item) => !('absolute' in item) || changed.has(item.absolute)) : items;
  return shard ? there.filter((_, index) => index % shard.count === shard.index - 1) : there;
}

/** What is compared with each other: files that are drafts themselves. */
function isDraft(input: InputOptions): (item: Draft | Miss) => boolean {
  return (item) => !('absolute' in item) || kindOf(item.absolute, input) === undefined;
}

/** Loaded only when asked for, since it brings the engine along. */
async function compared(
  items: readonly (Draft | Miss)[],
  options: LintOptions,
  setup: Setup,
): Promise<ProjectFindings> {
  const { ProjectFindings } = await import('./project.ts');
  return ProjectFindings.of(items, options, setup);
}

/** What is found by comparing files is added later, to files in which nothing else may have been found. */
function neededTexts(every: boolean, some: boolean, project: boolean): Treatment['texts'] {
  if (every || (some && project)) return 'all';
  return some ? 'with-findings' : 'none';
}

/** Tells of arguments that led to nothing. */
function tellUnmatched({ unmatched, excluded }: SearchResult, options: RunOptions, results: Results): void {
  for (const shown of excluded) results.say(`${shown}: left out by --ignore-pattern.`);
  if (!options.mindUnmatched) return;
  for (const { shown, message } of unmatched) results.say(`${shown}: ${message}.`);
  if (unmatched.length > 0) results.fail();
  else if (results.files === 0 && !options.changed && !options.shard) {
    results.fail();
    results.say(
      'There is nothing to check: every file is left out. --no-ignore looks at those that a configuration leaves out.',
    );
  }
}

/** What an item is, besides a draft. */
interface Input {
  kind: InputKind;
  config: EffectiveConfig;
  bytes: Uint8Array | undefined;
}

/** What came of an item. */
interface Outcome {
  /** Something to be said, in its turn. */
  notice?: string;
  /** Undefined for a file that is left out. */
  result?: Linted | Failure;
  /** A file of another kind, which is looked at in its turn. */
  input?: Input;
}

interface Failure {
  failure: string;
  /** Line and column. */
  place?: string;
  stack?: string | undefined;
}

type RunOptions = LintOptions & ScaleOptions & { input: InputOptions };

/** What a run works with. */
interface Parts {
  options: RunOptions;
  setup: Setup;
  executor: Executor;
  how: Treatment;
  results: Results;
  fixes: FixWriter;
  /** Leaves out what nobody wants to hear of. The key is that of a posting among several of the file. */
  filter: (report: FileReport, absolute: string, text: string | undefined, key?: string) => FileReport;
  io: Io;
}

/** The way of each file: found, read and linted by an executor, fixed, shown. */
class Run {
  readonly #parts: Parts;
  /** Standard input is read here, and its text is always wanted. */
  readonly #stdin: Executor;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#stdin = new Here(parts.setup, { ...parts.how, texts: 'all' });
  }

  /** What can be done for several items at a time. */
  async start(item: Draft | Miss): Promise<Outcome> {
    if ('message' in item) return { result: { failure: item.message } };
    const { options, setup, io } = this.#parts;
    const { config, ignored } = await setup.resolver.forFile(toSlash(item.absolute));
    const ignoredBy = item.ignoredBy ?? (ignored && options.ignore ? 'the configuration' : undefined);
    if (ignoredBy && !item.named) return {};
    const notice = ignoredBy === undefined ? {} : { notice: this.#namedAnyway(item, ignoredBy) };
    const { shown, absolute, stdin } = item;
    const name = stdin && !options.stdinName ? undefined : absolute;
    try {
      const bytes = stdin ? await readAll(io.stdin) : undefined;
      const kind = kindOf(name, options.input);
      if (kind) return { ...notice, input: { kind, config, bytes } };
      const executor = stdin ? this.#stdin : this.#parts.executor;
      return { ...notice, result: await executor.run({ shown, name, absolute, bytes, config }) };
    } catch (error) {
      if (error instanceof Broken) throw error.reason;
      return { ...notice, result: failure(error) };
    }
  }

  /** What must be done in the order of items. */
  async take(item: Draft | Miss, { notice, result, input }: Outcome): Promise<void> {
    const { results, fixes, filter } = this.#parts;
    if (notice !== undefined) results.say(notice);
    if (input && 'stdin' in item) return this.#takeInput(item, input);
    if (result === undefined) return;
    if ('failure' in result) return this.#fail(item.shown, result);
    if (!('stdin' in item)) return;
    try {
      await fixes.take(item, result);
    } catch (error) {
      return this.#fail(item.shown, failure(error));
    }
    await results.file(filter(result.report, item.absolute, result.text), result.text);
  }

  /** The postings of a file that holds them in another way. It is never changed. */
  async #takeInput(item: Draft, { kind, config, bytes }: Input): Promise<void> {
    const { options, setup, results, filter } = this.#parts;
    const { shown, absolute } = item;
    if (options.fixing !== 'no')
      results.say(`${shown}: only looked at; files of this kind are never changed.`);
    const linter = setup.linter(config);
    const { InputMistake, lintInput } = await import('./lint-input.ts');
    try {
      const file = { shown, absolute, bytes };
      for await (const { report, text, key } of lintInput(file, kind, options.input, linter)) {
        await results.file(filter(report, absolute, text, key), text);
      }
    } catch (error) {
      const place = error instanceof InputMistake && error.place !== '' ? { place: error.place } : {};
      return this.#fail(shown, { ...failure(error), ...place });
    }
  }

  async #fail(shown: string, { failure, place, stack }: Failure) {
    const { results, io } = this.#parts;
    results.say(`${place === undefined ? shown : `${shown}:${place}`}: ${failure}`);
    if (stack !== undefined && io.env.POSTING_LINT_DEBUG) io.stderr.write(`${stack}\n`);
    await results.file(
      failedReport({ shown, message: place === undefined ? failure : `${place}: ${failure}` }),
      undefined,
    );
  }

  #namedAnyway({ shown }: Draft, ignoredBy: string): string {
    const where = path.isAbsolute(ignoredBy)
      ? toSlash(path.relative(this.#parts.io.cwd, ignoredBy))
      : ignoredBy;
    return `${shown}: checked because it is named, although ${where} leaves it out.`;
  }
}

function failure(error: unknown): Failure {
  return { failure: reasonOf(error), stack: error instanceof Error ? error.stack : undefined };
}
