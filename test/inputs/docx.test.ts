import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/inputs/docx.ts';
import { InputError, lintRecord } from '../../src/inputs/index.ts';
import { createLinter } from '../../src/lint/index.ts';
import { Lines } from '../../src/lint/lines.ts';
import { marked } from './read.ts';
import { paragraph, wordDocument } from './word.ts';

const read = async (body: string) => {
  const { text, record } = await readDocx(await wordDocument(body));
  return { text, record, report: lintRecord(record, createLinter(), 'a.docx', new Lines(text)) };
};

describe('a Word document', () => {
  it('is read paragraph by paragraph', async () => {
    const { text, record, report } = await read(
      [
        paragraph('Nurse', { style: 'Heading1' }),
        paragraph('A young & <keen> team.'),
        paragraph('What you do', { bold: true }),
        paragraph('Care for people', { list: true }),
        paragraph('Be a digital native', { list: true }),
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Pay</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>£30,000 a year</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        paragraph(''),
        paragraph('Recent graduates are welcome.'),
      ].join(''),
    );
    expect(text.split('\n')).toEqual([
      'Nurse',
      'A young & <keen> team.',
      'What you do',
      'Care for people',
      'Be a digital native',
      'Pay',
      '£30,000 a year',
      '',
      'Recent graduates are welcome.',
    ]);
    expect(record.draft.text).toContain('<h1>Nurse</h1>');
    expect(record.draft.text).toContain('<p><strong>What you do</strong></p>');
    expect(record.draft.text).toContain(
      '<ul>\n<li>Care for people</li>\n<li>Be a digital native</li>\n</ul>',
    );
    expect(marked(text, report, 'age/digital-native')).toEqual(['a digital native']);
    expect(report.findings.find(({ rule }) => rule === 'age/recent-graduate')?.range.start).toMatchObject({
      line: 9,
      column: 1,
    });
    expect(report.sections).toMatchObject({
      compensation: { present: true },
      responsibilities: { present: true },
    });
    expect(report.record).toBeUndefined();
  });

  it('that is none is refused', async () => {
    await expect(readDocx(Buffer.from('PK but no'))).rejects.toThrow(InputError);
    const zip = new JSZip();
    zip.file('a.txt', 'x');
    await expect(readDocx(await zip.generateAsync({ type: 'uint8array' }))).rejects.toThrow(
      'It is no Word document',
    );
  });
});
