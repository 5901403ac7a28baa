import type { FlagRow } from './flag.ts';

export const SCALE = [
  {
    name: 'concurrency',
    value: 'N',
    help: 'Threads to work with: a number, or auto (the default), which goes by the amount of work.',
    more: 'With `1` everything is done in one thread. The output is the same whatever the number.',
  },
] as const satisfies readonly FlagRow[];
