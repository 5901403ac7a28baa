// Runs the tests of the extension in a real VS Code: in its Node host, in its web worker, and from the package.
//   node scripts/vscode-test.js [node] [web] [german] [vsix] [--grep=words] [--shot=picture.png] [--verbose]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startHands } from '../test/vscode-host/hands.js';
import { openBrowser, startServer, startWeb } from '../test/vscode-host/host.js';
import { install, unsupported } from '../test/vscode-host/install.js';
import { packageExtension } from './vscode-package.js';
import { buildSuites } from './vscode-suites.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const HOSTS = {
  node: 'VS Code, Node host',
  web: 'VS Code, web worker',
  german: 'VS Code, web worker, in German',
  vsix: 'VS Code, from the package',
};
const MARK = '##test## ';
/** The longest that the extension may take to activate, by what VS Code itself writes down, in milliseconds. */
const ACTIVATION = 100;
/** No test takes longer than this without a word, in milliseconds; nor does the start of VS Code on a busy machine. */
const SILENCE = 120_000;
/** What is closed at the end and does not answer within this is left to the end of this process. */
const PATIENCE = 15_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    shot: { type: 'string' },
    /** Totals are written to this file, for the script that runs all tests. */
    totals: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const sum = { passed: 0, failed: 0, skipped: 0 };
/** Of each Node host, in milliseconds. */
const activations = [];
/** Of this run alone, so that two can run at a time. It stands in the project, for a web worker loads the suites from there. */
const built = path.join('dist-test', String(process.pid));

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
process.on('exit', () => rmSync(path.join(root, built), { recursive: true, force: true }));
// A browser that breaks off can reject what nobody waits for any more. The totals are told all the same.
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error) => {
    console.log(`  FAIL ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    sum.failed++;
    finish();
  });

if (unsupported) skipAll(unsupported);
try {
  await install();
} catch (error) {
  skipAll(`VS Code or Chromium could not be installed: ${error instanceof Error ? error.message : error}`);
}
try {
  const { browser } = await openBrowser();
  await browser.close();
} catch (error) {
  // What follows the first line is a log.
  const [reason] = String(error instanceof Error ? error.message : error).split('\n');
  skipAll(`Chromium does not start here: ${reason}`);
}

const wanted = positionals.length > 0 ? positionals : Object.keys(HOSTS);
const vsix = path.join(root, built, 'posting-lint.vsix');
mkdirSync(path.dirname(vsix), { recursive: true });
await packageExtension(vsix);
for (const name of wanted) {
  if (!(name in HOSTS)) throw new Error(`There is no host “${name}”: ${Object.keys(HOSTS).join(', ')}`);
  console.log(`\n${HOSTS[name]}`);
  const totals = await runHost(name, vsix);
  for (const key of Object.keys(sum)) sum[key] += totals[key];
}
console.log('');
judgeActivation();
finish();

/** A machine that cannot run this VS Code says so, and fails nothing. */
function skipAll(reason) {
  console.log(`\nSKIPPED: the tests of the extension in VS Code. ${reason}`);
  sum.skipped++;
  finish();
}

function finish() {
  const { passed, failed, skipped } = sum;
  // Whoever asked for the totals says them.
  if (options.totals) writeFileSync(options.totals, JSON.stringify({ passed, failed, skipped }));
  else console.log(`${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

/** What is measured of a busy machine is too long, never too short: the shortest of the Node hosts counts. */
function judgeActivation() {
  if (activations.length === 0) return;
  const best = Math.min(...activations);
  const good = best < ACTIVATION;
  console.log(
    `${good ? 'ok  ' : 'FAIL'} the extension activates in ${best} ms; ${ACTIVATION} ms are the limit\n`,
  );
  sum[good ? 'passed' : 'failed']++;
}

/** One VS Code from start to end. */
async function runHost(name, vsix) {
  const folder = makeWorkspace();
  const totals = { passed: 0, failed: 0, skipped: 0 };
  let host;
  let browser;
  let page;
  const language = name === 'german' ? 'de' : 'en';
  const hands = await startHands(() => page);
  await buildSuites({ folder: built, hands: hands.url, grep: options.grep, language });
  let problem = 'it never told its results';
  try {
    host =
      name === 'web' || name === 'german'
        ? await startWeb({ extension: root, tests: `${built}/suites-web.cjs`, language })
        : await startServer({
            workspace: path.join(folder, 'two.code-workspace'),
            extension: root,
            tests: `${built}/suites-node.cjs`,
            env: { POSTING_LINT_TEST_LINES: '1' },
            ...(name === 'vsix' ? { vsix } : {}),
          });
    ({ browser, page } = await openBrowser());
    problem = await watch(host, browser, page, totals);
    if (options.shot && (problem || totals.failed > 0)) await page.screenshot({ path: options.shot });
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  await inTime(browser?.close());
  const bad = problem !== undefined || totals.failed > 0;
  await inTime(host?.stop(bad));
  hands.close();
  rmSync(folder, { recursive: true, force: true });
  if (problem !== undefined) {
    console.log(`  FAIL ${problem}`);
    totals.failed = Math.max(totals.failed, 1);
  }
  if (bad && host?.logFile) console.log(`  VS Code's log: ${host.logFile}`);
  return totals;
}

/** Waits for the end of something, but not for ever. */
async function inTime(work) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([Promise.resolve(work).catch(() => undefined), late]);
  clearTimeout(timer);
}

/** @returns what went wrong besides tests; undefined when nothing did */
async function watch(host, browser, page, totals) {
  let told = false;
  let heard = Date.now();
  let timer;
  const ended = new Promise((resolve) => {
    timer = setInterval(() => {
      if (Date.now() - heard > SILENCE) resolve(`no word for ${SILENCE / 1000} s`);
    }, 1000);
    host.exited.then((code) => resolve(`VS Code's server ended (${code})`));
    page.on('crash', () => resolve('the page crashed'));
    browser.on('disconnected', () => resolve('the browser ended'));
    // The workbench calls these two by name: for each line of its log, and at the end.
    const expose = (name, work) => page.exposeFunction(name, work).catch((error) => resolve(error.message));
    expose('codeAutomationExit', () => resolve(told ? undefined : 'no test was run'));
    expose('codeAutomationLog', (kind, args) => {
      const text = args.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ');
      const at = text.indexOf(MARK);
      if (at < 0) {
        if (options.verbose) console.log(`    [${kind}] ${text}`);
        return;
      }
      heard = Date.now();
      const line = text.slice(at + MARK.length);
      const activated = /activated in ([\d.]+) ms/.exec(line);
      if (activated && host.logFile) activations.push(Number(activated[1]));
      const counted = /^totals (\d+) (\d+) (\d+)/.exec(line);
      if (!counted) return console.log(`  ${line}`);
      told = true;
      [totals.passed, totals.failed, totals.skipped] = counted.slice(1).map(Number);
    });
  });
  if (options.verbose) page.on('pageerror', (error) => console.log('    [page]', error.stack));
  try {
    await page.goto(host.url, { waitUntil: 'domcontentloaded', timeout: SILENCE });
    return await ended;
  } finally {
    clearInterval(timer);
  }
}

/** Two empty folders; the suites write what they need. */
function makeWorkspace() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'posting-lint-workspace-'));
  for (const name of ['one', 'two']) mkdirSync(path.join(folder, name));
  writeFileSync(
    path.join(folder, 'two.code-workspace'),
    JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }),
  );
  return folder;
}
