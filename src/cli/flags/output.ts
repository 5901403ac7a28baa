import { FORMAT_NAMES } from '../../report/names.ts';
import { type FlagRow, SEVERITIES } from './flag.ts';

export const OUTPUT = [
  {
    name: 'format',
    short: 'f',
    value: 'NAME',
    choices: FORMAT_NAMES,
    on: ['lint', 'rules', 'explain'],
    help: 'How findings are shown: stylish (for people, the default), json, compact (one line each).',
  },
  {
    name: 'output-file',
    short: 'o',
    value: 'FILE',
    names: 'file',
    help: 'Write the findings to a file.',
  },
  { name: 'verbose', help: 'Also say why, and where it comes from.' },
  { name: 'quiet', short: 'q', help: 'Show errors only; short for --severity error.' },
  {
    name: 'severity',
    value: 'LEVEL',
    choices: SEVERITIES,
    help: 'The least to show: error, warning or info (the default).',
  },
  {
    name: 'color',
    on: 'all',
    help: 'Colours even where the output is no terminal; so does FORCE_COLOR.',
  },
  { name: 'no-color', on: 'all', help: 'No colours; so does NO_COLOR.' },
] as const satisfies readonly FlagRow[];
