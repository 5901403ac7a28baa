import { type Arguments, UsageError } from './arguments.ts';

/** How much is done at a time. */
export interface ScaleOptions {
  concurrency: number | 'auto';
}

/** More threads than any machine makes use of here. */
const MOST_THREADS = 256;

/** @throws {UsageError} */
export function scaleOptions(args: Arguments): ScaleOptions {
  return { concurrency: concurrency(args.value('concurrency')) };
}

function concurrency(given = 'auto'): number | 'auto' {
  if (given === 'auto') return 'auto';
  const number = Number(given);
  if (!/^\d{1,3}$/.test(given) || number < 1 || number > MOST_THREADS)
    throw new UsageError(
      `--concurrency must be auto or a number from 1 to ${MOST_THREADS}; “${given}” is not.`,
    );
  return number;
}
