import { describe, expect, it } from 'vitest';
import type { Block, FrontMatterValue, Posting, Span } from '../../../src/contract/posting.ts';
import { SECTION_KINDS, type SectionKind } from '../../../src/contract/report.ts';
import { findPay } from '../../../src/posting/facts/pay.ts';

/** A posting of plain paragraphs whose text is the source. */
function posting(text: string, section?: SectionKind, values: FrontMatterValue[] = []): Posting {
  const cover = (span: Span) => span;
  const label = /^[A-Z][a-z ]{2,20}:/.exec(text);
  const block: Block = {
    index: 0,
    kind: 'paragraph',
    title: false,
    level: undefined,
    pseudo: false,
    text,
    map: { toSource: (span) => [span], cover },
    source: { start: 0, end: text.length },
    regions: label ? [{ kind: 'label', start: 0, end: label[0].length }] : [],
    language: 'en',
    section,
    heading: undefined,
    depth: 0,
  };
  return {
    source: text,
    format: 'text',
    language: 'en',
    frontMatter: { kind: 'yaml', source: { start: 0, end: 0 }, values, error: undefined },
    blocks: [block],
    sections: Object.fromEntries(
      SECTION_KINDS.map((kind) => [kind, { present: false }]),
    ) as Posting['sections'],
    comments: [],
    words: 1,
  };
}

/** One line a statement: `min–max CUR/period open`. */
function pay(text: string, section?: SectionKind): string[] {
  return findPay(posting(text, section)).map(
    ({ min, max, currency, period, openEnded }) =>
      `${min ?? ''}–${max ?? ''} ${currency ?? '?'}/${period}${openEnded ? ` ${openEnded}` : ''}`,
  );
}

describe('the usual forms', () => {
  it.each<[string, string]>([
    ['$80k–$95k', '80000–95000 USD/unknown'],
    ['80-95k USD', '80000–95000 USD/unknown'],
    ['The salary is £31,049 to £37,796 a year.', '31049–37796 GBP/year'],
    ['48.000 - 52.000 GBP', '48000–52000 GBP/unknown'],
    ['€2,650 gross a month, plus night premium.', '2650–2650 EUR/month'],
    ['Remuneration: NZ$64,112–NZ$71,340 per annum', '64112–71340 NZD/year'],
    ['ab 4.850 EUR brutto pro Monat', '4850– EUR/month from'],
    ['2 350 € brut par mois', '2350–2350 EUR/month'],
    ['₹6–8 LPA', '600000–800000 INR/year'],
    ['CA$70K', '70000–70000 CAD/unknown'],
    ['$24.10/hr', '24.1–24.1 USD/hour'],
    ['Pay is 18.50 euros an hour.', '18.5–18.5 EUR/hour'],
    ['We pay between 3.100 and 3.600 euro a month.', '3100–3600 EUR/month'],
    ['You earn up to £14 an hour.', '–14 GBP/hour up to'],
    ['Salary: from $70,000', '70000– USD/unknown from'],
    ['$120,000+', '120000– USD/unknown from'],
    ['Annual salary: $91,162 and up', '91162– USD/year from'],
    ['Jahresgehalt zwischen 52.000 € und 60.000 €', '52000–60000 EUR/year'],
    ['Day rate £450', '450–450 GBP/day'],
    ['R450 000 per year CTC', '450000–450000 ZAR/year'],
    ['$70,000 CAD per year', '70000–70000 CAD/year'],
    ['Lohn: CHF 5’200 pro Monat', '5200–5200 CHF/month'],
    ['£12.21 per hour rising to £13.05', '12.21–13.05 GBP/hour'],
    ['Leeds | £32,000 | Full-time', '32000–32000 GBP/unknown'],
    ['Pay: SEK 34 000–38 000 per month', '34000–38000 SEK/month'],
    ['Salaire : 38-42k€ brut annuel', '38000–42000 EUR/year'],
    ['€ 2.900,- bruto per maand', '2900–2900 EUR/month'],
    ['Rs. 35,000 per month', '35000–35000 INR/month'],
    ['US$5,000 a month', '5000–5000 USD/month'],
    ['OTE £60k', '60000–60000 GBP/unknown'],
    ['The hourly rate is $31.', '31–31 USD/hour'],
    ['A stipend of $1,200 a month is paid.', '1200–1200 USD/month'],
  ])('%s', (text, expected) => {
    expect(pay(text)).toEqual([expected]);
  });
});

