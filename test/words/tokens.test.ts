import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Token, tokenize } from '../../src/words/tokens.ts';

const norms = (text: string) => tokenize(text).map(({ norm }) => norm);
const kinds = (text: string) => tokenize(text).map(({ kind, norm }) => `${kind[0]} ${norm}`);
/** The sentences of a text, each as it stands. */
const sentences = (text: string) => {
  const parts: string[] = [];
  const tokens = tokenize(text);
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (before?.sentence === token.sentence)
      parts[parts.length - 1] += text.slice(before.end, token.start) + token.raw;
    else parts.push(token.raw);
  });
  return parts;
};

describe('words', () => {
  it.each([
    ['Recent graduates', ['recent', 'graduates']],
    ['rock-star', ['rock', '-', 'star']],
    ['rock‑star', ['rock', '-', 'star']],
    ['he/she (s)he m/f/d', ['he', '/', 'she', '(', 's', ')', 'he', 'm', '/', 'f', '/', 'd']],
    ["o'clock O’Brien y'all", ["o'clock", "o'brien", "y'all"]],
    ['Zoë naïve MÜNCHEN', ['zoë', 'naïve', 'münchen']],
    ['cafe\u0301', ['café']],
    ['C++, C# and .NET, node.js', ['c++', ',', 'c#', 'and', '.net', ',', 'node.js']],
    ['R&D', ['r', '&', 'd']],
    ['the U.S. and the U.K', ['the', 'u.s.', 'and', 'the', 'u.k.']],
    ['salesman_id', ['salesman', '_', 'id']],
    ['a\u00a0b\u200bc', ['a', 'b', 'c']],
  ])('splits %s', (text, expected) => expect(norms(text)).toEqual(expected));

  it.each([
    ["he'll", ['w he', "c 'll"]],
    ['they’re', ['w they', "c 're"]],
    ["he'd've", ['w he', "c 'd", "c 've"]],
    ["isn't", ['w is', "c n't"]],
    ["CAN'T won't shan't", ['w can', "c n't", 'w will', "c n't", 'w shall', "c n't"]],
    ["women's", ['w women', "c 's"]],
    ["supervisors' hut", ['w supervisors', "c '", 'w hut']],
    ['don´t', ['w do', "c n't"]],
    ["'quoted waiters' here", ["p '", 'w quoted', 'w waiters', "p '", 'w here']],
    ["rock'n'roll", ["w rock'n'roll"]],
    ["the '90s", ['w the', "p '", 'n 90s']],
  ])('takes endings off %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it.each([
    ['2,000', ['n 2,000']],
    ['5+ years', ['n 5+', 'w years']],
    ['3.5%', ['n 3.5', 'p %']],
    ['90k', ['n 90k']],
    ['under 35s', ['w under', 'n 35s']],
    ['3-5', ['n 3', 'p -', 'n 5']],
    ['50lbs, 8am', ['n 50', 'w lbs', 'p ,', 'n 8', 'w am']],
    ['$90k/yr', ['p $', 'n 90k', 'p /', 'w yr']],
    ['24/7', ['n 24', 'p /', 'n 7']],
    ['401(k)', ['n 401', 'p (', 'w k', 'p )']],
    ['the 1st 3D', ['w the', 'w 1st', 'w 3d']],
  ])('reads the numbers of %s', (text, expected) => expect(kinds(text)).toEqual(expected));

  it('keeps the text of can’t although its stem is can', () => {
    expect(tokenize('can’t').map(({ raw, start, end }) => [raw, start, end])).toEqual([
      ['ca', 0, 2],
      ['n’t', 2, 5],
    ]);
  });

  it('keeps a picture of several characters one token', () => {
    expect(
      tokenize('👩🏽‍💻 go ❤️')
        .map(({ raw }) => raw)
        .slice(-2),
    ).toEqual(['go', '❤️']);
  });
});

describe('sentences', () => {
  it.each([
    ['We hire. You apply! Now? Yes.', ['We hire.', 'You apply!', 'Now?', 'Yes.']],
    ['Tools, e.g. Excel, i.e. sheets.', ['Tools, e.g. Excel, i.e. sheets.']],
    ['Acme Inc. sells. Ask Mr. Young.', ['Acme Inc. sells.', 'Ask Mr. Young.']],
    ['We are Acme Inc. You are you.', ['We are Acme Inc.', 'You are you.']],
    ['Work in the U.S. We pay.', ['Work in the U.S.', 'We pay.']],
    ['Work in the U.S. army.', ['Work in the U.S. army.']],
    [
      'Guy’s and St. Thomas’ at No. 5. No. We do not.',
      ['Guy’s and St. Thomas’ at No. 5.', 'No.', 'We do not.'],
    ],
    ['He said “Go.” Then he left.', ['He said “Go.”', 'Then he left.']],
    ['experience.We pay', ['experience.', 'We pay']],
    ['Yahoo! is big.', ['Yahoo! is big.']],
    ['Leeds\nSalary', ['Leeds', 'Salary']],
    ['one line\nand the next', ['one line\nand the next']],
    ['Max. age 40. min. 5 years', ['Max. age 40.', 'min. 5 years']],
    ['3.5 and node.js are fine', ['3.5 and node.js are fine']],
  ])('finds those of %j', (text, expected) => expect(sentences(text)).toEqual(expected));
});

describe('for any text', () => {
  const piece = fc.constantFrom(
    ..."a B é ß 1 2,0 5+ . ! ? ' ’ - / ( ) \u00a0 \n n't 's U.S. 👩‍💻 ️ ́ e.g. C++ .NET \u200b \ud800".split(
      ' ',
    ),
    ' ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('tokens stand in order, are slices of it, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(text, (source) => {
        let end = 0;
        let previous: Token | undefined;
        for (const token of tokenize(source)) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(source.slice(end, token.start)).toMatch(/^[\s\p{Cc}\u200B\u2060\uFEFF]*$/u);
          expect(token.spaceBefore).toBe(token.start > end);
          expect(token.raw).toBe(source.slice(token.start, token.end));
          expect(token.sentence - (previous?.sentence ?? 0)).toBeOneOf([0, 1]);
          end = token.end;
          previous = token;
        }
        expect(source.slice(end)).toMatch(/^[\s\p{Cc}\u200B\u2060\uFEFF]*$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('the kind of an apostrophe and upper case do not matter to the norms', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('he', 'is', "isn't", "women's", "they're", "o'clock", 'A'), {
          maxLength: 8,
        }),
        (words) => {
          const plain = words.join(' ');
          expect(norms(plain.replaceAll("'", '’'))).toEqual(norms(plain));
          expect(norms(plain.toUpperCase())).toEqual(norms(plain));
        },
      ),
    );
  });
});
