import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigResolver } from '../../src/config/index.ts';
import { below, folderOf, joinPath } from '../../src/config/paths.ts';
import { expandBraces, pathMatcher } from '../../src/config/patterns.ts';
import { KNOWN, memory, resolver } from './memory.ts';

const DEFAULT = { preset: 'recommended', rules: {}, terms: [], employer: {}, house: {} };

describe('finding a configuration', () => {
  it('takes the nearest folder upwards and no other', async () => {
    const configs = resolver({
      '/w/.posting-lint.yml': 'terms: [Outer]',
      '/w/jobs/.posting-lint.json': '{"terms": ["Inner"]}',
    });
    expect((await configs.forFile('/w/jobs/2026/nurse.md')).config.terms).toEqual(['Inner']);
    expect((await configs.forFile('/w/nurse.md')).config.terms).toEqual(['Outer']);
    expect((await configs.forFile('/elsewhere/nurse.md')).config).toEqual(DEFAULT);
    expect((await configs.forFile('/w/jobs/2026/nurse.md')).sources).toEqual(['/w/jobs/.posting-lint.json']);
  });

  it('counts a package.json only with the key', async () => {
    const configs = resolver({
      '/w/.posting-lint.yaml': 'terms: [Outer]',
      '/w/a/package.json': '{"name": "posting-lint", "bin": {"posting-lint": "cli.js"}}',
      '/w/b/package.json': '\uFEFF{"posting-lint": {"terms": ["Inner"]}}',
      '/w/c/package.json': '{"posting-lint": ',
    });
    expect((await configs.forFile('/w/a/x.md')).config.terms).toEqual(['Outer']);
    expect((await configs.forFile('/w/b/x.md')).config.terms).toEqual(['Inner']);
    expect((await configs.forFile('/w/c/x.md')).config.terms).toEqual(['Outer']);
  });

  it('reads each file once', async () => {
    const files = memory({ '/w/.posting-lint.yml': 'terms: [x]' });
    const configs = new ConfigResolver(files, { known: KNOWN });
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        configs.forFile(`/w/jobs/${index % 2 ? 'a' : 'b'}/${index}.md`),
      ),
    );
    expect(files.asked.filter((path) => path === '/w/.posting-lint.yml')).toHaveLength(2);
    expect(new Set(files.asked.filter((path) => path.startsWith('/w/jobs/a/'))).size).toBe(
      files.asked.filter((path) => path.startsWith('/w/jobs/a/')).length,
    );
    expect(new Set(found.map(({ config }) => config)).size).toBe(1);
  });

  it('works where paths are addresses or have a drive', async () => {
    const configs = resolver({
      'vscode-vfs://github/team/jobs/.posting-lint.yml': 'extends: ../house.yml',
      'vscode-vfs://github/team/house.yml': 'terms: [Virtual]',
      'C:/w/.posting-lint.yml': 'terms: [Drive]\nignore: [old/]',
    });
    expect((await configs.forFile('vscode-vfs://github/team/jobs/a/b.md')).config.terms).toEqual(['Virtual']);
    expect((await configs.forFile('C:/w/old/b.md')).config.terms).toEqual(['Drive']);
    expect((await configs.forFile('C:/w/old/b.md')).ignored).toBe(true);
  });

  it('can be told a file, or to look for none', async () => {
    const texts = {
      '/w/.posting-lint.yml': 'terms: [Found]',
      '/ci/lint.yml': 'terms: [Told]\nignore: [old/]',
    };
    const told = resolver(texts, { file: '/ci/lint.yml', base: '/w' });
    expect(await told.forFile('/w/old/a.md')).toMatchObject({ config: { terms: ['Told'] }, ignored: true });
    expect((await resolver(texts, { file: false }).forFile('/w/a.md')).config).toEqual(DEFAULT);
  });

  it.each(['', '\n\n', '# nothing yet\n', '\uFEFF', '{}', 'rules:\nterms:\nemployer:\n  size:\n'])(
    'an empty one says nothing (%j)',
    async (text) => {
      const found = await resolver({ '/w/.posting-lint.yml': text }).forFile('/w/a.md');
      expect(found).toEqual({ config: DEFAULT, ignored: false, sources: ['/w/.posting-lint.yml'] });
    },
  );
});

