import { availableParallelism } from 'node:os';
import type { Io } from '../io.ts';
import type { ScaleOptions } from '../scale-options.ts';
import type { Setup } from '../setup.ts';
import { type Executor, Here } from '../work/executor.ts';
import type { Treatment } from '../work/lint-bytes.ts';
import { Pool } from './pool.ts';

/** Fewer files are linted sooner than a thread has started. */
const FILES_WORTH_A_THREAD = 150;
/** What comes back from threads is put in order by one, which more than so many would wait for. */
const MOST_THREADS = 8;

/**
 * One thread for little work, several for much.
 *
 * @param files - how many there are
 */
export function chooseExecutor(
  files: number,
  { concurrency }: ScaleOptions,
  setup: Setup,
  how: Treatment,
  { startWorker }: Io,
): Executor {
  const threads =
    concurrency === 'auto'
      ? Math.min(availableParallelism(), MOST_THREADS, Math.floor(files / FILES_WORTH_A_THREAD))
      : Math.min(concurrency, files);
  return startWorker && threads > 1 ? new Pool(threads, setup, how, startWorker) : new Here(setup, how);
}
