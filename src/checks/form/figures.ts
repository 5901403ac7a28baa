import type { Span } from '../../contract/posting.ts';

/** A figure that is written in another way than the house has it, and how the house would write it. */
export interface Figure extends Span {
  /** Undefined where it cannot be told. */
  text: string | undefined;
}

const NUMBER = '\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?';
const RANGE = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/+#-]|[–—] ?|\\b(?:[Ff]rom|[Bb]etween) [$€£]?)([$€£]?)(${NUMBER})(k?)( ?[-–] ?| to )([$€£]?)(${NUMBER})(k?)(?![\\p{L}\\p{N}]|[.,:/–-]\\d|-)`,
  'gu',
);

/** Ranges of two numbers: `3–5`, `3-5`, `3 to 5`. Telephone numbers, dates and versions are none. */
export function rangesIn(text: string, form: 'en-dash' | 'hyphen' | 'to'): Figure[] {
  const between = { 'en-dash': '–', hyphen: '-', to: ' to ' }[form];
  return [...text.matchAll(RANGE)].flatMap((match) => {
    const [whole, , low = '', , mark = '', , high = ''] = match;
    if (mark === between || value(low) >= value(high) || /^0\d/.test(low) || /^0\d/.test(high)) return [];
    // Two years are a school year or a span of time, and 2024-25 is a name.
    if (/^(?:19|20)\d\d$/.test(low)) return [];
    const at = match.index + whole.indexOf(mark, whole.indexOf(low) + low.length);
    return [{ start: at, end: at + mark.length, text: between }];
  });
}

const value = (digits: string) => Number(digits.replace(/,/g, ''));

const GROUPED = /(?<![\p{L}\p{N}.,/-])\d{1,3}(?:([,.'’\u00A0\u202F ])\d{3})(?:\1\d{3})*(?![\p{N}]|[.,-]\d)/gu;
const BARE = /(?<=[$€£] ?|\b(?:USD|EUR|GBP|CAD|AUD) )\d{5,7}(?![\d.,])/g;

/** Thousands: `90,000`, `90.000`, `90 000`, `90000`. A point or a space counts only beside a currency. */
export function thousandsIn(text: string, form: 'comma' | 'point' | 'space' | 'none'): Figure[] {
  const mark = { comma: ',', point: '.', space: '\u00A0', none: '' }[form];
  const found: Figure[] = [];
  for (const match of text.matchAll(GROUPED)) {
    const separator = match[1] ?? '';
    const spaced = /[\u00A0\u202F ]/.test(separator);
    if (separator === mark || (spaced && form === 'space')) continue;
    const { index } = match;
    const end = index + match[0].length;
    const money =
      /[$€£]\s?$|\b[A-Z]{3}\s$/.test(text.slice(Math.max(0, index - 4), index)) ||
      /^\s?(?:[€£$]|[A-Z]{3}\b)/.test(text.slice(end));
    if (separator !== ',' && !money) continue;
    found.push({ start: index, end, text: match[0].split(separator).join(mark) });
  }
  if (form !== 'none') {
    for (const { index, 0: digits } of text.matchAll(BARE)) {
      const grouped = digits.replace(/\B(?=(?:\d{3})+$)/g, mark);
      found.push({ start: index, end: index + digits.length, text: grouped });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`)
  .join('|')
  .replace('Sep(?:tember)?', 'Sept?(?:ember)?')})\\.?`;
const DATE = new RegExp(
  [
    `(?<d1>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH.replace('(', '(?<m1>')},? (?<y1>\\d{4})`,
    `${MONTH.replace('(', '(?<m2>')} (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4})`,
    '(?<y3>\\d{4})-(?<m3>\\d\\d)-(?<d3>\\d\\d)',
    '(?<a4>\\d{1,2})(?<s4>[./])(?<b4>\\d{1,2})\\k<s4>(?<y4>\\d{4})',
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '(?<![\\p{L}\\p{N}./-])(?:')
    .replace(/$/, ')(?![\\p{L}\\p{N}]|[/-]\\d)'),
  'gu',
);

export type DateForm =
  | 'D Month YYYY'
  | 'Month D, YYYY'
  | 'YYYY-MM-DD'
  | 'DD/MM/YYYY'
  | 'MM/DD/YYYY'
  | 'DD.MM.YYYY';

/** Days with their year, in another form. `4/8/2027` may be two days: it is marked, but not rewritten. */
export function datesIn(text: string, form: DateForm): Figure[] {
  if (!/\d{4}/.test(text)) return [];
  return [...text.matchAll(DATE)].flatMap((match): Figure[] => {
    const read = dateOf(match.groups ?? {}, form);
    if (!read) return [];
    const start = match.index;
    const end = start + match[0].length;
    if (read === 'ambiguous') return [{ start, end, text: undefined }];
    const written = write(read, form);
    return written === match[0] ? [] : [{ start, end, text: written }];
  });
}

interface Day {
  day: number;
  month: number;
  year: string;
}

function dateOf(groups: Record<string, string | undefined>, form: DateForm): Day | 'ambiguous' | undefined {
  const { d1, m1, y1, d2, m2, y2, d3, m3, y3, a4, s4, b4, y4 } = groups;
  const name = m1 ?? m2;
  if (name !== undefined) {
    const month = MONTHS.findIndex((each) => each.startsWith(name.slice(0, 3))) + 1;
    return day(d1 ?? d2, String(month), y1 ?? y2);
  }
  if (y3 !== undefined) return day(d3, m3, y3);
  if (s4 === '.') return day(a4, b4, y4);
  const slashed = form === 'DD/MM/YYYY' || form === 'MM/DD/YYYY';
  const dayFirst = day(a4, b4, y4);
  const monthFirst = day(b4, a4, y4);
  if (dayFirst && monthFirst && a4 !== b4) return slashed ? undefined : 'ambiguous';
  return dayFirst ?? monthFirst;
}

function day(
  dayText: string | undefined,
  monthText: string | undefined,
  year: string | undefined,
): Day | undefined {
  const day = Number(dayText);
  const month = Number(monthText);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year !== undefined
    ? { day, month, year }
    : undefined;
}

function write({ day, month, year }: Day, form: DateForm): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return form
    .replace('YYYY', year)
    .replace('Month', MONTHS[month - 1] ?? '')
    .replace('MM', two(month))
    .replace('DD', two(day))
    .replace(/\bD\b/, String(day));
}
