import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_FILES, DEFAULT_SETTINGS } from '../../src/protocol/index.ts';
import {
  type ConfigChange,
  editConfig,
  isPosting,
  newConfig,
  Positions,
  pathOf,
  readSettings,
  uriOf,
} from '../../src/service/index.ts';

describe('a posting', () => {
  const is = (path: string, text = '', folder: string | undefined = '/work/site') =>
    isPosting(path, text, { files: DEFAULT_FILES }, folder);

  it.each([
    '/work/site/jobs/cook.md',
    '/work/site/content/careers/2026/cook.html',
    '/work/site/Job-Descriptions/cook.txt',
    '/work/site/open-positions/cook.markdown',
    '/work/site/cook.job.md',
    '/work/site/hr/cook.posting.txt',
  ])('is %s', (path) => {
    expect(is(path)).toBe(true);
  });

  it.each([
    '/work/site/README.md',
    '/work/site/jobs/README.md',
    '/work/site/jobs/readme.md',
    '/work/site/careers/CHANGELOG.md',
    '/work/site/docs/cook.md',
    '/work/site/jobs/cook.ts',
    '/work/site/jobs/node_modules/x/cook.md',
    '/work/site/jobsearch/cook.md',
    '/home/jobs/notes.md',
  ])('is not %s', (path) => {
    expect(is(path)).toBe(false);
  });

  it('may be in the folder that was opened itself, when that is called so', () => {
    expect(is('/work/jobs/cook.md', '', '/work/jobs')).toBe(true);
    expect(is('/work/jobs/README.md', '', '/work/jobs')).toBe(false);
    expect(is('/work/jobs/site/cook.md', '', '/work/jobs/site')).toBe(false);
  });

  it('without a workspace folder is known by the folder it stands in', () => {
    expect(isPosting('/home/me/jobs/cook.md', '', { files: DEFAULT_FILES })).toBe(true);
    expect(isPosting('/home/me/notes/cook.md', '', { files: DEFAULT_FILES })).toBe(false);
  });

  it.each([
    '---\ntype: job-posting\n---\nCook',
    '---\r\ntitle: Cook\r\ntype: "job-posting"\r\n---\r\nCook',
    '+++\ntype = "job-posting"\n+++\nCook',
    '\uFEFF---\ntype: JobPosting # for the site\n---\nCook',
  ])('says so in its front matter: %j', (text) => {
    expect(is('/work/site/README.md', text)).toBe(true);
  });

  it.each(['---\ntype: post\n---\n', 'type: job-posting\n', '---\ntype: job-posting\n'])(
    'says no such thing: %j',
    (text) => {
      expect(is('/work/site/a.md', text)).toBe(false);
    },
  );

  it('is what the settings say; later patterns win, and ! takes out', () => {
    const files = ['hiring/**', '!hiring/drafts/**', '/top.md'];
    const by = (path: string) => isPosting(path, '', { files }, '/w');
    expect(by('/w/hiring/a.md')).toBe(true);
    expect(by('/w/hiring/drafts/a.md')).toBe(false);
    expect(by('/w/top.md')).toBe(true);
    expect(by('/w/sub/top.md')).toBe(false);
    expect(by('/w/jobs/a.md')).toBe(false);
  });
});

describe('settings', () => {
  it('that make no sense count as not set', () => {
    expect(readSettings({ enable: 'yes', files: 7, rules: [], configFile: null })).toEqual(DEFAULT_SETTINGS);
    expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
    const sent = { rules: { 'age/young': 'off', 'age/mature': 'loud' }, files: ['a/**', 3, ''] };
    expect(readSettings(sent)).toMatchObject({ rules: { 'age/young': 'off' }, files: ['a/**'] });
  });
});

