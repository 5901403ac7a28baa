import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigResolver, type EffectiveConfig, type Files } from '../config/index.ts';
import type { Linter, LinterConfig } from '../lint/index.ts';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import { decode } from './files/decode.ts';
import { reasonOf } from './files/errors.ts';
import { toSlash } from './files/search.ts';
import type { Io } from './io.ts';
import { judgedDay, ruleLevels } from './options.ts';

/** Configuration files of this machine. */
export const onDisk: Files = {
  read(file) {
    try {
      return decode(readFileSync(file)).text;
    } catch (error) {
      // A folder of that name, or a file where a folder is looked for, is as good as nothing.
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
      throw new Error(`${file}: ${reasonOf(error)}`);
    }
  },
  list(folder) {
    try {
      return filesBelow(folder);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw new Error(`${folder}: ${reasonOf(error)}`);
    }
  },
};

/** All files below a folder, by absolute paths with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(inner);
    return entry.isFile() ? [inner] : [];
  });
}

/** Finds the configuration of each file and makes a linter for each that differs. */
export class Setup {
  readonly asOf: string;
  readonly resolver: ConfigResolver;
  readonly #engine: Engine;
  readonly #linters = new Map<EffectiveConfig, Linter>();

  constructor(engine: Engine, args: Arguments, io: Io) {
    this.#engine = engine;
    this.asOf = judgedDay(args, io.now());
    const rules = [...engine.rules.keys()];
    const file = args.value('config');
    this.resolver = new ConfigResolver(onDisk, {
      known: { ...engine.known, rules },
      rules: ruleLevels(args, rules),
      file: args.has('no-config') ? false : file && toSlash(path.resolve(io.cwd, file)),
      // A configuration that is named may stand anywhere; its patterns are about where the work is done.
      base: file === undefined ? undefined : toSlash(io.cwd),
    });
  }

  /** What a linter for files of this configuration is made of: plain data. */
  linterConfig(config: EffectiveConfig): LinterConfig {
    return { ...config, asOf: this.asOf };
  }

  linter(config: EffectiveConfig): Linter {
    let linter = this.#linters.get(config);
    if (!linter) {
      linter = this.#engine.createLinter(this.linterConfig(config), { remember: true });
      this.#linters.set(config, linter);
    }
    return linter;
  }
}
