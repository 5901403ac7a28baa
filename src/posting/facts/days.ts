import type { Span } from '../../contract/posting.ts';

/** A day of the calendar, with its year. */
export interface Day {
  /** `YYYY-MM-DD`. Of two readings (*4/8/2027*) the later one. */
  latest: string;
  /** In the text. */
  span: Span;
}

/** Beginnings of the names of months in English, German, French, Dutch and Spanish; a longer one outweighs. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mei'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aoû', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

const NAME = '(\\p{L}{3,11})\\.?';
const NUMBER = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?';
const YEAR = '(\\d{4})';

/** Year first; month by name, before or after the day; three numbers. One group for each part. */
const DAY = new RegExp(
  [
    `${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})`,
    `${NUMBER}(?: of| de)?[ -]${NAME}(?: de)?,?[ -]${YEAR}`,
    `${NAME} ${NUMBER},? ${YEAR}`,
    '(\\d{1,2})([./-])(\\d{1,2})\\11(\\d{4}|\\d{2})',
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '(?<![\\p{L}\\p{N}.,/-])(?:')
    .replace(/$/, ')(?![\\p{N}/]|-\\d)'),
  'giu',
);

/**
 * Finds days that name their year: *3 March 2027*, *March 3rd, 2027*, *2027-03-03*, *3.3.2027*, *3/4/27*.
 *
 * @param text - one block's text
 * @returns in order; what is no day of the calendar is left out
 */
export function findDays(text: string): Day[] {
  if (!/\d{2}/.test(text)) return [];
  return [...text.matchAll(DAY)].flatMap((match) => {
    const latest = latestOf(match);
    const span = { start: match.index, end: match.index + match[0].length };
    return latest === undefined ? [] : [{ latest, span }];
  });
}

function latestOf(match: RegExpMatchArray): string | undefined {
  const [, y1, m1, d1, d2, name2, y2, name3, d3, y3, a, mark, b, y4 = ''] = match;
  if (y1) return iso(y1, Number(m1), Number(d1));
  if (y2) return iso(y2, monthOf(name2), Number(d2));
  if (y3) return iso(y3, monthOf(name3), Number(d3));
  const year = y4.length === 2 ? `20${y4}` : y4;
  const dayFirst = iso(year, Number(b), Number(a));
  // Nobody puts the month before a full stop.
  const monthFirst = mark === '.' ? undefined : iso(year, Number(a), Number(b));
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  return dayFirst > monthFirst ? dayFirst : monthFirst;
}

function monthOf(name = ''): number {
  const start = name.toLowerCase();
  const month = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => start.startsWith(beginning)));
  return month + 1;
}

/** Length of the longest February; a 29th in other years is a slip that changes nothing here. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function iso(year: string, month: number, day: number): string | undefined {
  if (day < 1 || day > (LENGTHS[month - 1] ?? 0)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
