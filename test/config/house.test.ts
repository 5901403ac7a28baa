import { describe, expect, it } from 'vitest';
import { mistakes, resolver } from './memory.ts';

const FULL = `
company:
  name: Quarrymead
  not: [Quarry Mead, QuarryMead]
english: en-GB
sections:
  responsibilities:
    use: required
    heading: What you will do
    also: [Your work]
  physical-demands:
    use: forbidden
order: [about-company, responsibilities, benefits]
texts:
  equal-opportunity:
    text: Everyone is welcome at Quarrymead.
    older:
      - Quarrymead welcomes everyone.
  pension:
    section: benefits
    text: {file: texts/pension.md}
    older: [{file: texts/pension-2024.md}]
    variants:
      - {text: We pay 5%., places: [IE], brands: [Quarrymead Labs]}
    use: optional
terms:
  - Quarrymead Labs
  - {name: PostgreSQL, not: [Postgres SQL]}
vocabulary:
  - {avoid: staff/n, use: colleague/n, because: We work with each other., level: info}
  - avoid: [world-class, best in class]
title:
  ending: (m/f/d)
  form: '* *6'
  maxWords: 8
  maxCharacters: 60
style:
  headings: {case: sentence, level: 2, ending: none}
  lists: {ending: none, opening: verb, capital: true, marker: '-'}
  quotes: curly
  dashes: spaced-en
  ranges: en-dash
  numbers: {spellOutTo: 9, thousands: comma}
  currency: {form: symbol, place: before}
  dates: D Month YYYY
  exclamationMarks: forbidden
  emoji: forbidden
  allCaps: forbidden
  tags: end
limits: {words: {min: 200, max: 700}, mustHaves: 6, sentence: 30}
`;
const FILES = { '/w/texts/pension.md': 'We pay 8%.\n', '/w/texts/pension-2024.md': 'We pay 6%.\n' };

const house = async (texts: Record<string, string>, path = '/w/job.md') =>
  (await resolver({ ...FILES, ...texts }).forFile(path)).config;