describe('merging', () => {
  const of = async (texts: Record<string, string>, path = '/w/job.md') =>
    (await resolver(texts).forFile(path)).config;

  it('lets the file win over its bases, and later bases over earlier ones', async () => {
    const config = await of({
      '/w/.posting-lint.yml':
        'extends: [./a.yml, ./b.yml]\nrules: {style: off}\nterms: [Own]\nemployer: {size: 40}',
      '/w/a.yml': 'extends: strict\nrules: {age/young: error, style/spaces: error, gender: info}\nterms: [A]',
      '/w/b.yml':
        'rules: {age/young: info}\nterms: [A, B]\nemployer: {size: 20, usesAI: true, places: [US-CO]}',
    });
    expect(config).toEqual({
      preset: 'strict',
      rules: { gender: 'info', 'age/young': 'info', style: 'off' },
      terms: ['A', 'B', 'Own'],
      employer: { size: 40, usesAI: true, places: ['US-CO'] },
      house: { terms: [{ name: 'A' }, { name: 'B' }, { name: 'Own' }] },
    });
  });

  it('lets a category win over what was said before of its rules, and a rule over its category', async () => {
    const rules = async (base: string, own: string) =>
      (await of({ '/w/.posting-lint.yml': `extends: ./a.yml\nrules: ${own}`, '/w/a.yml': `rules: ${base}` }))
        .rules;
    expect(await rules('{age/young: error}', '{age: off}')).toEqual({ age: 'off' });
    expect(await rules('{age: off}', '{age/young: error}')).toEqual({ age: 'off', 'age/young': 'error' });
    expect(await rules('{}', '{age/young: error, "age/*": off}')).toEqual({
      age: 'off',
      'age/young': 'error',
    });
  });

  it('lets a preset set the level of every rule, also after a base', async () => {
    expect(
      await of({
        '/w/.posting-lint.yml': 'extends: [./a.yml, all]',
        '/w/a.yml': 'rules: {age: off}\nterms: [T]',
      }),
    ).toEqual({ preset: 'all', rules: {}, terms: ['T'], employer: {}, house: { terms: [{ name: 'T' }] } });
    expect(
      (await of({ '/w/.posting-lint.yml': 'extends: [all, ./a.yml]', '/w/a.yml': 'rules: {age: off}' }))
        .rules,
    ).toEqual({
      age: 'off',
    });
  });

  it('applies overrides in order to the files they are for', async () => {
    const text = `
rules: {age: warning}
overrides:
  - files: internships/
    rules: {age: off}
    terms: [Trainee Day]
  - files: ['*.html', 'drafts/**/*.{md,txt}', '!drafts/final/**']
    rules: {age/young: error}
    employer: {size: 5}
`;
    const configs = resolver({ '/w/.posting-lint.yml': text });
    const rules = async (path: string) => (await configs.forFile(path)).config.rules;
    expect(await rules('/w/job.md')).toEqual({ age: 'warning' });
    expect(await rules('/w/internships/2026/job.md')).toEqual({ age: 'off' });
    expect(await rules('/w/internships/job.html')).toEqual({ age: 'off', 'age/young': 'error' });
    expect(await rules('/w/drafts/a/b.txt')).toEqual({ age: 'warning', 'age/young': 'error' });
    expect(await rules('/w/drafts/a/b.rst')).toEqual({ age: 'warning' });
    expect(await rules('/w/drafts/final/b.md')).toEqual({ age: 'warning' });
    const { config } = await configs.forFile('/w/internships/a.html');
    expect(config).toMatchObject({ terms: ['Trainee Day'], employer: { size: 5 } });
    expect((await configs.forFile('/w/internships/b.html')).config).toBe(config);
  });

  it("starts a base's patterns from the folder of the configuration that was found", async () => {
    const texts = {
      '/w/team/.posting-lint.yml': 'extends: ../house.yml',
      '/w/house.yml': 'ignore: [archive/]\noverrides: [{files: /jobs/*.md, rules: {age: off}}]',
    };
    expect(await resolver(texts).forFile('/w/team/jobs/a.md')).toMatchObject({
      config: { rules: { age: 'off' } },
    });
    expect(await resolver(texts).forFile('/w/team/archive/a.md')).toMatchObject({ ignored: true });
  });

  it('lets levels from the command line win over everything', async () => {
    const texts = { '/w/.posting-lint.yml': 'overrides: [{files: "*.md", rules: {age/young: off}}]' };
    const configs = resolver(texts, {
      rules: [
        ['age/*', 'info'],
        ['age/young', 'error'],
      ],
    });
    expect((await configs.forFile('/w/a.md')).config.rules).toEqual({ age: 'info', 'age/young': 'error' });
  });
});

