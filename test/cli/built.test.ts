import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand } from './build.ts';
import { folder } from './harness.ts';

const root = path.resolve(import.meta.dirname, '../..');
const built = builtCommand();
const { call } = built;

describe('the built command', () => {
  it('shows its version, and help', () => {
    expect(call(['--version'])).toEqual({ code: 0, stdout: '9.9.9\n', stderr: '' });
    expect(call(['--help']).stdout).toContain('--fix-suggestions');
  });

  it('lints files and standard input with the real rules', () => {
    const here = folder({ 'a.md': '# Nurse\n\nWe want a recent graduate.\n' });
    const found = call(['a.md', '-f', 'json'], { cwd: here.path });
    const report = JSON.parse(found.stdout);
    expect(report).toMatchObject({ schemaVersion: 1, tool: { name: 'posting-lint', version: '9.9.9' } });
    const rules = report.files[0].findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain('age/recent-graduate');
    expect(
      call(['-', '-f', 'compact', '--fail-on', 'warning'], { input: 'We want a recent graduate.' }),
    ).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('<stdin>:1:11: warning:'),
    });
    expect(call(['gone.md']).code).toBe(2);
  });

  it('knows the rules of its own, and finds a configuration', () => {
    expect(call(['explain', 'recent-graduate']).stderr).toContain('Did you mean “age/recent-graduate”?');
    expect(call(['explain', 'age/recent-graduate']).stdout).toContain('Why\n');
    const here = folder({
      '.posting-lint.yml': 'rules: {age/recent-graduate: off}',
      'a.md': 'A recent graduate.',
    });
    expect(call(['a.md', '-f', 'compact'], { cwd: here.path }).stdout).not.toContain('age/recent-graduate');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [built.file, 'rules', '-f', 'json'], { cwd: root });
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk) => errors.push(chunk));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([Buffer.concat(errors).toString(), code]).toEqual(['', 0]);
  });
});
