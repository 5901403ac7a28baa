/**
 * What the words around an amount say of it. Looked up only near amounts, of which a posting has a handful, so plain
 * expressions over short stretches are enough.
 */

export type Period = 'hour' | 'day' | 'week' | 'month' | 'year' | 'unknown';

const UNIT =
  '(?:(hours?|hrs?|h|std\\.?|stunden?|heures?|uur|hora|ora)|(days?|tag|jour|dag|día|shifts?)|(weeks?|wk|woche|semaine|week|semana)|(months?|mo|mth|monat|mois|maand|mes|mese|månad)|(years?|yr|annum|jahr|an|année|jaar|año|anno|år))';
/** Words that may stand between amount and period: *€2,650 gross a month*. */
const FILL =
  '(?:\\s*[,(]?\\s*(?:gross|net|brutto|netto|brut|net|bruto|before tax|base|basic|pro rata|plus|ex vat|excl\\.? vat|\\+)[,)]?){0,2}';

const AFTER = new RegExp(
  `^${FILL}\\s*\\(?(?:(?:per|an?|each|every|pro|par|je|im|al?|por|p|the|/|/\\s*)\\s*\\.?\\s*${UNIT}(?![\\p{L}])|(p[./]?\\s?h\\.?|hourly|stündlich)(?![\\p{L}])|(daily)(?![\\p{L}])|(weekly)(?![\\p{L}])|(p[./]?\\s?c?\\.?m\\.?|monthly|monatlich|mensuels?)(?![\\p{L}])|(p[./]?\\s?a\\.?|pa|annually|annual|yearly|lpa|ctc|jährlich|annuels?)(?![\\p{L}]))`,
  'iu',
);
const ADVERB =
  /^[^.;|]{0,24}?(?:(hourly|per hour|an hour)|(per day|a day)|(weekly|per week)|(monthly|per month|a month)|(annually|per annum|per year|a year|yearly|p\.a\.))(?![\p{L}])/iu;
const BEFORE =
  /(?:(hourly|per[- ]hour|stundenlohn|taux horaire|uurloon)|(daily|day[- ]?rate|tagessatz)|(weekly)|(monthly|monatsgehalt|monatlich|mensuel|maandsalaris|maand)|(annual(?:ly|ised|ized)?|yearly|per annum|jahresgehalt|jahresbrutto|annuel|jaarsalaris))/gi;

const PERIODS: readonly Period[] = ['hour', 'day', 'week', 'month', 'year'];

/**
 * @param before - what stands before the amount in its sentence
 * @param after - what stands after it
 * @param between - what stands between the two ends of a range
 */
export function periodOf(before: string, after: string, between = ''): Period {
  const direct = AFTER.exec(after);
  if (direct) return PERIODS[direct.slice(1).findIndex((group) => group !== undefined) % 5] ?? 'unknown';
  const adverb = ADVERB.exec(after);
  if (adverb) return PERIODS[adverb.slice(1).findIndex((group) => group !== undefined)] ?? 'unknown';
  if (/\p{L}{3}/u.test(between)) {
    const inner = periodOf('', between);
    if (inner !== 'unknown') return inner;
  }
  let found: Period = 'unknown';
  for (const match of before.slice(-60).matchAll(BEFORE)) {
    found = PERIODS[match.slice(1).findIndex((group) => group !== undefined)] ?? 'unknown';
  }
  return found;
}

/** End of the period that follows an amount directly, from the amount's end; 0 when none does. */
export function periodLength(after: string): number {
  return AFTER.exec(after)?.[0].length ?? 0;
}

const PIECE =
  /^\s*(?:per|an?|each|every|\/)\s+(?:\p{L}+ ){0,2}?(?:lessons?|class(?:es)?|sessions?|words?|pages?|pieces?|minutes?|visits?|gigs?|shows?|miles?|nights?|games?|matches|match|assignments?|episodes?|articles?|concerts?|performances?|calls?|drops?|parcels?|seminars?|tours?|walks?|dives?|trips?|sittings?|sermons?|services?)(?![\p{L}])(?: of (?:\d+ )?\p{L}+)?/iu;

/** End of the piece of work that an amount is paid for, as of a period: *£42 a lesson*; 0 when none is named. */
export function pieceLength(after: string): number {
  return PIECE.exec(after)?.[0].length ?? 0;
}

