import type { Span } from '../../contract/posting.ts';

const MONTH =
  '(?:jan(?:uary|uar|vier|uari|\\.)?|feb(?:ruary|ruar|ruari|\\.)?|f[ée]v(?:rier|\\.)|mar(?:ch|s|zo|\\.)?|m[äa]rz|maart|apr(?:il|\\.)?|avril|abril|may|mai|mei|mayo|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust|ustus|\\.)?|août|agosto|sep(?:t|tember|tembre|\\.)?|septiembre|o[ck]t(?:ober|obre|\\.)?|octubre|nov(?:ember|embre|\\.)?|noviembre|de[cz](?:ember|\\.)?|d[ée]cembre|diciembre)';
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?';

const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})?|${DAY}(?:\\s(?:of|de))?\\s${MONTH}|${MONTH}\\.?\\s${DAY}|(?:end|mid|middle|start|beginning|ende|fin|eind)(?:\\s(?:of|de))?[\\s-]${MONTH}|${MONTH}\\s\\d{4})(?![\\p{L}])`,
  'giu',
);
const WEEKDAY =
  /(?<![\p{L}])(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![\p{L}])|(?<![\p{L}])(?:end of (?:the |this |next )?(?:week|month|year|term|day)|midnight|noon tomorrow)(?![\p{L}])/giu;

/**
 * Finds days of the calendar: *3 March*, *March 3rd, 2027*, *2027-03-03*, *3.3.2027*, *end of May*.
 *
 * @param text - one block's text
 * @returns offsets in the text, in order
 */
export function findDates(text: string): Span[] {
  if (!/\d|\b(?:end|mid|Ende|fin|eind)\b/.test(text)) return [];
  return [...text.matchAll(DATE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a text names a day, by date, weekday or the end of a month. */
export function namesDay(text: string): boolean {
  // Not test(): it would leave its place in DATE for the next search.
  return text.search(DATE) >= 0 || text.search(WEEKDAY) >= 0;
}
