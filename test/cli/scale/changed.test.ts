import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { builtCommand } from '../build.ts';
import { type Folder, folder } from '../harness.ts';

// Each call is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
const { call } = builtCommand();
const POSTING = '# Nurse\n\nWe want a recent graduate.\n';
const AUTHOR = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false'];

const git = (here: Folder, ...args: string[]) =>
  execFileSync('git', [...AUTHOR, ...args], { cwd: here.path, encoding: 'utf8' });

function repository(): Folder {
  const here = folder({ 'jobs/a.md': POSTING, 'jobs/b.md': POSTING, '.gitignore': 'left/\n' });
  git(here, 'init', '-q', '-b', 'main');
  git(here, 'add', '.');
  git(here, 'commit', '-q', '-m', 'first');
  return here;
}

/** `file:line rule` of each finding of wording. */
const found = (here: Folder, ...args: string[]) => {
  const { code, stdout } = call(
    ['-f', 'compact', '--fail-on', 'warning', '--rule', 'sections:off', ...args],
    {
      cwd: here.path,
    },
  );
  const lines = stdout.split('\n').filter(Boolean);
  return { code, found: lines.map((line) => line.replace(/^(.*?:\d+):.*\[(.*)\]$/, '$1 $2')) };
};

describe('what changed', () => {
  it('is checked alone, and of that only lines that changed', () => {
    const here = repository();
    expect(found(here, '--changed')).toEqual({ code: 0, found: [] });
    here.write('jobs/b.md', `${POSTING}\nYou are a digital native.\n`);
    here.write('jobs/new.md', POSTING);
    here.write('left/out.md', POSTING);
    expect(found(here, '--changed')).toEqual({
      code: 1,
      found: [
        'jobs/b.md:3 age/recent-graduate',
        'jobs/b.md:5 age/digital-native',
        'jobs/new.md:3 age/recent-graduate',
      ],
    });
    expect(found(here, '--changed-lines', 'jobs').found).toEqual([
      'jobs/b.md:5 age/digital-native',
      'jobs/new.md:3 age/recent-graduate',
    ]);
    expect(found(here, '--changed', 'jobs/a.md', 'jobs/new.md').found).toEqual([
      'jobs/new.md:3 age/recent-graduate',
    ]);
  });

  it('counts from where a branch began', () => {
    const here = repository();
    git(here, 'checkout', '-q', '-b', 'topic');
    here.write('jobs/b.md', `${POSTING}\nYou are a digital native.\n`);
    git(here, 'commit', '-q', '-am', 'topic');
    expect(found(here, '--changed').found).toEqual([]);
    expect(found(here, '--changed-lines', '--since', 'main')).toEqual({
      code: 1,
      found: ['jobs/b.md:5 age/digital-native'],
    });
  });

  it('cannot be told everywhere', () => {
    const here = repository();
    expect(call(['--changed', '--since', 'nowhere'], { cwd: here.path })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'posting-lint: --changed: git knows no revision “nowhere”.\n',
    });
    const outside = folder({ 'a.md': POSTING });
    expect(call(['--changed', 'a.md'], { cwd: outside.path })).toMatchObject({
      code: 2,
      stderr: 'posting-lint: --changed: this folder is not in a git repository.\n',
    });
    expect(call(['--changed', '-'], { cwd: here.path, input: 'x' }).code).toBe(2);
  });
});
