import { describe, expect, it } from 'vitest';
import { paragraph, wordDocument } from '../../inputs/word.ts';
import { builtCommand } from '../build.ts';
import { folder } from '../harness.ts';

const built = builtCommand();

const EXPORT = `id,title,description,city
R-1,Nurse,"We want a recent graduate.
He or she is ""keen"".",Leeds
R-2,Clerk,You keep the books of two shops.,Hull
R-3,Cook,Only men may apply.,York
`;

describe('an export as CSV', () => {
  it('is looked at row by row, at places of the file', () => {
    const here = folder({ 'jobs.csv': EXPORT });
    const call = (...argv: string[]) =>
      built.call(['jobs.csv', '--text-columns', 'description', ...argv], { cwd: here.path });
    expect(call('-f', 'compact', '--fail-on', 'warning')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('jobs.csv:2:22: warning:'),
    });
    expect(call().stdout).toMatch(/^jobs\.csv, row 2 \(R-1\)\n/);
    const { files, summary } = JSON.parse(call('-f', 'json').stdout);
    expect(summary.files).toBe(3);
    expect(files.map(({ path, record }: never) => [path, (record as { id: string }).id])).toEqual([
      ['jobs.csv', 'R-1'],
      ['jobs.csv', 'R-2'],
      ['jobs.csv', 'R-3'],
    ]);
    const [finding] = files[0].findings.filter(
      ({ rule }: { rule: string }) => rule === 'age/recent-graduate',
    );
    expect(finding).toMatchObject({
      data: { row: 2, column: 'description' },
      range: { start: { line: 2, column: 22 } },
    });
    expect(call('-f', 'html').stdout).toContain('jobs.csv, row 4 (R-3)');
  });

  it('is never changed, and says so', () => {
    const here = folder({ 'jobs.csv': EXPORT });
    const found = built.call(['jobs.csv', '--text-columns', 'description', '--fix-suggestions'], {
      cwd: here.path,
    });
    expect(found.stderr).toContain('jobs.csv: only looked at');
    expect(found.stdout).not.toContain('--fix');
    expect(here.read('jobs.csv')).toBe(EXPORT);
  });

  it('with a mistake says where, after what could be read', () => {
    const here = folder({ 'jobs.csv': `${EXPORT}R-4,Baker,"open,Bath\n` });
    const found = built.call(['jobs.csv', '--text-columns', 'description', '-f', 'compact'], {
      cwd: here.path,
    });
    expect(found.code).toBe(2);
    expect(found.stderr).toContain('jobs.csv:6:11: The quotation mark that begins this cell is not closed.');
    expect(found.stdout).toContain('jobs.csv:2:22: warning:');
    expect(built.call(['jobs.csv'], { cwd: here.path })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--text-columns description,requirements'),
    });
    expect(built.call(['jobs.csv', '--text-columns', 'descriptions'], { cwd: here.path }).stderr).toContain(
      'jobs.csv:1:1: There is no column “descriptions”. Did you mean “description”?',
    );
  });

  it('comes through standard input too', () => {
    const found = built.call(['-', '--input', 'csv', '--text-columns', 'description', '-f', 'compact'], {
      input: EXPORT,
    });
    expect(found.stdout).toContain('<stdin>:2:22: warning:');
  });

  it('has a baseline by what its postings are known by', () => {
    const here = folder({ 'jobs.csv': EXPORT });
    const call = (...argv: string[]) =>
      built.call(['jobs.csv', '--text-columns', 'description', '--baseline', 'b.json', ...argv], {
        cwd: here.path,
      });
    expect(call('--update-baseline').code).toBe(0);
    expect(call('--fail-on', 'info').code).toBe(0);
    const [head = '', ...rows] = EXPORT.split('\n');
    here.write('jobs.csv', [head, 'R-0,Guard,A digital native.,Bath', ...rows].join('\n'));
    const found = call('-f', 'compact', '--fail-on', 'info');
    expect(found.code).toBe(1);
    expect(found.stdout).toContain('[age/digital-native]');
    expect(found.stdout).not.toContain('[age/recent-graduate]');
  });
});

describe('other files with postings', () => {
  it('are JSON, JSON lines and structured data', () => {
    const record = { ref: 7, name: 'Cook', body: { text: 'A recent graduate.' } };
    const posting = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Cook',
      description: 'A recent graduate.',
    };
    const here = folder({
      'a.json': JSON.stringify({ data: { jobs: [record] } }, null, 2),
      'b.jsonl': `${JSON.stringify(record)}\n${JSON.stringify(record)}\n`,
      'c.json': JSON.stringify(posting),
      'd.html': `<script type="application/ld+json">${JSON.stringify(posting)}</script><p>Nothing.</p>`,
    });
    const count = (...argv: string[]) =>
      built.call([...argv, '-f', 'compact'], { cwd: here.path }).stdout.split('[age/recent-graduate]')
        .length - 1;
    expect(count('a.json', '--text-columns', 'body.text', '--records', 'data.jobs')).toBe(1);
    expect(count('b.jsonl', '--text-columns', 'body.text')).toBe(2);
    expect(count('c.json')).toBe(1);
    expect(count('d.html', '--input', 'json-ld')).toBe(1);
    expect(count('d.html')).toBe(0);
    here.write('e.json', '{"a": [1,}');
    expect(built.call(['e.json', '--text-columns', 'a'], { cwd: here.path })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('e.json:1:10: A value is missing here.'),
    });
  });

  it('are Word documents, which are found in folders', async () => {
    const here = folder({
      'jobs/nurse.docx': await wordDocument(
        `${paragraph('Nurse', { style: 'Heading1' })}${paragraph('A recent graduate.')}`,
      ),
      'jobs/~$nurse.docx': 'locked',
      'old.docx': 'not one',
    });
    const found = built.call(['jobs', '-f', 'compact'], { cwd: here.path });
    expect(found.stderr).toBe('');
    expect(found.stdout).toContain('jobs/nurse.docx:2:3: warning:');
    const broken = built.call(['old.docx'], { cwd: here.path });
    expect(broken).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('old.docx: It is no Word document'),
    });
  });
});
