import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Report, ReportFinding } from '../../src/contract/report.ts';
import { folder } from './harness.ts';

const STYLES = path.resolve(import.meta.dirname, '../../examples/house-styles');

async function call(name: string, argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const out = { code: 0, stdout: '', stderr: '' };
  out.code = await run(argv, {
    stdin: (async function* () {})(),
    stdout: { write: (text) => (out.stdout += text) },
    stderr: { write: (text) => (out.stderr += text) },
    cwd: path.join(STYLES, name),
    env: {},
    now: () => new Date(2026, 10, 24),
  });
  return out;
}

async function findings(name: string, file: string): Promise<ReportFinding[]> {
  const { stdout, stderr } = await call(name, [file, '--format', 'json', '--fail-on', 'never']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as Report).files[0]?.findings ?? [];
}

const STRAYS: Record<string, string[]> = {
  'software-uk': ['names', 'spelling-variety', 'house-words', 'canonical-text', 'house-order'],
  'hospital-us': ['names', 'spelling-variety', 'house-words', 'canonical-text'],
  'company-de': ['names', 'house-words', 'canonical-text', 'house-headings', 'false-friends'],
};

describe.each(Object.entries(STRAYS))('the house style %s', (name, rules) => {
  it('has nothing to say of a draft that follows it', async () => {
    const found = await findings(name, 'follows.md');
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('sees where a draft strays from it', async () => {
    const found = new Set((await findings(name, 'strays.md')).map(({ rule }) => rule));
    for (const rule of rules) expect([...found]).toContain(`style/${rule}`);
  });

  it('has a draft put right, and then has little left to say', async () => {
    const made = folder();
    const from = path.join(STYLES, name);
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      made.write(path.relative(from, file), readFileSync(file));
    }
    const fixed = await made.posting(['strays.md', '--fix', '--fix-suggestions', '--fail-on', 'never'], {
      real: true,
    });
    expect(fixed.stderr).toMatch(/fixes made in 1 file/);
    const after = await made.posting(['strays.md', '-f', 'json', '--fail-on', 'never'], { real: true });
    const left = (JSON.parse(after.stdout) as Report).files[0]?.findings ?? [];
    const own = left.filter(({ rule }) =>
      /canonical-text|names|spelling|house-order|house-headings/.test(rule),
    );
    expect(own.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    const once = made.read('strays.md');
    await made.posting(['strays.md', '--fix', '--fix-suggestions', '--fail-on', 'never'], { real: true });
    expect(made.read('strays.md')).toBe(once);
  });

  it.each(['md', 'txt', 'html'])('gives new postings (%s) a draft that follows it', async (ending) => {
    const made = folder({});
    const from = path.join(STYLES, name);
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      made.write(path.relative(from, file), readFileSync(file));
    }
    const { code, stderr } = await made.posting(['new', `jobs/new.${ending}`], { real: true });
    expect([code, stderr]).toEqual([
      0,
      `jobs/new.${ending} is written. What is to be filled in stands in [brackets].\n`,
    ]);
    const report = await made.posting([`jobs/new.${ending}`, '-f', 'json', '--fail-on', 'never'], {
      real: true,
    });
    const left = ((JSON.parse(report.stdout) as Report).files[0]?.findings ?? []).filter(
      // What is to be filled in is not there yet.
      ({ rule, category }) => rule !== 'style/placeholder' && category !== 'sections' && category !== 'law',
    );
    expect(left.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    const again = await made.posting(['new', `jobs/new.${ending}`], { real: true });
    expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/This file is there already/)]);
  });

  it('has rules that do what their examples say', async () => {
    if (name !== 'company-de') return expect((await call(name, ['test-rules'])).code).toBe(2);
    expect(await call(name, ['test-rules'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('posting-lint new', () => {
  it('shows a draft, with the title given', async () => {
    const made = folder({ '.posting-lint.yml': 'title: {ending: (m/f/d)}\ncompany: {name: Lindwerk}\n' });
    const { code, stdout } = await made.posting(['new', '--title', 'Baker', '--short'], { real: true });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Baker \(m\/f\/d\)\n\n## /);
    expect(stdout).not.toContain('[Company]');
  });
});
