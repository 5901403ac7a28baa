import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajvDraft from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Lines } from '../../src/lint/lines.ts';
import { checkstyle } from '../../src/report/checkstyle.ts';
import { fingerprints } from '../../src/report/fingerprints.ts';
import { github } from '../../src/report/github.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { junit } from '../../src/report/junit.ts';
import { pathUri } from '../../src/report/path-uri.ts';
import { rdjson } from '../../src/report/rdjson.ts';
import { sarif } from '../../src/report/sarif.ts';
import { fileReport, finding } from './make.ts';
import { NURSE, SAMPLES, show } from './samples.ts';

const golden = (name: string, text: string) => expect(text).toMatchFileSnapshot(`golden/${name}`);

describe('sarif', () => {
  // The official schema, as Microsoft's own matcher carries it.
  const schema = JSON.parse(
    readFileSync(
      createRequire(import.meta.url)
        .resolve('@microsoft/jest-sarif')
        .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  );
  const ajv = new ajvDraft.default({ strict: false, allErrors: true, unicodeRegExp: false });
  ajvFormats.default(ajv);
  const validate = ajv.compile(schema);
  const mistakes = (text: string) => {
    validate(JSON.parse(text));
    return validate.errors ?? [];
  };

  it('is as it was', () => golden('sarif.txt', show(sarif)));

  it('follows the official schema, which would see a mistake', () => {
    expect(mistakes(show(sarif))).toEqual([]);
    expect(mistakes(show(sarif, []))).toEqual([]);
    expect(mistakes(show(sarif).replace('"ruleId"', '"rule"'))).not.toEqual([]);
  });

  it('describes every rule it names, where the result says it does', () => {
    const [run] = JSON.parse(show(sarif)).runs;
    expect(run.results).toHaveLength(6);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
    const [rule] = run.tool.driver.rules.filter(({ id }: { id: string }) => id === 'age/young');
    expect(rule.help.markdown).toContain('[Equality Act 2010, s. 13](<https://example.com/act>)');
  });

  it('writes paths as addresses', () => {
    expect(pathUri('jobs/a b#1.md')).toBe('jobs/a%20b%231.md');
    expect(pathUri('./a.md')).toBe('a.md');
    expect(pathUri('/home/me/a.md')).toBe('file:///home/me/a.md');
    expect(pathUri('C:/jobs/ä.md')).toBe('file:///C:/jobs/%C3%A4.md');
  });
});

describe('fingerprints', () => {
  const of = (text: string) =>
    fingerprints(fileReport('a.md', [finding(text, 'young'), finding(text, 'A')]), text);

  it('stay when lines move, and change with the words', () => {
    const before = 'A young team.\n';
    expect(of(`# Title\n\nMore.\n\n${before}\nAnd so on.\n`)).toEqual(of(before));
    expect(of('A young crowd.\n')).not.toEqual(of(before));
    expect(new Set(of(before)).size).toBe(2);
  });

  it('tell equal remarks on equal lines apart', () => {
    const text = 'A young team.\n\nA young team.\n';
    const again = text.lastIndexOf('young');
    const file = fileReport('a.md', [
      finding(text, 'young'),
      finding(text, 'young', { range: new Lines(text).range({ start: again, end: again + 5 }) }),
    ]);
    expect(new Set(fingerprints(file, text)).size).toBe(2);
    expect(fingerprints(file, text)).not.toEqual(fingerprints(file, text, 'b.md'));
  });

  it('of what is missing do not hang on the title', () => {
    const missing = (text: string) =>
      fingerprints(
        fileReport('a.md', [finding(text, text.trim(), { message: 'No pay.', data: { section: 'pay' } })]),
        text,
      );
    expect(missing('# Nurse\n')).toEqual(missing('# Senior nurse\n'));
  });
});

describe('github', () => {
  it('is as it was', () => golden('github.txt', show(github)));

  it('escapes what would end a message or a property', () => {
    const lines = show(github).trimEnd().split('\n');
    expect(lines).toHaveLength(7);
    for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) (\w+=[^,:]*,?)+::[^\r\n]*$/);
    expect(lines[0]).toContain('file=jobs/100 %25%2C cook%3As.md,line=3,col=1');
  });
});

