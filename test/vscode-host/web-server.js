// Serves the workbench of VS Code with no server behind it: extensions run in a web worker, as on vscode.dev.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const WORKBENCH = '/static/out/vs/code/browser/workbench/workbench.js';
const WORKSPACE = '/two.code-workspace';
/** code-server ties its workbench to a server; these undo it. */
const UNTIE = [
  [/remoteAuthority:location\.host/, 'remoteAuthority:void 0'],
  [/(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\b/, '$1vscodeUserData'],
];

/**
 * @param {object} options
 * @param {string} options.vscode
 * @param {string} options.extension - the extension's folder
 * @param {string} [options.tests] - a file in it
 * @param {object} options.settings
 * @param {string} options.workspace - what a .code-workspace file holds
 * @param {string} [options.language] - that extensions are told to speak; VS Code itself stays English
 */
export async function startWebServer({ vscode, extension, tests, settings, workspace, language }) {
  const mounts = { static: vscode, extension };
  let authority = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const wanted = decodeURIComponent(pathname);
    if (wanted === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(page(configuration({ authority, tests, settings }), language));
      return;
    }
    response.setHeader('access-control-allow-origin', '*');
    if (wanted === WORKSPACE) {
      response.setHeader('content-type', 'application/json');
      response.end(workspace);
      return;
    }
    const file = fileFor(mounts, wanted);
    if (!file) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    if (wanted === WORKBENCH) response.end(untied(readFileSync(file, 'utf8')));
    else createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  authority = `127.0.0.1:${server.address().port}`;
  return {
    url: `http://${authority}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function fileFor(mounts, wanted) {
  const [, mount, ...rest] = wanted.split('/');
  const root = mounts[mount];
  if (root === undefined) return undefined;
  const file = path.join(root, ...rest);
  if (!file.startsWith(root + path.sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function untied(text) {
  return UNTIE.reduce((result, [from, to]) => {
    if (!from.test(result)) throw new Error(`${from} is no longer in VS Code's workbench.js`);
    return result.replace(from, to);
  }, text);
}

function configuration({ authority, tests, settings }) {
  const at = (file) => ({ scheme: 'http', authority, path: file });
  return {
    workspaceUri: at(WORKSPACE),
    configurationDefaults: settings,
    userDataPath: '/',
    // Otherwise pages of extensions come from a server of Microsoft's.
    webviewEndpoint: `http://${authority}/static/out/vs/workbench/contrib/webview/browser/pre`,
    enableWorkspaceTrust: false,
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    productConfiguration: { enableTelemetry: false, extensionsGallery: undefined },
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/extension')],
      ...(tests ? { extensionTestsPath: at(`/extension/${tests}`) } : {}),
    },
  };
}

function page(config, language = 'en') {
  const escaped = JSON.stringify(config).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${escaped}">
<meta id="vscode-workbench-web-base-url" data-settings="/static">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_NLS_LANGUAGE = '${language}';</script>
<script>globalThis._VSCODE_FILE_ROOT = new URL('/static/out/', location.href).toString();</script>
<script type="module" src="/static/out/nls.messages.js"></script>
<script type="module" src="/static/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}
