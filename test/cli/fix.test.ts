import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/cli/files/decode.ts';
import { writeWhole } from '../../src/cli/files/write.ts';
import { folder } from './harness.ts';

const DRAFT = '# Nurse\r\n\r\nA young  team,\r\nhey guys.';

describe('--fix', () => {
  it('makes the safe fixes and nothing else', async () => {
    const here = folder({ 'a.md': DRAFT });
    const { stderr, stdout, code } = await here.posting(['a.md', '--fix']);
    expect(here.read('a.md')).toBe('# Nurse\r\n\r\nA young team,\r\nhey guys.');
    expect(stderr).toBe('1 fix made in 1 file.\n');
    expect(stdout).toContain('2 findings in 1 file (1 error, 1 warning, 0 infos)');
    expect(code).toBe(1);
  });

  it('makes suggestions too when asked, until nothing is left', async () => {
    const here = folder({ 'a.md': `\uFEFF${DRAFT} guys  and\tguys` });
    const { stdout, code } = await here.posting(['a.md', '--fix-suggestions']);
    expect(here.read('a.md')).toBe('\uFEFF# Nurse\r\n\r\nA keen team,\r\nhey people. people and\tpeople');
    expect([stdout, code]).toEqual(['Nothing found in 1 file.\n', 0]);
  });

  it('does not touch a file that stays as it is', async () => {
    const here = folder({ 'a.md': '# Nurse\nA young team.\n' });
    const before = statSync(here.at('a.md'));
    await here.posting(['a.md', '--fix']);
    const after = statSync(here.at('a.md'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it('keeps encoding, mode and symbolic links, and leaves no other file behind', async () => {
    const here = folder({ 'real/a.md': Buffer.from('\uFEFFZwei  Näher\r\n', 'utf16le') });
    chmodSync(here.at('real/a.md'), 0o640);
    symlinkSync(here.at('real/a.md'), here.at('link.md'));
    await here.posting(['link.md', '--fix']);
    expect(here.bytes('real/a.md')).toEqual(Buffer.from('\uFEFFZwei Näher\r\n', 'utf16le'));
    expect(statSync(here.at('real/a.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(here.at('link.md')).isSymbolicLink()).toBe(true);
    expect(readdirSync(here.at('real'))).toEqual(['a.md']);
  });

  it('writes nothing with --fix-dry-run, but reports what would be left', async () => {
    const here = folder({ 'a.md': DRAFT });
    const { stdout, stderr } = await here.posting(['a.md', '--fix-dry-run', '-f', 'compact']);
    expect(here.read('a.md')).toBe(DRAFT);
    expect(stderr).toBe('1 fix would be made in 1 file.\n');
    expect(stdout.split('\n')).toHaveLength(3);
    expect((await here.posting(['a.md', '--fix-dry-run', '--fix-suggestions'])).stdout).toBe(
      'Nothing found in 1 file.\n',
    );
    expect(here.read('a.md')).toBe(DRAFT);
  });

  it('shows a patch with --diff, and writes nothing', async () => {
    const here = folder({ 'jobs/a.md': '# Nurse\n\nA young  team,\nhey guys.\n', 'jobs/b.md': '# Fine\n' });
    const { stdout, code, stderr } = await here.posting(['jobs', '--diff']);
    expect(stdout).toBe(`--- a/jobs/a.md
+++ b/jobs/a.md
@@ -1,4 +1,4 @@
 # Nurse
 
-A young  team,
+A young team,
 hey guys.
`);
    expect([code, stderr]).toEqual([1, '']);
    expect((await here.posting(['jobs', '--diff', '--fix-suggestions'])).stdout).toContain(
      '+A keen team,\n+hey people.\n',
    );
    expect((await here.posting(['jobs', '--diff', '--color'])).stdout).toContain(
      '\u001b[32m+A young team,\u001b[39m',
    );
    expect(here.read('jobs/a.md')).toContain('young  team');
  });

  it('gives back the text of standard input, and shows the rest on the other stream', async () => {
    const { stdout, stderr, code } = await folder().posting(['-', '--fix'], { stdin: DRAFT });
    expect(stdout).toBe(DRAFT.replace('  ', ' '));
    expect(stderr).toContain('2 findings');
    expect(code).toBe(1);
    const dry = await folder().posting(['-', '--diff'], { stdin: 'Two  words\n' });
    expect(dry.stdout).toContain('-Two  words\n+Two words\n');
  });

  it('fixes one file and tells of another that cannot be read', async () => {
    const here = folder({ 'a.md': 'Two  words', 'b.md': Buffer.from([0xe9]) });
    expect(await here.posting(['.', '--fix'])).toMatchObject({ code: 2 });
    expect(here.read('a.md')).toBe('Two words');
    expect(here.bytes('b.md')).toEqual(Buffer.from([0xe9]));
  });
});

describe('writing a file', () => {
  it('leaves the old one as it was when it fails, and nothing else', () => {
    const here = folder({ 'a.md': 'old' });
    const bytes = { toString: () => 'never', length: 3 } as unknown as Uint8Array;
    expect(() => writeWhole(here.at('a.md'), bytes)).toThrow();
    expect(here.read('a.md')).toBe('old');
    expect(readdirSync(here.path)).toEqual(['a.md']);
    expect(() => writeWhole(here.at('no/such.md'), 'x')).toThrow(/ENOENT/);
  });

  it('gives back the bytes of any text', () => {
    const mark = fc.constantFrom('', '\uFEFF');
    fc.assert(
      fc.property(
        mark,
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        (bom, body, encoding) => {
          fc.pre(!body.includes('\0'));
          const text = (encoding === 'utf-8' ? bom : '\uFEFF') + body;
          const decoded = decode(encode(text, encoding));
          expect(decoded).toEqual({ text, encoding });
        },
      ),
    );
  });
});
