import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/contract/report.ts';
import { compact } from '../../src/report/compact.ts';
import { countIn, type Format, noTotals, type ReportContext, render } from '../../src/report/index.ts';
import { json, jsonl } from '../../src/report/json.ts';
import { stylish } from '../../src/report/stylish.ts';
import { withoutLess } from '../../src/report/totals.ts';
import { context, fileReport, finding, fix } from './make.ts';

const nurse = '# Nurse\n\nA young, dynamic  team\nlooks for you.\n';
const cook = '# Cook\n\nHe or she will cook.\n';

const files = [
  fileReport('jobs/cook.md', [
    finding(cook, 'He or she', {
      rule: 'gender/pronouns',
      category: 'gender',
      severity: 'error',
      message: '“He or she” leaves\nsome people out.',
      docs: 'docs/rules/gender/pronouns.md',
    }),
  ]),
  fileReport('jobs/fine.md', []),
  fileReport('jobs/nurse.md', [
    finding(nurse, '# Nurse', {
      rule: 'sections/benefits',
      category: 'sections',
      severity: 'info',
      message: 'No benefits.',
      data: { section: 'benefits' },
    }),
    finding(nurse, 'young', {
      fixes: ['motivated', 'friendly', 'new', 'keen'].map((word) => fix(nurse, 'young', word)),
    }),
    finding(nurse, '  team', {
      rule: 'style/spaces',
      category: 'style',
      message: 'Two spaces.',
      fixes: [fix(nurse, '  ', ' ', 'safe')],
    }),
  ]),
];
const sources: Record<string, string> = { 'jobs/cook.md': cook, 'jobs/nurse.md': nurse };
const show = (format: Format, reports: FileReport[], given: Partial<ReportContext> = {}) =>
  render(format, reports, context(given), { text: (path) => sources[path] });

describe('stylish', () => {
  it('shows each finding in its line', () => {
    expect(show(stylish, files)).toBe(`jobs/cook.md
  3:1  error    “He or she” leaves some people out.  gender/pronouns
       He or she will cook.
       ^^^^^^^^^

jobs/nurse.md
   1:1  info     No benefits.  sections/benefits
        # Nurse
        ^^^^^^^
   3:3  warning  “young” leaves people out.  age/young
        A young, dynamic  team
          ^^^^^
        try: Replace with “motivated”
         or: Replace with “friendly”
         or: Replace with “new”
  3:17  warning  Two spaces.  style/spaces
        A young, dynamic  team
                        ^^^^^^
        fix: Replace with “ ”

4 findings in 3 files (1 error, 2 warnings, 1 info)
  --fix repairs 1; 1 has a suggestion (--fix-suggestions).
`);
  });

  it('says why when asked, and names every fix', () => {
    const text = render(stylish, [files[2]!], context({ verbose: true }), {
      least: 'warning',
      text: () => nurse,
    });
    expect(text).toContain(`   3:3  warning  “young” leaves people out.  age/young
        A young, dynamic  team
          ^^^^^
        try: Replace with “motivated”
         or: Replace with “friendly”
         or: Replace with “new”
         or: Replace with “keen”
        why: People of every age do this work well. Wording that names an age
             keeps the others from applying, and in many places it is unlawful.
        source: Equality Act 2010, s. 13 <https://example.com/act>
        source: Our own reading
`);
    expect(text).toMatch(/\n {2}1 of less weight not shown\.\n$/);
  });

  it('says so when nothing is found, or something could not be looked at', () => {
    const fine = fileReport('a.md', []);
    const broken = fileReport('b.md', [], { error: { message: 'It is not text.' } });
    expect(show(stylish, [fine])).toBe('Nothing found in 1 file.\n');
    expect(show(stylish, [fine, broken])).toBe('Nothing found in 1 file, 1 file could not be checked.\n');
  });

  it('paints through the function it is given, and says nothing by colour alone', () => {
    const painted = show(stylish, files, { paint: (style, text) => `<${style}>${text}</${style}>` });
    expect(painted).toContain('<path>jobs/cook.md</path>');
    expect(painted).toContain('<error>error  </error>');
    expect(painted).toContain('<mark>^^^^^^^^^</mark>');
    expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(show(stylish, files));
  });

  it('does without the text of a file', () => {
    expect(render(stylish, [files[0]!], context())).not.toContain('^');
  });
});

