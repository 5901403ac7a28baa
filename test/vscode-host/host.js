// Starts a real VS Code on 127.0.0.1, and a Chromium to use it with. No network is used.
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { install, paths } from './install.js';
import { startWebServer } from './web-server.js';

const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
};

/**
 * VS Code with a server: extensions run in Node, as on a desktop.
 *
 * @param {object} options
 * @param {string} options.workspace - a folder, or a .code-workspace file
 * @param {string} options.extension - the extension's folder
 * @param {string} [options.vsix] - install this package and run it in place of `extension`
 * @param {string} [options.tests] - a file in `extension` whose `run()` VS Code calls
 * @param {string[]} [options.open] - files to open
 * @param {object} [options.settings]
 * @param {Record<string, string>} [options.env] - for the extension host
 * @param {string} [options.locale]
 */
export async function startServer({
  workspace,
  extension,
  vsix,
  tests,
  open = [],
  settings = {},
  env = {},
  locale,
}) {
  await install();
  const work = mkdtempSync(path.join(os.tmpdir(), 'posting-lint-vscode-'));
  const data = path.join(work, 'data');
  const extensions = path.join(work, 'extensions');
  mkdirSync(path.join(data, 'data/User'), { recursive: true });
  writeFileSync(path.join(data, 'data/User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  const main = path.join(paths.vscode, 'out/server-main.js');
  const own = { ...inheritedEnvironment(), HOME: work };
  if (vsix) installPackage({ main, data, extensions, vsix, env: own });

  const port = await freePort();
  const server = spawn(
    paths.node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--server-data-dir', data, '--extensions-dir', extensions],
      ...['--telemetry-level', 'off', '--accept-server-license-terms', '--without-connection-token'],
      // Without it, the workbench ignores `payload` without a word, and no test ever starts.
      '--enable-smoke-test-driver',
      '--disable-workspace-trust',
      '--disable-update-check',
      '--disable-getting-started-override',
      '--disable-experiments',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: {
        ...own,
        TMPDIR: work,
        XDG_RUNTIME_DIR: work,
        XDG_CONFIG_HOME: work,
        XDG_DATA_HOME: work,
        EXTENSIONS_GALLERY: '{"serviceUrl":""}',
        ...env,
      },
    },
  );
  const logFile = path.join(work, 'server.log');
  const log = createWriteStream(logFile);
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  // Its whole group: the server, the extension host, the language server.
  const kill = () => {
    try {
      process.kill(-server.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  process.on('exit', kill);
  const exited = new Promise((resolve) => server.on('exit', resolve));
  await Promise.race([
    new Promise((resolve) =>
      server.stdout.on('data', (text) => /Extension host agent listening/.test(text) && resolve()),
    ),
    exited.then((code) => {
      throw new Error(`VS Code's server ended (${code}): ${readFileSync(logFile, 'utf8').slice(-2000)}`);
    }),
  ]);

  const authority = `127.0.0.1:${port}`;
  const uri = (file) => `vscode-remote://${authority}${file}`;
  const payload = [['skipWelcome', 'true']];
  if (vsix && tests) writeRunner(work);
  if (!vsix || tests) payload.push(['extensionDevelopmentPath', uri(vsix ? work : extension)]);
  if (tests) payload.push(['extensionTestsPath', uri(path.join(extension, tests))]);
  for (const file of open) payload.push(['openFile', uri(file)]);
  const query = new URLSearchParams({
    [workspace.endsWith('.code-workspace') ? 'workspace' : 'folder']: workspace,
    payload: JSON.stringify(payload),
    ...(locale ? { locale } : {}),
  });
  return {
    url: `http://${authority}/?${query}`,
    exited,
    logFile,
    async stop(keep = false) {
      kill();
      await exited;
      if (!keep) rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** VS Code with no server: extensions run in a web worker, as on vscode.dev. */
export async function startWeb({ extension, tests, settings = {}, language }) {
  await install();
  const { url, close } = await startWebServer({
    vscode: paths.vscode,
    extension,
    tests,
    language,
    workspace: JSON.stringify({ folders: [{ uri: 'tmp:/one' }, { uri: 'tmp:/two' }] }),
    settings: { ...SETTINGS, ...settings },
  });
  return { url, exited: new Promise(() => {}), logFile: undefined, stop: async () => close() };
}

/** @param {{ width?: number, height?: number, scale?: number, locale?: string }} [options] */
export async function openBrowser({ width = 1280, height = 800, scale = 1, locale = 'en-US' } = {}) {
  const { chromium } = createRequire(import.meta.url)(paths.playwright);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || paths.chromium,
    headless: true,
    env: { ...process.env, LD_LIBRARY_PATH: path.join(path.dirname(paths.chromium), 'lib') },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale });
  return { browser, page: await context.newPage() };
}

/** What a VS Code that started this may have said to its children would mislead another one. */
function inheritedEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:VSCODE_|ELECTRON_|CODE_SERVER|NODE_OPTIONS$)/.test(name),
    ),
  );
}

function installPackage({ main, data, extensions, vsix, env }) {
  const flags = ['--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', extensions];
  execFileSync(paths.node, [main, ...flags, '--install-extension', vsix], { env, stdio: 'pipe' });
}

/** VS Code runs tests only with an extension under development; beside an installed one, that is an empty one. */
function writeRunner(folder) {
  const manifest = { name: 'runner', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
