import { describe, expect, it } from 'vitest';
import type { PhrasesFields } from '../../src/checks/phrases.ts';
import type { RegionKind } from '../../src/contract/posting.ts';
import { type BlockInit, found, posting } from './phrases-support.ts';

const people: Partial<PhrasesFields> = {
  phrases: [
    'ninja/n',
    'guru/n',
    'young/a',
    'young people',
    'native speaker/n',
    'digital native/n',
    'degree/n',
    'journeyman/n',
    'chairman/n',
    'hero/n',
    'rock-star/n',
    'oriental',
    'guy/n',
    'salesman/n',
    'waitress/n',
    'freshers',
  ],
};

describe('a negated match is left alone', () => {
  it.each([
    'No ninjas, please.',
    'We are not a team of ninjas.',
    'We never hire gurus.',
    "You don't need to be a native speaker.",
    'You need not be a native speaker.',
    'You do not have to be young.',
    'Experts instead of gurus.',
    'Experts rather than young people.',
    'No longer a shop for gurus.',
    'Without any gurus.',
    'Neither young nor old.',
    'Nobody here is a ninja.',
    'None of us is a guru.',
    'Avoid ninja and the like.',
    'Please refrain from ninja talk.',
    'We cannot hire ninjas.',
    'Whether or not you are young.',
    'Non-native speakers are welcome.',
    'No gurus, ninjas or rock stars.',
    'No sales gurus, code ninjas or rock stars.',
    'A degree is not required.',
    'Degree not necessary.',
    "A degree isn't a must.",
    'Degrees will not be required.',
  ])('%s', (text) => expect(found(people, text)).toEqual([]));

  it.each([
    ['Not only young.', 'young'],
    ['Not just a ninja.', 'ninja'],
    ['No later than May, young team.', 'young'],
    ['No more than five young people.', 'young people'],
    ['No doubt you are young.', 'young'],
    ["Don't miss our young team.", 'young'],
    ['We are not big but young.', 'young'],
    ['No experience needed, young team.', 'young'],
    ['We do not test: young people only.', 'young people'],
    ['We do not mind, we are young.', 'young'],
    ['No fuss (young team).', 'young'],
    ['A no-nonsense young team.', 'young'],
    ['No. 5 young team.', 'young'],
    ['No dress code. Young team.', 'Young'],
    ['We do not ask for much if you are young.', 'young'],
    ['No fees at all here and we are young.', 'young'],
    ['No one of us in all these many years was young.', 'young'],
    ['Young people will not wait.', 'Young people'],
  ])('but not in: %s', (text, match) => expect(found(people, text)).toEqual([match]));

  it('unless the negation is part of it, or the rule keeps it', () => {
    expect(found({ phrases: ['not older than <number>'] }, 'Not older than 45.')).toEqual([
      'Not older than 45',
    ]);
    expect(found({ ...people, negated: 'keep' }, 'No ninjas.')).toEqual(['ninjas']);
    expect(found({ phrases: [{ match: 'ninja/n', negated: 'keep' }] }, 'No ninjas.')).toEqual(['ninjas']);
    expect(
      found({ negated: 'keep', phrases: [{ match: 'ninja/n', negated: 'drop' }] }, 'No ninjas.'),
    ).toEqual([]);
  });
});

