// Takes the pictures of the README and the walkthrough: npm run screenshot [-- folder]; without one, into media/.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportFrame } from '../test/vscode-host/hands.js';
import { openBrowser, startServer } from '../test/vscode-host/host.js';
import { unsupported } from '../test/vscode-host/install.js';
import { smallPng } from './small-png.js';

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

/**
 * One picture, of a fresh copy of the examples.
 *
 * @param {string} name
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} take - brings VS Code to where it is to be seen
 */
async function picture(name, take, { width = 660, height = 420, scale = 1, settings = {} } = {}) {
  if (!name.includes(options.only)) return;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'posting-lint-pictures-'));
  const workspace = path.join(folder, 'jobs');
  cpSync(path.join(root, 'examples'), workspace, { recursive: true });
  const host = await startServer({
    workspace,
    extension: root,
    open: [path.join(workspace, 'growth-marketer.md')],
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
      'workbench.statusBar.visible': true,
      'editor.renderLineHighlight': 'none',
      'editor.occurrencesHighlight': 'off',
      'editor.selectionHighlight': false,
      'files.autoSave': 'off',
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
    const png = smallPng(await pixelsOf(browser, await page.screenshot()));
    writeFileSync(path.join(media, `${name}.png`), png);
    console.log(`${name}.png: ${Math.round(png.length / 1000)} kB`);
  } catch (error) {
    await page.screenshot({ path: path.join(media, `${name}-failed.png`) });
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The browser decodes its own picture. */
async function pixelsOf(browser, png) {
  const page = await browser.newPage();
  const { width, height, data } = await page.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 32_768)
      text += String.fromCharCode(...data.subarray(at, at + 32_768));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, png.toString('base64'));
  return { width, height, pixels: Buffer.from(data, 'base64') };
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

async function select(page, words) {
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+f');
  await page.waitForSelector('.find-widget.visible');
  await page.keyboard.type(words);
  await page.waitForTimeout(400);
  await page.keyboard.press('Escape');
}

async function showReport(page) {
  await command(page, 'Posting Lint: Show Report');
  const frame = await reportFrame(page);
  await frame.waitForSelector('.checklist li');
}

await picture('report', showReport, { width: 1280, height: 800, scale: 2 });
await picture('walkthrough/open', (page) => page.keyboard.press('Control+Home'));
await picture('walkthrough/fix', async (page) => {
  await select(page, 'recent graduate');
  // With words selected, VS Code offers to do things with them as well.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget');
});
await picture('walkthrough/report', showReport, { width: 840, height: 530 });
await picture('walkthrough/why', async (page) => {
  await select(page, 'recent graduate');
  await command(page, 'Posting Lint: Explain Rule');
  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await page.waitForSelector('iframe.webview', { state: 'attached' });
  await page.waitForTimeout(2500);
});
const rules = { 'age/recent-graduate': 'error', 'culture/fast-paced': 'off', sections: 'warning' };
await picture(
  'walkthrough/house',
  async (page) => {
    await command(page, 'Preferences: Open Settings (UI)');
    await page.waitForSelector('.settings-editor');
    await page.keyboard.type('@id:postingLint.rules');
    await page.waitForTimeout(1200);
  },
  { settings: { 'postingLint.rules': rules } },
);
