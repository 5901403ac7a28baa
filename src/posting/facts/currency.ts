/** Currency signs and names as they stand in postings, in lower case, each with its ISO 4217 code. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  $us: 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  cdn$: 'CAD',
  $ca: 'CAD',
  au$: 'AUD',
  a$: 'AUD',
  nz$: 'NZD',
  s$: 'SGD',
  sg$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '¥': 'JPY',
  '₽': 'RUB',
  '₪': 'ILS',
  '₺': 'TRY',
  '₴': 'UAH',
  '₩': 'KRW',
  '₦': 'NGN',
  '₱': 'PHP',
  ksh: 'KES',
  rm: 'MYR',
  rp: 'IDR',
  zł: 'PLN',
  kr: 'SEK',
  'kr.': 'DKK',
  kč: 'CZK',
  r: 'ZAR',
  'fr.': 'CHF',
  sfr: 'CHF',
  franken: 'CHF',
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  'us dollars': 'USD',
  pounds: 'GBP',
  rupees: 'INR',
  lpa: 'INR',
};

/** PHP is a programming language with version numbers as well: only before thousands is it pesos. */
const CODES =
  'USD EUR GBP CHF SEK NOK DKK ISK PLN CZK HUF RON BGN CAD AUD NZD INR JPY CNY SGD HKD AED SAR QAR ZAR BRL MXN CLP ILS TRY UAH MYR THB KRW TWD NGN KES EGP PKR LKR BDT IDR VND PHP GHS UGX TZS MAD JMD TTD'.split(
    ' ',
  );
/** Written in lower case too. */
const COMMON = ['usd', 'eur', 'gbp', 'chf', 'cad', 'aud', 'sek', 'pln'];

const known = new Set([...CODES, ...COMMON, 'Eur', 'Usd']);
const codes = [...known].join('|');

/**
 * @param written - a sign, code or name of a currency
 * @returns the ISO 4217 code; undefined when it is none
 */
export function currencyCode(written: string): string | undefined {
  if (known.has(written)) return written.toUpperCase();
  // A small r before a number is no rand, nor a large KR a krona.
  if (written === 'r') return undefined;
  return SIGNS[written.toLowerCase()];
}

/** A currency right before a number: to be tried on the text that ends where the number starts. */
export const CURRENCY_BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\p{N}$€£])((?:[Uu][Ss]|[Cc]?[Aa]|[Cc]|CDN|AU|NZ|SG?|HK|R)?\\$|£|€|₹|¥|₽|₪|₺|₴|₩|₦|₱|[Rr]s\\.?|K[Ss]h|RM|Rp|zł|[Kk]r\\.?|Kč|Fr\\.|SFr|R|(?:${codes})(?= ?[£€$]?\\s?$))\\s?$`,
  'u',
);

/** A currency right after a number and its magnitude, sticky. */
export const CURRENCY_AFTER = new RegExp(
  `\\s?(\\$(?:US|CA)?|£|€|₹|¥|₽|₪|₺|₴|zł|Kč|kr\\.?|LPA|lpa|(?:US |us )?dollars?|[Ee]uros?|pounds|rupees|Franken|${codes})(?![\\p{L}\\p{N}])`,
  'uy',
);
