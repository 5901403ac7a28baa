import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChangedFiles, changedFiles } from '../../../src/cli/changed/git.ts';
import { hunkLines, touches } from '../../../src/cli/changed/hunks.ts';
import { type Folder, folder } from '../harness.ts';

const AUTHOR = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false'];

function repository(files: Record<string, string>): Folder & { git(...args: string[]): string } {
  const here = folder(files);
  const git = (...args: string[]) =>
    execFileSync('git', [...AUTHOR, ...args], { cwd: here.path, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  return Object.assign(here, { git });
}

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}\n`).join('');
const shown = (here: Folder, changed: ChangedFiles) =>
  Object.fromEntries(
    [...changed]
      .map(([file, what]) => [file.slice(here.path.length + 1), what] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

describe('changedFiles', () => {
  it('finds what changed since the last commit, staged or not, and what is new', () => {
    const here = repository({ 'a.md': lines(9), 'b.md': lines(9), 'c.md': 'c', '.gitignore': '*.txt\n' });
    here.write('a.md', lines(9).replace('line 3\n', 'new\nnewer\n').replace('line 8\n', ''));
    here.write('sub/new one.md', 'x');
    here.write('left-out.txt', 'x');
    here.write('b.md', `${lines(9)}line 10`);
    here.git('add', 'b.md');
    rmSync(here.at('c.md'));
    expect(shown(here, changedFiles(here.path, undefined, { lines: false }))).toEqual({
      'a.md': 'all',
      'b.md': 'all',
      'sub/new one.md': 'all',
    });
    expect(shown(here, changedFiles(here.at('sub'), undefined, { lines: true }))).toEqual({
      'a.md': [[3, 4]],
      'b.md': [[10, 10]],
      'sub/new one.md': 'all',
    });
  });

  it('counts from where a branch began', () => {
    const here = repository({ 'a.md': lines(3), 'b.md': lines(3) });
    here.git('checkout', '-q', '-b', 'topic');
    here.write('a.md', lines(4));
    here.git('commit', '-q', '-am', 'topic');
    here.git('checkout', '-q', 'main');
    here.write('b.md', lines(5));
    here.git('commit', '-q', '-am', 'main went on');
    here.git('checkout', '-q', 'topic');
    expect(shown(here, changedFiles(here.path, 'main', { lines: true }))).toEqual({ 'a.md': [[4, 4]] });
    expect(changedFiles(here.path, undefined, { lines: true }).size).toBe(0);
  });

  it('knows odd names, renames, and settings of the user that change the output', () => {
    const name = 'é "quoted" — and\ttab.md';
    const here = repository({ [name]: lines(20), 'old.md': `${lines(20)}old\n`, 'moved.md': lines(30) });
    here.git('config', 'diff.noprefix', 'true');
    here.git('config', 'color.ui', 'always');
    here.write(name, `${lines(20)}++ b/x\n@@ -1 +1 @@\n`);
    mkdirSync(here.at('sub'));
    renameSync(here.at('old.md'), here.at('sub/new.md'));
    here.write('sub/new.md', `${lines(20)}new\n`);
    renameSync(here.at('moved.md'), here.at('sub/moved.md'));
    here.git('add', '-A');
    const expected = { [name]: [[21, 22]], 'sub/moved.md': [], 'sub/new.md': [[21, 21]] };
    const changed = changedFiles(here.path, undefined, { lines: true });
    expect(shown(here, changed)).toEqual(Object.fromEntries(Object.entries(expected).sort()));
    expect([...changedFiles(here.path, undefined, { lines: false }).keys()].sort()).toEqual(
      [...changed.keys()].sort(),
    );
  });

  it('takes everything for new before the first commit', () => {
    const here = folder({ 'a.md': 'a' });
    execFileSync('git', ['init', '-q'], { cwd: here.path });
    execFileSync('git', ['add', 'a.md'], { cwd: here.path });
    expect(shown(here, changedFiles(here.path, undefined, { lines: true }))).toEqual({ 'a.md': [[1, 1]] });
  });

  it('says what is wrong', () => {
    expect(() => changedFiles(folder().path, undefined, { lines: false })).toThrow(
      '--changed: this folder is not in a git repository.',
    );
    const here = repository({ 'a.md': 'a' });
    for (const since of ['nowhere', '--output=x'])
      expect(() => changedFiles(here.path, since, { lines: false })).toThrow(
        `--changed: git knows no revision “${since}”.`,
      );
  });
});

describe('lines of a diff', () => {
  it('are those that are there now', () => {
    const diff =
      '+++ b/a.md\n@@ -2,0 +3 @@ x\n+new\n@@ -9,2 +10,0 @@\n-one\n-two\n@@ -20 +20,3 @@\n-a\n+b\n+c\n+d';
    const ranges = hunkLines(diff).get('a.md') ?? [];
    expect(ranges).toEqual([
      [3, 3],
      [20, 22],
    ]);
    expect([touches(ranges, 1, 2), touches(ranges, 1, 3), touches(ranges, 4, 20)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
