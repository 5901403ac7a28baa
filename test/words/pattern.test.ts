import { describe, expect, it } from 'vitest';
import { PatternSet, parsePattern } from '../../src/words/pattern.ts';
import { tokenize } from '../../src/words/tokens.ts';

const lists = {
  language: ['german', 'mandarin chinese', 'english/n'],
  nested: ['<language> dialect/n', 'slang'],
};
const set = (...patterns: string[]) =>
  new PatternSet(
    patterns.map((pattern) => ({ pattern, value: pattern })),
    { lists },
  );
const matches = (pattern: string, text: string) => set(pattern).matches(tokenize(text), text);
const marked = (pattern: string, text: string) =>
  matches(pattern, text).map(({ start, end }) => text.slice(start, end));
const only = (pattern: string, text: string) => {
  const [match, ...more] = matches(pattern, text);
  expect(more).toEqual([]);
  return match!;
};

describe('each form of the language', () => {
  it.each<[pattern: string, text: string, expected: string[]]>([
    // words
    ['recent', 'Recent, RECENT; recently', ['Recent', 'RECENT']],
    ['recent graduate', 'a recent   graduate, a recent\ngraduate', ['recent   graduate', 'recent\ngraduate']],
    ['recent graduate', 'recent, graduate. Recent. Graduate', []],
    ["isn't", 'It isn’t, is n’t', ['isn’t']],
    ['node.js', 'Node.js', ['Node.js']],
    ['c++', 'C++ and C', ['C++']],
    ['café', 'the CAFE\u0301', ['CAFE\u0301']],
    // exact
    ['=US', 'us, Us and US or U.S.', ['US', 'U.S.']],
    ['=iPad', 'iPad and ipad', ['iPad']],
    // forms
    ['foreman/n', 'Foreman, foremen, foremanship', ['Foreman', 'foremen']],
    [
      'suffer/v',
      'suffer suffers suffered suffering sufferer',
      ['suffer', 'suffers', 'suffered', 'suffering'],
    ],
    ['young/a', 'young younger youngest', ['young', 'younger', 'youngest']],
    // hyphens
    ['rock-star', 'rock-star, rock star, rockstar, rock – star', ['rock-star', 'rock star', 'rockstar']],
    ['rock-star/n', 'Rock-stars, rock stars and rockstars', ['Rock-stars', 'rock stars', 'rockstars']],
    [
      'self-start*',
      'a self-starter, self starters, selfstarting',
      ['self-starter', 'self starters', 'selfstarting'],
    ],
    ['nine-to-five', 'nine-to-five, nine to five', ['nine-to-five', 'nine to five']],
    ['9-5', '9-5, 9 5, 95', ['9-5']],
    // asterisks in words
    ['athlet*', 'athletic athletes athlet', ['athletic', 'athletes', 'athlet']],
    ['*woman', 'Saleswoman, woman, womanly', ['Saleswoman', 'woman']],
    ['*charm*', 'a charming, uncharmed charmer', ['charming', 'uncharmed', 'charmer']],
    ['ch*man', 'chairman and chapman but chamber', ['chairman', 'chapman']],
    // alternatives
    ['(lift|carry up) it', 'lift it, carry up it, carry it', ['lift it', 'carry up it']],
    ['(a (b|c)|d) e', 'a b e, a c e, d e, a e', ['a b e', 'a c e', 'd e']],
    ['( s ) he', '(s)he, s he', ['(s)he']],
    ['(s / he|( s ) he)', 's/he or (s)he', ['s/he', '(s)he']],
    // there or not
    ['very? young', 'very young, young', ['very young', 'young', 'young']],
    ['(a|an)? (old|odd) man', 'an old man; odd man', ['an old man', 'old man', 'odd man']],
    // any words
    ['we * people', 'we like people, we people, we really like people', ['we like people']],
    [
      'we *2 people',
      'we people; we like people; we do like people; we do not like people',
      ['we people', 'we like people', 'we do like people'],
    ],
    [
      'our * family',
      "our company's family, our well-known family",
      ["our company's family", 'our well-known family'],
    ],
    ["our * 's family", "our company's family", ["our company's family"]],
    ['^ *2 young', 'We are young. We all are young.', ['We are young']],
    // numbers
    [
      '<number>',
      '5 5+ five 2,000 twenty-five 90k (3) five (5)',
      ['5', '5+', 'five', '2,000', 'twenty-five', 'five', '90k', '3', 'five (5)', '5'],
    ],
    ['<number>', '1st 3D v2', []],
    [
      '<range> years',
      '3-5 years, 3–5 years; 3 to 5 years, between three and five years, 3 years',
      [
        '3-5 years',
        '3–5 years',
        '3 to 5 years',
        'between three and five years',
        'three and five years',
      ].filter((text) => text !== 'three and five years'),
    ],
    [
      'up to <money>',
      'up to $90,000, up to €2.650, up to 90k USD, up to US$ 5 million, up to 90',
      ['up to $90,000', 'up to €2.650', 'up to 90k USD', 'up to US$ 5 million'],
    ],
    ['since <year>', 'since 1999, since 2024, since 3024, since 204', ['since 1999', 'since 2024']],
    // lists
    [
      'native <language>',
      'native German, native Mandarin Chinese, native French',
      ['native German', 'native Mandarin Chinese'],
    ],
    [
      '<nested>',
      'a German dialect and Mandarin Chinese dialects, slang',
      ['German dialect', 'Mandarin Chinese dialects', 'slang'],
    ],
    // marks
    ['young , dynamic', 'young, dynamic; young dynamic', ['young, dynamic']],
    ['young, dynamic', 'young, dynamic; young dynamic', ['young, dynamic']],
    ['he / she', 'he/she, he / she, he she', ['he/she', 'he / she']],
    ['r & d', 'R&D, r and d', ['R&D']],
    ['100 %', '100%', ['100%']],
    ['and - or', 'and-or, and – or', ['and-or', 'and – or']],
    ['" guru "', 'a “guru”, a "guru", a guru', ['“guru”', '"guru"']],
    // edges
    ['^ young', 'Young people. A young man. “Young”', ['Young', 'Young']],
    ['people $', 'Young people! Young people only: people', ['people', 'people']],
    ['^ apply $', 'Apply. Apply now.', ['Apply']],
    // the marked part
    ['recent [graduate/n]', 'Recent graduates', ['graduates']],
    ['[young] and dynamic', 'young and dynamic', ['young']],
    ['we [are (so|very)?] young', 'we are very young', ['are very']],
  ])('%s in %j', (pattern, text, expected) => expect(marked(pattern, text)).toEqual(expected));
});

