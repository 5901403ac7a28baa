import { LEVELS } from '../config/index.ts';
import type { Level } from '../contract/report.ts';
import { DEFAULT_SETTINGS, type Settings } from '../protocol/settings.ts';

/** Settings as an editor sends them, which may hold anything; what is not as it should be counts as not set. */
export function readSettings(sent: unknown, otherwise: Settings = DEFAULT_SETTINGS): Settings {
  const { enable, files, rules, configFile } = isRecord(sent)
    ? (sent as Partial<Record<keyof Settings, unknown>>)
    : {};
  return {
    enable: typeof enable === 'boolean' ? enable : otherwise.enable,
    files: Array.isArray(files)
      ? files.filter((pattern) => typeof pattern === 'string' && pattern !== '')
      : otherwise.files,
    rules: isRecord(rules) ? readLevels(rules) : otherwise.rules,
    configFile: typeof configFile === 'string' ? configFile.trim() : otherwise.configFile,
  };
}

function readLevels(rules: Record<string, unknown>): Record<string, Level> {
  const levels: Record<string, Level> = {};
  for (const [name, value] of Object.entries(rules)) {
    const level = LEVELS.find((known) => known === value);
    if (level) levels[name] = level;
  }
  return levels;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