const UP_TO = /(?:up to|as much as|bis zu|bis|jusqu['’]à|maximaal|tot|hasta|max\.?|maximum(?: of)?)\s*$/i;
const FROM =
  /(?:from|starting (?:at|from)|starts? (?:at|from)|starting|at least|minimum(?: of)?|min\.?|not less than|upwards of|over|more than|ab|mindestens|à partir de|dès|minimaal|vanaf|desde|a partir de)\s*$/i;
const AND_UP =
  /^\s*(?:\+(?!\s*[\p{L}])|and (?:up|above|upwards?|over)|or (?:more|above|higher|over)|upwards?|plus(?=\s*(?:[,.;)]|$)))/iu;

/** Whether one end of the pay is left open. */
export function openEnd(before: string, after: string): 'up to' | 'from' | undefined {
  if (UP_TO.test(before)) return 'up to';
  if (FROM.test(before) || AND_UP.test(after)) return 'from';
  return undefined;
}

/** Says that an amount is what the job pays. */
const PAY =
  /(?<![\p{L}])(?:salar(?:y|ies)|wages?|pay(?:s|ing|scale|band|rate)?|paid|remuneration|compensation|earn(?:s|ing|ings)?|stipend|bursary|rate(?! of)|day rate|hourly|gross|ote|ctc|doe|(?<!(?:relocation|moving|benefits?|bonus|equity) )package|base|basic|grade|step|band|spine|scale|\p{L}*(?:gehalt|vergütung|lohn|entgelt|verdienst|brutto|bezahlung|entlohnung)|salaire|rémunération|brut|salaris|brutosalaris|bruto|loon|sueldo|salario|retribución|salário|lön|honorar|honorarium|tjm|pro rata|fte)(?![\p{L}])/giu;

/** Says that an amount is something else. */
const OTHER =
  /(?<![\p{L}])(?:budgets?|revenues?|turnover|funding|funds?|funded|fundraising|fundraised?|rais(?:e|es|ed|ing)|valu(?:ation|ed|e)|grants?|award(?:s|ed|ing)?|portfolios?|assets|aum|sales|quotas?|targets?|worth|invest(?:s|ed|ing|ment|ments|or|ors)?|donat(?:e|ed|ion|ions)|sav(?:e|es|ed|ing|ings)|spend(?:s|ing)?|spent|costs?|priced?|prices|charg(?:e|es|ed|ing)|bill(?:s|ed|ing)?|invoices?|allowances?|bonus(?:es)?|bounty|vouchers?|gift|reimburs\w*|relocation|sign-?on|signing|referrals?|insur\w+|cover(?:age|s)?|deductible|contributions?|match(?:es|ed|ing)?|discounts?|fines?|deposits?|loans?|debts?|rent|rents|tickets?|subscriptions?|gmv|arr|mrr|profits?|tax|taxes|credits?|prizes?|premiums?|fees?|supplements?|weighting|uplift|commissions?|per diem|mileage|tuition|training|learning|development|wellness|wellbeing|equipment|home[- ]office|internet|phone|travel|expenses?|projects?|contracts?|orders?|claims?|transactions?|payments?|deals?|estates?|properties|homes?|houses|programmes?|programs?|umsatz|zuschuss|prämie|gutscheine?|bonuszahlung|chiffre|levée|primes?|omzet|vergoeding|presupuesto|customers?|clients?|tenants|households?|surveys?|families|donors|members|patients|users)(?![\p{L}])/giu;

/** A new thought begins: words before it say nothing of an amount after it, and the other way round. */
const BREAK = /[,;+|•·]|(?<![\p{L}])(?:plus|and|with|und|et|sowie|en|including|as well as)(?![\p{L}])/giu;

/** Where the last break in `text` ends; 0 without one. Breaks right before the amount do not count. */
function lastBreak(text: string): number {
  let at = 0;
  for (const match of text.matchAll(BREAK)) at = match.index + match[0].length;
  return at;
}

function firstBreak(text: string): number {
  const at = text.search(BREAK);
  return at < 0 ? text.length : at;
}

/** How far the closest match stands from the end of `text`; undefined without one. */
function nearestToEnd(pattern: RegExp, text: string): number | undefined {
  let distance: number | undefined;
  for (const match of text.matchAll(pattern)) distance = text.length - match.index - match[0].length;
  return distance;
}

/**
 * Weighs the words around an amount.
 *
 * @param before - the sentence up to the amount
 * @param after - the sentence after the amount and its period
 * @param period - by the hour, little but work is paid, so that only the next word counts
 * @returns `pay`, `other` (a budget, a price, a bonus …), or undefined when the words do not say
 */
export function meaningOf(before: string, after: string, period?: Period): 'pay' | 'other' | undefined {
  const rest = after.replace(/^\s*\(?(?:after|before) tax(?:es)?(?!\p{L})\)?/iu, '');
  const following = rest.slice(0, firstBreak(rest)).slice(0, 48);
  const near = words(following, period === 'hour' ? 1 : period === undefined || period === 'unknown' ? 5 : 3);
  const otherAfter = near.search(OTHER);
  const payAfter = near.search(PAY);
  if (otherAfter >= 0 && (payAfter < 0 || otherAfter < payAfter || payAfter > 12)) return 'other';
  if (payAfter >= 0) return 'pay';
  const clause = before.slice(lastBreak(before)).slice(-90);
  const other = nearestToEnd(OTHER, clause);
  const pay = nearestToEnd(PAY, clause);
  if (other !== undefined && (pay === undefined || other < pay)) return 'other';
  if (pay !== undefined) {
    // Who pays? Clients and members pay a price.
    return /(?<![\p{L}])(?:customers?|clients?|tenants|households?|families|parents|donors|members|patients|users|visitors|guests|who) (?:who )?pay/iu.test(
      clause,
    )
      ? 'other'
      : 'pay';
  }
  const whole = before.slice(-120);
  if (nearestToEnd(PAY, whole) !== undefined && nearestToEnd(OTHER, whole) === undefined) return 'pay';
  return undefined;
}

function words(text: string, count: number): string {
  let at = 0;
  for (let n = 0; n < count; n++) {
    const next = text.indexOf(' ', at + 1);
    if (next < 0) return text;
    at = next;
  }
  return text.slice(0, at);
}
