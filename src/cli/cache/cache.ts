import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { FileReport, Format } from '../../contract/report.ts';
import { reasonOf } from '../files/errors.ts';
import { WholeFile } from '../files/write.ts';
import { PackReader, PackWriter } from './pack.ts';

/** What the cache's file is called where a folder is named. */
export const CACHE_NAME = '.posting-lint-cache';

/** A report that can be taken over wherever the same text stands. */
export type Remembered = Omit<FileReport, 'path'>;

/**
 * Reports of earlier runs, by everything that they depend on. The file is read as it was when the run began and written
 * whole when it ends, so runs at the same time do not disturb each other: the last one stays. A file that is damaged or
 * of another version counts for nothing and is written anew.
 */
export class Cache {
  readonly #file: string;
  readonly #old: PackReader | undefined;
  readonly #used = new Set<string>();
  /** Files of this run; what is known of them and not used any more is dropped. */
  readonly #files = new Set<string>();
  #fresh: { writer: PackWriter; whole: WholeFile } | undefined;
  #problem: string | undefined;

  /** @param file - absolute; need not exist */
  constructor(file: string) {
    this.#file = file;
    this.#old = PackReader.open(file);
  }

  /**
   * @param file - absolute path of what has these bytes; where else they stand does not matter
   * @param key - of `cacheKey`
   */
  get(file: string, key: string): Remembered | undefined {
    this.#files.add(this.#relative(file));
    const known = this.#old?.get(key) as Remembered | undefined;
    if (known !== undefined) this.#used.add(key);
    return known;
  }

  set(file: string, key: string, { path: _, ...report }: FileReport): void {
    if (this.#problem !== undefined) return;
    this.#try(() => {
      this.#fresh ??= this.#begin();
      this.#fresh.writer.add(key, this.#relative(file), report);
    });
  }

  /**
   * Writes the cache when there is anything new.
   *
   * @returns why that could not be done, which is no failure of the run
   */
  finish(): string | undefined {
    const fresh = this.#fresh;
    const old = this.#old;
    if (fresh) {
      this.#try(() => {
        for (const [key, place] of old?.places() ?? []) {
          const kept = this.#used.has(key) || (!this.#files.has(place.file) && this.#exists(place.file));
          if (kept && old && !fresh.writer.has(key)) fresh.writer.copy(key, place.file, old.bytes(place));
        }
        fresh.writer.end();
        fresh.whole.commit();
      });
    }
    this.close();
    return this.#problem;
  }

  /** Gives it up; the file stays as it was. */
  close(): void {
    this.#fresh?.whole.discard();
    this.#fresh = undefined;
    this.#old?.close();
  }

  #begin(): { writer: PackWriter; whole: WholeFile } {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const whole = new WholeFile(this.#file);
    return { writer: new PackWriter(whole), whole };
  }

  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#problem = reasonOf(error);
      this.#fresh?.whole.discard();
      this.#fresh = undefined;
    }
  }

  #relative(file: string): string {
    return path.relative(path.dirname(this.#file), file);
  }

  #exists(relative: string): boolean {
    return existsSync(path.resolve(path.dirname(this.#file), relative));
  }
}

/**
 * All that a report depends on, in 128 bits.
 *
 * @param engine - version and configuration: the same for many files, so given as text once made
 */
export function cacheKey(engine: string, format: Format, bytes: Uint8Array): string {
  return createHash('sha256').update(`${engine}\n${format}\n`).update(bytes).digest('hex').slice(0, 32);
}
