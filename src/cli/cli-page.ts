import { FORMAT_HELP } from '../report/names.ts';
import { COMMANDS } from './commands.ts';
import { ALL_FLAGS, goesWith, LINT } from './flags/index.ts';
import { ABOUT, EXIT_CODES, FOLDERS, label, USAGE } from './help.ts';

const ENVIRONMENT = [
  ['NO_COLOR', 'No colours.'],
  ['FORCE_COLOR', 'Colours even where the output is no terminal.'],
  ['POSTING_LINT_DEBUG', 'Also show where in the program a failure happened.'],
] as const;

/** `docs/cli.md`: the reference of the command, from the same tables as `--help`. */
export function cliPage(): string {
  const groups = [...new Set(ALL_FLAGS.map(({ group }) => group))];
  return [
    '<!-- Made by “npm run generate” from src/cli/flags and src/cli/commands.ts. -->',
    '# The command',
    ABOUT,
    `\`\`\`sh\n${USAGE}\n\`\`\``,
    FOLDERS.replace(/ (\.[\w-]+)(?=[, ;]|$)/g, ' `$1`'),
    '## Commands',
    ...COMMANDS.map(({ name, takes, help, more }) =>
      [`### \`${`posting-lint ${name} ${takes}`.trim()}\``, help, more].filter(Boolean).join('\n\n'),
    ),
    '## Flags',
    ...groups.flatMap((group) => [
      `### ${group}`,
      ...ALL_FLAGS.filter((flag) => flag.group === group).map((flag) => {
        const choices =
          flag.choices && flag.name !== 'format' ? ` One of \`${flag.choices.join('`, `')}\`.` : '';
        const again = flag.many ? ' May be given several times.' : '';
        const names = [LINT, ...COMMANDS.map(({ name }) => name)].filter((name) => goesWith(flag, name));
        const on =
          flag.on === undefined || flag.on === 'all' ? '' : ` Goes with: ${names.map(shown).join(', ')}.`;
        const text = `**\`${label(flag).trim()}\`** — ${flag.help}${choices}${again}${on}`;
        return flag.more ? `${text}\n\n${flag.more}` : text;
      }),
    ]),
    '## Formats',
    table(['format', 'for'], Object.entries(FORMAT_HELP)),
    '## Exit code',
    table(
      ['code', 'meaning'],
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
    ),
    '## Environment',
    table(['variable', 'meaning'], ENVIRONMENT),
  ]
    .join('\n\n')
    .concat('\n');
}

function shown(command: string): string {
  return command === LINT ? 'linting' : `\`${command}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [first, ...more] = head;
  return [
    line([first ?? '', ...more]),
    line(head.map(() => '---')),
    ...rows.map(([name = '', ...cells]) => line([`\`${name}\``, ...cells])),
  ].join('\n');
}
