import type { FileReport } from '../contract/report.ts';
import { atLeast, countIn, noTotals, printable, withoutLess } from '../report/index.ts';
import { type Extra, Statistics, SuppressionList } from './extras.ts';
import { EXIT, type Io } from './io.ts';
import type { ShowingOptions } from './options.ts';
import type { Outputs } from './outputs.ts';

/** Shows files as they come, and judges them all together. */
export class Results {
  readonly #options: ShowingOptions;
  readonly #outputs: Outputs;
  readonly #io: Io;
  /** Of what is shown. */
  readonly #totals = noTotals();
  /** Of everything, shown or not: these decide the exit code. */
  readonly #weighed = { failing: 0, warnings: 0 };
  readonly #extras: readonly Extra[];
  #failed = false;

  constructor(options: ShowingOptions, outputs: Outputs, io: Io) {
    this.#options = options;
    this.#outputs = outputs;
    this.#io = io;
    this.#extras = [
      ...(options.statistics ? [new Statistics()] : []),
      ...(options.suppressions ? [new SuppressionList()] : []),
    ];
  }

  /** Files so far, those that could not be linted too. */
  get files(): number {
    return this.#totals.files;
  }

  async file(report: FileReport, text: string | undefined): Promise<void> {
    const { severity: least, failOn } = this.#options;
    if (report.error) this.#failed = true;
    for (const { severity } of report.findings) {
      if (severity === 'warning') this.#weighed.warnings += 1;
      if (failOn !== 'never' && atLeast(severity, failOn)) this.#weighed.failing += 1;
    }
    const shown = withoutLess(report, least);
    countIn(this.#totals, shown, report.findings.length - shown.findings.length);
    for (const extra of this.#extras) extra.file(shown);
    await this.#outputs.file(shown, text);
  }

  /** The work could not be done, though no file is to blame. */
  fail(): void {
    this.#failed = true;
  }

  /** Writes what comes after the files. */
  async end(): Promise<void> {
    await this.#outputs.end(this.#totals);
    // Other programs read every format but the one for people.
    const sink = this.#outputs.forPeople ? this.#io.stdout : this.#io.stderr;
    for (const extra of this.#extras) sink.write(`\n${extra.text()}`);
  }

  /** @returns the exit code */
  verdict(): number {
    if (this.#failed) return EXIT.failed;
    const { maxWarnings, exitZero } = this.#options;
    const { failing, warnings } = this.#weighed;
    if (maxWarnings !== undefined && warnings > maxWarnings) {
      const are = warnings === 1 ? 'warning is' : 'warnings are';
      this.say(`${warnings} ${are} more than --max-warnings ${maxWarnings} allows.`);
      return exitZero ? EXIT.fine : EXIT.findings;
    }
    return failing > 0 && !exitZero ? EXIT.findings : EXIT.fine;
  }

  /** Tells people something that is no part of the report. */
  say(message: string): void {
    this.#io.stderr.write(`${printable(message)}\n`);
  }
}
