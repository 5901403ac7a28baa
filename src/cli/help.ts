import { wrap } from '../report/width.ts';
import { COMMANDS, type Command } from './commands.ts';
import { ALL_FLAGS, type Flag, goesWith, LINT } from './flags/index.ts';

const WIDTH = 80;

/** What the tool is, in `--help` and `docs/cli.md`. */
export const ABOUT =
  'Checks job postings for wording that leaves people out and for what is missing. Nothing leaves this machine.';

export const USAGE = 'posting-lint [FLAGS] FILES, FOLDERS, GLOBS or -';

export const FOLDERS =
  'Folders are searched for .md, .markdown, .mdx, .txt, .html, .htm and .docx; what .gitignore or .posting-lintignore names is left out, hidden folders too.';

export const EXIT_CODES = [
  [0, 'nothing at or above the level of --fail-on'],
  [1, 'something'],
  [2, 'the work could not be done (a faulty configuration, an unreadable file)'],
] as const;

/**
 * `--help`, made from the tables of commands and flags.
 *
 * @param name - a command, for what that one takes; without it everything
 */
export function helpText(name: string = LINT): string {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  const intro = command
    ? `${paragraph(command.help)}\n\n  posting-lint ${[command.name, command.takes].join(' ').trim()}\n`
    : `${paragraph(ABOUT)}\n\n${usages()}\n\n${paragraph(FOLDERS)}\n`;
  const flags = ALL_FLAGS.filter((flag) => goesWith(flag, name));
  const column = Math.max(...flags.map((flag) => label(flag).length)) + 4;
  const groups = [...new Set(flags.map(({ group }) => group))].map((group) => {
    const rows = flags.filter((flag) => flag.group === group);
    return `${group}\n${rows.map((flag) => entry(`  ${label(flag)}`, flag.help, column)).join('\n')}\n`;
  });
  const codes = EXIT_CODES.map(([code, meaning]) => `${code} ${meaning}`).join(', ');
  return [intro, ...groups, ...(command ? [] : [`${paragraph(`Exit code: ${codes}.`)}\n`])].join('\n');
}

/** A flag as it is written: `-f, --format NAME`. */
export function label({ name, short, value, toFile }: Flag): string {
  const shown = value ? ` ${value}${toFile ? '[=FILE]' : ''}` : '';
  return `${short ? `-${short}, ` : '    '}--${name}${shown}`;
}

function usages(): string {
  const shown = (command: Command) => `  posting-lint ${[command.name, command.takes].join(' ').trim()}`;
  const column = Math.max(...COMMANDS.map((command) => shown(command).length)) + 2;
  return [`  ${USAGE}`, ...COMMANDS.map((command) => entry(shown(command), command.help, column))].join('\n');
}

function entry(head: string, help: string, column: number): string {
  const [first = '', ...more] = wrap(help, WIDTH - column);
  return [head.padEnd(column) + first, ...more.map((line) => ' '.repeat(column) + line)].join('\n');
}

function paragraph(text: string): string {
  return wrap(text, WIDTH).join('\n');
}
