import type { Span } from '../../contract/posting.ts';
import { CURRENCY_AFTER, CURRENCY_BEFORE, currencyCode } from './currency.ts';

/** An amount, or a range of two, as it stands in a text. Offsets are those of the text, currency included. */
export interface Amount extends Span {
  low: number;
  /** The same as `low` where there is but one. */
  high: number;
  /** ISO 4217; undefined when none is written. */
  currency: string | undefined;
  /** Written in millions or more: no one's pay. */
  huge: boolean;
  /** The unit says that it is by the year (*LPA*, lakhs per annum). */
  perYear: boolean;
  /** What stands between the two ends of a range. */
  between: string;
}

interface Figure extends Span {
  value: number;
  /** End of the digits, before magnitude and currency. */
  magnitude: number;
  currency: string | undefined;
  lakhs: boolean;
}

const NUMBER =
  /\d{1,3}(?:[.,'’\u00a0\u202f\u2009]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d{1,3}(?: \d{3})+(?!\d)(?:,\d{2}(?!\d))?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?/y;
/** A magnitude: thousands, millions, lakhs. The *(k)* of a pension plan is none. */
const MAGNITUDE =
  /\s?(k|tsd\.?|mio\.?|mn|m|million|millions|bn|billion|lakhs?|lacs?|crores?|cr)(?![\p{L}\p{N}])/iuy;
/** Decimals that are a flourish: *2.650,-* and *2.650,--*. */
const FLOURISH = /[,.](?:-{1,2}|–|—)(?!\d)/y;
/** What may stand between the two ends of a range. */
const BETWEEN =
  /^(?:\s*(?:\/|per|an?|pro|par|je)?\s*(?:hour|hr|h|day|week|month|year|yr|annum|stunde|monat|jahr|heure|mois))?\s*(?:[-–—‒−~]{1,2}|\/|(?:up )?to|through|until|bis(?: zu)?|rising to|à|a|tot|al|hasta|do|,? ?and|et|und|en|y|e|or|or up to)\s*$/i;
const AND = /(?:and|et|und|en|y|e|or)\s*$/i;
const BETWEEN_WORD = /(?:between|entre|zwischen|tussen|tra)\s*(?:(?:an?|the|about|around|roughly)\s*){0,2}$/i;

/**
 * Finds numbers that could be money: with a currency, or bare (then `currency` is undefined and the context must say).
 *
 * @param text - one block's text
 * @returns in order; two ends of a range are one
 */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  let previous: Figure | undefined;
  for (const figure of figures(text)) {
    const last = amounts.at(-1);
    const joined =
      last && previous && joins(text, previous, figure) ? range(text, previous, figure) : undefined;
    if (joined) {
      amounts[amounts.length - 1] = joined;
      previous = undefined;
      continue;
    }
    amounts.push(single(figure));
    previous = figure;
  }
  return amounts;
}

function joins(text: string, first: Figure, second: Figure): boolean {
  const between = text.slice(first.end, second.start);
  if (between.length > 32 || !BETWEEN.test(between)) return false;
  if (!AND.test(between)) return true;
  return BETWEEN_WORD.test(text.slice(Math.max(0, first.start - 40), first.start));
}

function single(figure: Figure): Amount {
  const value = figure.value * figure.magnitude;
  const { start, end, currency } = figure;
  return {
    start,
    end,
    low: value,
    high: value,
    currency,
    huge: figure.magnitude >= 1e6,
    perYear: figure.lakhs,
    between: '',
  };
}

function range(text: string, first: Figure, second: Figure): Amount | undefined {
  if (first.currency && second.currency && first.currency !== second.currency) return undefined;
  // 80–95k and 6–8 lakh: what is said of the second end holds for the first.
  const shared = first.magnitude === 1 && first.value <= second.value ? second.magnitude : first.magnitude;
  // A thousand in front of a full number belongs to it alone: 45k–52,000.
  const low = first.value * shared;
  const high = second.value * second.magnitude;
  return {
    start: first.start,
    end: second.end,
    low,
    high,
    currency: first.currency ?? second.currency,
    huge: second.magnitude >= 1e6,
    perYear: second.lakhs,
    between: text.slice(first.end, second.start),
  };
}

function* figures(text: string): Generator<Figure> {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0] ?? '';
    const figure = readFigure(text, at, at + digits.length, digits);
    if (figure) {
      yield figure;
      at = figure.end - 1;
    } else {
      // The rest of a word such as 3D or COVID19 is no number either.
      at += Math.max(digits.length, 1) - 1;
    }
  }
}

function readFigure(text: string, start: number, digitsEnd: number, digits: string): Figure | undefined {
  const before = CURRENCY_BEFORE.exec(text.slice(Math.max(0, start - 8), start));
  const currencyBefore = before?.[1] === undefined ? undefined : currencyCode(before[1].trim());
  if (currencyBefore === undefined && start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1] ?? ''))
    return undefined;
  let end = digitsEnd;
  FLOURISH.lastIndex = end;
  end += FLOURISH.exec(text)?.[0].length ?? 0;
  MAGNITUDE.lastIndex = end;
  const unit = MAGNITUDE.exec(text);
  // The m of 12 m is a length unless there is a currency.
  const magnitude = unit && (currencyBefore || !/^\s?m$/i.test(unit[0])) ? magnitudeOf(unit[1] ?? '') : 1;
  if (unit && magnitude !== 1) end += unit[0].length;
  let currency = currencyBefore;
  CURRENCY_AFTER.lastIndex = end;
  const after = CURRENCY_AFTER.exec(text);
  if (after?.[1] !== undefined) {
    const code = currencyCode(after[1]);
    // $70,000 CAD: the code says which dollar.
    if (code !== undefined && (currency === undefined || currency === 'USD' || currency === code)) {
      currency = code;
      end += after[0].length;
    }
  }
  if (currency === undefined && /[\p{L}]/u.test(text[end] ?? '')) return undefined;
  if (currency === 'PHP' && numberIn(digits) * magnitude < 1000 && !text.includes('₱')) return undefined;
  const lakhs = /lpa/i.test(after?.[1] ?? '');
  const from = currencyBefore === undefined ? start : start - (before?.[0].length ?? 0) + leading(before);
  return { start: from, end, value: numberIn(digits), magnitude: lakhs ? 1e5 : magnitude, currency, lakhs };
}

/** Characters of a match of `CURRENCY_BEFORE` that stand before the currency. */
function leading(match: RegExpExecArray | null): number {
  return match ? match[0].indexOf(match[1] ?? '') : 0;
}

function magnitudeOf(unit: string): number {
  const word = unit.toLowerCase();
  if (word === 'k' || word.startsWith('tsd')) return 1e3;
  if (word.startsWith('l')) return 1e5;
  if (word.startsWith('cr')) return 1e7;
  return word.startsWith('b') ? 1e9 : 1e6;
}

/** 48.000 and 48,000 are forty-eight thousand; 24.10 and 24,10 have decimals. */
function numberIn(digits: string): number {
  const decimals = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimals ? digits.slice(0, -decimals[0].length) : digits;
  return Number(whole.replace(/\D/g, '') + (decimals ? `.${decimals[1]}` : ''));
}
