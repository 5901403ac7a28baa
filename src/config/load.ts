import type { House } from '../contract/house.ts';
import type { Level } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { ConfigError, type ConfigMistake } from './error.ts';
import { houseFrom } from './house.ts';
import type { HouseFile } from './house-schema.ts';
import { folderOf, joinPath } from './paths.ts';
import { type PathMatcher, pathMatcher } from './patterns.ts';
import { ruleFiles } from './rule-files.ts';
import { type ConfigFile, type Employer, PRESETS, type Preset, type Term } from './schema.ts';
import { type ConfigSource, readConfigSource } from './source.ts';
import { isPath, type KnownNames, validate } from './validate.ts';

type MaybePromise<T> = T | Promise<T>;

/** How configurations are read: the file system, or an editor's own. Paths are absolute, with `/`. */
export interface Files {
  /**
   * The decoded text; undefined when there is no such file.
   *
   * @throws when it is there and cannot be read
   */
  read(path: string): MaybePromise<string | undefined>;
  /**
   * The paths of all files in a folder and the folders in it, `node_modules` excepted, in any order; undefined when
   * there is no such folder. Where folders cannot be listed, there is no such method.
   */
  list?(path: string): MaybePromise<readonly string[] | undefined>;
}

/** One step of a configuration: what it says, for which files. Later layers win. */
export interface Layer {
  /** Where it stands. */
  file: string;
  /** Without it: all files. */
  applies?: PathMatcher;
  preset?: Preset;
  rules: Readonly<Record<string, Level>>;
  terms: readonly string[];
  employer: Employer;
  house: House;
  houseRules: readonly Rule[];
}

/** A configuration with all that it extends, outermost base first. */
export interface LoadedConfig {
  /** The file itself. */
  file: string;
  /** Every file that had a part in it, the file itself last. */
  sources: string[];
  layers: Layer[];
  /** Whether a file is one that the configuration leaves out. */
  ignores: PathMatcher;
}

/** The key that holds the configuration in a package.json. */
export const PACKAGE_KEY = 'posting-lint';

/**
 * Reads a configuration and what it extends.
 *
 * @param file - absolute, with `/`
 * @param options.base - the folder that patterns of paths start from; the file's own when not given
 * @throws {ConfigError} with every mistake found in all of them
 */
export async function loadConfig(
  file: string,
  files: Files,
  options: { known: KnownNames; base?: string | undefined },
): Promise<LoadedConfig> {
  const loader = new Loader(files, options.known, options.base ?? folderOf(file));
  const text = await loader.read(file);
  if (text === undefined) {
    const start = { line: 1, column: 1, span: { start: 0, end: 0 } };
    throw new ConfigError([
      { file, ...start, message: loader.unreadable.get(file) ?? 'There is no such file.' },
    ]);
  }
  await loader.add(file, text, [file]);
  if (loader.mistakes.length > 0) throw new ConfigError(loader.mistakes);
  const ignored = loader.ignored;
  return { file, sources: loader.sources, layers: loader.layers, ignores: pathMatcher(loader.base, ignored) };
}

class Loader {
  readonly layers: Layer[] = [];
  readonly sources: string[] = [];
  readonly ignored: string[] = [];
  readonly mistakes: ConfigMistake[] = [];
  /** Why files could not be read. */
  readonly unreadable = new Map<string, string>();
  readonly #files: Files;
  readonly #known: KnownNames;
  readonly #read = new Set<string>();
  /** Ids of the house's own rules. */
  readonly #rules = new Set<string>();
  readonly base: string;

  constructor(files: Files, known: KnownNames, base: string) {
    this.#files = files;
    this.#known = known;
    this.base = base;
  }