describe('a house style', () => {
  it('is read whole, texts from their files too', async () => {
    const found = await resolver({ ...FILES, '/w/.posting-lint.yml': FULL }).forFile('/w/job.md');
    expect(found.config.terms).toEqual(['Quarrymead Labs', 'PostgreSQL', 'Quarrymead']);
    expect(found.sources).toEqual([
      '/w/texts/pension-2024.md',
      '/w/texts/pension.md',
      '/w/.posting-lint.yml',
    ]);
    expect(found.config.house).toEqual({
      company: { name: 'Quarrymead', not: ['Quarry Mead', 'QuarryMead'] },
      english: 'en-GB',
      sections: {
        responsibilities: { use: 'required', heading: 'What you will do', also: ['Your work'] },
        'physical-demands': { use: 'forbidden' },
      },
      order: ['about-company', 'responsibilities', 'benefits'],
      texts: {
        'equal-opportunity': {
          section: 'equal-opportunity',
          text: 'Everyone is welcome at Quarrymead.',
          older: ['Quarrymead welcomes everyone.'],
        },
        pension: {
          section: 'benefits',
          text: 'We pay 8%.\n',
          older: ['We pay 6%.\n'],
          variants: [{ text: 'We pay 5%.', places: ['IE'], brands: ['Quarrymead Labs'] }],
          use: 'optional',
        },
      },
      terms: [{ name: 'Quarrymead Labs' }, { name: 'PostgreSQL', not: ['Postgres SQL'] }],
      vocabulary: [
        { avoid: ['staff/n'], use: ['colleague/n'], because: 'We work with each other.', level: 'info' },
        { avoid: ['world-class', 'best in class'] },
      ],
      title: { ending: '(m/f/d)', form: ['* *6'], maxWords: 8, maxCharacters: 60 },
      style: {
        headings: { case: 'sentence', level: 2, ending: 'none' },
        lists: { ending: 'none', opening: 'verb', capital: true, marker: '-' },
        quotes: 'curly',
        dashes: 'spaced-en',
        ranges: 'en-dash',
        numbers: { spellOutTo: 9, thousands: 'comma' },
        currency: { form: 'symbol', place: 'before' },
        dates: 'D Month YYYY',
        exclamationMarks: 'forbidden',
        emoji: 'forbidden',
        allCaps: 'forbidden',
        tags: 'end',
      },
      limits: { words: { min: 200, max: 700 }, mustHaves: 6, sentence: 30 },
    });
  });

  it('may stand in JSON, and keys without a value say nothing', async () => {
    const json = '{"english": "en-CA", "sections": {"benefits": {"heading": "Benefits"}}}';
    expect((await house({ '/w/.posting-lint.json': json })).house).toEqual({
      english: 'en-CA',
      sections: { benefits: { heading: 'Benefits' } },
    });
    const empty = 'company:\n  name:\nsections:\n  benefits:\ntexts:\nvocabulary:\nstyle:\n  lists:\n';
    expect((await house({ '/w/.posting-lint.yml': empty })).house).toEqual({
      company: {},
      sections: {},
      style: {},
    });
  });

  it('merges with its bases and overrides key by key', async () => {
    const base = `
company: {name: Quarrymead}
english: en-US
sections: {benefits: {use: required, heading: Benefits}, deadline: {use: optional}}
order: [benefits, deadline]
texts:
  benefits: {text: Old., older: [Older.]}
  deadline: {text: Apply soon.}
terms: [{name: PostgreSQL, not: [Postgre]}, Kubernetes]
vocabulary: [{avoid: staff, use: team}, {avoid: guru}]
style: {quotes: straight, lists: {ending: none, capital: true}}
`;
    const own = `
extends: ./base.yml
english: en-GB
sections: {benefits: {heading: What we offer}}
order: [deadline]
texts: {benefits: {text: New.}}
terms: [{name: PostgreSQL, not: [Postgres]}]
vocabulary: [{avoid: guru, because: Say what the person does.}]
style: {lists: {ending: period}}
overrides:
  - files: de/**
    title: {ending: (m/w/d)}
    company: {not: [Quarry Mead]}
`;
    const files = { '/w/base.yml': base, '/w/.posting-lint.yml': own };
    const merged = (await house(files)).house;
    expect(merged).toEqual({
      company: { name: 'Quarrymead' },
      english: 'en-GB',
      sections: { benefits: { use: 'required', heading: 'What we offer' }, deadline: { use: 'optional' } },
      order: ['deadline'],
      texts: {
        benefits: { section: 'benefits', text: 'New.' },
        deadline: { section: 'deadline', text: 'Apply soon.' },
      },
      terms: [{ name: 'PostgreSQL', not: ['Postgres'] }, { name: 'Kubernetes' }],
      vocabulary: [
        { avoid: ['staff'], use: ['team'] },
        { avoid: ['guru'], because: 'Say what the person does.' },
      ],
      style: { quotes: 'straight', lists: { ending: 'period', capital: true } },
    });
    expect((await house(files, '/w/de/job.md')).house).toEqual({
      ...merged,
      company: { name: 'Quarrymead', not: ['Quarry Mead'] },
      title: { ending: '(m/w/d)' },
    });
  });

  it.each([
    [
      'a variety of English by another name',
      'english: en-UK\n',
      [
        '1:10 “english” must be en-US, en-GB, en-GB-oxendict, en-CA, en-AU, en-IE, en-NZ, en-ZA or en-IN; here it is “en-UK”. Did you mean “en-GB”?',
      ],
    ],
    [
      'an unknown kind of section',
      'sections:\n  benefit: {heading: Perks}\n',
      ['2:3 Unknown key “benefit”. Did you mean “benefits”?'],
    ],
    [
      'an unknown key of a section',
      'sections:\n  benefits: {headings: Perks}\n',
      ['2:14 Unknown key “headings”. Did you mean “heading”?'],
    ],
    [
      'an unknown use',
      'sections:\n  benefits: {use: require}\n',
      ['2:19 “use” must be required, optional or forbidden; here it is “require”. Did you mean “required”?'],
    ],
    [
      'a kind twice in the order',
      'order: [benefits, deadline, benefits]\n',
      ['1:8 “order” must name each kind of section once; here it is a list.'],
    ],
    [
      'an unknown kind in the order',
      'order: [benefits, perks]\n',
      ['1:19 “order” must be a kind of section, such as benefits; here it is “perks”.'],
    ],
    [
      'a text that does not say where it stands',
      'texts:\n  eeo:\n    text: Everyone is welcome.\n',
      ['2:3 “eeo” does not say where it stands: add section: with a kind of section, such as benefits.'],
    ],
    [
      'a text without a text',
      'texts:\n  benefits:\n    older: [x]\n',
      ['3:5 “text” is missing: it must be a text, or file: with the path of one.'],
    ],
    [
      'a file that is not there',
      'texts:\n  benefits:\n    text: {file: texts/none.md}\n',
      ['3:18 “texts/none.md” cannot be read: there is no /w/texts/none.md.'],
    ],
    [
      'an unknown key where the file is named',
      'texts:\n  benefits:\n    text: {path: texts/none.md}\n',
      [
        '3:11 “file” is missing: it must be the path of a file, in quotes where YAML reads it as something else.',
        '3:12 Unknown key “path”. Known here: file.',
      ],
    ],
    [
      'the same in an override',
      'overrides:\n  - files: a/**\n    texts: {benefits: {text: x, older: [{file: gone.md}]}}\n',
      ['3:48 “gone.md” cannot be read: there is no /w/gone.md.'],
    ],
    [
      'a variant for nowhere',
      'texts:\n  benefits:\n    variants:\n      - text: We pay 8%.\n',
      ['4:9 “variants” must say where it holds: places or brands; here it is a mapping.'],
    ],
    [
      'a word without what to avoid',
      'vocabulary:\n  - use: team\n',
      ['2:5 “avoid” is missing: it must be the words to avoid or a list of words.'],
    ],
    [
      'a misspelt key of a style',
      'style:\n  lists: {endings: none}\n',
      ['2:11 Unknown key “endings”. Did you mean “ending”?'],
    ],
    [
      'a date by example',
      'style: {dates: 3 May 2027}\n',
      [
        '1:16 “dates” must be D Month YYYY, Month D, YYYY, YYYY-MM-DD, DD/MM/YYYY, MM/DD/YYYY or DD.MM.YYYY; here it is “3 May 2027”.',
      ],
    ],
    [
      'a wrong spelling that is no list',
      'terms:\n  - name: PostgreSQL\n    not: Postgres\n',
      ['3:10 “not” must be a list of wrong spellings; here it is “Postgres”.'],
    ],
    ['a limit of none', 'limits: {mustHaves: 0}\n', ['1:21 “mustHaves” must be 1 or more; here it is 0.']],
  ])('mistake: %s', async (_, text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });
});
