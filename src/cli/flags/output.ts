import { FORMAT_NAMES } from '../../report/names.ts';
import { type FlagRow, SEVERITIES } from './flag.ts';

export const OUTPUT = [
  {
    name: 'format',
    short: 'f',
    value: 'NAME',
    choices: FORMAT_NAMES,
    toFile: true,
    many: true,
    on: ['lint', 'merge', 'rules', 'explain'],
    help: `How findings are shown: ${FORMAT_NAMES.join(', ')}. With =FILE, into a file; several such at once.`,
    more: 'For example `-f sarif=out.sarif -f stylish`: code scanning gets its file, people see the log. One format at most goes without a file, to standard output or to that of `--output-file`.',
  },
  {
    name: 'output-file',
    short: 'o',
    value: 'FILE',
    names: 'file',
    on: ['lint', 'merge'],
    help: 'Write the findings of the format without a file to this one; - is standard output.',
  },
  { name: 'verbose', on: ['lint', 'merge'], help: 'Also say why, and where it comes from.' },
  { name: 'quiet', short: 'q', on: ['lint', 'merge'], help: 'Show errors only; short for --severity error.' },
  {
    name: 'severity',
    value: 'LEVEL',
    choices: SEVERITIES,
    on: ['lint', 'merge'],
    help: 'The least to show: error, warning or info (the default).',
  },
  {
    name: 'statistics',
    on: ['lint', 'merge'],
    help: 'Also say how often each rule found something, and in how many files.',
    more: 'Below the findings for people; with other formats on standard error.',
  },
  {
    name: 'report-suppressions',
    on: ['lint', 'merge'],
    help: 'Also list every comment that leaves findings out, with its reason and its last day.',
    more: 'Below the findings for people; with other formats on standard error. `json` and `jsonl` always have them.',
  },
  {
    name: 'color',
    on: 'all',
    help: 'Colours even where the output is no terminal; so does FORCE_COLOR.',
  },
  { name: 'no-color', on: 'all', help: 'No colours; so does NO_COLOR.' },
] as const satisfies readonly FlagRow[];
