import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EXTENSIONS } from '../../src/cli/files/search.ts';
import { builtCommand } from '../cli/build.ts';
import { type Folder, folder } from '../cli/harness.ts';

const built = builtCommand();
const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');

const DRAFT = '# Nurse\n\nWe want a recent graduate.\n';

/** Runs a script in bash. */
function bash(script: string, cwd: string, env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...env },
    },
  );
  return { code: status, stdout, stderr };
}

describe('the action', () => {
  const action = parse(read('action.yml'));
  const [step] = action.runs.steps;

  /** Runs the step as GitHub does: each variable with the value of its input. */
  function run(here: Folder, given: Record<string, string>) {
    const inputs = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, (input as { default: string }).default]),
    );
    const values = { ...inputs, command: `${process.execPath} ${built.file}`, ...given };
    const env = Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([name, value]) => {
        const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
        expect(Object.keys(inputs)).toContain(input);
        return [name, values[input as keyof typeof values]];
      }),
    );
    return bash(step.run, here.path, {
      ...env,
      GITHUB_STEP_SUMMARY: here.at('summary.md'),
      GITHUB_OUTPUT: here.at('output.txt'),
    });
  }

  it('annotates, sums up and writes SARIF', () => {
    const here = folder({ 'jobs/a b.md': DRAFT, 'other/c.md': DRAFT, 'summary.md': 'Before.\n' });
    const found = run(here, { files: 'jobs/\n', 'sarif-file': 'out.sarif', 'fail-on': 'warning' });
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('::warning file=jobs/a b.md,line=3,col=11');
    expect(found.stdout).not.toContain('other/');
    expect(here.read('summary.md')).toMatch(/^Before\.\n### \d+ findings in 1 of 1 posting/);
    expect(here.read('output.txt')).toBe('exit-code=1\n');
    expect(JSON.parse(here.read('out.sarif')).version).toBe('2.1.0');
  });

  it('takes files and flags a line each, and runs nothing that stands in them', () => {
    const here = folder({ 'a.md': DRAFT, 'b.md': DRAFT, '$(touch x).md': DRAFT });
    const found = run(here, {
      files: 'a.md\n$(touch x).md',
      args: '--rule\nage:off\n--rule\nsections:off',
      annotations: 'false',
      summary: 'false',
      'max-warnings': '0',
    });
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing found in 2 files.') });
    expect(here.read('output.txt')).toBe('exit-code=0\n');
  });

  it('fails with 2 when the work could not be done', () => {
    const here = folder({ 'a.md': DRAFT, 'bad.yml': 'rules: {nope: off}' });
    expect(run(here, { files: 'a.md', config: 'bad.yml' })).toMatchObject({ code: 2 });
    expect(here.read('output.txt')).toBe('exit-code=2\n');
  });

  it('tells of every input in its page', () => {
    for (const name of Object.keys(action.inputs)) expect(read('docs/ci.md')).toContain(`\`${name}\``);
  });
});

describe('the hooks for pre-commit', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; files: string }[];

  it('are commands that there are', () => {
    const here = folder({ 'jobs/a.md': DRAFT });
    for (const { entry } of hooks) {
      const [command, ...argv] = entry.split(' ');
      expect(Object.keys(JSON.parse(read('package.json')).bin)).toContain(command);
      expect(built.call([...argv, 'jobs/a.md'], { cwd: here.path }).code).toBe(0);
    }
    expect(hooks.map(({ id }) => id)).toEqual(['posting-lint', 'posting-lint-fix']);
  });

  it('look at folders of postings only', () => {
    for (const { files } of hooks) {
      for (const name of ['jobs/a.md', 'site/careers/x/b.html', 'vacancies/c.txt'])
        expect(name).toMatch(new RegExp(files));
      for (const name of ['README.md', 'src/jobsite.md', 'docs/a.md'])
        expect(name).not.toMatch(new RegExp(files));
    }
    expect(EXTENSIONS).toContain('.mdx');
  });
});

describe('the job for GitLab', () => {
  it('reports to Code Quality and to tests', () => {
    const { '.posting-lint': job, 'posting-lint': used } = parse(read('templates/gitlab-ci.yml'));
    expect(used.extends).toBe('.posting-lint');
    const here = folder({ 'jobs/a.md': DRAFT });
    // The package is not there to be had; what is in its place is called with the same words.
    const npx = `npx() { [ "$1 $2" = "--yes posting-lint@latest" ] || exit 9; shift 2; "${process.execPath}" "${built.file}" "$@"; }`;
    const found = bash(`${npx}\n${job.script.join('\n')}`, here.path, {
      ...job.variables,
      POSTING_LINT_FILES: 'jobs/',
      POSTING_LINT_FLAGS: '--fail-on warning',
    });
    expect(found.code).toBe(1);
    const { codequality, junit } = job.artifacts.reports;
    expect(JSON.parse(here.read(codequality))[0]).toMatchObject({ location: { path: 'jobs/a.md' } });
    expect(here.read(junit)).toContain('<testsuite name="jobs/a.md"');
  });
});

describe('the problem matcher', () => {
  it('reads what compact writes', () => {
    const here = folder({ 'jobs/a.md': DRAFT });
    const [{ owner, pattern }] = JSON.parse(read('templates/problem-matcher.json')).problemMatcher;
    expect(owner).toBe('posting-lint');
    const [{ regexp, ...groups }] = pattern;
    const lines = built.call(['jobs', '-f', 'compact'], { cwd: here.path }).stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    const matches = lines.map((line) => new RegExp(regexp).exec(line));
    for (const match of matches) expect(match).not.toBeNull();
    const found = matches.find((match) => match?.[groups.code] === 'age/recent-graduate');
    expect([
      found?.[groups.file],
      found?.[groups.line],
      found?.[groups.column],
      found?.[groups.severity],
    ]).toEqual(['jobs/a.md', '3', '11', 'warning']);
  });
});
