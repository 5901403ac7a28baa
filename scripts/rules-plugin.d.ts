import type { Plugin } from 'esbuild';

/** Every file below `rules/`, sorted; `file` is relative to the project, with `/`. */
export function ruleFiles(): { file: string; text: string }[];

/** Gives `virtual:rules`, all rules parsed and checked, and `virtual:build` to either bundler. */
export const esbuildRules: Plugin;
export const viteRules: {
  name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | Promise<string> | undefined;
};
