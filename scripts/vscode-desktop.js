// Runs the tests of the extension in a desktop VS Code that is downloaded: npm run test:desktop [version]
// VSCODE=/path/to/code uses one that is there already.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildSuites } from './vscode-suites.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
await import('../esbuild.js');
await buildSuites();
const folder = mkdtempSync(path.join(os.tmpdir(), 'posting-lint-desktop-'));
for (const name of ['one', 'two']) mkdirSync(path.join(folder, name));
const workspace = path.join(folder, 'two.code-workspace');
writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }));
let status = 1;
try {
  status = await runTests({
    ...(process.env.VSCODE
      ? { vscodeExecutablePath: process.env.VSCODE }
      : { version: process.argv[2] ?? 'stable' }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist-test/suites-node.cjs'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