  async read(file: string): Promise<string | undefined> {
    try {
      return await this.#files.read(file);
    } catch (error) {
      this.unreadable.set(file, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** @param chain - the files that led here, this one last */
  async add(file: string, text: string, chain: readonly string[]): Promise<void> {
    const source = sourceOf(file, text);
    const { config, mistakes, ...more } = validate(source, this.#known);
    // A base that two others share is read twice.
    const again = this.#read.has(file);
    if (!again) this.mistakes.push(...mistakes);
    this.#read.add(file);
    if (!config) return;
    const bases = config.extends === undefined ? [] : [config.extends].flat();
    for (const [index, base] of bases.entries()) {
      const path = Array.isArray(config.extends) ? ['extends', index] : ['extends'];
      await this.#extend(base, source, path, chain);
    }
    if (!this.sources.includes(file)) this.sources.push(file);
    const before = this.mistakes.length;
    await this.#addOwn(source, config);
    // Where a file of rules could not be used, its rules are not known.
    if (again || this.mistakes.length > before || !('unknown' in more)) return;
    const known = { ...this.#known, rules: [...this.#known.rules, ...this.#rules] };
    for (const { name, mistake } of more.unknown)
      if (!this.#rules.has(name)) this.mistakes.push(mistake(known));
  }

  async #extend(
    base: string,
    source: ConfigSource,
    path: PropertyKey[],
    chain: readonly string[],
  ): Promise<void> {
    const preset = PRESETS.find((name) => name === base);
    if (preset) {
      this.layers.push({
        file: source.file,
        preset,
        rules: {},
        terms: [],
        employer: {},
        house: {},
        houseRules: [],
      });
      return;
    }
    if (!isPath(base)) return;
    const target = joinPath(folderOf(source.file), base.replaceAll('\\', '/'));
    if (chain.includes(target)) {
      const circle = [...chain.slice(chain.indexOf(target)), target].map((step) =>
        step.slice(step.lastIndexOf('/') + 1),
      );
      this.mistakes.push(source.mistake(path, `“${base}” goes round in a circle: ${circle.join(' → ')}.`));
      return;
    }
    const text = await this.read(target);
    if (text !== undefined) return this.add(target, text, [...chain, target]);
    const reason = this.unreadable.get(target) ?? `there is no ${target}`;
    this.mistakes.push(source.mistake(path, `“${base}” cannot be read: ${reason}.`));
  }

  async #addOwn(source: ConfigSource, config: ConfigFile): Promise<void> {
    const { file } = source;
    const { rules = {}, employer = {}, overrides = [], ignore = [] } = config;
    const houseRules = await this.#houseRules(source, config.houseRules);
    this.layers.push({ file, rules, employer, houseRules, ...(await this.#houseOf(source, [], config)) });
    for (const [index, override] of overrides.entries()) {
      this.layers.push({
        file,
        applies: pathMatcher(this.base, [override.files].flat()),
        rules: override.rules ?? {},
        employer: override.employer ?? {},
        houseRules: [],
        ...(await this.#houseOf(source, ['overrides', index], override)),
      });
    }
    this.ignored.push(...ignore);
  }

  async #houseRules(source: ConfigSource, given: string | readonly string[] | undefined): Promise<Rule[]> {
    if (given === undefined) return [];
    const rules: Rule[] = [];
    for (const [index, each] of [given].flat().entries()) {
      const path = typeof given === 'string' ? ['houseRules'] : ['houseRules', index];
      const found = await ruleFiles(folderOf(source.file), each, this.#files);
      if ('message' in found) this.mistakes.push(source.mistake(path, found.message));
      else for (const { file, text } of found.files) rules.push(...this.#rule(file, text));
    }
    return rules;
  }

  #rule(file: string, text: string): Rule[] {
    if (!this.sources.includes(file)) this.sources.unshift(file);
    const reading = this.#known.readRule?.(file, text);
    if (!reading) return [];
    if ('problems' in reading) {
      for (const { line, column, offset, message } of reading.problems)
        this.mistakes.push({ file, line, column, span: { start: offset, end: offset + 1 }, message });
      return [];
    }
    this.#rules.add(reading.rule.id);
    return [reading.rule];
  }

  /** @param at - where in the file `given` stands */
  async #houseOf(
    source: ConfigSource,
    at: readonly PropertyKey[],
    given: HouseFile & { terms?: readonly Term[] | undefined },
  ): Promise<Pick<Layer, 'terms' | 'house'>> {
    const read = async (path: string, key: readonly PropertyKey[]): Promise<string> => {
      const target = joinPath(folderOf(source.file), path.replaceAll('\\', '/'));
      const text = await this.read(target);
      if (text === undefined) {
        const reason = this.unreadable.get(target) ?? `there is no ${target}`;
        this.mistakes.push(source.mistake([...at, ...key], `“${path}” cannot be read: ${reason}.`));
      } else if (text.trim() === '') {
        this.mistakes.push(source.mistake([...at, ...key], `“${path}” is empty: it should hold a text.`));
      }
      if (!this.sources.includes(target)) this.sources.unshift(target);
      return text ?? '';
    };
    return houseFrom(given, read);
  }
}

function sourceOf(file: string, text: string): ConfigSource {
  return readConfigSource(file, text, file.endsWith('/package.json') ? [PACKAGE_KEY] : []);
}