describe('other money', () => {
  it.each([
    'A personal learning and development budget of USD 2,000 per year',
    '€1,000 learning budget a year',
    'We raised $40M last spring.',
    'You manage a budget of £200,000 a year.',
    'Our turnover is €750,000.',
    'A sign-on bonus of $5,000',
    '£500 referral bonus',
    'Grants of up to €5,000 are awarded to local clubs.',
    'We save households £300 a year.',
    'Members pay $40 a month.',
    'Fundraise £50,000 a year',
    'Up to $75 a month for your phone',
    'Home office allowance: €600',
    'Tickets cost £12.',
    'Grade 7, step 3',
    'Our models handle 40,000 claims a month.',
    'Life insurance of $50,000',
    'We give $1,500 for relocation.',
    'Band 5',
    'We look after homes worth £300,000.',
    'Founded in 2011, 32 seats',
  ])('%s', (text) => {
    expect(pay(text)).toEqual([]);
  });

  it('stays other money under a pay heading', () => {
    expect(pay('Annual bonus of up to $5,000', 'compensation')).toEqual([]);
    expect(pay('$2,000 learning budget a year', 'compensation')).toEqual([]);
  });

  it('does not hide the pay next to it', () => {
    expect(pay('£30,000 plus a £2,000 bonus')).toEqual(['30000–30000 GBP/unknown']);
    expect(pay('You look after a budget of £90,000 and earn £34,000 a year.')).toEqual([
      '34000–34000 GBP/year',
    ]);
  });
});

describe('by where it stands', () => {
  it('needs no words under a pay heading', () => {
    expect(pay("MPS/UPS plus TLR 1b (£11,300), Teachers' Pension Scheme", 'compensation')).toEqual([
      '11300–11300 GBP/unknown',
    ]);
    expect(pay('Between 45,000 and 52,000, by experience', 'compensation')).toEqual([
      '45000–52000 ?/unknown',
    ]);
  });

  it('takes neither years nor hours nor grades for pay', () => {
    expect(pay('Reviewed in 2027, 37.5 hours a week, grade 12', 'compensation')).toEqual([]);
    expect(pay('401(k) with match', 'compensation')).toEqual([]);
  });

  it('reads the duties as work', () => {
    expect(pay('Collect fees of £40 a month', 'responsibilities')).toEqual([]);
    expect(pay('Bill guests $25 an hour', 'responsibilities')).toEqual([]);
    // A paragraph with nothing else in it stands after the duties rather than among them.
    expect(pay('$25 an hour', 'responsibilities')).toEqual(['25–25 USD/hour']);
  });
});

describe('front matter', () => {
  const value = (key: string, text: string, start = 0): FrontMatterValue => ({
    key,
    value: text,
    source: { start, end: start + text.length },
  });

  it('reads pay with or without a currency', () => {
    expect(findPay(posting('', undefined, [value('salary', '£31,049 to £37,796 a year', 30)]))).toEqual([
      {
        min: 31049,
        max: 37796,
        currency: 'GBP',
        period: 'year',
        openEnded: undefined,
        span: { start: 30, end: 55 },
        block: undefined,
      },
    ]);
  });

  it('joins the two ends', () => {
    const values = [
      value('salary_min', '52000', 10),
      value('salary_max', '61000', 30),
      value('currency', 'EUR', 50),
    ];
    expect(findPay(posting('', undefined, values))).toMatchObject([
      { min: 52000, max: 61000, currency: 'EUR', span: { start: 10, end: 35 } },
    ]);
  });

  it('leaves alone what is no amount', () => {
    const values = [
      value('salary', 'competitive'),
      value('pay', 'TBD'),
      value('bonus', '$5,000'),
      value('salary', ''),
    ];
    expect(findPay(posting('', undefined, values))).toEqual([]);
  });
});
