import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/inputs/csv.ts';
import { textOf } from '../../src/inputs/mapped.ts';
import { columns, marked, mistake, records, reports } from './read.ts';

const table = (text: string) =>
  [...readCsv(text)].map(({ cells }) => cells.map(({ stretches }) => textOf(stretches)));

describe('comma-separated values', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa;b\r\n"1;x";2',
      [
        ['a', 'b'],
        ['1;x', '2'],
      ],
    ],
    [
      'a\tb\n\n\n1\t',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'a,b\n"x ""y"" z\nnext",2',
      [
        ['a', 'b'],
        ['x "y" z\nnext', '2'],
      ],
    ],
    ['"a",""\n', [['a', '']]],
    ['', []],
  ])('%j is read', (text, rows) => {
    expect(table(text)).toEqual(rows);
  });

  it('come back as they were written, whatever stands in them', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const text = `a,b\n${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`;
        expect(table(text).slice(1)).toEqual(rows);
      }),
    );
  });

  it('that are broken say where', () => {
    const open = 'a,b\n1,"two\n3,4\n';
    expect(mistake(() => table(open), open)).toEqual([
      'The quotation mark that begins this cell is not closed.',
      '"two\n3,4\n',
    ]);
    const after = 'a,b\n"1" x,2\n';
    expect(mistake(() => table(after), after)[1]).toBe(' x,2\n');
  });
});

describe('an export of postings', () => {
  const text = [
    'Req ID,Title,description,requirements,City,salary',
    'R1,Nurse,"We want a recent graduate, ""keen"" and young.","<p>A digital native who cooks &amp; cleans.</p>",Leeds,"£30,000"',
    'R2,Cook,,,York,',
    'R3,Clerk,You keep the books.,You know Excel.,Hull,',
    '',
  ].join('\n');
  const given = { columns: columns('description,requirements', { id: 'req id', location: 'city' }) };

  it('is a posting a row, each remark at its place in the file', () => {
    const [nurse, clerk, ...none] = reports(text, 'csv', given);
    expect(none).toEqual([]);
    expect(marked(text, nurse!, 'age/recent-graduate')).toEqual(['recent graduate']);
    expect(marked(text, nurse!, 'age/digital-native')).toEqual(['digital native']);
    expect(nurse!.record).toMatchObject({
      name: 'row 2 (R1)',
      row: 2,
      id: 'R1',
      range: { start: { line: 2, column: 1 } },
    });
    expect(clerk!.record).toMatchObject({ row: 4, id: 'R3', range: { start: { line: 4 } } });
    const [finding] = nurse!.findings.filter(({ rule }) => rule === 'age/recent-graduate');
    expect(finding).toMatchObject({ data: { row: 2, column: 'description' }, range: { start: { line: 2 } } });
    expect(finding?.fixes.every(({ edits, title }) => edits.length === 0 && title !== '')).toBe(true);
    expect(finding?.fixes.length).toBeGreaterThan(0);
  });

  it('has facts in its other columns', () => {
    const [nurse, clerk] = reports(text, 'csv', given);
    expect(nurse!.sections).toMatchObject({ location: { present: true }, compensation: { present: true } });
    expect(clerk!.sections.compensation).toEqual({ present: false });
    const { range } = nurse!.sections.compensation as {
      range: { start: { offset: number }; end: { offset: number } };
    };
    expect(text.slice(range.start.offset, range.end.offset)).toBe('£30,000');
    const missing = clerk!.findings.find(({ rule }) => rule === 'sections/compensation');
    expect(missing).toMatchObject({ data: { section: 'compensation', row: 4, column: 'Title' } });
    expect(marked(text, clerk!, 'sections/compensation')).toEqual(['Clerk']);
  });

  it('reads plain text, Markdown and HTML for what they are', () => {
    const formats = (cell: string) =>
      records(`title,description\nA,"${cell}"\n`, 'csv').map(({ format }) => format);
    expect(formats('Just a line.')).toEqual(['text']);
    expect(formats('## Duties\n\n- Cook')).toEqual(['markdown']);
    expect(formats('<p>Cook</p>')).toEqual(['html']);
    expect(formats('&lt;p&gt;Cook&lt;/p&gt;')).toEqual(['html']);
    const escaped = 'title,description\nA,&lt;p&gt;A recent graduate &amp;amp; more&lt;/p&gt;\n';
    expect(marked(escaped, reports(escaped, 'csv')[0]!, 'age/recent-graduate')).toEqual(['recent graduate']);
  });

  it('says which columns there are when one is not', () => {
    expect(mistake(() => records(text, 'csv', { columns: columns('descripton') }), text)).toEqual([
      'There is no column “descripton”. Did you mean “description”? There are: Req ID, Title, description, requirements, City, salary.',
      'Req ID,Title',
    ]);
    expect(mistake(() => records(text, 'csv', { columns: columns('') }), text)[0]).toContain(
      '--text-columns',
    );
    const long = 'title,description\nA,B,C\n';
    expect(mistake(() => records(long, 'csv'), long)).toEqual([
      'Row 2 has 3 cells, but the first row names 2 columns. A cell with commas needs quotation marks.',
      'C\n',
    ]);
  });
});
