import { chmodSync, mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, made, paths } from './harness.ts';

const NURSE = '# Nurse\n\nA young team.\n';
const COOK = '# Cook\n\nHey guys.\n';
const FINE = '# Clerk\n\nA friendly team.\n';

describe('exit codes', () => {
  it.each([
    [['fine.md'], 0],
    [['warning.md'], 0],
    [['error.md'], 1],
    [['error.md', '--fail-on', 'never'], 0],
    [['warning.md', '--fail-on', 'warning'], 1],
    [['warning.md', '--fail-on=info'], 1],
    [['warning.md', '--max-warnings', '1'], 0],
    [['warning.md', '--max-warnings', '0'], 1],
    [['warning.md', '--max-warnings', '0', '--fail-on', 'never'], 1],
    [['warning.md', '--rule', 'age:error'], 1],
    [['error.md', '--rule', 'gender/guys:off'], 0],
    [['error.md', '--severity', 'error', '--rule', 'gender:info'], 0],
    [['error.md', 'gone.md'], 2],
    [['fine.md', 'gone.md'], 2],
    [['fine.md', 'gone.md', '--no-error-on-unmatched-pattern'], 0],
    [['empty'], 2],
    [['empty', '--no-error-on-unmatched-pattern'], 0],
    [['nothing/**/*.md'], 2],
    [[], 2],
  ])('%j gives %d', async (argv, code) => {
    const here = folder({ 'fine.md': FINE, 'warning.md': NURSE, 'error.md': COOK, 'empty/picture.png': '' });
    expect(await here.posting(argv)).toMatchObject({ code });
  });

  it('says on the other stream why it is not 0', async () => {
    const here = folder({ 'a.md': NURSE });
    expect((await here.posting(['a.md', '--max-warnings', '0'])).stderr).toBe(
      '1 warning is more than --max-warnings 0 allows.\n',
    );
    expect((await here.posting(['gone.md'])).stderr).toBe('gone.md: There is no such file or folder.\n');
    expect((await here.posting(['gone/*.md'])).stderr).toBe('gone/*.md: nothing that matches.\n');
    expect((await here.posting([])).stderr).toContain(
      'Name files or folders to check, for example: posting-lint jobs/',
    );
  });
});

