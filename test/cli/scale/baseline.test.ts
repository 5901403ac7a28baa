import { renameSync, rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { builtCommand } from '../build.ts';
import { type Folder, folder } from '../harness.ts';

// Each call is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
const { call } = builtCommand();
const POSTING = '# Nurse\n\nWe want a recent graduate.\n\nYou are a digital native.\n';
/** Without the missing sections, which have rules of their own. */
const WORDING = ['--rule', 'sections:off', '--rule', 'law:off', '--rule', 'pay:off', '--fail-on', 'info'];

const lint = (here: Folder, ...args: string[]) => call([...WORDING, ...args], { cwd: here.path });
const rules = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/.*\[(.*)\]$/, '$1'));

describe('a team with findings', () => {
  it('records them, hears only of new ones, and works them off', () => {
    const here = folder({ 'jobs/a.md': POSTING, 'jobs/b.md': POSTING });
    expect(lint(here, 'jobs', '-f', 'compact').code).toBe(1);

    const recorded = lint(here, 'jobs', '-f', 'compact', '--baseline', 'known.json', '--update-baseline');
    expect([recorded.code, recorded.stdout]).toEqual([0, '']);
    expect(recorded.stderr).toBe('known.json knows 4 findings in 2 files now: 4 added, 0 taken out.\n');
    const first = here.read('known.json');

    const quiet = lint(here, 'jobs', '-f', 'compact', '--baseline', 'known.json');
    expect(quiet).toEqual({ code: 0, stdout: '', stderr: '4 findings left out: known.json knows them.\n' });

    // Lines move, and a file is renamed: all is still known. Something new is not.
    here.write('jobs/a.md', `Intro of ours.\n\n${POSTING}`);
    renameSync(here.at('jobs/b.md'), here.at('jobs/c.md'));
    here.write('jobs/new.md', 'We want a rockstar.\n');
    const later = lint(here, 'jobs', '-f', 'compact', '--baseline', 'known.json');
    expect(later.code).toBe(1);
    expect(later.stdout.split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/^jobs\/new\.md:1:\d+: /),
    ]);

    // One is mended: its entry is told of, and goes when the baseline is written again.
    rmSync(here.at('jobs/new.md'));
    here.write('jobs/a.md', POSTING.replace('a recent graduate', 'someone early in their career'));
    const mended = lint(here, 'jobs', '-f', 'compact', '--baseline', 'known.json');
    expect(mended.code).toBe(0);
    expect(mended.stderr).toContain(
      'known.json: 1 entry is not needed any more; --update-baseline takes them out.\n',
    );
    expect(here.read('known.json')).toBe(first);
    expect(lint(here, 'jobs', '--baseline', 'known.json', '--update-baseline').stderr).toBe(
      'known.json knows 3 findings in 2 files now: 0 added, 1 taken out.\n',
    );
    expect(Object.keys(JSON.parse(here.read('known.json')).files)).toEqual(['jobs/a.md', 'jobs/c.md']);
    expect(lint(here, 'jobs', '--baseline', 'known.json').stderr).toBe(
      '3 findings left out: known.json knows them.\n',
    );
  });

  it('may have the baseline elsewhere, check a part, and call from another folder', () => {
    const here = folder({ 'jobs/a.md': POSTING, 'jobs/b.md': POSTING, 'ci/x': '' });
    lint(here, 'jobs', '--baseline', 'ci/known.json', '--update-baseline');
    expect(Object.keys(JSON.parse(here.read('ci/known.json')).files)).toEqual([
      '../jobs/a.md',
      '../jobs/b.md',
    ]);
    const part = call([...WORDING, 'a.md', '--baseline', '../ci/known.json'], { cwd: here.at('jobs') });
    expect([part.code, part.stderr]).toEqual([0, '2 findings left out: ../ci/known.json knows them.\n']);
    here.write('jobs/a.md', 'Nothing any more.\n');
    lint(here, 'jobs/a.md', '--baseline', 'ci/known.json', '--update-baseline');
    expect(Object.keys(JSON.parse(here.read('ci/known.json')).files)).toEqual(['../jobs/b.md']);
  });

  it('keeps entries of an export that was not checked, and knows its postings when rows move', () => {
    const rows = 'id,description\n1,We want a recent graduate.\n2,You are a digital native.\n';
    const here = folder({ 'a.md': POSTING, 'ats.csv': rows });
    const csv = ['--input', 'csv', '--text-columns', 'description'];
    const [update, known] = [
      ['--baseline', 'known.json', '--update-baseline'],
      ['--baseline', 'known.json'],
    ];
    lint(here, 'ats.csv', ...csv, ...update);
    lint(here, 'a.md', ...update);
    here.write('ats.csv', `id,description\n3,A calm place.\n${rows.split('\n').slice(1).join('\n')}`);
    expect(lint(here, 'ats.csv', ...csv, ...known, '-f', 'compact')).toMatchObject({ code: 0, stdout: '' });
    const files = Object.keys(JSON.parse(here.read('known.json')).files);
    expect(files.filter((name) => name.startsWith('ats.csv#'))).toHaveLength(2);
  });

  it('is told what is wrong with a baseline', () => {
    const here = folder({ 'a.md': POSTING, 'broken.json': '{\n  "postingLintBaseline": 1,\n<<<<<<< HEAD\n' });
    expect(lint(here, 'a.md', '--baseline', 'gone.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'posting-lint: gone.json: There is no such file. --update-baseline writes it.\n',
    });
    const broken = lint(here, 'a.md', '--baseline', 'broken.json');
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringMatching(/^broken\.json:[34]:\d+ /)]);
    expect(lint(here, 'a.md', '--update-baseline', '--shard', '1/2').code).toBe(2);
    expect(lint(here, 'a.md', '--update-baseline').code).toBe(0);
    expect(
      rules(lint(here, 'a.md', '-f', 'compact', '--baseline', '.posting-lint-baseline.json').stdout),
    ).toEqual([]);
  });
});
