import { describe, expect, it } from 'vitest';
import { readJson, valuesAt } from '../../src/inputs/json.ts';
import { textOf } from '../../src/inputs/mapped.ts';
import { columns, marked, mistake, records, reports } from './read.ts';

describe('JSON', () => {
  it('keeps the place of every letter', () => {
    const text = '{"a": "x\\n\\u00e9\\"y"}';
    const document = readJson(text);
    const [node] = valuesAt(document.root, 'a');
    const stretches = document.stretches(node!);
    expect(textOf(stretches)).toBe('x\né"y');
    for (const { text: part, source, verbatim } of stretches)
      if (verbatim) expect(text.slice(source.start, source.end)).toBe(part);
  });

  it.each([
    ['{"a": 1,}', '}', 'The name of a property is missing here.'],
    ['{"a": "x', '"x', 'The quotation mark that ends this text is missing.'],
    ['[1 2]', '2]', 'A comma is missing here.'],
    ['// no\n[]', '// no\n[]', 'JSON has no comments.'],
  ])('%s is a mistake', (text, at, message) => {
    expect(mistake(() => readJson(text), text)).toEqual([message, at]);
  });

  it('that is nested without end is refused', () => {
    const text = '['.repeat(200_000);
    expect(mistake(() => readJson(text), text)[0]).toMatch(/nested too deep|missing here/);
  });
});

describe('an export of postings', () => {
  const text = JSON.stringify({
    meta: { count: 2 },
    jobs: [
      {
        id: 17,
        text: 'Cook',
        content: {
          description: '<p>We want a recent graduate.</p>\n<p>He or she \u2026</p>',
          lists: [{ content: 'A digital native' }],
        },
        categories: { location: 'Leeds', commitment: 'Full-time' },
      },
      { id: 18, text: 'Clerk', content: { description: 'You keep the books.' } },
    ],
  });
  const given = {
    columns: columns('content.description,content.lists.content', { location: 'categories.location' }),
  };

  it('is found in its one list, or where the path says', () => {
    for (const path of [undefined, 'jobs']) {
      const [cook, clerk] = reports(text, 'json', { ...given, records: path });
      expect(cook!.record).toMatchObject({ name: 'record 1 (17)', row: 1, id: '17' });
      expect(clerk!.record).toMatchObject({ name: 'record 2 (18)' });
      expect(marked(text, cook!, 'age/recent-graduate')).toEqual(['recent graduate']);
      expect(marked(text, cook!, 'age/digital-native')).toEqual(['digital native']);
      expect(cook!.findings.find(({ rule }) => rule === 'age/digital-native')?.data).toMatchObject({
        row: 1,
        column: 'content.lists.content',
      });
      expect(cook!.sections).toMatchObject({
        location: { present: true },
        'employment-type': { present: true },
      });
    }
  });

  it('is a list, or one object', () => {
    const one = '{"title": "Cook", "description": "A recent graduate."}';
    expect(reports(one, 'json')).toHaveLength(1);
    expect(reports(`[${one},${one}]`, 'json').map(({ record }) => record?.row)).toEqual([1, 2]);
  });

  it('is an object a line', () => {
    const lines = '{"description": "Fine."}\n\n{"description": "A recent\\tgraduate."}\n';
    const [, second] = reports(lines, 'jsonl');
    expect(second!.record).toMatchObject({ row: 3, range: { start: { line: 3, column: 1 } } });
    expect(marked(lines, second!, 'age/recent-graduate')).toEqual(['recent\\tgraduate']);
    const broken = '{"description": "Fine."}\n{"description": }\n';
    expect(mistake(() => records(broken, 'jsonl'), broken)).toEqual(['A value is missing here.', '}\n']);
  });

  it('says so when a path leads nowhere', () => {
    expect(mistake(() => records(text, 'json', { columns: columns('contnt.description') }), text)[0]).toBe(
      'No record has “contnt.description”. Did you mean “content”? There are: id, text, content, categories.',
    );
    expect(mistake(() => records(text, 'json', { ...given, records: 'job' }), text)[0]).toBe(
      'There is nothing at “job”. Did you mean “jobs”? There are: meta, jobs.',
    );
  });
});

describe('structured data', () => {
  const posting = {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: 'Baker',
    description: '<p>We want a recent graduate.</p><ul><li>Bake bread &amp; cakes</li></ul>',
    identifier: { '@type': 'PropertyValue', name: 'Ovens', value: 'B-7' },
    hiringOrganization: { '@type': 'Organization', name: 'Ovens' },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: 'Denver',
        addressRegion: 'CO',
        addressCountry: { '@type': 'Country', name: 'US' },
      },
    },
    employmentType: ['FULL_TIME', 'CONTRACTOR'],
    validThrough: '2099-03-18T00:00',
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'USD',
      value: { '@type': 'QuantitativeValue', minValue: 40000, maxValue: 52000, unitText: 'YEAR' },
    },
  };

  it('is a posting whose facts count as front matter', () => {
    const text = JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, posting] }, null, 2);
    const [baker, ...none] = reports(text, 'json-ld');
    expect(none).toEqual([]);
    expect(baker!.record).toMatchObject({ name: 'posting 1 (B-7)' });
    expect(baker!.sections).toMatchObject({
      location: { present: true, evidence: 'front-matter' },
      'employment-type': { present: true },
      deadline: { present: true },
      compensation: { present: true },
    });
    expect(marked(text, baker!, 'age/recent-graduate')).toEqual(['recent graduate']);
    const { range } = baker!.sections.compensation as {
      range: { start: { offset: number }; end: { offset: number } };
    };
    expect(JSON.parse(text.slice(range.start.offset, range.end.offset))).toEqual(posting.baseSalary);
    expect(records(text, 'json', { columns: columns('') })).toHaveLength(1);
  });

  it('stands in the scripts of a page', () => {
    const page = `<!doctype html><script>var a = "<p>";</script>\n<SCRIPT data-x type='application/ld+json'>\n${JSON.stringify(posting)}\n</SCRIPT><p>Young people.</p>`;
    const [baker] = reports(page, 'json-ld', { isPage: true });
    expect(marked(page, baker!, 'age/recent-graduate')).toEqual(['recent graduate']);
    expect(marked(page, baker!, 'age/young')).toEqual([]);
    const broken = '<script type="application/ld+json">{"a": }</script>';
    expect(mistake(() => records(broken, 'json-ld', { isPage: true }), broken)).toEqual([
      'A value is missing here.',
      '}</script>',
    ]);
  });

  it('without a posting is a mistake', () => {
    expect(mistake(() => records('{"@type": "Person"}', 'json-ld'), '')[0]).toBe(
      'There is no JobPosting of schema.org in it.',
    );
  });
});
