import { describe, expect, it } from 'vitest';
import { findDays } from '../../../src/posting/facts/days.ts';

describe('days with their year', () => {
  it.each([
    ['3 March 2027', '2027-03-03'],
    ['the 3rd of March 2027', '2027-03-03'],
    ['March 3rd, 2027', '2027-03-03'],
    ['MARCH 3, 2027', '2027-03-03'],
    ['Sept. 3, 2027', '2027-09-03'],
    ['2027-03-03', '2027-03-03'],
    ['2027-03-03T12:00:00Z', '2027-03-03'],
    ['3.12.2027', '2027-12-03'],
    ['1.12.2027', '2027-12-01'],
    ['3/4/27', '2027-04-03'],
    ['12/4/2027', '2027-12-04'],
    ['25/4/2027', '2027-04-25'],
    ['4/25/2027', '2027-04-25'],
    ['3. März 2027', '2027-03-03'],
    ['3 août 2027', '2027-08-03'],
    ['3 de mayo de 2027', '2027-05-03'],
  ])('%s', (text, day) => {
    expect(findDays(`Apply by ${text} please`).map(({ latest }) => latest)).toEqual([day]);
  });

  it.each([
    '3 March',
    '31 Smarch 2027',
    '32.1.2027',
    '2027-13-01',
    '1.2.3.2027',
    '2027/28',
    'section 3/4/2027/5',
  ])('none in %s', (text) => {
    expect(findDays(text)).toEqual([]);
  });

  it('both ends of a stretch', () => {
    expect(findDays('from 3 May 2027 to 17 May 2027').map(({ latest }) => latest)).toEqual([
      '2027-05-03',
      '2027-05-17',
    ]);
  });
});