describe('the report', () => {
  it('shows the line with carets, and a summary', async () => {
    const here = folder({ 'a.md': NURSE, 'b.md': FINE });
    expect(await here.posting(['.'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `a.md
  3:3  warning  “young” leaves people out.  age/young
       A young team.
         ^^^^^
       try: Replace with “keen”

1 finding in 2 files (0 errors, 1 warning, 0 infos)
  1 has a suggestion (--fix-suggestions).
`,
    });
  });

  it('tells why with --verbose', async () => {
    const { stdout } = await folder({ 'a.md': NURSE }).posting(['a.md', '--verbose']);
    expect(stdout).toContain('why: Because “young” leaves people out.');
    expect(stdout).toContain('source: A handbook <https://example.com/handbook>');
  });

  it('leaves out what weighs less, and says that it did', async () => {
    const here = folder({ 'a.md': `${NURSE}${COOK}` });
    const { stdout } = await here.posting(['a.md', '--quiet']);
    expect(stdout).not.toContain('young');
    expect(stdout).toContain('guys');
    expect(stdout).toContain('1 of less weight not shown.');
    const json = await here.posting(['a.md', '--severity', 'error', '-f', 'json', '--max-warnings', '0']);
    expect(JSON.parse(json.stdout).summary).toEqual({ files: 1, errors: 1, warnings: 0, infos: 0 });
    expect(json.code).toBe(1);
  });

  it('goes to a file with -o', async () => {
    const here = folder({ 'a.md': NURSE });
    const { stdout, code } = await here.posting(['a.md', '-f', 'compact', '-o', 'out.txt']);
    expect([stdout, code]).toEqual(['', 0]);
    expect(here.read('out.txt')).toBe('a.md:3:3: warning: “young” leaves people out. [age/young]\n');
    expect(await here.posting(['a.md', '-o', 'a/new/folder/out.txt'])).toMatchObject({ code: 0 });
    expect(here.read('a/new/folder/out.txt')).toContain('1 finding in 1 file');
    const wrong = await here.posting(['a.md', '-o', 'a.md/out.txt']);
    expect(wrong).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('a.md/out.txt could not be written'),
    });
  });

  it('is in colour on a terminal only, unless asked', async () => {
    const here = folder({ 'a.md': NURSE });
    const coloured = async (argv: string[], options = {}) =>
      (await here.posting(['a.md', ...argv], options)).stdout.includes('\u001b[');
    expect(await coloured([])).toBe(false);
    expect(await coloured([], { isTTY: true })).toBe(true);
    expect(await coloured([], { isTTY: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await coloured([], { isTTY: true, env: { NO_COLOR: '' } })).toBe(true);
    expect(await coloured([], { isTTY: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await coloured(['--no-color'], { isTTY: true, env: { FORCE_COLOR: '1' } })).toBe(false);
    expect(await coloured([], { env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await coloured([], { isTTY: true, env: { FORCE_COLOR: '0' } })).toBe(false);
    expect(await coloured([], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false);
    expect(await coloured(['--color'], { env: { NO_COLOR: '1' } })).toBe(true);
    expect(await coloured(['-f', 'json'], { isTTY: true })).toBe(false);
  });

  it('is as wide as the terminal, within reason', async () => {
    const here = folder({ 'a.md': `${'word '.repeat(60)}young${' word'.repeat(60)}\n` });
    const widest = async (columns: number) =>
      Math.max(
        ...(await here.posting(['a.md'], { columns })).stdout
          .split('\n')
          .filter((line) => line.includes('word'))
          .map((line) => line.length),
      );
    expect(await widest(60)).toBeLessThanOrEqual(60);
    expect(await widest(60)).toBeGreaterThan(45);
    expect(await widest(500)).toBeLessThanOrEqual(120);
  });
});

describe('files that cannot be linted', () => {
  it('have an entry with the error, and the others are linted all the same', async () => {
    const here = folder({
      'a.md': NURSE,
      'latin.md': Buffer.from('Fine\nCaf\xe9\n', 'latin1'),
      'picture.md': Buffer.from([0x50, 0, 0, 0x4b]),
      'panic.md': 'PANIC',
      'locked.md': NURSE,
    });
    mkdirSync(here.at('z.md'));
    const asRoot = process.getuid?.() === 0;
    if (!asRoot) chmodSync(here.at('locked.md'), 0);
    const found = await here.posting(['.', 'gone.md', '-f', 'json']);
    expect(found.code).toBe(2);
    const files = JSON.parse(found.stdout).files as {
      path: string;
      error: { message: string } | null;
      findings: [];
    }[];
    expect(files.map(({ path }) => path)).toEqual([
      'a.md',
      'gone.md',
      'latin.md',
      'locked.md',
      'panic.md',
      'picture.md',
    ]);
    const error = (path: string) => files.find((file) => file.path === path)?.error?.message;
    expect(error('a.md')).toBeUndefined();
    expect(files[0]!.findings).toHaveLength(1);
    expect(error('gone.md')).toBe('There is no such file or folder.');
    expect(error('latin.md')).toBe('Line 2 is not UTF-8 text. Save the file as UTF-8.');
    expect(error('picture.md')).toBe('It is not text.');
    expect(error('panic.md')).toBe('The linter failed on it, please report this: a mistake of ours');
    if (!asRoot) expect(error('locked.md')).toBe('Permission is denied.');
    expect(found.stderr).toContain('latin.md: Line 2 is not UTF-8 text. Save the file as UTF-8.\n');
  });

  it('reads a byte order mark and UTF-16', async () => {
    const text = '\uFEFF# Näh\n\nA young team.\n';
    const swapped = Buffer.from(text, 'utf16le').swap16();
    const here = folder({ 'a.md': text, 'b.md': Buffer.from(text, 'utf16le'), 'c.md': swapped });
    const { stdout } = await here.posting(['.', '-f', 'json']);
    for (const file of JSON.parse(stdout).files)
      expect(file.findings[0].range.start).toEqual({ line: 3, column: 3, offset: 10 });
    expect((await here.posting(['.'])).stdout.match(/ {9}\^\^\^\^\^/g)).toHaveLength(3);
  });
});

describe('standard input', () => {
  it.each([['-'], ['--stdin']])('is read with %s', async (flag) => {
    const { stdout } = await folder().posting([flag, '-f', 'json'], { stdin: NURSE });
    expect(JSON.parse(stdout).files).toMatchObject([
      { path: '<stdin>', format: 'markdown', findings: [{ rule: 'age/young' }] },
    ]);
  });

  it('is HTML when it begins so', async () => {
    const { stdout } = await folder().posting(['-', '-f', 'json'], {
      stdin: '<!doctype html><p>A young team',
    });
    expect(JSON.parse(stdout).files[0].format).toBe('html');
  });

  it('takes format and configuration from --stdin-filename', async () => {
    const here = folder({ 'jobs/.posting-lint.yml': 'rules: {age: error}' });
    const found = await here.posting(['--stdin-filename', 'jobs/nurse.txt', '-f', 'json'], { stdin: NURSE });
    expect(JSON.parse(found.stdout).files).toMatchObject([
      { path: 'jobs/nurse.txt', format: 'text', findings: [{ severity: 'error' }] },
    ]);
    expect(found.code).toBe(1);
    expect(await here.posting(['a.md', '--stdin-filename', 'b.md'])).toMatchObject({ code: 2 });
  });

  it('that is not text is an error', async () => {
    const found = await folder().posting(['-'], { stdin: Buffer.from([0xff, 0xfe, 0]) });
    expect(found).toMatchObject({ code: 2, stderr: '<stdin>: It begins like UTF-16 text, but is not.\n' });
  });
});

describe('the configuration', () => {
  it('of the nearest folder holds, with overrides; one linter serves all files that agree', async () => {
    const here = folder({
      '.posting-lint.yml':
        'rules: {age: error}\nterms: [guys]\noverrides:\n  - files: interns/\n    rules: {age/young: off}',
      'a.md': NURSE,
      'b.md': COOK,
      'interns/c.md': NURSE,
      'own/.posting-lint.json': '{}',
      'own/d.md': NURSE,
    });
    const { stdout } = await here.posting(['.', '-f', 'json']);
    const found = JSON.parse(stdout).files.map((file: { path: string; findings: { severity: string }[] }) => [
      file.path,
      ...file.findings.map(({ severity }) => severity),
    ]);
    expect(found).toEqual([['a.md', 'error'], ['b.md'], ['interns/c.md'], ['own/d.md', 'warning']]);
    expect(made).toHaveLength(3);
  });

  it('is told by --config, with patterns from where the command is called', async () => {
    const here = folder({
      'ci/strict.yml': 'overrides: [{files: jobs/, rules: {age: error}}]',
      '.posting-lint.yml': 'rules: {age: off}',
      'jobs/a.md': NURSE,
    });
    expect(await here.posting(['jobs', '--config', 'ci/strict.yml'])).toMatchObject({ code: 1 });
    expect((await here.posting(['jobs', '--no-config'])).stdout).toContain('warning');
    expect((await here.posting(['jobs'])).stdout).toBe('Nothing found in 1 file.\n');
    const gone = await here.posting(['jobs', '-c', 'gone.yml']);
    expect(gone).toEqual({ code: 2, stdout: '', stderr: 'gone.yml:1:1 There is no such file.\n' });
  });

  it('with mistakes stops everything, and all of them are told', async () => {
    const here = folder({
      'jobs/.posting-lint.yml': 'rules:\n  age/yung: off\n  age: of\n',
      'jobs/a.md': NURSE,
    });
    expect(await here.posting(['jobs'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `jobs/.posting-lint.yml:2:3 Unknown rule “age/yung”. Did you mean “age/young”?
jobs/.posting-lint.yml:3:8 “age” must be off, info, warning or error; here it is “of”. Did you mean “off”?
`,
    });
  });

  it('gives the day, today when none is said', async () => {
    const here = folder({ 'a.md': FINE });
    await here.posting(['a.md']);
    expect(made[0]?.asOf).toBe('2026-11-23');
    await here.posting(['a.md', '--as-of', '2024-02-29']);
    expect(made[0]?.asOf).toBe('2024-02-29');
    for (const day of ['2023-02-29', '23.11.2026', '2026-11']) {
      expect((await here.posting(['a.md', '--as-of', day])).stderr).toContain(`“${day}” is not.`);
    }
  });

  it('is shown by --print-config', async () => {
    const here = folder({
      'jobs/.posting-lint.yml': 'extends: strict\nrules: {age: error}\nignore: [old/]\nemployer: {size: 40}',
    });
    const { stdout, code } = await here.posting([
      '--print-config',
      'jobs/old/a.md',
      '--rule',
      'age/young:off',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: 'jobs/old/a.md',
      configFiles: [here.at('jobs/.posting-lint.yml')],
      ignored: true,
      extends: 'strict',
      rules: { 'age/young': 'off', 'age/youth': 'error', 'gender/guys': 'error', 'style/spaces': 'info' },
      terms: [],
      employer: { size: 40 },
      asOf: '2026-11-23',
    });
    expect(paths(await here.posting(['-', '-f', 'json'], { stdin: '' }))).toEqual(['<stdin>']);
  });
});
