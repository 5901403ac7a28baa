import { describe, expect, it } from 'vitest';
import { type PayRangeFields, payRangeCheck } from '../../src/checks/pay-range.ts';
import { environment, read, ruleFile } from './reading.ts';

const rules = [ruleFile<PayRangeFields>('pay/max-below-min'), ruleFile<PayRangeFields>('pay/open-ended')];

function findings(text: string) {
  const posting = read(text);
  return (payRangeCheck.compile(rules, environment).posting?.(posting) ?? []).map(
    ({ rule, span, data, message }) => ({
      rule,
      found: text.slice(span.start, span.end),
      ...data,
      message,
    }),
  );
}

describe('pay whose ends are the wrong way round', () => {
  it.each([
    'Salary: £38,000 – £32,000',
    'Pay: $45k to $38k a year',
    '---\nsalary: $90,000 - $80,000\n---\n\n# Baker',
  ])('is found: %s', (text) => {
    expect(findings(text)).toMatchObject([{ rule: 'pay/max-below-min', problem: 'max-below-min' }]);
  });

  it.each([
    'Salary: £32,000 – £38,000',
    'Salary: £32,000',
    'Salary: $100,495 to $106, 091',
    'You manage a budget that fell from £3,000 to £2,000.',
  ])('is not found: %s', (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('pay with one end left open', () => {
  it('says which end is missing', () => {
    expect(findings('Pay: up to $90,000 a year.')).toMatchObject([
      { problem: 'open-ended-range', message: expect.stringContaining('Give the lowest amount') },
    ]);
    expect(findings('Salary: from €2,650 a month')).toMatchObject([
      { problem: 'open-ended-range', message: expect.stringContaining('Give the highest amount') },
    ]);
  });

  it('points at the amount', () => {
    expect(findings('Salary: from £24,000')).toMatchObject([{ found: expect.stringContaining('£24,000') }]);
  });

  it('is left alone beside a closed range', () => {
    expect(findings('Pay: €24 to €30 an hour.\n\nPay on Sundays: from €28 an hour.')).toEqual([]);
  });

  it('is left alone in a paragraph of another language', () => {
    expect(
      findings(
        'Wir suchen eine Köchin für unsere Küche in Graz. Das Gehalt beträgt ab €2.650 brutto im Monat.',
      ),
    ).toEqual([]);
  });
});

describe('pay in the front matter and in the text', () => {
  const own = [ruleFile<PayRangeFields>('pay/differs')];
  const differs = (text: string) =>
    (payRangeCheck.compile(own, environment).posting?.(read(text)) ?? []).map(({ message }) => message);
  const draft = (salary: string, text: string) => `---\nsalary: ${salary}\n---\n\n# Baker\n\n${text}`;

  it.each([
    ['£38,000', 'Salary: £34,000', 'The text says £34,000, the front matter says £38,000.'],
    ['$90k - $100k a year', 'Salary: $70k to $80k a year', 'The text says $70k to $80k a year,'],
    ['€20 an hour', 'Salary: €15 an hour', 'The text says €15 an hour,'],
  ])('%s and %s', (salary, text, message) => {
    expect(differs(draft(salary, text))).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['£38,000', 'Salary: £38k'],
    ['£38,000', 'Salary: £35,000 to £40,000'],
    ['£38,000', 'Salary: $34,000'],
    ['£38,000', 'Salary: £17 an hour'],
    ['£38,000', 'Salary: £3,200 a month'],
    ['from £30,000', 'Salary: £38,000'],
    ['£38,000', 'Salary: London £44,000\n\nSalary: Leeds £38,000'],
  ])('the same: %s and %s', (salary, text) => {
    expect(differs(draft(salary, text))).toEqual([]);
  });
});
