import type { FlagRow } from './flag.ts';

export const FILES = [
  {
    name: 'stdin',
    help: 'Read a posting from standard input; so does - in place of a file. With --fix, its text is printed.',
  },
  {
    name: 'stdin-filename',
    value: 'NAME',
    help: 'What to call it: decides the format and the configuration.',
  },
  {
    name: 'ignore-pattern',
    value: 'PATTERN',
    many: true,
    on: ['lint', 'init'],
    help: 'Leave files out, as a line of .gitignore does.',
  },
  {
    name: 'no-ignore',
    on: ['lint', 'init'],
    help: 'Look at files that .gitignore, .posting-lintignore or the configuration leave out.',
  },
  { name: 'no-error-on-unmatched-pattern', help: 'Do not mind when there is nothing to check.' },
] as const satisfies readonly FlagRow[];
