import type { House } from '../contract/house.ts';
import { CATEGORIES, type Level } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { mergeHouse } from './house.ts';
import { type Files, type Layer, type LoadedConfig, loadConfig, PACKAGE_KEY } from './load.ts';
import { folderOf, joinPath } from './paths.ts';
import type { Employer, Preset } from './schema.ts';
import { isRecord } from './source.ts';
import type { KnownNames } from './validate.ts';

/** The names a configuration is looked for by, in a folder; the first that is there counts. */
export const CONFIG_NAMES = [
  '.posting-lint.yml',
  '.posting-lint.yaml',
  '.posting-lint.json',
  'package.json',
] as const;

/** What holds for a file, all layers merged. */
export interface EffectiveConfig {
  preset: Preset;
  /** Rule id or category → level; a rule's id outweighs its category. */
  rules: Readonly<Record<string, Level>>;
  terms: readonly string[];
  employer: Employer;
  house: House;
  /** The house's own rules, of one id the last. Without any, there is no such key. */
  houseRules?: readonly Rule[];
}

export interface ConfigOfFile {
  /** The very same object for files that the same layers hold for, so that it can be the key of a cache. */
  config: EffectiveConfig;
  /** The configuration leaves the file out. */
  ignored: boolean;
  /** The files that the configuration comes from, bases first; none when there is no configuration. */
  sources: readonly string[];
}

export interface ResolverOptions {
  known: KnownNames;
  /** A file to use in place of looking for one; `false`: use none. */
  file?: string | false | undefined;
  /** The folder that patterns of paths in `file` start from; its own when not given. */
  base?: string | undefined;
  /** Levels that win over every configuration, in order. */
  rules?: readonly (readonly [rule: string, level: Level])[] | undefined;
}

/** Finds and merges configurations, each file of them read once. Make a new one when any may have changed. */
export class ConfigResolver {
  readonly #files: Files;
  readonly #options: ResolverOptions;
  readonly #found = new Map<string, Promise<LoadedConfig | undefined>>();
  readonly #loaded = new Map<string, Promise<LoadedConfig>>();
  readonly #merged = new Map<string, EffectiveConfig>();

  constructor(files: Files, options: ResolverOptions) {
    this.#files = files;
    this.#options = options;
  }

  /**
   * The configuration that holds for a file. The nearest folder upwards that has one decides; those above it do not
   * count unless it extends them.
   *
   * @param path - absolute, with `/`; the file need not exist
   * @throws {ConfigError} when the configuration has mistakes
   */
  async forFile(path: string): Promise<ConfigOfFile> {
    const { file } = this.#options;
    const loaded =
      file === false ? undefined : await (file === undefined ? this.#find(folderOf(path)) : this.#load(file));
    const layers = loaded?.layers ?? [];
    const held = layers.map((layer) => layer.applies?.(path) ?? true);
    const key = `${loaded?.file ?? ''}\n${held.map(Number).join('')}`;
    let config = this.#merged.get(key);
    if (!config) {
      config = mergeLayers(
        layers.filter((_, index) => held[index]),
        this.#options.rules ?? [],
      );
      this.#merged.set(key, config);
    }
    return { config, ignored: loaded?.ignores(path) ?? false, sources: loaded?.sources ?? [] };
  }

  #find(folder: string): Promise<LoadedConfig | undefined> {
    let found = this.#found.get(folder);
    if (!found) {
      found = this.#look(folder);
      this.#found.set(folder, found);
    }
    return found;
  }

  async #look(folder: string): Promise<LoadedConfig | undefined> {
    for (const name of CONFIG_NAMES) {
      const path = joinPath(folder, name);
      const text = await this.#files.read(path);
      if (text !== undefined && (name !== 'package.json' || hasPackageKey(text))) return this.#load(path);
    }
    const parent = folderOf(folder);
    return parent === folder ? undefined : this.#find(parent);
  }

  #load(file: string): Promise<LoadedConfig> {
    let loaded = this.#loaded.get(file);
    if (!loaded) {
      loaded = loadConfig(file, this.#files, this.#options);
      this.#loaded.set(file, loaded);
    }
    return loaded;
  }
}

/** A package.json that is broken is for its own tools to complain about. */
function hasPackageKey(text: string): boolean {
  if (!text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(data) && PACKAGE_KEY in data;
  } catch {
    return false;
  }
}

/**
 * Merges layers, later ones winning: a preset sets the level of every rule, a category those of its rules, a rule its
 * own; terms add up; the employer's facts are taken one by one, the house style as `mergeHouse` says.
 */
export function mergeLayers(
  layers: readonly Layer[],
  last: readonly (readonly [rule: string, level: Level])[] = [],
): EffectiveConfig {
  let preset: Preset = 'recommended';
  const rules = new Map<string, Level>();
  const terms = new Set<string>();
  const employer: Employer = {};
  let house: House = {};
  const houseRules = new Map<string, Rule>();
  for (const layer of layers) {
    if (layer.preset) {
      preset = layer.preset;
      rules.clear();
    }
    // Within a layer the order of keys does not matter: categories first.
    const given = Object.entries(layer.rules).map(
      ([name, level]) => [categoryOf(name), name, level] as const,
    );
    for (const [category, , level] of given) if (category) setCategory(rules, category, level);
    for (const [category, name, level] of given) if (!category) rules.set(name, level);
    for (const term of layer.terms) terms.add(term);
    house = mergeHouse(house, layer.house);
    for (const rule of layer.houseRules) houseRules.set(rule.id, rule);
    for (const [key, value] of Object.entries(layer.employer)) {
      if (value !== undefined) Object.assign(employer, { [key]: value });
    }
  }
  for (const [name, level] of last) {
    const category = categoryOf(name);
    if (category) setCategory(rules, category, level);
    else rules.set(name, level);
  }
  const own = houseRules.size > 0 ? { houseRules: [...houseRules.values()] } : {};
  return { preset, rules: Object.fromEntries(rules), terms: [...terms], employer, house, ...own };
}

/** `age` for `age` and `age/*`. */
function categoryOf(name: string): string | undefined {
  return CATEGORIES.find((category) => name === category || name === `${category}/*`);
}

function setCategory(rules: Map<string, Level>, category: string, level: Level): void {
  for (const name of rules.keys()) if (name.startsWith(`${category}/`)) rules.delete(name);
  rules.set(category, level);
}
