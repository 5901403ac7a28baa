/** The package's version, filled in by the bundler. */
declare const __VERSION__: string;

/** All of `rules/`, parsed and checked; see scripts/rules-plugin.js. */
declare module 'virtual:rules' {
  export const rules: unknown[];
  export const lists: Record<string, unknown>;
  export const places: Record<string, unknown>;
}

/** A name for what the program is made of: two builds with the same find the same. */
declare module 'virtual:build' {
  export const build: string;
}
