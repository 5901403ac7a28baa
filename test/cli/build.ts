import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { esbuildRules } from '../../scripts/rules-plugin.js';
import type { Outcome } from './harness.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface Built {
  /** Path of the command. */
  readonly file: string;
  /** Calls it, without a terminal. */
  call(argv: string[], options?: { cwd?: string; input?: string }): Outcome;
  /** Starts it, and does not wait. */
  start(argv: string[], options?: { cwd?: string }): ReturnType<typeof spawn>;
}

/** The command as users have it, built before the tests of a file: as esbuild.js does it, but not over dist/. */
export function builtCommand(): Built {
  let folder = '';
  const built = {
    file: '',
    call(argv: string[], options: { cwd?: string; input?: string } = {}): Outcome {
      const { status, stdout, stderr } = spawnSync(process.execPath, [built.file, ...argv], {
        encoding: 'utf8',
        cwd: root,
        env: { ...process.env, NO_COLOR: '1' },
        maxBuffer: 1 << 28,
        ...options,
      });
      return { code: status ?? -1, stdout, stderr };
    },
    start: (argv: string[], options: { cwd?: string } = {}) =>
      spawn(process.execPath, [built.file, ...argv], { cwd: root, ...options }),
  };

  beforeAll(async () => {
    // Beside the packages, so that those left out are found.
    folder = mkdtempSync(path.join(root, 'node_modules/.posting-lint-'));
    built.file = path.join(folder, 'cli.mjs');
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: { cli: 'src/cli/main.ts' },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      define: { __VERSION__: '"9.9.9"' },
      plugins: [esbuildRules],
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    });
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return built;
}
