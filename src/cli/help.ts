import { wrap } from '../report/width.ts';
import { ALL_FLAGS, type Flag } from './flags.ts';

const WIDTH = 80;

const USAGE = `Checks job postings for wording that leaves people out and for what is missing.
Nothing leaves this machine.

  posting-lint [FLAGS] FILES, FOLDERS, GLOBS or -
  posting-lint rules           list the rules, with the level they have here
  posting-lint explain RULE    say why a rule is there, and how to set it
  posting-lint lsp             serve an editor (Language Server Protocol)

Folders are searched for .md, .markdown, .mdx, .txt, .html and .htm; what
.gitignore or .posting-lintignore names is left out, hidden folders too.
`;

const EXIT_CODES = `Exit code: 0 nothing at or above the level of --fail-on, 1 something,
2 the work could not be done (a faulty configuration, an unreadable file).
`;

/** All of `--help`, made from the table of flags. */
export function helpText(): string {
  const groups = [...new Set(ALL_FLAGS.map(({ group }) => group))];
  const names = ALL_FLAGS.map(label);
  const column = Math.max(...names.map((name) => name.length)) + 4;
  const parts = groups.map((group) => {
    const flags = ALL_FLAGS.filter((flag) => flag.group === group);
    return `${group}\n${flags.map((flag) => entry(flag, column)).join('\n')}\n`;
  });
  return [USAGE, ...parts, EXIT_CODES].join('\n');
}

function label({ name, short, value }: Flag): string {
  return `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
}

function entry(flag: Flag, column: number): string {
  const [first = '', ...more] = wrap(flag.help, WIDTH - column);
  return [`  ${label(flag)}`.padEnd(column) + first, ...more.map((line) => ' '.repeat(column) + line)].join(
    '\n',
  );
}
