import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Bundles the suites of test/vscode/ for VS Code's Node host and for its web worker.
 *
 * @param {{ folder?: string, hands?: string, grep?: string, language?: string }} [options] - what the tests must know: it stands in the bundle, because a
 *   web worker has no environment
 */
export async function buildSuites({ folder = 'dist-test', hands = '', grep = '', language = 'en' } = {}) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    outdir: folder,
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    define: { __TESTS__: JSON.stringify({ hands, grep, language }) },
    outExtension: { '.js': '.cjs' },
  };
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: { 'suites-node': 'test/vscode/mocha-node.ts' },
      platform: 'node',
      format: 'cjs',
      external: ['vscode', 'mocha'],
    }),
    esbuild.build({
      ...common,
      entryPoints: { 'suites-web': 'test/vscode/mocha-web.ts' },
      platform: 'browser',
      // As a CommonJS module it would see its exports overwritten by mocha's build for browsers, which takes the page's
      // `module` for its own.
      format: 'iife',
      globalName: 'suites',
      footer: { js: 'module.exports = suites;' },
      external: ['vscode'],
    }),
  ]);
}