describe('gitlab', () => {
  const Issues = z.array(
    z.object({
      description: z.string().min(1),
      check_name: z.string(),
      fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.object({
        path: z.string(),
        lines: z.object({ begin: z.number().int().min(1), end: z.number().int().optional() }),
      }),
    }),
  );

  it('is as it was', () => golden('gitlab.txt', show(gitlab)));

  it('has the fields GitLab asks for, and no fingerprint twice', () => {
    const issues = Issues.parse(JSON.parse(show(gitlab)));
    expect(issues).toHaveLength(7);
    const twin = { ...SAMPLES[2]!, path: 'jobs/twin.md' };
    const both = Issues.parse(JSON.parse(show(gitlab, [SAMPLES[2]!, twin])));
    expect(new Set(both.map(({ fingerprint }) => fingerprint)).size).toBe(8);
    expect(JSON.parse(show(gitlab, []))).toEqual([]);
  });
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['testsuite', 'testcase', 'file', 'error'].includes(name),
});

describe('junit', () => {
  it('is as it was', () => golden('junit.xml', show(junit)));

  it('is read by a reader of XML, with a suite a file that counts its tests', () => {
    const text = show(junit);
    expect(XMLValidator.validate(text)).toBe(true);
    const { testsuite: suites } = parser.parse(text).testsuites;
    expect(suites.map(({ name, tests, failures, errors }: never) => [name, tests, failures, errors])).toEqual(
      [
        ['jobs/100 %, cook:s.md', '3', '2', '0'],
        ['jobs/fine.md', '1', '0', '0'],
        ['jobs/nurse.md', '4', '3', '0'],
        ['jobs/picture.md', '1', '0', '1'],
      ],
    );
    for (const { tests, testcase } of suites) expect(testcase).toHaveLength(Number(tests));
    expect(suites[2].testcase[0]['system-out']).toContain('No benefits.');
    expect(XMLValidator.validate(show(junit, []))).toBe(true);
  });
});

describe('checkstyle', () => {
  it('is as it was', () => golden('checkstyle.xml', show(checkstyle)));

  it('is read by a reader of XML, each remark at its place', () => {
    const text = show(checkstyle);
    expect(XMLValidator.validate(text)).toBe(true);
    const files = parser.parse(text).checkstyle.file;
    expect(files).toHaveLength(4);
    expect(files[0].error[0]).toMatchObject({ line: '3', column: '1', severity: 'error' });
    expect(files[0].error[0].source).toBe('posting-lint.gender/pronouns');
    expect(files[3].error[0].message).toBe('It is not text.');
  });
});

describe('rdjson', () => {
  it('is as it was', () => golden('rdjson.txt', show(rdjson)));

  it('counts columns in bytes, and offers what is one change', () => {
    const { diagnostics } = JSON.parse(show(rdjson));
    const young = diagnostics.find(({ code }: { code?: { value: string } }) => code?.value === 'age/young');
    expect(young).toBeDefined();
    const nurse = diagnostics.filter(
      ({ location }: never) => (location as { path: string }).path === 'jobs/nurse.md',
    );
    const line = NURSE.split('\n')[2]!;
    const before = Buffer.byteLength(line.slice(0, line.indexOf('young')));
    expect(nurse[1].location.range.start).toEqual({ line: 3, column: before + 1 });
    expect(nurse[1].suggestions).toHaveLength(4);
    expect(nurse[1].suggestions[0]).toMatchObject({ text: 'motivated', range: nurse[1].location.range });
    expect(JSON.parse(show(rdjson, [])).diagnostics).toEqual([]);
  });
});
