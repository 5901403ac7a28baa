import { CATEGORIES } from '../contract/report.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { COMMANDS } from './commands.ts';
import type { Engine } from './engine.ts';
import { ALL_FLAGS, type Flag, goesWith, LINT } from './flags/index.ts';
import { EXIT, type Io } from './io.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** `posting-lint completion SHELL`: a script for the shell, made from the tables of commands and flags. */
export function completionCommand(args: Arguments, engine: Engine, io: Io): number {
  const [, shell] = args.positionals;
  if (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish')
    throw new UsageError(`Name a shell: posting-lint completion ${SHELLS.join(', ')}.`);
  const rules = [...engine.rules.keys()];
  io.stdout.write(shell === 'fish' ? fish(rules) : bash(rules, shell));
  return EXIT.fine;
}

/** What an argument of a command, or a flag's value, may be; undefined: a file. */
function wordsFor(names: string | undefined, rules: readonly string[]): readonly string[] | undefined {
  if (names === 'rule') return [...CATEGORIES, ...rules];
  if (names === 'category') return CATEGORIES;
  return names === 'shell' ? SHELLS : undefined;
}

const BASH = `_posting_lint() {
  local IFS=$' \\t\\n' cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  # --flag=value comes in three words.
  if [ "$cur" = "=" ]; then cur=""
  elif [ "$prev" = "=" ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      COMMANDS) command="$word"; break ;;
      -*) ;;
      *) break ;;
    esac
  done
  case "$prev" in
VALUES
  esac
  if [ "\${cur#-}" != "$cur" ]; then
    case "$command" in
FLAGS
    esac
    return
  fi
  case "$command" in
ARGUMENTS
    "") [ "$COMP_CWORD" -eq 1 ] && [ -n "$cur" ] && COMPREPLY=($(compgen -W "NAMES" -- "$cur")) ;;
  esac
}
complete -o bashdefault -o default -F _posting_lint posting-lint
`;

function bash(rules: readonly string[], shell: 'bash' | 'zsh'): string {
  const reply = (words: readonly string[]) => `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$cur"))`;
  const values = ALL_FLAGS.filter(({ value }) => value !== undefined).map((flag) => {
    const names = [`--${flag.name}`, ...(flag.short ? [`-${flag.short}`] : [])].join('|');
    const words = flag.choices ?? wordsFor(flag.names, rules);
    // Nothing offered is taken for a file.
    return `    ${names}) ${words ? `${reply(words)}; ` : ''}return ;;`;
  });
  const flags = [...COMMANDS.map(({ name }) => name), LINT].map((command) => {
    const names = flagsOf(command).map(({ name }) => `--${name}`);
    return `      ${command === LINT ? '*' : command}) ${reply(names)} ;;`;
  });
  const argumentsOf = COMMANDS.flatMap(({ name, names }) => {
    const words = wordsFor(names, rules);
    return words ? [`    ${name}) ${reply(names === 'rule' ? rules : words)} ;;`] : [];
  });
  const commands = COMMANDS.map(({ name }) => name);
  const script = BASH.replace('COMMANDS', () => commands.join('|'))
    .replace('VALUES', () => values.join('\n'))
    .replace('FLAGS', () => flags.join('\n'))
    .replace('ARGUMENTS', () => argumentsOf.join('\n'))
    .replace('NAMES', () => commands.join(' '));
  const head =
    shell === 'zsh'
      ? 'autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n'
      : '';
  return `${head}${script}`;
}

function fish(rules: readonly string[]): string {
  const line = (...parts: string[]) => ['complete -c posting-lint', ...parts].join(' ');
  const commands = COMMANDS.map(({ name, help }) =>
    line('-n __fish_use_subcommand', `-a ${name}`, `-d ${quoted(help)}`),
  );
  const argumentsOf = COMMANDS.flatMap(({ name, names }) => {
    const words = names === 'rule' ? rules : wordsFor(names, rules);
    return words
      ? [line(`-n '__fish_seen_subcommand_from ${name}'`, '-f', `-a ${quoted(words.join(' '))}`)]
      : [];
  });
  const flags = ALL_FLAGS.map((flag) => {
    const words = flag.choices ?? wordsFor(flag.names, rules);
    const value = words ? ['-x', `-a ${quoted(words.join(' '))}`] : flag.value === undefined ? [] : ['-r'];
    const short = flag.short ? [`-s ${flag.short}`] : [];
    return line(`-l ${flag.name}`, ...short, ...value, `-d ${quoted(flag.help)}`);
  });
  return `${[...commands, ...argumentsOf, ...flags].join('\n')}\n`;
}

function flagsOf(command: string): Flag[] {
  return ALL_FLAGS.filter((flag) => goesWith(flag, command));
}

/** For fish, in which only these two mean something between single quotation marks. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
