import { spawnSync } from 'node:child_process';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/cli/files/write.ts';
import { FORMAT_NAMES } from '../../src/report/names.ts';
import { builtCommand } from './build.ts';
import { folder } from './harness.ts';

const built = builtCommand();

const DRAFTS = {
  'jobs/nurse.md': '# Nurse\n\nWe want a recent graduate.\n',
  'jobs/clerk.md': `# Clerk

<!-- posting-lint-disable-next-line age/recent-graduate until 2030-01-31 -- our graduate scheme -->
A recent graduate keeps the books.

<!-- posting-lint-disable-next-line age/young until 2020-01-31 -- the old team page -->
A young team.

<!-- posting-lint-disable-next-line gender/pronouns -- nobody knows -->
You count.
`,
};

/** What can be told of a text in each format without its schema, which other tests have. */
const LOOKS: Record<(typeof FORMAT_NAMES)[number], (text: string) => unknown> = {
  stylish: (text) => expect(text).toMatch(/findings in 2 files/),
  compact: (text) => expect(text).toMatch(/^jobs\/nurse\.md:3:11: warning: /m),
  json: (text) => expect(JSON.parse(text).summary.files).toBe(2),
  jsonl: (text) =>
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).path),
    ).toHaveLength(2),
  sarif: (text) => expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(2),
  html: (text) => expect(text).toMatch(/^<!doctype html>[\s\S]*<mark class="warning">[\s\S]*<\/html>\n$/),
  markdown: (text) => expect(text).toMatch(/^### \d+ findings in 2 of 2 postings/),
  github: (text) => expect(text).toMatch(/^::warning file=jobs\/nurse\.md,line=3,col=11/m),
  gitlab: (text) => expect(JSON.parse(text).length).toBeGreaterThan(2),
  junit: (text) => expect(XMLValidator.validate(text)).toBe(true),
  checkstyle: (text) => expect(XMLValidator.validate(text)).toBe(true),
  rdjson: (text) => expect(JSON.parse(text).diagnostics.length).toBeGreaterThan(2),
};

describe('every format', () => {
  it('can be had at once, each in its file, and the same on standard output', () => {
    const here = folder(DRAFTS);
    const day = ['--as-of', '2026-11-23'];
    const all = built.call(
      ['jobs', ...day, ...FORMAT_NAMES.flatMap((name) => ['-f', `${name}=out/${name}`])],
      {
        cwd: here.path,
      },
    );
    expect(all).toEqual({ code: 0, stdout: '', stderr: '' });
    for (const name of FORMAT_NAMES) LOOKS[name](here.read(`out/${name}`));
    for (const name of ['html', 'json'] as const)
      expect(built.call(['jobs', ...day, '-f', name], { cwd: here.path }).stdout).toBe(
        here.read(`out/${name}`),
      );
  });
});

describe('places that are no files', () => {
  it('are written to, and not replaced', () => {
    const here = folder({ 'a.md': DRAFTS['jobs/nurse.md'] });
    const script = `mkfifo pipe && { cat pipe > out.txt & "$0" "$1" a.md -f json=pipe -f compact -o -; wait; test -p pipe; }`;
    const { status, stdout } = spawnSync('bash', ['-c', script, process.execPath, built.file], {
      cwd: here.path,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(JSON.parse(here.read('out.txt')).summary.files).toBe(1);
    expect(stdout).toContain('a.md:3:11: warning:');
    expect(() => writeWhole(here.at('pipe'), 'x')).toThrow('It is no file.');
  });
});

describe('exceptions', () => {
  const call = (...argv: string[]) =>
    built.call(['jobs/clerk.md', '--rule', 'sections:off', '--as-of', '2026-11-23', ...argv], {
      cwd: folder(DRAFTS).path,
    });

  it('hold until their day, and are listed with their reasons', () => {
    const { code, stdout } = call('--report-suppressions', '--statistics');
    expect(code).toBe(0);
    expect(stdout).not.toContain('age/recent-graduate\n');
    expect(stdout).toContain('This exception held until 2020-01-31.');
    expect(stdout).toMatch(
      /\n +1 {2}until 2030-01-31 +jobs\/clerk\.md:3:1 +age\/recent-graduate +our graduate scheme\n/,
    );
    expect(stdout).toMatch(
      /\n +0 {2}expired 2020-01-31 +jobs\/clerk\.md:6:1 +age\/young +the old team page\n/,
    );
    expect(stdout).toMatch(/\n +1 +1 {2}style\/disable-expired\n/);
  });

  it('that are not needed fail the run when that is asked for', () => {
    expect(call('--fail-on', 'error').code).toBe(0);
    const { code, stdout } = call('--report-unused-disables');
    expect(code).toBe(1);
    expect(stdout).toMatch(/9:1 +error +This comment leaves nothing out any more/);
    expect(call('--report-unused-disables', '--exit-zero').code).toBe(0);
  });
});