describe('what stands between words', () => {
  it('may be quotation marks and the full stop of an abbreviation', () => {
    expect(marked('sales ninja', 'a sales “ninja”')).toEqual(['sales “ninja']);
    expect(marked('max age', 'Max. age 40')).toEqual(['Max. age']);
  });

  it('may be no other mark', () => {
    expect(marked('sales ninja', 'sales: ninja, sales (ninja), sales - ninja, sales/ninja')).toEqual([]);
  });

  it('is no end of a sentence', () => {
    expect(marked('we *3 young', 'We win. Always young.')).toEqual([]);
    expect(marked('no <number> years', 'No. 5 years')).toEqual(['No. 5 years']);
  });
});

describe('endings', () => {
  it('are words of their own', () => {
    expect(marked('women', "women's lounge")).toEqual([]);
    expect(marked("women 's", "women's lounge")).toEqual(["women's"]);
    expect(marked('he', "he'll")).toEqual([]);
    expect(marked("he 'll", 'he’ll')).toEqual(['he’ll']);
    expect(marked("[foreman/n] 's hut", "the foremens' hut, the foremen's hut")).toEqual(['foremen']);
    expect(marked("supervisor/n 's", "the supervisors' hut")).toEqual(["supervisors'"]);
  });

  it('may follow a pattern that ends in a noun', () => {
    expect(marked('foreman/n', "the foremen's hut")).toEqual(['foremen']);
    expect(marked('(site|yard) foreman/n', "the site foreman's hut")).toEqual(['site foreman']);
    expect(marked('foreman/n (only)?', "the foreman's hut")).toEqual(['foreman']);
    expect(marked('foreman/n only', "foremen only's")).toEqual([]);
  });
});

describe('a match', () => {
  it('is the longest at its place', () => {
    expect(marked('young (people (only)?)?', 'young people only')).toEqual(['young people only']);
    expect(marked('(a|a b|a b c) c?', 'a b c c')).toEqual(['a b c c']);
  });

  it('comes once for every pattern and place, in order', () => {
    const text = 'young young people';
    const found = set('young *2 people', 'young', 'young people').matches(tokenize(text), text);
    expect(found.map(({ entry, first, last }) => [entry, first, last])).toEqual([
      [0, 0, 2],
      [1, 0, 0],
      [0, 1, 2],
      [1, 1, 1],
      [2, 1, 2],
    ]);
  });

  it('says what captures, lists and classes matched', () => {
    const text = 'an odd most very small 5+ Mandarin Chinese';
    const { captures, names } = only('(a|an) * (most|least) *2 <number> <language>', text);
    expect(captures).toEqual([undefined, 'an', 'odd', 'most', 'very small']);
    expect(names).toEqual({ number: '5+', language: 'Mandarin Chinese' });
    expect(only('b (c|d)? e', 'b e').captures).toEqual([undefined, undefined]);
  });

  it('says which forms matched, those of the marked part first', () => {
    const { inflections } = only('suffer/v [person/n]', 'suffering people');
    expect(inflections.map(({ base, pos, form }) => `${base}/${pos} ${form}`)).toEqual([
      'person/n plural',
      'suffer/v ing',
    ]);
    expect(only('rock-star/n', 'rockstars').inflections[0]).toMatchObject({
      base: 'rockstar',
      form: 'plural',
    });
  });

  it('says where the whole of it stands', () => {
    const match = only('recent [graduate/n] only', 'For recent graduates only.');
    expect(match).toMatchObject({ first: 1, last: 3, markFirst: 2, markLast: 2, start: 11, end: 20 });
    expect(match.whole).toEqual({ start: 4, end: 25 });
  });
});

