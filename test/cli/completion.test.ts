import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { ALL_FLAGS } from '../../src/cli/flags/index.ts';
import { FORMAT_NAMES } from '../../src/report/names.ts';
import { Folder, folder } from './harness.ts';

let script = '';

beforeAll(async () => {
  const here = new Folder();
  script = (await here.posting(['completion', 'bash'])).stdout;
  rmSync(here.path, { recursive: true });
});

/** What bash would offer for a line, of which the last word is being written. */
function offered(...words: string[]): string[] {
  const line = ['posting-lint', ...words].map((word) => `'${word}'`).join(' ');
  const { stdout, stderr, status } = spawnSync(
    'bash',
    [
      '--norc',
      '-c',
      `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _posting_lint; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ],
    { encoding: 'utf8' },
  );
  expect([stderr, status]).toEqual(['', 0]);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion in bash', () => {
  it('offers commands, and flags of the command', () => {
    expect(offered('ru')).toEqual(['rules']);
    expect(offered('--fix')).toEqual(expect.arrayContaining(['--fix', '--fix-suggestions']));
    expect(offered('rules', '--')).toContain('--as-of');
    expect(offered('rules', '--fi')).toEqual([]);
    expect(offered('--quiet', 'a.md', '--sev')).toEqual(['--severity']);
  });

  it('offers what a flag can be', () => {
    expect(offered('-f', '')).toEqual(FORMAT_NAMES);
    expect(offered('--format', '=', 's')).toEqual(['stylish', 'sarif']);
    expect(offered('--format', '=')).toEqual(FORMAT_NAMES);
    expect(offered('--rule', 'age/yo')).toEqual(['age/young', 'age/youth']);
  });

  it('offers rules, categories and shells', () => {
    expect(offered('explain', 'gender')).toEqual(['gender/guys']);
    expect(offered('rules', 'gen')).toEqual(['gender']);
    expect(offered('completion', 'f')).toEqual(['fish']);
  });

  it('leaves files to bash', () => {
    for (const words of [['jobs/'], [''], ['--config', ''], ['a.md', 'b']])
      expect(offered(...words)).toEqual([]);
  });
});

describe('completion in other shells', () => {
  it('knows every command and flag', async () => {
    const { stdout } = await folder().posting(['completion', 'fish']);
    for (const { name } of COMMANDS) expect(stdout).toContain(`-a ${name} -d '`);
    for (const { name } of ALL_FLAGS) expect(stdout).toContain(` -l ${name} `);
    for (const line of stdout.trimEnd().split('\n')) {
      expect(line).toMatch(/^complete -c posting-lint /);
      expect(line.replace(/\\['\\]/g, '').split("'").length % 2).toBe(1);
    }
    const zsh = (await folder().posting(['completion', 'zsh'])).stdout;
    expect(zsh).toContain('bashcompinit');
    expect(zsh).toContain(script);
  });

  it('asks for a shell that it knows', async () => {
    expect(await folder().posting(['completion', 'tcsh'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Name a shell: posting-lint completion bash, zsh, fish.'),
    });
  });
});