describe('patterns of paths', () => {
  it.each([
    ['*.md', 'a/b/c.md', true],
    ['./jobs/*.md', 'jobs/a.md', true],
    ['./jobs/*.md', 'x/jobs/a.md', false],
    ['jobs/', 'team/jobs/a.md', true],
    ['/jobs/', 'team/jobs/a.md', false],
    ['jobs/**/nurse.md', 'jobs/nurse.md', true],
    ['{jobs,careers}/*.{md,txt}', 'careers/a.txt', true],
    ['{jobs,careers}/*.{md,txt}', 'careers/a.html', false],
    ['!./jobs/a.md', 'jobs/a.md', false],
    ['jobs/**', 'jobs/2026/a.md', true],
    ['Jobs/', 'jobs/a.md', false],
  ])('%s on %s', (pattern, path, expected) => {
    expect(pathMatcher('/w', [pattern])(`/w/${path}`)).toBe(expected);
  });

  it('mean nothing outside their folder', () => {
    expect(pathMatcher('/w/jobs', ['*'])('/w/other/a.md')).toBe(false);
    expect(pathMatcher('/w/jobs', ['*'])('/w/jobsite/a.md')).toBe(false);
  });

  it('expands braces, nested ones too, and leaves others alone', () => {
    expect(expandBraces('a{b,c{d,e}}f')).toEqual(['abf', 'acdf', 'acef']);
    expect(expandBraces('a{b}c{d,e')).toEqual(['a{b}c{d,e']);
    expect(expandBraces('{a}{b,c}')).toEqual(['{a}b', '{a}c']);
    expect(expandBraces('{a,b}'.repeat(40)).length).toBeLessThan(600);
  });
});

describe('paths', () => {
  it.each([
    ['/w/a', '../b.yml', '/w/b.yml'],
    ['/w', '../../../b.yml', '/b.yml'],
    ['/w', '/x/./b.yml', '/x/b.yml'],
    ['C:/w', '..//b.yml', 'C:/b.yml'],
    ['vscode-vfs://host/a', '../../b.yml', 'vscode-vfs://host/b.yml'],
  ])('joins %s and %s', (folder, relative, expected) => {
    expect(joinPath(folder, relative)).toBe(expected);
  });

  it('goes up to the root and no further', () => {
    const segment = fc.stringMatching(/^[a-z]{1,5}$/);
    const root = fc.constantFrom('/', 'C:/', 'vscode-vfs://host/');
    fc.assert(
      fc.property(root, fc.array(segment, { minLength: 1, maxLength: 6 }), (start, parts) => {
        const path = start + parts.join('/');
        expect(joinPath(folderOf(path), parts.at(-1) ?? '')).toBe(path);
        expect(below(folderOf(path), path)).toBe(parts.at(-1));
        let folder = path;
        for (let step = 0; step < 10; step++) folder = folderOf(folder);
        expect(folder).toBe(start);
      }),
    );
  });
});
