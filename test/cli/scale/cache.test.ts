import { readdirSync, statSync, truncateSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { builtCommand } from '../build.ts';
import { type Folder, folder } from '../harness.ts';
import { postings } from './postings.ts';

// Each call is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
const built = builtCommand();
const CACHE = '.posting-lint-cache';

const lint = (here: Folder, ...args: string[]) =>
  built.call(['jobs', '-f', 'json', '--as-of', '2026-11-24', ...args], { cwd: here.path });

describe('a cache', () => {
  it('gives the same bytes and the same exit code', () => {
    const here = folder(postings(60));
    const plain = lint(here, '--fail-on', 'warning');
    expect(plain.code).toBe(1);
    expect(lint(here, '--fail-on', 'warning', '--cache')).toEqual(plain);
    const { ino } = statSync(here.at(CACHE));
    expect(lint(here, '--fail-on', 'warning', '--cache')).toEqual(plain);
    expect(lint(here, '--fail-on', 'warning', '--cache', '--concurrency', '2')).toEqual(plain);
    expect(statSync(here.at(CACHE)).ino).toBe(ino);
    const stylish = built.call(['jobs', '--cache', '--as-of', '2026-11-24'], { cwd: here.path });
    expect(stylish).toEqual(built.call(['jobs', '--as-of', '2026-11-24'], { cwd: here.path }));
  });

  it('is really used, and only for what has not changed', () => {
    const here = folder({ 'jobs/a.md': 'We want a recent graduate.', 'jobs/b.md': 'We want a rockstar.' });
    lint(here, '--cache');
    // What stands in the cache is shown: a mark set there comes out.
    here.write('jobs/b.md', 'We want a recent graduate.');
    const both = JSON.parse(lint(here, '--cache').stdout);
    expect(both.files.map(({ path }: { path: string }) => path)).toEqual(['jobs/a.md', 'jobs/b.md']);
    expect(both.files[1].findings).toEqual(both.files[0].findings);
    // Another level of a rule is another configuration.
    const off = JSON.parse(lint(here, '--cache', '--rule', 'age:off').stdout);
    const rules = off.files[0].findings.map(({ category }: { category: string }) => category);
    expect(rules).not.toContain('age');
  });

  it('that is damaged is made anew', () => {
    const here = folder(postings(8));
    const plain = lint(here);
    lint(here, '--cache-location', 'deep/cache');
    const file = here.at('deep/cache');
    for (const damage of [
      () => truncateSync(file, statSync(file).size >> 1),
      () => here.write('deep/cache', 'nonsense\n'),
      () => here.write('deep/cache', here.bytes('deep/cache').fill(7, 30, 200)),
    ]) {
      damage();
      expect(lint(here, '--cache-location', 'deep/cache')).toEqual(plain);
    }
    const whole = statSync(file).ino;
    expect(lint(here, '--cache-location', 'deep/cache')).toEqual(plain);
    expect(statSync(file).ino).toBe(whole);
    expect(readdirSync(here.at('deep'))).toEqual(['cache']);
  });

  it('can be used by two runs at once', async () => {
    const here = folder(postings(80));
    const plain = lint(here);
    const both = await Promise.all(
      [1, 2].map(async () => {
        const child = built.start(['jobs', '-f', 'json', '--as-of', '2026-11-24', '--cache'], {
          cwd: here.path,
        });
        const chunks: Buffer[] = [];
        child.stdout?.on('data', (chunk) => chunks.push(chunk));
        const code = await new Promise((resolve) => child.on('close', resolve));
        return { code, stdout: Buffer.concat(chunks).toString(), stderr: '' };
      }),
    );
    expect(both).toEqual([plain, plain]);
    const { ino } = statSync(here.at(CACHE));
    expect(lint(here, '--cache')).toEqual(plain);
    expect(statSync(here.at(CACHE)).ino).toBe(ino);
    expect(readdirSync(here.path).sort()).toEqual([CACHE, 'jobs']);
  });

  it('does not keep a file from being fixed', () => {
    const here = folder({ 'jobs/a.md': '# Nurse\n\nWe want the the best.\n' });
    lint(here, '--cache');
    expect(lint(here, '--cache', '--fix').stderr).toBe('1 fix made in 1 file.\n');
    expect(here.read('jobs/a.md')).toBe('# Nurse\n\nWe want the best.\n');
  });

  it('that cannot be written is no failure', () => {
    const here = folder({ 'jobs/a.md': 'A nurse.', file: '' });
    expect(lint(here, '--cache-location', 'file/cache')).toMatchObject({
      code: 0,
      stderr: 'The cache could not be written. A folder on the way there is a file.\n',
    });
  });
});
