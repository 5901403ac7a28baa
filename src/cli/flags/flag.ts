/** One flag of the command. Parsing, help, completion, mistakes and `docs/cli.md` all come from its row. */
export interface FlagRow {
  name: string;
  short?: string;
  /** What the value is called in the help; without one the flag is a switch. */
  value?: string;
  /** The only values there are. */
  choices?: readonly string[];
  /** A value may go on with `=` and the name of a file. */
  toFile?: boolean;
  /** What the value names, for completion in a shell. */
  names?: 'file' | 'rule';
  /** May be given more than once. */
  many?: boolean;
  /** One or two sentences, for `--help`. */
  help: string;
  /** More, in Markdown, for `docs/cli.md` alone. */
  more?: string;
  /** The commands it goes with; without it, linting alone. `all` is every one. */
  on?: readonly string[] | 'all';
}

export interface Flag extends FlagRow {
  group: string;
}

export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The command that has no name: `posting-lint FILES`. */
export const LINT = 'lint';
