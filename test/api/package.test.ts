import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { esbuildRules } from '../../scripts/rules-plugin.js';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let user: string;

const npm = (argv: string[], cwd: string) =>
  execFileSync('npm', [...argv, '--ignore-scripts', '--no-audit', '--no-fund', '--offline'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const node = (file: string, text: string) => {
  writeFileSync(path.join(user, file), text);
  return spawnSync(process.execPath, [file], { cwd: user, encoding: 'utf8' });
};

// The package as it is published, in a project that has nothing else.
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'posting-lint-package-'));
  const made = path.join(folder, 'package');
  user = path.join(folder, 'user');
  for (const name of ['package.json', '.npmignore', 'LICENSE', 'README.md', 'CHANGELOG.md', 'schemas'])
    cpSync(path.join(root, name), path.join(made, name), { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', index: 'src/api/index.ts', unified: 'src/api/unified.ts' },
    outdir: path.join(made, 'dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    define: { __VERSION__: '"9.9.9"' },
    plugins: [esbuildRules],
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  execFileSync(process.execPath, [path.join(root, 'scripts/bundle-types.js'), path.join(made, 'dist')]);
  npm(['pack', '--pack-destination', folder], made);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  cpSync(path.join(import.meta.dirname, 'user'), user, { recursive: true });
  npm(['install', '--no-save', path.join(folder, tarball)], user);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package, packed and installed', () => {
  it('brings nothing along', () => {
    expect(readdirSync(path.join(user, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'posting-lint',
    ]);
  });

  it('is a library', () => {
    const { stdout, stderr } = node(
      'lint.mjs',
      `import { createLinter, formatReports, version, SECTION_KINDS } from 'posting-lint';
       const linter = await createLinter({ rules: { sections: 'off' }, terms: ['Young & Co'] });
       const text = 'A recent graduate for Young & Co.';
       const report = linter.lint(text, { path: 'jobs/a.md' });
       const compact = await formatReports('compact', [report]);
       const fixed = linter.fix(text, {}, { suggestions: true });
       console.log(JSON.stringify({ version, kinds: SECTION_KINDS.length > 10, compact, fixed: fixed.text, rules: linter.rules().length > 100 }));`,
    );
    expect(stderr).toBe('');
    const { compact, fixed, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ version: '9.9.9', kinds: true, rules: true });
    expect(compact).toMatch(/^jobs\/a\.md:1:3: warning: .*\[age\/recent-graduate\]\n$/);
    expect(fixed).not.toContain('recent graduate');
  });

  it('is a plugin', () => {
    const { stdout, stderr } = node(
      'plugin.mjs',
      `import postingLint from 'posting-lint/unified';
       const found = [];
       const file = { path: 'a.md', toString: () => 'A recent graduate.', message: (reason, options) => { found.push(options.ruleId); return {}; } };
       await postingLint({ rules: { sections: 'off' } })(undefined, file);
       console.log(found.join());`,
    );
    expect([stdout, stderr]).toEqual(['age/recent-graduate\n', '']);
  });

  it('is a command', () => {
    const bin = path.join(user, 'node_modules/.bin/posting-lint');
    expect(execFileSync(bin, ['--version'], { encoding: 'utf8' })).toBe('9.9.9\n');
  });

  it('has types that a strict project can use, and that see mistakes', () => {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const check = () => spawnSync(process.execPath, [tsc, '-p', user], { encoding: 'utf8' });
    expect(check()).toMatchObject({ stdout: '', status: 0 });
    writeFileSync(
      path.join(user, 'wrong.ts'),
      "import { createLinter } from 'posting-lint';\nawait createLinter({ rules: { pay: 'fatal' } });\n",
    );
    expect(check().stdout).toContain('wrong.ts(2,');
  });
});