describe('compact', () => {
  it('has a line for each finding and for what could not be read', () => {
    const broken = fileReport('b.md', [], { error: { message: 'It is not text.' } });
    expect(show(compact, [files[0]!, broken])).toBe(
      'jobs/cook.md:3:1: error: “He or she” leaves some people out. [gender/pronouns]\nb.md:1:1: error: It is not text.\n',
    );
    expect(show(compact, [])).toBe('');
  });
});

describe('json', () => {
  it('has exactly the keys of the contract, in their order', () => {
    const extra = { ...files[0]!, secret: 1, findings: [{ ...files[0]!.findings[0]!, internal: true }] };
    const document = JSON.parse(show(json, [extra]));
    expect(Object.keys(document)).toEqual(['schemaVersion', 'tool', 'files', 'summary']);
    expect(document.tool).toEqual({ name: 'posting-lint', version: '1.2.3' });
    expect(document.summary).toEqual({ files: 1, errors: 1, warnings: 0, infos: 0 });
    const [file] = document.files;
    expect(Object.keys(file)).toEqual([
      'path',
      'format',
      'language',
      'sections',
      'findings',
      'suppressions',
      'metrics',
      'error',
    ]);
    expect(file.error).toBeNull();
    expect(file.findings[0]).toEqual({
      rule: 'gender/pronouns',
      category: 'gender',
      severity: 'error',
      message: '“He or she” leaves\nsome people out.',
      range: { start: { line: 3, column: 1, offset: 8 }, end: { line: 3, column: 10, offset: 17 } },
      fixes: [],
      docs: 'docs/rules/gender/pronouns.md',
      data: {},
    });
    expect(Object.keys(file.findings[0])).toEqual([
      'rule',
      'category',
      'severity',
      'message',
      'range',
      'fixes',
      'docs',
      'data',
    ]);
  });

  it('keeps fixes, sections and errors', () => {
    const location = { present: true, evidence: 'label', range: files[0]!.findings[0]!.range } as const;
    const found = { ...files[2]!, sections: { ...files[2]!.sections, location } };
    const broken = fileReport('b.md', [], { error: { message: 'It is not text.' } });
    const document = JSON.parse(show(json, [found, broken]));
    expect(document.files[0].sections.location).toEqual(location);
    expect(document.files[0].sections.deadline).toEqual({ present: false });
    expect(document.files[0].findings[2].fixes).toEqual(files[2]!.findings[2]!.fixes);
    expect(document.files[0].findings[0].data).toEqual({ section: 'benefits' });
    expect(document.files[1].error).toEqual({ message: 'It is not text.' });
  });

  it('is laid out like one document that was written at once, with and without files', () => {
    for (const reports of [files, []]) {
      const text = show(json, reports);
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }
  });
});

describe('jsonl', () => {
  it('has the same, a file a line', () => {
    const lines = show(jsonl, files).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(show(json, files)).files);
    expect(show(jsonl, [])).toBe('');
  });
});

describe('a report of some weight', () => {
  it('leaves out what weighs less, and counts what is left', () => {
    const totals = noTotals();
    const shown = files.map((file) => withoutLess(file, 'warning'));
    for (const file of shown) countIn(totals, file);
    expect(totals).toMatchObject({ files: 3, withFindings: 2, errors: 1, warnings: 2, infos: 0, safe: 1 });
    expect(shown.map(({ findings }) => findings.length)).toEqual([1, 0, 2]);
  });
});
