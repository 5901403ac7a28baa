import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/contract/report.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a newcomer sees who follows the README. */
describe('the example drafts', () => {
  let report: Report;
  beforeAll(async () => {
    let text = '';
    const code = await run(['examples', '--format', 'json', '--as-of', '2026-11-23', '--fail-on', 'never'], {
      stdin: (async function* () {})(),
      stdout: { write: (part) => (text += part) },
      stderr: { write: (part) => (text += part) },
      cwd: root,
      env: {},
      now: () => new Date(),
    });
    expect(code, text).toBe(0);
    report = JSON.parse(text) as Report;
  }, 60_000);

  const file = (name: string) => report.files.find((candidate) => candidate.path === `examples/${name}`);

  it('are of every format', () => {
    expect(new Set(report.files.map(({ format }) => format))).toEqual(new Set(['markdown', 'text', 'html']));
  });

  it.each(['community-nurse.md', 'apprentice-electrician.txt'])('%s is a good one', (name) => {
    const heavy = file(name)?.findings.filter(({ severity }) => severity !== 'info');
    expect(heavy?.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it.each([
    ['growth-marketer.md', ['age', 'class', 'criminal', 'culture', 'disability', 'gender', 'origin']],
    ['chef-de-partie.html', ['culture', 'gender', 'origin']],
    ['warehouse-associate.txt', ['criminal', 'disability', 'gender']],
  ])('%s has something to change', (name, expected) => {
    const found = file(name)?.findings.filter(({ severity }) => severity !== 'info');
    expect(found?.map(({ category }) => category)).toEqual(expect.arrayContaining(expected));
    expect(found?.some(({ fixes }) => fixes.length > 0)).toBe(true);
  });
});
