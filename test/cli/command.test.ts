import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ALL_FLAGS, goesWith, LINT } from '../../src/cli/flags/index.ts';
import { run } from '../../src/cli/run.ts';
import { FORMAT_NAMES } from '../../src/report/names.ts';
import { folder } from './harness.ts';

describe('the command line', () => {
  it.each([
    ['--formt json', 'There is no flag --formt. Did you mean “--format”?'],
    ['--fix-sugestions a.md', 'There is no flag --fix-sugestions. Did you mean “--fix-suggestions”?'],
    ['-x a.md', 'There is no flag -x.'],
    ['--zebra', 'There is no flag --zebra.'],
    ['a.md --format', `--format needs a value: one of ${FORMAT_NAMES.join(', ')}.`],
    ['a.md --config --fix', '--config needs a value: FILE.'],
    ['a.md --format=', `--format needs a value: one of ${FORMAT_NAMES.join(', ')}.`],
    ['a.md -f jsn', `--format must be one of ${FORMAT_NAMES.join(', ')}; “jsn” is not. Did you mean “json”?`],
    [
      'a.md -f json -f sarif',
      'Only one format can have the output for itself, not json and sarif; name files: -f json=FILE.',
    ],
    ['a.md -f json=a -f sarif=./a', 'Two formats would be written to a.'],
    ['a.md -f json=', '--format json= lacks the name of a file after “=”.'],
    [
      'a.md --fail-on warn',
      '--fail-on must be one of error, warning, info, never; “warn” is not. Did you mean “warning”?',
    ],
    ['a.md --fix=yes', '--fix takes no value.'],
    ['a.md --max-warnings some', '--max-warnings must be a whole number; “some” is not.'],
    ['a.md --quiet --severity info', '--quiet and --severity say two things; give one.'],
    ['a.md --rule age', '--rule must be ID:LEVEL, such as age/young:off; “age” is not.'],
    ['a.md --rule age:of', '--rule: “of” is no level; use off, info, warning, error. Did you mean “off”?'],
    ['a.md --rule age/yung:off', '--rule: Unknown rule “age/yung”. Did you mean “age/young”?'],
  ])('%s is a mistake', async (line, message) => {
    const found = await folder({ 'a.md': '' }).posting(line.split(' '));
    expect(found).toEqual({
      code: 2,
      stdout: '',
      stderr: `posting-lint: ${message}\nposting-lint --help lists what there is.\n`,
    });
  });

  it.each([
    ['rules --fix', '--fix does not go with “posting-lint rules”.'],
    ['a.md --stdio', '--stdio does not go with linting.'],
  ])('%s mixes what does not go together', async (line, message) => {
    const found = await folder({ 'a.md': '' }).posting(line.split(' '));
    expect(found).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });

  it('guesses a command that is misspelt', async () => {
    expect((await folder().posting(['explian', 'age/young'])).stderr).toContain(
      'explian: There is no such file or folder. Did you mean “explain”?',
    );
  });

  it('names only commands that there are in the table of flags', () => {
    const names = [LINT, ...COMMANDS.map(({ name }) => name)];
    for (const { on = [] } of ALL_FLAGS)
      if (on !== 'all') for (const name of on) expect(names).toContain(name);
    expect(new Set(ALL_FLAGS.map(({ name }) => name)).size).toBe(ALL_FLAGS.length);
  });

  it('takes values in every usual way, and anything after --', () => {
    const args = parseArguments([
      '-fjson',
      '--rule=a:off',
      '--rule',
      'b:off',
      '-o',
      'x',
      '-o',
      'y',
      '--',
      '--fix',
      '-',
    ]);
    expect(args.value('format')).toBe('json');
    expect(args.values('rule')).toEqual(['a:off', 'b:off']);
    expect(args.value('output-file')).toBe('y');
    expect(args.has('fix')).toBe(false);
    expect(args.positionals).toEqual(['--fix', '-']);
  });
});

describe('--help and --version', () => {
  it('lists every flag in at most 80 columns', async () => {
    const { stdout, code } = await folder().posting(['--help']);
    for (const flag of ALL_FLAGS)
      expect(new RegExp(`--${flag.name}[[ \\n]`).test(stdout)).toBe(goesWith(flag, LINT));
    for (const { name } of COMMANDS) expect(stdout).toContain(`posting-lint ${name}`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(code).toBe(0);
  });

  it('shows what a command takes', async () => {
    const { stdout } = await folder().posting(['rules', '--help']);
    expect(stdout).toContain('posting-lint rules [CATEGORY]');
    expect(stdout).toContain('--as-of DATE');
    expect(stdout).not.toContain('--fix');
  });

  it('need no linter', async () => {
    const here = folder();
    let text = '';
    const io = {
      stdin: (async function* () {})(),
      stdout: { write: (part: string) => (text += part) },
      stderr: { write: () => {} },
      cwd: here.path,
      env: {},
      now: () => new Date(),
    };
    const load = () => Promise.reject(new Error('loaded'));
    expect(await run(['--version'], io, load)).toBe(0);
    expect(text).toBe('0.0.0-test\n');
    expect(await run(['-h'], io, load)).toBe(0);
    expect(await run(['a.md'], io, load)).toBe(2);
  });
});

describe('rules', () => {
  it('are listed with the levels they have here', async () => {
    const here = folder({ '.posting-lint.yml': 'rules: {age/youth: error, style: off}' });
    expect((await here.posting(['rules'])).stdout).toBe(`age/young     warning  Finds “young”
age/youth     error    Finds “youth”
gender/guys   error    Finds “guys”
style/spaces  off      Finds “  ”
`);
    const { stdout } = await here.posting(['rules', 'age', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'age/young',
        category: 'age',
        level: 'warning',
        default: 'warning',
        docs: 'docs/rules/age/young.md',
      },
      { id: 'age/youth', level: 'error', default: 'off', why: 'Because “youth” leaves people out.' },
    ]);
    expect((await here.posting(['rules', 'agee'])).stderr).toContain('There is no category “agee”.');
  });

  it('are explained', async () => {
    const here = folder();
    expect((await here.posting(['explain', 'age/young'])).stdout).toBe(`age/young (warning)
  Finds “young”

Why
  Because “young” leaves people out.

Evidence
  Guidance: regulators or specialists advise it.

Limits
  It is only a test.

Sources
  A handbook <https://example.com/handbook>

Marked
  So young here.
    → So nice here.

Left alone
  So nice here.

Set in .posting-lint.yml
  rules:
    age/young: off

For one place in a draft
  <!-- posting-lint-disable-next-line age/young -- the reason -->
`);
    expect((await here.posting(['explain', 'age/youth'])).stdout).toContain('age/youth: warning');
    expect(JSON.parse((await here.posting(['explain', 'age/young', '-f', 'json'])).stdout)).toMatchObject({
      id: 'age/young',
    });
  });

  it('that do not exist are guessed', async () => {
    const here = folder();
    expect(await here.posting(['explain', 'young'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Unknown rule “young”. Did you mean “age/young”?'),
    });
    expect((await here.posting(['explain'])).stderr).toContain(
      'Name a rule: posting-lint explain age/recent-graduate',
    );
  });
});
