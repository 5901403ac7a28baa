// Runs the tests, those in a real VS Code as well, and ends with one plain line of totals: node scripts/test.js
// With arguments, which are vitest's, it runs vitest alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const vitest = path.join(project, 'node_modules/vitest/vitest.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'posting-lint-tests-'));
const results = path.join(folder, 'results.json');

let passed = 0;
let failed = 0;
let skipped = 0;
let status = 1;
try {
  const { status: ended } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...process.argv.slice(2),
    ],
    { cwd: project, stdio: 'inherit' },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  // A file that cannot be loaded has no tests to count, and must not pass for it.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  passed = numPassedTests;
  failed = numFailedTests + broken.length;
  skipped = numPendingTests + numTodoTests;
  status = ended ?? 1;
  if (process.argv.length === 2) runInEditor();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed = Math.max(failed, 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (status !== 0 && failed === 0) failed = 1;
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status;

/** The extension in a real VS Code: in a process of its own, which can leave nothing behind. */
function runInEditor() {
  const totals = path.join(folder, 'editor.json');
  const script = path.join(project, 'scripts/vscode-test.js');
  spawnSync(process.execPath, [script, `--totals=${totals}`], { cwd: project, stdio: 'inherit' });
  const editor = JSON.parse(readFileSync(totals, 'utf8'));
  passed += editor.passed;
  failed += editor.failed;
  skipped += editor.skipped;
  if (editor.failed > 0) status = 1;
}
