import {
  ConfigError,
  type ConfigMistake,
  ConfigResolver,
  type EffectiveConfig,
  type Files,
  isKnownRule,
} from '../config/index.ts';
import { joinPath } from '../config/paths.ts';
import type { Level } from '../contract/report.ts';
import { createLinter, type Linter } from '../lint/index.ts';
import { KNOWN } from '../lint/known.ts';
import type { Settings } from '../protocol/settings.ts';

/** What holds for a file. */
export type Setup =
  | { kind: 'linter'; linter: Linter; config: string | undefined; sources: readonly string[] }
  | { kind: 'ignored'; config: string | undefined; sources: readonly string[] }
  | { kind: 'broken'; mistakes: readonly ConfigMistake[] };

/** Compiled linters take some memory each; a workspace rarely has more configurations than this. */
const MOST_LINTERS = 12;

/** Finds the configuration of each file and keeps a linter for each that differs. */
export class Configurations {
  readonly #files: Files;
  readonly #today: () => string;
  readonly #sources = new Set<string>();
  readonly #resolvers = new Map<string, ConfigResolver>();
  readonly #linters = new Map<string, Linter>();
  readonly #known = KNOWN;

  constructor(files: Files, today: () => string) {
    this.#files = files;
    this.#today = today;
  }

  /** Whether a file had a part in a configuration: itself, a text it names, a rule of the house. */
  uses(path: string): boolean {
    return this.#sources.has(path);
  }

  /** Forgets what was read of configurations. Linters stay: they are found again by what they were made of. */
  forget(): void {
    this.#resolvers.clear();
  }

  /**
   * What holds for a file. Never fails: a configuration that cannot be used comes back with its mistakes.
   *
   * @param path - of the file, absolute
   * @param folder - the workspace folder it stands in
   */
  async forFile(path: string, settings: Settings, folder: string | undefined): Promise<Setup> {
    try {
      const { config, ignored, sources } = await this.#resolver(settings, folder).forFile(path);
      const file = sources.at(-1);
      for (const source of sources) this.#sources.add(source);
      if (ignored) return { kind: 'ignored', config: file, sources };
      return { kind: 'linter', linter: this.#linter(config), config: file, sources };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const mistake of error.mistakes) this.#sources.add(mistake.file);
      return { kind: 'broken', mistakes: error.mistakes };
    }
  }

  /** The linter without any configuration. */
  plain(): Linter {
    return this.#linter({ preset: 'recommended', rules: {}, terms: [], employer: {}, house: {} });
  }

  #resolver(settings: Settings, folder: string | undefined): ConfigResolver {
    const { configFile } = settings;
    const file = configFile === '' ? undefined : joinPath(folder ?? '/', configFile.replaceAll('\\', '/'));
    const rules = Object.entries(settings.rules).filter(([name]) => isKnownRule(name, this.#known));
    const key = JSON.stringify([file, file === undefined ? '' : folder, rules]);
    let resolver = this.#resolvers.get(key);
    if (!resolver) {
      resolver = new ConfigResolver(this.#files, {
        known: this.#known,
        rules: rules as [string, Level][],
        file,
        base: file === undefined ? undefined : folder,
      });
      this.#resolvers.set(key, resolver);
    }
    return resolver;
  }

  #linter(config: EffectiveConfig): Linter {
    const asOf = this.#today();
    const key = JSON.stringify([asOf, config]);
    let linter = this.#linters.get(key);
    if (linter) {
      // The one used last stays longest.
      this.#linters.delete(key);
    } else linter = createLinter({ ...config, asOf }, { remember: true });
    this.#linters.set(key, linter);
    for (const oldest of this.#linters.keys()) {
      if (this.#linters.size <= MOST_LINTERS) break;
      this.#linters.delete(oldest);
    }
    return linter;
  }
}
