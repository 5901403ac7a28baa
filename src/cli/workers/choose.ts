import { availableParallelism } from 'node:os';
import type { Io } from '../io.ts';
import type { ScaleOptions } from '../scale-options.ts';
import type { Setup } from '../setup.ts';
import { type Executor, Here, type Job } from '../work/executor.ts';
import type { Linted, Treatment } from '../work/lint-bytes.ts';
import { Pool } from './pool.ts';

/** Fewer files are linted sooner than a thread has started. */
const FILES_WORTH_A_THREAD = 150;
/** What comes back from threads is put in order by one, which more than so many would wait for. */
const MOST_THREADS = 8;
/** With a cache there may be next to nothing to do, so so many files are done before threads are started. */
const FIRST_WITH_CACHE = 30;

/**
 * One thread for little work, several for much.
 *
 * @param files - how many there are
 */
export function chooseExecutor(
  files: number,
  { concurrency, cache }: ScaleOptions,
  setup: Setup,
  how: Treatment,
  { startWorker }: Io,
): Executor {
  const threads =
    concurrency === 'auto'
      ? Math.min(availableParallelism(), MOST_THREADS, Math.floor(files / FILES_WORTH_A_THREAD))
      : Math.min(concurrency, files);
  const here = new Here(setup, how);
  if (!startWorker || threads < 2) return here;
  const pool = () => new Pool(threads, setup, how, startWorker);
  return cache === undefined ? pool() : new HereFirst(here, pool);
}

/** Does the first jobs here, and then calls for help. */
class HereFirst implements Executor {
  readonly #here: Here;
  readonly #call: () => Pool;
  #pool: Pool | undefined;
  #jobs = 0;

  constructor(here: Here, call: () => Pool) {
    this.#here = here;
    this.#call = call;
  }

  get width(): number {
    return (this.#pool ?? this.#here).width;
  }

  run(job: Job): Promise<Linted> {
    if (this.#jobs++ < FIRST_WITH_CACHE) return this.#here.run(job);
    this.#pool ??= this.#call();
    return this.#pool.run(job);
  }

  close(): void {
    this.#pool?.close();
  }
}
