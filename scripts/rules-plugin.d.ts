import type { Plugin } from 'esbuild';

/** Every file below `rules/`, sorted; `file` is relative to the project, with `/`. */
export function ruleFiles(): { file: string; text: string }[];

/** Gives `virtual:rules`, all rules parsed and checked, and `virtual:build` to either bundler. */
export const esbuildRules: Plugin;
/** The same with no more than so many examples of each kind. */
export function esbuildRulesWith(options?: { examples?: number }): Plugin;
export const viteRules: {
  name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | Promise<string> | undefined;
};
