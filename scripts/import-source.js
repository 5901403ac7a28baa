import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { esbuildRules } from './rules-plugin.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Lets a script use the TypeScript of src/: bundles the given module text, resolved from the project's folder, and
 * imports the result.
 */
export async function importSource(contents) {
  // Inside node_modules, so that packages left out of the bundle are found from there.
  const folder = mkdtempSync(path.join(root, 'node_modules/.posting-lint-'));
  const outfile = path.join(folder, 'module.mjs');
  try {
    await esbuild.build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile,
      define: { __VERSION__: '"0.0.0-script"' },
      plugins: [esbuildRules],
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
