import { RuleError } from '../contract/check.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { COMMANDS } from './commands.ts';
import { type Engine, loadEngine } from './engine.ts';
import { FileError } from './files/errors.ts';
import { LINT } from './flags/index.ts';
import { EXIT, type Io } from './io.ts';

/**
 * Runs the command.
 *
 * @param argv - without the program's own name
 * @param load - gives the linter; only called when one is needed
 * @returns the exit code: 0 fine, 1 findings, 2 the work could not be done
 */
export async function run(
  argv: readonly string[],
  io: Io,
  load: () => Promise<Engine> = loadEngine,
): Promise<number> {
  try {
    return await dispatch(argv, io, load);
  } catch (error) {
    io.stderr.write(await tell(error, io));
    return EXIT.failed;
  }
}

async function dispatch(argv: readonly string[], io: Io, load: () => Promise<Engine>): Promise<number> {
  const args = parseArguments(argv);
  const command = COMMANDS.find(({ name }) => name === args.positionals[0]);
  if (args.has('version')) {
    io.stdout.write(`${__VERSION__}\n`);
    return EXIT.fine;
  }
  if (args.has('help')) {
    const { helpText } = await import('./help.ts');
    io.stdout.write(helpText(command?.name));
    return EXIT.fine;
  }
  if (args.has('print-config')) {
    const { printConfig } = await import('./print-config.ts');
    return printConfig(args, await load(), io);
  }
  args.expectFor(command?.name ?? LINT);
  if (command) return command.run({ args, io, load });
  const { lintCommand } = await import('./lint-command.ts');
  return lintCommand(args, await load(), io);
}

async function tell(error: unknown, { cwd, env }: Io): Promise<string> {
  if (error instanceof UsageError)
    return `posting-lint: ${error.message}\nposting-lint --help lists what there is.\n`;
  const [{ ConfigError }, { relativeTo }] = await Promise.all([
    import('../config/index.ts'),
    import('./files/relative.ts'),
  ]);
  if (error instanceof ConfigError) {
    const lines = error.mistakes.map(({ file, line, column, message }) => {
      return `${relativeTo(cwd, file)}:${line}:${column} ${message}`;
    });
    return `${lines.join('\n')}\n`;
  }
  const known = error instanceof Error && (error instanceof FileError || 'code' in error);
  const message = messageOf(error);
  if (known) return `posting-lint: ${message}\n`;
  const stack = env.POSTING_LINT_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
  return `posting-lint: ${message}\nThis should not happen; please report it. POSTING_LINT_DEBUG=1 shows more.\n${stack}`;
}

function messageOf(error: unknown): string {
  if (error instanceof RuleError) return `Rule ${error.rule} (${error.path.join('.')}): ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
