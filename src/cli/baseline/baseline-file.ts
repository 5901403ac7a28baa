import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../config/index.ts';
import type { FileReport } from '../../contract/report.ts';
import { count } from '../../report/totals.ts';
import { decode } from '../files/decode.ts';
import { FileError, reasonOf } from '../files/errors.ts';
import { toSlash } from '../files/search.ts';
import { writeWhole } from '../files/write.ts';
import { Baseline, readBaseline } from './baseline.ts';

/** The baseline of a run: read before, told of or written after. */
export class BaselineFile {
  readonly #shown: string;
  readonly #absolute: string;
  readonly #update: boolean;
  readonly #baseline: Baseline;

  /**
   * @param file - as it was given
   * @param options.update - whether it is to be written anew
   * @throws {FileError} when it is not there, or cannot be read; {ConfigError} when it is no baseline. When it is to be
   *   written, one that is broken counts as none
   */
  constructor(file: string, { cwd, update }: { cwd: string; update: boolean }) {
    this.#shown = toSlash(file);
    this.#absolute = path.resolve(cwd, file);
    this.#update = update;
    this.#baseline = this.#read();
  }

  /** The report without what the baseline knows; when that is written, it will know everything. */
  without(report: FileReport, absolute: string, text: string): FileReport {
    const relative = toSlash(path.relative(path.dirname(this.#absolute), absolute));
    const findings = this.#baseline.unknown(relative, report.findings, text);
    return { ...report, findings: this.#update ? [] : findings };
  }

  /**
   * Writes the baseline when it is to be written.
   *
   * @returns what to tell people
   * @throws {FileError} when it cannot be written
   */
  finish(): string[] {
    const { matched, stale } = this.#baseline;
    if (!this.#update) {
      const said = matched > 0 ? [`${count(matched, 'finding')} left out: ${this.#shown} knows them.`] : [];
      if (stale > 0) {
        const needed = stale === 1 ? '1 entry is not needed' : `${stale} entries are not needed`;
        said.push(`${this.#shown}: ${needed} any more; --update-baseline takes them out.`);
      }
      return said;
    }
    const { text, change } = this.#baseline.updated();
    try {
      writeWhole(this.#absolute, text);
    } catch (error) {
      throw new FileError(`${this.#shown} could not be written. ${reasonOf(error)}`);
    }
    const { findings, files, added, removed } = change;
    return [
      `${this.#shown} knows ${count(findings, 'finding')} in ${count(files, 'file')} now: ${added} added, ${removed} taken out.`,
    ];
  }

  #read(): Baseline {
    const folder = path.dirname(this.#absolute);
    // A posting of a file that holds several is known by “export.csv#R-17”.
    const exists = (file: string) =>
      existsSync(path.resolve(folder, file)) || existsSync(path.resolve(folder, file.replace(/#[^#]*$/, '')));
    try {
      const { text } = decode(readFileSync(this.#absolute));
      return readBaseline(toSlash(this.#absolute), text, { exists, record: this.#update });
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (this.#update && (gone || error instanceof ConfigError)) return Baseline.empty();
      if (error instanceof ConfigError) throw error;
      const hint = gone ? ' --update-baseline writes it.' : '';
      throw new FileError(`${this.#shown}: ${reasonOf(error)}${hint}`);
    }
  }
}
