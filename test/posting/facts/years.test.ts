import { describe, expect, it } from 'vitest';
import { createLinter } from '../../../src/lint/index.ts';
import { findYears } from '../../../src/posting/facts/years.ts';

const linter = createLinter();

function years(item: string, heading = 'Requirements'): string[] {
  const posting = linter.read(`# Baker\n\n## ${heading}\n\n${item}`, 'markdown');
  return findYears(posting).map(
    ({ min, max, strength, span }) =>
      `${min ?? ''}-${max ?? ''} ${strength} ${posting.source.slice(span.start, span.end)}`,
  );
}

describe('years of experience', () => {
  it.each([
    ['- 5+ years of experience with dough', '5- must 5+ years'],
    ['- At least five (5) years’ experience', '5- must five (5) years'],
    ['- 3–5 years experience', '3-5 must 3–5 years'],
    ['- Between 2 and 4 years of baking experience', '2-4 must 2 and 4 years'],
    ['- Experience: 10 yrs', '10- must 10 yrs'],
    ['- Up to two years of experience', '-2 must two years'],
    ['- No more than 3 years of experience', '-3 must 3 years'],
    ['- 4 or more years as a pastry chef', '4- must 4 or more years'],
    ['- 5 plus years of experience', '5- must 5 plus years'],
    ['- Ideally 5 years of experience', '5- wish 5 years'],
    ['- A diploma or 5 years of experience', '5- alternative 5 years'],
    ['- 5 years of experience or a diploma', '5- alternative 5 years'],
    ['- A diploma; or\n- 5 years of experience', '5- alternative 5 years'],
  ])('%s', (item, expected) => {
    expect(years(item)).toEqual([expected]);
  });

  it('under a heading of wishes', () => {
    expect(years('- 5 years of experience', 'Nice to have')).toEqual(['5- wish 5 years']);
  });

  it.each([
    ['- At least 18 years old'],
    ['- A 2-year contract with experience of the sea'],
    ['- Baked bread in the last 5 years'],
    ['- Two years of college'],
    ['- We bring 20 years of experience'],
    ['- $5 years'],
  ])('none in %s', (item) => {
    expect(years(item)).toEqual([]);
  });

  it('none where the employer speaks of itself', () => {
    expect(years('Over 20 years of experience in bread.', 'About us')).toEqual([]);
  });
});