describe('an edit of a configuration', () => {
  const edited = (text: string, change: ConfigChange, file = '/w/.posting-lint.yml') => {
    const edit = editConfig(file, text, change);
    return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  };
  const off: ConfigChange = { rule: 'age/young', level: 'off' };

  it.each([
    ['', 'rules:\n  age/young: off\n'],
    ['# ours\n', '# ours\nrules:\n  age/young: off\n'],
    ['terms: [Young Living]\n', 'terms: [Young Living]\nrules:\n  age/young: off\n'],
    [
      'rules:\n  # why\n  culture: info # loud\n\nterms:\n  - Ninja\n',
      'rules:\n  # why\n  culture: info # loud\n  age/young: off\n\nterms:\n  - Ninja\n',
    ],
    ['rules:\n    age/young: error   # for now\n', 'rules:\n    age/young: off   # for now\n'],
    ['rules:\r\n  age: info\r\n', 'rules:\r\n  age: info\r\n  age/young: off\r\n'],
    ['rules:\n  age: info', 'rules:\n  age: info\n  age/young: off'],
    ['rules:\n  "age/young": "warning"\n', 'rules:\n  "age/young": off\n'],
  ])('of %j keeps all else as it is', (before, after) => {
    expect(edited(before, off)).toBe(after);
  });

  it.each([
    'rules: { age: info }\n',
    'rules:\n',
    'rules: {}\nterms: []\n',
    '{ rules: { age/young: error } }\n',
  ])('of %j says what was meant', (before) => {
    const after = parse(edited(before, off) ?? '') as { rules: Record<string, string> };
    expect(after.rules['age/young']).toBe('off');
    expect({ ...(parse(before) as { rules: object }).rules, 'age/young': 'off' }).toEqual(after.rules);
  });

  it('adds terms, quoted where YAML would read something else', () => {
    expect(edited('terms:\n- Ninja\n', { term: 'Young Living' })).toBe('terms:\n- Ninja\n- Young Living\n');
    for (const term of ['1984', 'true', 'A: B', '#one', "O'Neill", 'Ünïted & Co', '- x', 'He said "x"']) {
      expect((parse(newConfig({ term })) as { terms: unknown[] }).terms).toEqual([term]);
      expect((parse(edited('terms:\n  - Ninja\n', { term }) ?? '') as { terms: unknown[] }).terms).toEqual([
        'Ninja',
        term,
      ]);
    }
  });

  it('is none where nothing would change, or the file is broken', () => {
    expect(edited('rules:\n  age/young: off\n', off)).toBeUndefined();
    expect(edited('terms: [Ninja]\n', { term: 'Ninja' })).toBeUndefined();
    expect(edited('rules: [\n', off)).toBeUndefined();
    expect(edited('- a\n', off)).toBeUndefined();
  });

  it('knows JSON and the key of a package.json', () => {
    expect(edited('{\n  "rules": {}\n}\n', off, '/w/.posting-lint.json')).toBe(
      '{\n  "rules": {\n    "age/young": "off"\n  }\n}\n',
    );
    const after = edited('{\n\t"name": "x",\n\t"posting-lint": {}\n}', off, '/w/package.json');
    expect(JSON.parse(after ?? '')).toEqual({ name: 'x', 'posting-lint': { rules: { 'age/young': 'off' } } });
    expect(after).toContain('\n\t\t"rules"');
  });
});

describe('addresses', () => {
  it.each([
    ['file:///home/me/my%20jobs/caf%C3%A9.md', '/home/me/my jobs/café.md'],
    ['file:///c%3A/jobs/a.md', 'c:/jobs/a.md'],
    ['file://server/share/a.md', '//server/share/a.md'],
    ['vscode-vfs://github/team/jobs/a%23b.md', 'vscode-vfs://github/team/jobs/a#b.md'],
  ])('%s is %s, there and back', (uri, path) => {
    expect(pathOf(uri)).toBe(path);
    expect(uriOf(path)).toBe(uri);
  });

  it('are read in the ways that clients write them', () => {
    expect(pathOf('file:///C:/jobs/a.md')).toBe('c:/jobs/a.md');
    expect(pathOf('untitled:Untitled-1')).toBe('untitled:Untitled-1');
    expect(pathOf('file:///a/100%.md')).toBe('/a/100%.md');
  });
});

describe('positions', () => {
  it('lead to offsets and back, whatever ends the lines', () => {
    const text = 'a\r\nbc\rd\n\nef';
    const positions = new Positions(text);
    for (let offset = 0; offset <= text.length; offset++) {
      if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
      expect(positions.offset(positions.at(offset))).toBe(offset);
    }
    expect(positions.offset({ line: 99, character: 0 })).toBe(text.length);
    expect(positions.offset({ line: 0, character: 99 })).toBe(3);
  });
});
