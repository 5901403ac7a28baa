/** One flag of the command. Parsing, help and mistakes all come from this table. */
export interface Flag {
  name: string;
  short?: string;
  /** What the value is called in the help; without one the flag is a switch. */
  value?: string;
  /** The only values there are. */
  choices?: readonly string[];
  /** May be given more than once. */
  many?: boolean;
  group: string;
  help: string;
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

export const FLAGS = [
  {
    name: 'format',
    short: 'f',
    value: 'NAME',
    choices: ['stylish', 'json', 'compact'],
    group: 'Output',
    help: 'How findings are shown: stylish (for people, the default), json, compact (one line each).',
  },
  { name: 'output-file', short: 'o', value: 'FILE', group: 'Output', help: 'Write the findings to a file.' },
  { name: 'verbose', group: 'Output', help: 'Also say why, and where it comes from.' },
  { name: 'quiet', short: 'q', group: 'Output', help: 'Show errors only; short for --severity error.' },
  {
    name: 'severity',
    value: 'LEVEL',
    choices: SEVERITIES,
    group: 'Output',
    help: 'The least to show: error, warning or info (the default).',
  },
  {
    name: 'color',
    group: 'Output',
    help: 'Colours even where the output is no terminal; so does FORCE_COLOR.',
  },
  { name: 'no-color', group: 'Output', help: 'No colours; so does NO_COLOR.' },

  { name: 'fix', group: 'Fixing', help: 'Make the safe fixes: those that keep the meaning.' },
  {
    name: 'fix-suggestions',
    group: 'Fixing',
    help: 'Also make the first suggestion of each finding. Read the result.',
  },
  { name: 'fix-dry-run', group: 'Fixing', help: 'Show what would be left after --fix, and write nothing.' },
  { name: 'diff', group: 'Fixing', help: 'Show what --fix would change, and write nothing.' },

  {
    name: 'config',
    short: 'c',
    value: 'FILE',
    group: 'Rules',
    help: 'Use this configuration in place of the one found.',
  },
  { name: 'no-config', group: 'Rules', help: 'Use no configuration.' },
  {
    name: 'rule',
    value: 'ID:LEVEL',
    many: true,
    group: 'Rules',
    help: 'Set the level of a rule or category, whatever the configuration says: --rule age:off.',
  },
  {
    name: 'as-of',
    value: 'DATE',
    group: 'Rules',
    help: 'The day that laws and closing dates are judged on, YYYY-MM-DD; today when not given.',
  },

  {
    name: 'stdin',
    group: 'Files',
    help: 'Read a posting from standard input; so does - in place of a file. With --fix, its text is printed.',
  },
  {
    name: 'stdin-filename',
    value: 'NAME',
    group: 'Files',
    help: 'What to call it: decides the format and the configuration.',
  },
  {
    name: 'ignore-pattern',
    value: 'PATTERN',
    many: true,
    group: 'Files',
    help: 'Leave files out, as a line of .gitignore does.',
  },
  {
    name: 'no-ignore',
    group: 'Files',
    help: 'Look at files that .gitignore, .posting-lintignore or the configuration leave out.',
  },
  {
    name: 'no-error-on-unmatched-pattern',
    group: 'Files',
    help: 'Do not mind when there is nothing to check.',
  },

  {
    name: 'fail-on',
    value: 'LEVEL',
    choices: [...SEVERITIES, 'never'],
    group: 'Exit code',
    help: 'The least that makes the exit code 1: error (the default), warning, info or never.',
  },
  {
    name: 'max-warnings',
    value: 'N',
    group: 'Exit code',
    help: 'More warnings than this make the exit code 1.',
  },

  {
    name: 'print-config',
    value: 'FILE',
    group: 'Other',
    help: 'Show the configuration that holds for a file, and what it comes from.',
  },
  {
    name: 'stdio',
    group: 'Other',
    help: 'With lsp: serve over standard input and output, as it always does.',
  },
  { name: 'version', short: 'v', group: 'Other', help: 'Show the version.' },
  { name: 'help', short: 'h', group: 'Other', help: 'Show this.' },
] as const satisfies readonly Flag[];

export type FlagName = (typeof FLAGS)[number]['name'];

/** The same table, for code that looks at one flag like at any other. */
export const ALL_FLAGS: readonly Flag[] = FLAGS;
