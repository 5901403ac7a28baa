export { didYouMean } from './did-you-mean.ts';
export { ConfigError, type ConfigMistake } from './error.ts';
export { type Files, loadConfig } from './load.ts';
export {
  CONFIG_NAMES,
  type ConfigOfFile,
  ConfigResolver,
  type EffectiveConfig,
  type ResolverOptions,
} from './resolver.ts';
export { LEVELS, PRESETS, type Preset } from './schema.ts';
export { isKnownRule, type KnownNames, unknownRule } from './validate.ts';