describe('whole', () => {
  const headings = set('(what|who) we (offer|are)', 'benefit/n', 'who we are', '^ our *3 team $');
  const whole = (text: string) => headings.whole(tokenize(text), text);

  it('covers everything but opening and closing marks', () => {
    expect(whole('Benefits')).toBe('benefit/n');
    expect(whole('“What we offer”:')).toBe('(what|who) we (offer|are)');
    expect(whole('– Benefits.')).toBe('benefit/n');
    expect(whole('Our very own team')).toBe('^ our *3 team $');
  });

  it('does not cover a part', () => {
    expect(whole('Our benefits')).toBeUndefined();
    expect(whole('Benefits of work')).toBeUndefined();
    expect(whole('Benefits. Pay.')).toBeUndefined();
    expect(whole('')).toBeUndefined();
  });

  it('prefers the first pattern', () => expect(whole('Who we are?')).toBe('(what|who) we (offer|are)'));
});

describe('between', () => {
  it('finds matches with given starts and ends', () => {
    const tokens = tokenize('a b c d');
    const pair = set('a b', 'b *2 d');
    expect(pair.between(tokens, [0, 0], [2, 2])).toBe(true);
    expect(pair.between(tokens, [0, 0], [3, 4])).toBe(false);
    expect(pair.between(tokens, [0, 1], [3, 4])).toBe(true);
    expect(pair.between(tokens, [2, 3], [0, 4])).toBe(false);
  });
});

describe('mistakes', () => {
  it.each([
    ['', 0, 'nothing'],
    ['very?', 0, 'nothing'],
    ['(a|b)? (c)?', 0, 'nothing'],
    ['^ $', 0, 'nothing'],
    ['* a', 0, 'begin in a gap'],
    ['very? *3 a', 0, 'begin in a gap'],
    ['a *', 3, 'end in a gap'],
    ['a (b|*2)', 8, 'end in a gap'],
    ['a *10 b', 2, 'one to nine'],
    ['a *0 b', 2, 'one to nine'],
    ['a *3x b', 2, 'gap is written'],
    ['a (b|) c', 5, 'empty'],
    ['a () c', 3, 'empty'],
    ['(a', 0, 'not closed'],
    ['a)', 1, 'closes nothing'],
    ['a (b [c] d)', 5, 'outside alternatives'],
    ['[a', 0, 'not closed'],
    ['a]', 1, 'closes nothing'],
    ['a [] b', 2, 'empty'],
    ['[very?] young', 0, 'could be empty'],
    ['[a] [b]', 4, 'one marked part'],
    ['[a]?', 3, 'optional'],
    ['a ? b', 2, 'stands right after'],
    ['a??', 2, 'enough'],
    ['a *2? b', 4, 'optional'],
    ['a | b', 2, 'between alternatives'],
    ['foo/x', 3, 'no ending'],
    ['he/she', 2, 'no ending'],
    ['athlet*/n', 0, 'already covers'],
    ["'s/n", 0, 'no forms'],
    ['5/n', 0, 'no forms'],
    ['=US/n', 0, 'exactly'],
    ['x*', 0, 'two letters'],
    ['a*b*c', 0, 'stands at the beginning'],
    ['<language', 0, 'not closed'],
    ['<Lan guage>', 1, 'no name'],
    ['a> b', 1, 'closes nothing'],
    ['a ^ b', 0, 'never match'],
    ['a $ b', 0, 'never match'],
    ['(a ^|b) c', 0, 'never match'],
    ['stop. now', 0, 'never match'],
  ])('%j is refused', (pattern, offset, message) => {
    expect(() => parsePattern(pattern)).toThrowError(
      expect.objectContaining({ name: 'PatternError', offset, message: expect.stringContaining(message) }),
    );
  });

  it('an unknown list is refused, and the known ones are named', () => {
    expect(() => set('a <langauge>')).toThrowError(
      expect.objectContaining({
        name: 'PatternError',
        offset: 2,
        message: expect.stringContaining('<language>, <money>'),
      }),
    );
  });

  it('an end that something else holds may be a gap', () => {
    expect(() => parsePattern('a *3', { end: true })).not.toThrow();
    expect(() => parsePattern('*3 a', { start: true })).not.toThrow();
    expect(() => parsePattern('*3 a', { end: true })).toThrow('begin');
  });
});
