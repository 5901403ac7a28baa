import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Built, build } from './build.ts';

const present = spawnSync('nvim', ['--version']).status === 0;
if (!present)
  console.warn('Neovim is not installed here, so its client is not tried (Debian: apt-get install neovim).');

describe.skipIf(!present)('Neovim’s own client', () => {
  let built: Built;
  let root: string;
  beforeAll(async () => {
    built = await build();
    root = realpathSync(mkdtempSync(path.join(tmpdir(), 'posting-lint-nvim-')));
  }, 60_000);
  afterAll(() => {
    built.remove();
    rmSync(root, { recursive: true, force: true });
  });

  it('shows what is found, explains it, and makes a fix', () => {
    mkdirSync(path.join(root, 'jobs'));
    writeFileSync(path.join(root, 'jobs/cook.md'), '# Cook\n\nYou are a rockstar.\n\nAsk our salesman.\n');
    const out = path.join(root, 'seen.json');
    const script = path.resolve(import.meta.dirname, 'neovim.lua');
    const { stderr } = spawnSync('nvim', ['--headless', '--clean', '-S', script], {
      encoding: 'utf8',
      timeout: 90_000,
      env: { ...process.env, OUT: out, ROOT: root, NODE: process.execPath, CLI: built.cli },
    });
    const seen = JSON.parse(readFileSync(out, 'utf8'));
    expect(seen.problem, stderr).toBeUndefined();
    expect(seen.first).toEqual(['culture/hype-title', 'gender/service-titles']);
    expect(seen.hover).toContain('gender/service-titles');
    expect(seen.title).toBe('Replace with “salesperson”');
    expect(seen.text).toContain('Ask our salesperson.');
    expect(seen.second).toEqual(['culture/hype-title']);
    expect(seen.stopped).toBe(true);
  }, 100_000);
});
