import type { FlagRow } from './flag.ts';

export const SCALE = [
  {
    name: 'concurrency',
    value: 'N',
    help: 'Threads to work with: a number, or auto (the default), which goes by the amount of work.',
    more: 'With `1` everything is done in one thread. The output is the same whatever the number.',
  },
  {
    name: 'cache',
    help: 'Keep reports, and take them over for texts that have not changed.',
    more: 'A report is taken over when text, configuration, day and version are the same; where the file stands does not matter. A damaged cache is made anew, and runs at the same time do not disturb each other.',
  },
  {
    name: 'cache-location',
    value: 'FILE',
    names: 'file',
    help: 'Keep them in this file or folder, in place of .posting-lint-cache. Goes without --cache too.',
  },
  {
    name: 'shard',
    value: 'I/N',
    help: 'Check the I-th of N parts of the files, for machines that share the work.',
    more: 'Let each write `-f json=report-I.json` and put these together with `posting-lint merge`: the result is that of one run.',
  },
] as const satisfies readonly FlagRow[];
