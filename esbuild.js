// Makes the bundles in dist/. `node esbuild.js --watch` keeps them fresh.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { notices } from './scripts/notices.js';
import { esbuildRules, esbuildRulesWith } from './scripts/rules-plugin.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const watch = process.argv.includes('--watch');

/**
 * The entry for Node takes the language client from the one for web workers, which has it inside; see
 * src/client/extension-web.ts.
 *
 * @type {esbuild.Plugin}
 */
const webEntryApart = {
  name: 'web-entry-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/extension-web\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './extension-web.cjs', external: true } : undefined,
    );
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  outdir: 'dist',
  target: 'es2022',
  sourcemap: process.argv.includes('--sourcemap'),
  minify: !watch,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [esbuildRules],
};

const builds = [
  {
    ...common,
    // The command, the library and its plugin for unified share what they have in common.
    entryPoints: { cli: 'src/cli/main.ts', index: 'src/api/index.ts', unified: 'src/api/unified.ts' },
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    // yaml and others are CommonJS inside and ask for `require` of Node's own modules.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  },
  // The server of the extension: all of it for a web worker, and what lets a Node process run the same.
  {
    ...common,
    entryPoints: { 'server-web': 'src/server/main-web.ts' },
    platform: 'browser',
    format: 'iife',
    plugins: [esbuildRulesWith({ examples: 4 })],
  },
  { ...common, entryPoints: { server: 'src/server/main-node.ts' }, platform: 'node', format: 'esm' },
  {
    ...common,
    entryPoints: { extension: 'src/client/extension.ts' },
    platform: 'node',
    format: 'cjs',
    plugins: [webEntryApart],
    // VS Code gives `vscode` to what is required.
    supported: { 'dynamic-import': false },
    // VS Code loads extensions with require, and the package says that .js is something else.
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { 'extension-web': 'src/client/extension-web.ts' },
    platform: 'browser',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { report: 'src/client/webview/main.ts' },
    platform: 'browser',
    format: 'iife',
  },
];

if (watch) {
  for (const options of builds) await (await esbuild.context(options)).watch();
} else {
  const results = await Promise.all(builds.map((options) => esbuild.build(options)));
  // Chunks are named after their content; those of earlier builds would pile up.
  const outputs = new Set(results.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
  for (const name of readdirSync('dist'))
    if (!outputs.has(`dist/${name}`) && !name.endsWith('.d.ts')) rmSync(path.join('dist', name));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync('dist/NOTICES.md', notices(inputs, fileURLToPath(new URL('.', import.meta.url))));
}
