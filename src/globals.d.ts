/** The package's version, filled in by the bundler. */
declare const __VERSION__: string;

/** All of `rules/`, parsed and checked; see scripts/rules-plugin.js. */
declare module 'virtual:rules' {
  export const rules: unknown[];
  export const lists: Record<string, unknown>;
  export const places: Record<string, unknown>;
}
