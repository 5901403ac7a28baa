import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'virtual:build';
import type { EffectiveConfig } from '../../config/index.ts';
import { decode } from '../files/decode.ts';
import type { Setup } from '../setup.ts';
import type { Executor, Job } from '../work/executor.ts';
import { formatOf, type Linted, linted, type Treatment } from '../work/lint-bytes.ts';
import { CACHE_NAME, Cache, cacheKey } from './cache.ts';

/** Does what another executor does, except for texts whose reports are known. */
export class WithCache implements Executor {
  readonly #cache: Cache;
  readonly #executor: Executor;
  readonly #setup: Setup;
  readonly #how: Treatment;
  readonly #engines = new Map<EffectiveConfig, string>();

  /** @param location - of the cache: a file, or a folder to keep it in */
  constructor(location: string, cwd: string, executor: Executor, setup: Setup, how: Treatment) {
    const given = path.resolve(cwd, location);
    const isFolder = /[\\/]$/.test(location) || isThereAsFolder(given);
    this.#cache = new Cache(isFolder ? path.join(given, CACHE_NAME) : given);
    this.#executor = executor;
    this.#setup = setup;
    this.#how = how;
  }

  get width(): number {
    return this.#executor.width;
  }

  async run(job: Job): Promise<Linted> {
    const { absolute, shown, config } = job;
    const bytes = job.bytes ?? readFileSync(absolute);
    const { text } = decode(bytes);
    const key = cacheKey(this.#engine(config), formatOf(job, text), bytes);
    const known = this.#cache.get(absolute, key);
    if (known && !this.#toBeFixed(known.findings))
      return linted({ path: shown, ...known }, text, this.#how, undefined);
    const done = await this.#executor.run({ ...job, bytes });
    if (!done.fixed) this.#cache.set(absolute, key, done.report);
    return done;
  }

  /** @returns why the cache could not be written */
  finish(): string | undefined {
    return this.#cache.finish();
  }

  close(): void {
    this.#cache.close();
    this.#executor.close();
  }

  /** Whether a fix would be made; how, only the linter knows. */
  #toBeFixed(findings: Linted['report']['findings']): boolean {
    const { fixing, suggestions } = this.#how;
    return (
      fixing !== 'no' &&
      findings.some(({ fixes }) => fixes.some(({ safety }) => suggestions || safety === 'safe'))
    );
  }

  #engine(config: EffectiveConfig): string {
    let engine = this.#engines.get(config);
    if (engine === undefined) {
      engine = JSON.stringify([__VERSION__, build, this.#setup.linterConfig(config)]);
      this.#engines.set(config, engine);
    }
    return engine;
  }
}

function isThereAsFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}
