import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, paths } from './harness.ts';

const FINE = '# Clerk\n';
const files = (...names: string[]) => Object.fromEntries(names.map((name) => [name, FINE]));

describe('which files', () => {
  it('are found in folders, sorted, hidden ones and packages left out', async () => {
    const here = folder(
      files(
        'b.md',
        'a.markdown',
        'c.mdx',
        'Z.TXT',
        'e.html',
        'f.htm',
        'g.rst',
        'h.md.bak',
        'jobs/x.md',
        'node_modules/p/README.md',
        '.git/x.md',
        '.hidden/x.md',
        '.x.md',
        'jobs/node_modules/y.md',
      ),
    );
    const found = ['Z.TXT', 'a.markdown', 'b.md', 'c.mdx', 'e.html', 'f.htm', 'jobs/x.md'];
    expect(paths(await here.posting(['.', '-f', 'json']))).toEqual(found);
    expect(paths(await here.posting(['./', '-f', 'json']))).toEqual(found);
    expect(paths(await here.posting([here.path, '-f', 'json']))).toEqual(found.map((name) => here.at(name)));
    expect(paths(await here.posting(['..', '-f', 'json'], { cwd: 'jobs' }))).toEqual(
      found.map((name) => `../${name}`),
    );
  });

  it('are named as they were given', async () => {
    const here = folder(files('jobs/a.md', 'jobs/b.md'));
    expect(paths(await here.posting(['./jobs/a.md', 'jobs//', '-f', 'json']))).toEqual([
      './jobs/a.md',
      'jobs/b.md',
    ]);
    expect(paths(await here.posting(['jobs/a.md', 'jobs', here.at('jobs/a.md'), '-f', 'json']))).toEqual([
      'jobs/a.md',
      'jobs/b.md',
    ]);
  });

  it('may be named with any extension', async () => {
    const here = folder(files('posting.job', 'README'));
    expect(paths(await here.posting(['posting.job', 'README', '-f', 'json']))).toEqual([
      'README',
      'posting.job',
    ]);
  });

  it('are meant by patterns', async () => {
    const here = folder(
      files(
        'a.md',
        'b.txt',
        'c.rst',
        'jobs/d.md',
        'jobs/e.rst',
        'node_modules/f.md',
        'team-a/g.md',
        '[x].md',
      ),
    );
    const found = async (...argv: string[]) => paths(await here.posting([...argv, '-f', 'json']));
    expect(await found('**/*.md')).toEqual(['[x].md', 'a.md', 'jobs/d.md', 'team-a/g.md']);
    expect(await found('*.rst', '*.{md,txt}')).toEqual(['[x].md', 'a.md', 'b.txt', 'c.rst']);
    expect(await found('jobs/*')).toEqual(['jobs/d.md']);
    expect(await found('team-*')).toEqual(['team-a/g.md']);
    expect(await found('[x].md')).toEqual(['[x].md']);
    expect(await found('.', '!jobs/', '!team-*/')).toEqual(['[x].md', 'a.md', 'b.txt']);
  });

  it('may be symbolic links, but not to folders', async () => {
    const here = folder(files('real/a.md'));
    symlinkSync(here.at('real/a.md'), here.at('link.md'));
    symlinkSync(here.at('real'), here.at('loop'));
    symlinkSync(here.at('gone.md'), here.at('dangling.md'));
    expect(paths(await here.posting(['.', '-f', 'json']))).toEqual(['link.md', 'real/a.md']);
    expect(paths(await here.posting(['loop', '-f', 'json']))).toEqual(['loop/a.md']);
  });
});

