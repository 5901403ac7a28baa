import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { builtCommand } from '../build.ts';
import { type Folder, folder } from '../harness.ts';
import { postings } from './postings.ts';

// Each call is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
const built = builtCommand();
const DAY = ['--as-of', '2026-11-24'];
const call = (here: Folder, ...args: string[]) => built.call([...args], { cwd: here.path });

describe('many files', () => {
  it('give the same bytes with one thread and with several', () => {
    const here = folder({ ...postings(40), 'jobs/00010x.md': Buffer.from([0x61, 0xff, 0x62]) });
    for (const format of ['json', 'stylish']) {
      const one = call(here, 'jobs', 'gone.md', '-f', format, ...DAY, '--concurrency', '1');
      expect(one.code).toBe(2);
      expect(call(here, 'jobs', 'gone.md', '-f', format, ...DAY, '--concurrency', '3')).toEqual(one);
    }
  });

  it('are fixed the same with several threads', () => {
    const texts = Object.fromEntries(
      Object.entries(postings(40)).map(([name, text]) => [name, text.replace('We want', 'We we want')]),
    );
    const one = folder(texts);
    const several = folder(texts);
    const fixed = call(one, 'jobs', '--fix', ...DAY, '--concurrency', '1');
    expect(call(several, 'jobs', '--fix', ...DAY, '--concurrency', '2')).toEqual(fixed);
    expect(fixed.stderr).toMatch(/fixes made in 40 files/);
    for (const name of Object.keys(texts)) {
      expect(several.read(name)).toBe(one.read(name));
      expect(one.read(name)).not.toContain('We we');
    }
    expect(readdirSync(several.at('jobs'))).toHaveLength(40);
  });

  it('can be shared among machines, and merged to what one would have said', () => {
    const here = folder({ ...postings(23), 'jobs/00004.txt': Buffer.from([0xff]) });
    const whole = call(here, 'jobs', '-f', 'json', '-f', 'sarif=whole.sarif', ...DAY);
    const parts = [1, 2, 3].map((part) =>
      call(here, 'jobs', '-f', `json=part-${part}.json`, '--shard', `${part}/3`, ...DAY),
    );
    expect(parts.map(({ code }) => code).sort()).toEqual([0, 0, 2]);
    const names = ['part-3.json', 'part-1.json', 'part-2.json'];
    expect(call(here, 'merge', ...names, '-f', 'json', '-f', 'sarif=merged.sarif')).toMatchObject({
      code: whole.code,
      stdout: whole.stdout,
    });
    expect(here.read('merged.sarif')).toBe(here.read('whole.sarif'));
    const stylish = call(here, 'jobs', '--quiet', ...DAY);
    expect(call(here, 'merge', ...names, '--quiet').stdout).toBe(stylish.stdout);
    call(here, 'jobs', '-f', 'jsonl=part-1.json', '--shard', '1/3', ...DAY);
    expect(call(here, 'merge', ...names, '-f', 'json').stdout).toBe(whole.stdout);
    expect(call(here, 'jobs/00001.md', '--shard', '2/2').code).toBe(0);
  });

  it('judges merged reports as one run would', () => {
    const here = folder(postings(4));
    call(here, 'jobs', '-f', 'json=part.json', ...DAY);
    for (const judged of [
      ['--fail-on', 'info'],
      ['--fail-on', 'never'],
      ['--max-warnings', '1'],
    ]) {
      expect(call(here, 'merge', 'part.json', ...judged).code).toBe(
        call(here, 'jobs', ...DAY, ...judged).code,
      );
    }
  });

  it.each([
    [
      'cut off',
      (text: string) => text.slice(0, -30),
      'part.json is not a whole report in JSON, as -f json writes it.',
    ],
    [
      'cut off in a file',
      (text: string) => text.slice(0, text.length >> 1),
      'part.json is not a whole report',
    ],
    ['of another kind', () => '{"a": 1}', 'part.json is not a whole report'],
    ['empty', () => '', 'part.json is not a whole report'],
  ])('does not merge a report that is %s', (_, damage, message) => {
    const here = folder(postings(3));
    call(here, 'jobs', '-f', 'json=part.json', ...DAY);
    here.write('part.json', damage(here.read('part.json')));
    const { code, stderr } = call(here, 'merge', 'part.json', '-f', 'json');
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('does not merge two reports of one file, and takes JSON that was laid out anew', () => {
    const here = folder(postings(3));
    const { stdout } = call(here, 'jobs', '-f', 'json', ...DAY);
    here.write('a.json', stdout);
    here.write('b.json', JSON.stringify(JSON.parse(stdout)));
    expect(call(here, 'merge', 'b.json', '-f', 'json').stdout).toBe(stdout);
    expect(call(here, 'merge', 'a.json', 'b.json')).toMatchObject({
      code: 2,
      stderr: 'posting-lint: jobs/00000.md is in a.json and in b.json.\n',
    });
    expect(call(here, 'merge').code).toBe(2);
    expect(call(here, 'merge', 'gone.json').stderr).toBe('posting-lint: gone.json: There is no such file.\n');
  });

  it.each([['0/2'], ['3/2'], ['x'], ['1']])('has no part %s', (part) => {
    expect(call(folder(), '.', '--shard', part)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`--shard must be a part of a whole, such as 2/5; “${part}” is not.`),
    });
  });

  it.each([['0'], ['two'], ['1000']])('are not linted by %s threads', (threads) => {
    expect(call(folder(), '.', '--concurrency', threads).stderr).toContain('--concurrency must be auto or a');
  });
});
