import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { builtCommand } from '../build.ts';
import { folder } from '../harness.ts';
import { postings } from './postings.ts';

// Each call is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
const built = builtCommand();
const COUNT = 1500;

describe('a run that is stopped', () => {
  it.each([
    ['SIGINT', '1'],
    ['SIGINT', '2'],
    ['SIGTERM', '1'],
  ] as const)(
    'by %s with %s thread(s) leaves every file whole and nothing half-written',
    async (signal, threads) => {
      const before = Object.fromEntries(
        Object.entries(postings(COUNT)).map(([name, text]) => [name, text.replace('We want', 'We we want')]),
      );
      const here = folder(before);
      const child = built.start(
        ['jobs', '--fix', '--cache', '-f', 'json=report.json', '--concurrency', threads],
        { cwd: here.path },
      );
      const fixed = () => Object.keys(before).filter((name) => here.read(name) !== before[name]);
      // In the midst of it: the first file that is fixed is the sign.
      while (child.exitCode === null && here.read('jobs/00000.md') === before['jobs/00000.md'])
        await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill(signal);
      const end = await new Promise((resolve) => child.on('close', (code, by) => resolve(by ?? code)));
      expect(end).toBe(signal);
      const done = fixed();
      expect(done.length).toBeGreaterThan(0);
      expect(done.length).toBeLessThan(COUNT);
      for (const name of done) expect(here.read(name)).toBe(before[name]?.replace('We we want', 'We want'));
      const names = readdirSync(here.path, { recursive: true, encoding: 'utf8' });
      expect(names.filter((name) => name.startsWith('jobs/')).length).toBe(COUNT);
      expect(names.filter((name) => !name.startsWith('jobs'))).toEqual([]);
    },
  );

  it('of a report keeps the one that was there', async () => {
    const here = folder({ ...postings(COUNT), 'report.json': 'the last one' });
    const child = built.start(['jobs', '-f', 'json=report.json'], { cwd: here.path });
    const begun = () => readdirSync(here.path).some((name) => name.endsWith('.tmp'));
    while (child.exitCode === null && !begun()) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    await new Promise((resolve) => child.on('close', resolve));
    expect(readFileSync(path.join(here.path, 'report.json'), 'utf8')).toBe('the last one');
    expect(readdirSync(here.path).sort()).toEqual(['jobs', 'report.json']);
  });
});
