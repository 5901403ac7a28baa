import { type Arguments, UsageError } from './arguments.ts';

/** What is looked at of all the files, and how much at a time. */
export interface ScaleOptions {
  concurrency: number | 'auto';
  /** File or folder; undefined: no cache. */
  cache: string | undefined;
  shard: { index: number; count: number } | undefined;
  /** Only what changed: since when, and whether only lines that did. */
  changed: { since: string | undefined; lines: boolean } | undefined;
  baseline: { file: string; update: boolean } | undefined;
}

/** More threads than any machine makes use of here. */
const MOST_THREADS = 256;
const BASELINE = '.posting-lint-baseline.json';

/** @throws {UsageError} when one is not what it should be, or when two do not go together */
export function scaleOptions(args: Arguments): ScaleOptions {
  const location = args.value('cache-location');
  const update = args.has('update-baseline');
  const file = args.value('baseline') ?? (update ? BASELINE : undefined);
  const lines = args.has('changed-lines');
  const since = args.value('since');
  const options: ScaleOptions = {
    concurrency: concurrency(args.value('concurrency')),
    cache: location ?? (args.has('cache') ? '.' : undefined),
    shard: shard(args.value('shard')),
    changed: args.has('changed') || lines || since !== undefined ? { since, lines } : undefined,
    baseline: file === undefined ? undefined : { file, update },
  };
  if (update && options.shard)
    throw new UsageError('--update-baseline wants to see all files; leave --shard out.');
  if (update && lines)
    throw new UsageError('--update-baseline wants to see all findings; leave --changed-lines out.');
  return options;
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

function shard(given: string | undefined): ScaleOptions['shard'] {
  if (given === undefined) return undefined;
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new UsageError(`--shard must be a part of a whole, such as 2/5; “${given}” is not.`);
  return { index, count };
}
