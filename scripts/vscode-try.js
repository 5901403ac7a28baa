// Opens VS Code in the browser on the examples, with the extension: npm run try [-- folder] [--locale=de]
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from '../test/vscode-host/host.js';
import { unsupported } from '../test/vscode-host/install.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string' } },
});
if (unsupported) {
  console.error(unsupported);
  process.exit(1);
}
await import('../esbuild.js');

// The examples are copied, so that trying things out changes none of them.
const copy =
  positionals[0] === undefined ? mkdtempSync(path.join(os.tmpdir(), 'posting-lint-try-')) : undefined;
const workspace = copy ? path.join(copy, 'jobs') : path.resolve(positionals[0]);
if (copy) cpSync(path.join(root, 'examples'), workspace, { recursive: true });
const host = await startServer({
  workspace,
  extension: root,
  open: copy ? [path.join(workspace, 'growth-marketer.md')] : [],
  ...(options.locale ? { locale: options.locale } : {}),
});
console.log(`VS Code with Posting Lint: ${host.url}\nCtrl+C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await host.stop();
    if (copy) rmSync(copy, { recursive: true, force: true });
    process.exit(0);
  });
}
await host.exited;
