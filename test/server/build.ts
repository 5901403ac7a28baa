import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { esbuildRules } from '../../scripts/rules-plugin.js';

const root = path.resolve(import.meta.dirname, '../..');

export interface Built {
  /** The command, for `node cli.js lsp`. */
  cli: string;
  /** The extension's server process. */
  server: string;
  /** The folder of both. */
  folder: string;
  remove(): void;
}

/** Makes the bundles as esbuild.js does, but not over what stands in dist/. */
export async function build(): Promise<Built> {
  const folder = mkdtempSync(path.join(root, 'node_modules/.posting-lint-'));
  const common: esbuild.BuildOptions = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    target: 'es2022',
    define: { __VERSION__: '"9.9.9"' },
    plugins: [esbuildRules],
  };
  const module = { '.js': '.mjs' };
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: { cli: 'src/cli/main.ts' },
      outExtension: module,
      splitting: true,
      platform: 'node',
      format: 'esm',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    }),
    esbuild.build({
      ...common,
      entryPoints: { server: 'src/server/main-node.ts' },
      outExtension: module,
      platform: 'node',
      format: 'esm',
    }),
    esbuild.build({
      ...common,
      entryPoints: { 'server-web': 'src/server/main-web.ts' },
      platform: 'browser',
      format: 'iife',
    }),
  ]);
  return {
    cli: path.join(folder, 'cli.mjs'),
    server: path.join(folder, 'server.mjs'),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
