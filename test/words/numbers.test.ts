import { describe, expect, it } from 'vitest';
import { numberOf, numbersIn } from '../../src/words/numbers.ts';

describe('a number in words or digits', () => {
  it.each([
    ['5', 5],
    ['5+', 5],
    ['37.5', 37.5],
    ['2,000', 2000],
    ['90k', 90_000],
    ['five', 5],
    ['ninety', 90],
    ['fiver', undefined],
    ['5th', undefined],
  ])('%s', (word, value) => {
    expect(numberOf(word)).toBe(value);
  });

  it.each([
    ['3–5', [3, 5]],
    ['between 3 and 5', [3, 5]],
    ['five (5)', [5]],
    ['five (5) to seven (7)', [5, 7]],
    ['twenty-five', [25]],
    ['twenty to thirty', [20, 30]],
    ['2,000', [2000]],
    ['37.5.', [37.5]],
    ['none', []],
  ])('in “%s”', (text, values) => {
    expect(numbersIn(text)).toEqual(values);
  });
});
