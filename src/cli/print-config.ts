import path from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import { toSlash } from './files/search.ts';
import { EXIT, type Io } from './io.ts';
import { Setup } from './setup.ts';

/** `--print-config FILE`: what holds for a file, which need not exist, as JSON. */
export async function printConfig(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const file = args.value('print-config') ?? '';
  const setup = new Setup(engine, args, io);
  const { config, ignored, sources } = await setup.resolver.forFile(toSlash(path.resolve(io.cwd, file)));
  const levels = setup.linter(config).rules();
  const { terms = [], ...house } = config.house;
  const spelled = new Map(terms.filter((term) => term.not).map((term) => [term.name, term]));
  const shown = {
    file: toSlash(file),
    configFiles: sources,
    ignored,
    extends: config.preset,
    rules: Object.fromEntries(levels.map(({ rule, level }) => [rule.id, level])),
    terms: config.terms.map((name) => spelled.get(name) ?? name),
    employer: config.employer,
    ...house,
    ...(config.houseRules && { houseRules: config.houseRules.map(({ id }) => id) }),
    asOf: setup.asOf,
  };
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return EXIT.fine;
}
