// Takes the pictures of the README and the walkthrough: npm run screenshot [-- folder]; without one, into media/.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportFrame } from '../test/vscode-host/hands.js';
import { openBrowser, startServer } from '../test/vscode-host/host.js';
import { unsupported } from '../test/vscode-host/install.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'Default Light Modern' },
    locale: { type: 'string', default: 'en' },
    /** Only pictures whose name has this in it. */
    only: { type: 'string', default: '' },
  },
});
if (unsupported) {
  console.error(unsupported);
  process.exit(1);
}
const media = path.resolve(positionals[0] ?? path.join(root, 'media'));
mkdirSync(path.join(media, 'walkthrough'), { recursive: true });
await import('../esbuild.js');

const folder = mkdtempSync(path.join(os.tmpdir(), 'posting-lint-pictures-'));
const workspace = path.join(folder, 'jobs');
cpSync(path.join(root, 'examples'), workspace, { recursive: true });
const draft = path.join(workspace, 'growth-marketer.md');

/** @param {string} name @param {(page, save) => Promise<void>} take @param {object} [size] */
async function picture(
  name,
  take,
  { width = 800, height = 500, scale = 1, open = [draft], settings = {} } = {},
) {
  if (!name.includes(options.only)) return;
  const host = await startServer({
    workspace,
    extension: root,
    open,
    locale: options.locale,
    settings: {
      'workbench.colorTheme': options.theme,
      'editor.minimap.enabled': false,
      'editor.lineNumbers': 'off',
      'editor.glyphMargin': false,
      'editor.folding': false,
      'editor.fontSize': 14,
      'editor.wordWrap': 'on',
      'breadcrumbs.enabled': false,
      'workbench.activityBar.location': 'hidden',
      'workbench.layoutControl.enabled': false,
      'window.menuBarVisibility': 'hidden',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of VS Code's
      'window.title': '${activeEditorShort}',
      ...settings,
    },
  });
  const { browser, page } = await openBrowser({ width, height, scale });
  try {
    await page.goto(host.url);
    await page.waitForSelector('.squiggly-warning', { timeout: 60_000 });
    await page.keyboard.press('Control+b');
    await take(page);
    await quiet(page);
    await page.screenshot({ path: path.join(media, `${name}.png`) });
    console.log(`${name}.png`);
  } catch (error) {
    await page.screenshot({ path: path.join(media, `${name}-failed.png`) });
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Things that come and go by themselves must not be in a picture. */
async function quiet(page) {
  await page.evaluate('document.querySelector(".notifications-toasts")?.remove()');
  await page.waitForTimeout(900);
}

async function command(page, name) {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(name);
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
}

async function cursorOn(page, words, within = 3) {
  await command(page, 'Find');
  await page.keyboard.type(words);
  await page.waitForTimeout(400);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < within; step++) await page.keyboard.press('ArrowRight');
}

async function report(page) {
  await command(page, 'Posting Lint: Show Report');
  const frame = await reportFrame(page);
  await frame.waitForSelector('.checklist li');
  return frame;
}

await picture('report', report, { width: 1440, height: 900, scale: 1 });
await picture('walkthrough/open', async (page) => void (await page.keyboard.press('Control+Home')));
await picture('walkthrough/fix', async (page) => {
  await cursorOn(page, 'recent graduate');
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget');
});
await picture(
  'walkthrough/report',
  async (page) => {
    const frame = await report(page);
    await frame.waitForTimeout(300);
  },
  { width: 1200, height: 750 },
);
await picture('walkthrough/why', async (page) => {
  await cursorOn(page, 'recent graduate');
  await command(page, 'Show or Focus Hover');
  await page.waitForSelector('.monaco-hover-content');
});
await picture('walkthrough/house', async (page) => {
  await command(page, 'Preferences: Open Settings (UI)');
  await page.waitForSelector('.settings-editor');
  await page.keyboard.type('@ext:posting-lint.posting-lint');
  await page.waitForTimeout(1200);
});
rmSync(folder, { recursive: true, force: true });
