import type { FlagRow } from './flag.ts';

export const RULES = [
  {
    name: 'config',
    short: 'c',
    value: 'FILE',
    names: 'file',
    on: ['lint', 'rules', 'test-rules', 'new', 'mcp'],
    help: 'Use this configuration in place of the one found.',
  },
  { name: 'no-config', on: ['lint', 'rules', 'mcp'], help: 'Use no configuration.' },
  {
    name: 'rule',
    value: 'ID:LEVEL',
    names: 'rule',
    many: true,
    on: ['lint', 'rules', 'mcp'],
    help: 'Set the level of a rule or category, whatever the configuration says: --rule age:off.',
  },
  {
    name: 'report-unused-disables',
    help: 'Make comments that leave nothing out (any more) errors; they are warnings otherwise.',
    more: 'Short for `--rule style/unused-disable:error --rule style/disable-expired:error`.',
  },
  {
    name: 'project',
    help: 'Also compare the files with each other: headings, standing texts, titles, pay and benefits that differ.',
    more: 'Each finding says what most postings have and where. The rules are those of the check `across-postings`; they have levels like all others.',
  },
  {
    name: 'as-of',
    value: 'DATE',
    on: ['lint', 'rules', 'mcp'],
    help: 'The day that laws and closing dates are judged on, YYYY-MM-DD; today when not given.',
  },
] as const satisfies readonly FlagRow[];
