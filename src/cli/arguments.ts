import { parseArgs } from 'node:util';
import { didYouMean } from '../config/did-you-mean.ts';
import { ALL_FLAGS, type Flag, type FlagName, goesWith, LINT } from './flags/index.ts';

/** The command was called in a way it cannot be; its message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What was given on the command line. */
export class Arguments {
  readonly positionals: readonly string[];
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>, positionals: readonly string[]) {
    this.#values = values;
    this.positionals = positionals;
  }

  has(name: FlagName): boolean {
    return this.#values.has(name);
  }

  /** The value; of several, the last. */
  value(name: FlagName): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  values(name: FlagName): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** @throws {UsageError} when a flag was given that the command does not take */
  expectFor(command: string): void {
    for (const flag of ALL_FLAGS) {
      if (!this.#values.has(flag.name) || goesWith(flag, command)) continue;
      const what = command === LINT ? 'linting' : `“posting-lint ${command}”`;
      throw new UsageError(`--${flag.name} does not go with ${what}.`);
    }
  }
}

/**
 * Reads the command line.
 *
 * @param argv - without the program's own name
 * @throws {UsageError} for a flag that does not exist, a value that is missing or is not one of those there are
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    ALL_FLAGS.map(({ name, short, value }) => [
      name,
      {
        type: value ? ('string' as const) : ('boolean' as const),
        multiple: true,
        ...(short ? { short } : {}),
      },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = ALL_FLAGS.find(({ name }) => name === token.name);
    if (!flag) throw new UsageError(unknown(token.rawName));
    const value = valueFor(flag, token.value, token.inlineValue === true);
    values.set(flag.name, flag.many ? [...(values.get(flag.name) ?? []), value] : [value]);
  }
  return new Arguments(values, positionals);
}

function valueFor(flag: Flag, value: string | undefined, inline: boolean): string {
  if (!flag.value) {
    if (value !== undefined) throw new UsageError(`--${flag.name} takes no value.`);
    return '';
  }
  const missing = value === undefined || (!inline && /^-./.test(value));
  const expected = flag.choices ? `one of ${flag.choices.join(', ')}` : flag.value;
  if (missing || value === '') throw new UsageError(`--${flag.name} needs a value: ${expected}.`);
  const choice = flag.toFile ? value.replace(/=.*/s, '') : value;
  if (flag.choices && !flag.choices.includes(choice)) {
    const hint = didYouMean(choice, flag.choices);
    throw new UsageError(`--${flag.name} must be ${expected}; “${choice}” is not.${hint}`);
  }
  return value;
}

function unknown(rawName: string): string {
  const names = ALL_FLAGS.map(({ name }) => `--${name}`);
  return `There is no flag ${rawName}.${didYouMean(rawName, names)}`;
}