describe('a match that is part of a name is left alone', () => {
  it.each([
    'Tester at Rockstar Games, Lincoln.',
    'Rockstar Games is hiring.',
    "Meet them in the Qantas Chairman's Lounge.",
    'Audits by Ernst & Young.',
    'Young & Rubicam is our client.',
    'A library at the School of Oriental and African Studies.',
    "Guy's and St Thomas' NHS Foundation Trust is hiring.",
    "We belong to the Foremen's and Managers' League.",
    "You apply the Journeyman's and Chairman's Orders.",
    'Texas Journeyman Electrician License issued there.',
    'A current Journeyman License is needed.',
    'You ride for Delivery Hero.',
    'Delivery Hero is hiring riders.',
    'We are a Delivery Hero company.',
    'Help run Freshers’ Week and the fair.',
    'You read Death of a Salesman with them.',
    'A musical about the Jersey Guys Band.',
    '# Tester, Rockstar Games'.slice(2),
    'ROCKSTAR GAMES is an employer.'.replace('ROCKSTAR GAMES', 'Rockstar Games'),
  ])('%s', (text) => expect(found(people, text)).toEqual([]));

  it.each([
    ['Ninja wanted.', 'Ninja'],
    ['We want a Ninja.', 'Ninja'],
    ['We want a Sales Ninja to join us.', 'Ninja'],
    ['We are looking for Sales Ninjas.', 'Ninjas'],
    ['Seeking a Rockstar Developer with taste.', 'Rockstar'],
    ['We need an experienced Journeyman Electrician.', 'Journeyman'],
    ['Experienced Salesmen wanted.', 'Salesmen'],
    ['Growth Ninja', 'Ninja'],
    ['Growth Ninja, London', 'Ninja'],
    ['ROCKSTAR DEVELOPER WANTED', 'ROCKSTAR'],
    ['We want a ROCKSTAR DEVELOPER who ships.', 'ROCKSTAR'],
    ['Role: Sales Ninja', 'Ninja'],
    ['The Chairman of the Finance Committee', 'Chairman'],
    ['You report to the chairman of Acme Inc.', 'chairman'],
    ['In Leeds, young people lead.', 'young people'],
    ['An SQL Ninja for our team.', 'Ninja'],
    ['I, Young and ready.', 'Young'],
  ])('but not in: %s', (text, match) => expect(found(people, text)).toEqual([match]));

  it('unless the rule keeps names', () => {
    expect(found({ ...people, names: 'keep' }, 'Tester at Rockstar Games.')).toEqual(['Rockstar']);
  });
});

describe('names of the configuration are left alone', () => {
  it.each<[string[], string, string[]]>([
    [['Code Ninja'], 'We use Code Ninja daily.', []],
    [['Code Ninja'], 'We want a code ninja.', ['ninja']],
    [['code ninja'], 'We use CODE ninja daily.', []],
    [['Ninja'], 'Build with CMake and Ninja.', []],
    [['Ninja'], 'Ninjas build.', ['Ninjas']],
    [['C++ Guru'], 'The tool C++ Guru, and a guru.', ['guru']],
    [['', ' '], 'A ninja.', ['ninja']],
  ])('%j in %s', (terms, text, expected) => expect(found(people, text, terms)).toEqual(expected));
});

describe('what is not said in the text’s own words is left alone', () => {
  const at = (kind: RegionKind, text = 'Our ninja is here.'): BlockInit => ({
    text,
    regions: [{ kind, start: 4, end: 9 }],
  });

  it.each(['code', 'url', 'email', 'placeholder', 'quotation', 'work-title'] as const)('%s', (kind) => {
    expect(found(people, posting([at(kind)]))).toEqual([]);
    expect(found(people, posting([{ ...at(kind), text: 'The xxx yyy and a ninja' }]))).toEqual(['ninja']);
  });

  it.each(['emphasis', 'strong', 'link', 'label'] as const)('but not %s', (kind) => {
    expect(found(people, posting([at(kind)]))).toEqual(['ninja']);
  });

  it('nor a word in italics in a row of such, as titles of works are', () => {
    const row = (text: string) =>
      posting([
        {
          text,
          regions: [
            { kind: 'emphasis', start: 5, end: 10 },
            { kind: 'emphasis', start: 12, end: 16 },
          ],
        },
      ]);
    expect(found(people, row('Read Ninja, Maus and more.'))).toEqual([]);
    expect(found(people, row('Read ninja, Maus and more.'))).toEqual(['ninja']);
    expect(found(people, row('Read Ninja; a book and more.'))).toEqual(['Ninja']);
  });

  it.each(['equal-opportunity', 'accommodation', 'fair-chance'] as const)(
    'nor, unless the rule keeps it, %s',
    (kind) => {
      const draft = posting([at(kind)]);
      expect(found(people, draft)).toEqual([]);
      expect(found({ ...people, 'in-statements': 'keep' }, draft)).toEqual(['ninja']);
      expect(found({ phrases: [{ match: 'ninja', 'in-statements': 'keep' }] }, draft)).toEqual(['ninja']);
    },
  );

  it('is told by the marked part, not by what stands around', () => {
    expect(
      found(
        { phrases: ['our [ninja] is'] },
        posting([{ ...at('code'), regions: [{ kind: 'code', start: 0, end: 3 }] }]),
      ),
    ).toEqual(['ninja']);
  });
});
