import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SuppressionList } from '../../src/cli/extras.ts';
import { fileReport } from '../report/make.ts';
import { folder, made } from './harness.ts';

const COOK = '# Cook\n\nHey guys, a young team.\n';
const NURSE = '# Nurse\n\nA young team.\n';

describe('--statistics', () => {
  it('stand below the findings for people, most frequent first', async () => {
    const here = folder({ 'a.md': COOK, 'b.md': NURSE });
    const { stdout, stderr } = await here.posting(['.', '--statistics']);
    expect(stdout).toMatch(
      /\n\nfindings {2}files {2}rule\n {7}2 {6}2 {2}age\/young\n {7}1 {6}1 {2}gender\/guys\n$/,
    );
    expect(stderr).toBe('');
    expect(
      (await here.posting(['.', '--statistics', '--rule', 'age:off', '--rule', 'gender:off'])).stdout,
    ).toMatch(/\n\nNo rule found anything\.\n$/);
  });

  it('do not spoil a format that programs read', async () => {
    const { stdout, stderr } = await folder({ 'a.md': COOK }).posting(['.', '--statistics', '-f', 'json']);
    expect(JSON.parse(stdout).summary.files).toBe(1);
    expect(stderr).toContain('age/young');
  });
});

describe('--exit-zero', () => {
  it('takes findings lightly, but not what could not be done', async () => {
    const here = folder({ 'a.md': COOK });
    expect((await here.posting(['a.md'])).code).toBe(1);
    expect((await here.posting(['a.md', '--exit-zero'])).code).toBe(0);
    expect((await here.posting(['a.md', '--exit-zero', '--max-warnings', '0'])).code).toBe(0);
    expect((await here.posting(['a.md', 'gone.md', '--exit-zero'])).code).toBe(2);
  });
});

describe('several formats at once', () => {
  it('go to their files, one to standard output', async () => {
    const here = folder({ 'a.md': COOK });
    const found = await here.posting([
      'a.md',
      '-f',
      'sarif=out/a.sarif',
      '-f',
      'html=a.html',
      '-f',
      'compact',
    ]);
    expect(found).toMatchObject({ code: 1, stderr: '' });
    expect(found.stdout).toMatch(/^a\.md:3:5: error/);
    expect(JSON.parse(here.read('out/a.sarif')).runs[0].results).toHaveLength(2);
    expect(here.read('a.html')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('leave the one without a file to -o, and standard output alone where every one has its file', async () => {
    const here = folder({ 'a.md': COOK });
    expect((await here.posting(['a.md', '-f', 'json=a.json', '-f', 'compact', '-o', 'a.txt'])).stdout).toBe(
      '',
    );
    expect(here.read('a.txt')).toContain('a.md:3:5');
    expect(JSON.parse(here.read('a.json')).summary.errors).toBe(1);
    expect((await here.posting(['a.md', '-f', 'json=a.json'])).stdout).toBe('');
  });

  it('say when a file cannot be written, and leave nothing behind', async () => {
    const here = folder({ 'a.md': COOK, file: '' });
    const found = await here.posting(['a.md', '-f', 'compact=b.txt', '-f', 'json=file/a.json']);
    expect(found).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('file/a.json could not be written.'),
    });
    expect(readdirSync(here.path).sort()).toEqual(['a.md', 'file']);
  });
});

describe('suppressions', () => {
  it('are listed with what they leave out, why, and how long', () => {
    const list = new SuppressionList();
    expect(list.text()).toBe('Nothing is left alone by a comment.\n');
    const range = { start: { line: 3, column: 1, offset: 20 }, end: { line: 3, column: 9, offset: 28 } };
    const given = {
      rules: ['age/young', 'gender'],
      reason: 'our band',
      until: '2027-01-31',
      expired: false,
      findings: 2,
      range,
    };
    const bare = { rules: [], reason: null, until: null, expired: false, findings: 0, range };
    list.file(
      fileReport('a.md', [], { suppressions: [given, bare, { ...given, expired: true, findings: 0 }] }),
    );
    expect(list.text()).toBe(`left out  holds               place     rules              reason
       2  until 2027-01-31    a.md:3:1  age/young, gender  our band
       0  for good            a.md:3:1  every rule         no reason given
       0  expired 2027-01-31  a.md:3:1  age/young, gender  our band
`);
  });

  it('without need are errors when they are asked for', async () => {
    // The rules of this test do not know them; that the levels are asked for is what counts.
    const found = await folder({ 'a.md': NURSE }).posting(['a.md', '--report-unused-disables']);
    expect(found.code).toBe(0);
    expect(made.at(-1)?.rules).toMatchObject({
      'style/unused-disable': 'error',
      'style/disable-expired': 'error',
    });
  });
});
