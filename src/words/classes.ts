import type { PatternNode, TokenNode } from './syntax.ts';

const words = (list: string) => new Set(list.split(' '));

const SPELLED = words(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred thousand',
);
const CURRENCY_SIGNS = words('$ € £ ¥ ₹ ₩ ₪ ₺ ₴ ₦ ₱ ฿ zł kr rs rs. us$ r$');
const CURRENCY_CODES = words(
  'usd eur gbp cad aud nzd chf sek nok dkk pln czk huf ron bgn inr jpy cny rmb krw sgd hkd zar brl mxn aed sar ils ' +
    'try uah ngn kes php thb idr myr vnd dollars euros euro rupees lpa',
);
const COUNTRY_PREFIX = words('us c ca cad a au aud nz hk s sg r');
const MULTIPLES = words('k m million mn bn billion thousand lakh lakhs lac crore crores');

const test = (holds: (norm: string) => boolean): PatternNode => ({ type: 'test', test: holds });
const among = (set: ReadonlySet<string>) => test((norm) => set.has(norm));
const token = (...norms: string[]): TokenNode => ({ type: 'token', norms, exact: undefined, tight: false });
const sequence = (...parts: PatternNode[]): PatternNode => ({ type: 'sequence', parts });
const choice = (...options: PatternNode[]): PatternNode => ({ type: 'choice', group: 0, options });
const maybe = (part: PatternNode): PatternNode => ({ type: 'optional', part });

/** Digits, with separators, a magnitude (*90k*), a plural (*under 35s*) and a plus (*5+*). */
export function isNumeric(norm: string): boolean {
  const first = norm.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d[\d.,]*(?:k|ks|m|mm|mn|b|bn|s)?\+?$/.test(norm);
}

const digits = test(isNumeric);
const dash = token('-', '–', '—', '−');
const spelled = among(SPELLED);
// Also *twenty-five*, *two hundred*, *five (5)*, *5 +*
const number = choice(
  sequence(digits, maybe(token('+'))),
  sequence(
    spelled,
    maybe(sequence(maybe(dash), spelled)),
    maybe(sequence(token('('), digits, maybe(token('+')), token(')'))),
  ),
);
const range = choice(
  sequence(number, choice(dash, token('to')), number),
  sequence(token('between'), number, token('and'), number),
  sequence(token('from'), number, token('to'), number),
);
const sign = sequence(maybe(among(COUNTRY_PREFIX)), among(CURRENCY_SIGNS));
const code = among(CURRENCY_CODES);
const amount = sequence(digits, maybe(among(MULTIPLES)));
const money = choice(
  sequence(sign, amount, maybe(code)),
  sequence(code, maybe(sign), amount),
  sequence(amount, choice(code, among(CURRENCY_SIGNS))),
);
const year = test((norm) => /^(?:19|20)\d\d$/.test(norm));

/** The classes that need no list. */
export const CLASSES: Readonly<Record<string, PatternNode>> = { number, range, money, year };
