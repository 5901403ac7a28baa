import { describe, expect, it } from 'vitest';
import { FORMATTERS, makeReport } from '../../src/report/index.ts';
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
const sources = { 'jobs/cook.md': cook, 'jobs/nurse.md': nurse };
const report = makeReport(files, '1.2.3');

describe('stylish', () => {
  it('shows each finding in its line', () => {
    expect(FORMATTERS.stylish(report, context(sources))).toBe(`jobs/cook.md
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
    const text = FORMATTERS.stylish(
      makeReport([files[2]!], '1.2.3', 'warning'),
      context(sources, { verbose: true, hidden: 1 }),
    );
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
    expect(FORMATTERS.stylish(makeReport([fine], '1'), context({}))).toBe('Nothing found in 1 file.\n');
    expect(FORMATTERS.stylish(makeReport([fine, broken], '1'), context({}))).toBe(
      'Nothing found in 1 file, 1 file could not be checked.\n',
    );
  });

  it('paints through the function it is given, and says nothing by colour alone', () => {
    const painted = FORMATTERS.stylish(
      report,
      context(sources, { paint: (style, text) => `<${style}>${text}</${style}>` }),
    );
    expect(painted).toContain('<path>jobs/cook.md</path>');
    expect(painted).toContain('<error>error  </error>');
    expect(painted).toContain('<mark>^^^^^^^^^</mark>');
    expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(FORMATTERS.stylish(report, context(sources)));
  });

  it('does without the text of a file', () => {
    expect(FORMATTERS.stylish(makeReport([files[0]!], '1'), context({}))).not.toContain('^');
  });
});

describe('compact', () => {
  it('has a line for each finding and for what could not be read', () => {
    const broken = fileReport('b.md', [], { error: { message: 'It is not text.' } });
    expect(FORMATTERS.compact(makeReport([files[0]!, broken], '1'), context(sources))).toBe(
      'jobs/cook.md:3:1: error: “He or she” leaves some people out. [gender/pronouns]\nb.md:1:1: error: It is not text.\n',
    );
    expect(FORMATTERS.compact(makeReport([], '1'), context({}))).toBe('');
  });
});

describe('json', () => {
  it('has exactly the keys of the contract, in their order', () => {
    const extra = { ...files[0]!, secret: 1, findings: [{ ...files[0]!.findings[0]!, internal: true }] };
    const document = JSON.parse(FORMATTERS.json(makeReport([extra], '1.2.3'), context({})));
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
    const document = JSON.parse(FORMATTERS.json(makeReport([found, broken], '1'), context({})));
    expect(document.files[0].sections.location).toEqual(location);
    expect(document.files[0].sections.deadline).toEqual({ present: false });
    expect(document.files[0].findings[2].fixes).toEqual(files[2]!.findings[2]!.fixes);
    expect(document.files[0].findings[0].data).toEqual({ section: 'benefits' });
    expect(document.files[1].error).toEqual({ message: 'It is not text.' });
  });
});

describe('a report of some weight', () => {
  it('leaves out what weighs less, and counts what is left', () => {
    const { summary, files: shown } = makeReport(files, '1', 'warning');
    expect(summary).toEqual({ files: 3, errors: 1, warnings: 2, infos: 0 });
    expect(shown.map(({ findings }) => findings.length)).toEqual([1, 0, 2]);
  });
});