describe('ignore files', () => {
  it('are honoured in folders that are searched, nested ones too', async () => {
    const here = folder({
      ...files(
        'a.md',
        'old/b.md',
        'drafts/c.md',
        'drafts/keep.md',
        'jobs/d.md',
        'jobs/tmp/e.md',
        'jobs/f.txt',
      ),
      '.gitignore': 'old/\n# a remark\n',
      '.posting-lintignore': '\uFEFFdrafts/*\r\n!keep.md\r\n',
      'jobs/.gitignore': '/tmp\n*.txt\n',
    });
    expect(paths(await here.posting(['.', '-f', 'json']))).toEqual(['a.md', 'drafts/keep.md', 'jobs/d.md']);
    expect(paths(await here.posting(['.', '--no-ignore', '-f', 'json']))).toHaveLength(7);
    expect(paths(await here.posting(['**/*.md', '-f', 'json']))).toEqual([
      'a.md',
      'drafts/keep.md',
      'jobs/d.md',
    ]);
    expect(paths(await here.posting(['jobs', '-f', 'json']))).toEqual(['jobs/d.md']);
  });

  it('can be taken back by our own', async () => {
    const here = folder({
      ...files('drafts/a.md', 'drafts/b.md', 'c.md'),
      '.gitignore': 'drafts/\n',
      '.posting-lintignore': '!drafts/\ndrafts/b.md\n',
    });
    expect(paths(await here.posting(['.', '-f', 'json']))).toEqual(['c.md', 'drafts/a.md']);
  });

  it('count from the folder of the repository, and without one from where the command is called', async () => {
    const tree = {
      ...files('work/jobs/a.md', 'work/jobs/b.md', 'work/jobs/c.md'),
      '.gitignore': 'a.md\n',
      'work/.gitignore': 'b.md\n',
      '.posting-lintignore': 'c.md\n',
    };
    const without = folder(tree);
    expect(paths(await without.posting(['jobs', '-f', 'json'], { cwd: 'work' }))).toEqual(['jobs/a.md']);
    expect(paths(await without.posting(['..', '-f', 'json'], { cwd: 'work/jobs' }))).toEqual([
      '../jobs/a.md',
    ]);
    const within = folder({ ...tree, '.git/HEAD': '' });
    expect(await within.posting(['jobs', '-f', 'json'], { cwd: 'work' })).toMatchObject({ code: 2 });
  });

  it('do not keep out a file that is named, which is told', async () => {
    const here = folder({
      ...files('old/a.md'),
      '.gitignore': 'old/\n',
      '.posting-lint.yml': 'ignore: ["*.md"]',
    });
    const named = await here.posting(['old/a.md', '-f', 'json']);
    expect(paths(named)).toEqual(['old/a.md']);
    expect(named).toMatchObject({
      code: 0,
      stderr: 'old/a.md: checked because it is named, although .gitignore leaves it out.\n',
    });
    expect((await here.posting(['old/a.md', '--no-ignore'])).stderr).toBe('');
  });

  it('are named when they leave nothing', async () => {
    const here = folder({ ...files('jobs/old/a.md'), 'jobs/.gitignore': 'old/\n' });
    expect(await here.posting(['jobs'])).toMatchObject({
      code: 2,
      stderr: 'jobs: no postings that are not left out by jobs/.gitignore (--no-ignore looks at them).\n',
    });
    expect((await here.posting(['jobs/**/*.md'])).stderr).toBe(
      'jobs/**/*.md: nothing that is not left out by jobs/.gitignore.\n',
    );
  });

  it('share their work with the configuration and --ignore-pattern', async () => {
    const here = folder({
      ...files('a.md', 'b.md', 'old/c.md', 'x/d.md'),
      '.posting-lint.yml': 'ignore: [old/]',
    });
    const found = async (...argv: string[]) => paths(await here.posting([...argv, '-f', 'json']));
    expect(await found('.')).toEqual(['a.md', 'b.md', 'x/d.md']);
    expect(await found('.', '--ignore-pattern', 'x/', '--ignore-pattern', '/b.*')).toEqual(['a.md']);
    expect(await found('.', '--no-ignore', '--ignore-pattern', 'x/')).toEqual(['a.md', 'b.md', 'old/c.md']);
    const left = await here.posting(['a.md', 'b.md', '--ignore-pattern', 'b.md']);
    expect(left).toMatchObject({ code: 0, stderr: 'b.md: left out by --ignore-pattern.\n' });
    expect(await here.posting(['old'])).toMatchObject({ code: 2 });
  });
});
