import { type FlagRow, SEVERITIES } from './flag.ts';

export const EXIT_CODE = [
  {
    name: 'fail-on',
    value: 'LEVEL',
    choices: [...SEVERITIES, 'never'],
    on: ['lint', 'merge'],
    help: 'The least that makes the exit code 1: error (the default), warning, info or never.',
  },
  {
    name: 'exit-zero',
    on: ['lint', 'merge'],
    help: 'Exit with 0 whatever is found; 2 still says that the work could not be done.',
  },
  {
    name: 'max-warnings',
    value: 'N',
    on: ['lint', 'merge'],
    help: 'More warnings than this make the exit code 1.',
  },
] as const satisfies readonly FlagRow[];
