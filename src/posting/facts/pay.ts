import type { Block, FrontMatterValue, Posting, Span } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { meaningOf, openEnd, type Period, periodLength, periodOf, pieceLength } from './pay-context.ts';

export type PayPeriod = Period;

/** What the job pays, as one passage of the posting says it. */
export interface PayStatement {
  /** In units of `currency` for one `period`; undefined where the passage gives no lower end. */
  min: number | undefined;
  /** The same as `min` for a single figure; undefined where the passage gives no upper end. */
  max: number | undefined;
  /** ISO 4217; undefined when the passage names none. */
  currency: string | undefined;
  period: PayPeriod;
  /** Set where one end is left open: *up to 40k*, *from 30k*, *30k+*. */
  openEnded: 'up to' | 'from' | undefined;
  /** The figures with currency and period, in the source. */
  span: Span;
  /** Index of its block; undefined for front matter. */
  block: number | undefined;
}

/** The key of a front matter value that states pay. */
const PAY_FIELD =
  /(?:^|[._\s-])(?:base[._\s-]?)?(?:salar(?:y|ies)|pay|wages?|compensation|remuneration|stipend|gehalt|vergütung|lohn|salaire|rémunération|salaris|salario|salário)(?![a-z])|^(?:base|min|max)?salary/iu;
const NOT_PAY_FIELD = /bonus|benefit|schedule|grade|budget|currency|unit|period/i;
/** Where amounts are seldom pay unless the words say so. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'about-company',
  'about-team',
  'physical-demands',
  'legal',
  'how-to-apply',
]);

/**
 * Finds what the job pays, and leaves other money alone: budgets, revenue, bonuses, allowances, prices.
 *
 * @param posting - with sections set on its blocks; a block under a compensation heading or label needs no more words
 * @param paysHere - whether a block stands under a compensation heading or label, where its section alone does not
 *   say so (*Salary and benefits*)
 * @returns in the order of the source
 */
export function findPay(
  posting: Posting,
  paysHere: (block: Block) => boolean = inCompensation,
): PayStatement[] {
  const found = frontMatterPay(posting.frontMatter?.values ?? []);
  for (const block of posting.blocks) {
    if (!/\d/.test(block.text)) continue;
    for (const statement of payIn(block, (paysHere ?? inCompensation)(block))) {
      found.push({ ...statement.pay, span: block.map.cover(statement.span), block: block.index });
    }
  }
  remembered.set(posting, found);
  return found;
}

/** Who asks again gets what was found when sections were recognised. */
const remembered = new WeakMap<Posting, PayStatement[]>();

const inCompensation = (block: Block): boolean => block.section === 'compensation';

/** Only pay is before or after tax. */
const GROSS = /(?<!\p{L})(?:gross|brutto|brut|bruto)(?!\p{L})/iu;

type Bare = Omit<PayStatement, 'span' | 'block'>;

function payIn(block: Block, labelled: boolean): { pay: Bare; span: Span }[] {
  const { text } = block;
  const found: { pay: Bare; span: Span }[] = [];
  // The fee of a label that announces pay is no one else's: *Fee: €62 an hour*.
  const label = labelled ? block.regions.find(({ kind }) => kind === 'label') : undefined;
  const from = label && !/bonus|benefit/i.test(text.slice(0, label.end)) ? label.end : 0;
  for (const amount of findAmounts(text)) {
    if (amount.huge || amount.high <= 0) continue;
    if (amount.currency === undefined && !labelled) continue;
    const before = text.slice(Math.max(from, sentenceStart(text, amount.start)), amount.start);
    const after = text.slice(amount.end, sentenceEnd(text, amount.end));
    const length = periodLength(after) || pieceLength(after);
    const period = amount.perYear ? 'year' : periodOf(before, after, amount.between);
    if (amount.currency === undefined && !isPlainFigure(amount, before, after, period)) continue;
    const meaning = meaningOf(before, after.slice(length), period);
    if (meaning === 'other') continue;
    const gross = GROSS.test(after.slice(0, length));
    if (meaning === undefined && !labelled && !gross && !standsForPay(block, text, amount, length, period))
      continue;
    found.push({
      pay: { ...ends(amount, before, after, length), currency: amount.currency, period },
      span: { start: amount.start, end: amount.end + length },
    });
  }
  return found;
}

function ends(
  amount: Amount,
  before: string,
  after: string,
  length: number,
): Pick<PayStatement, 'min' | 'max' | 'openEnded'> {
  const { low, high } = amount;
  // The + of $45+ an hour belongs to the period that follows it.
  const plus = /^\s?\+/.test(after.slice(0, length)) ? 'from' : undefined;
  const open = low === high ? (plus ?? openEnd(before, after.slice(length))) : undefined;
  return {
    min: open === 'up to' ? undefined : low,
    max: open === 'from' ? undefined : high,
    openEnded: open,
  };
}

/** A number after these is that of a document or a classification: *NOC 74202*, *job code 1470*. */
const CODE_BEFORE =
  /(?:\b(?!(?:PAY|SALARY|WAGE|RATE|GROSS|BASE|FROM|TO|OTE)\b)[A-Z]{2,6}|\b(?:codes?|numbers?|no\.?|nr\.?|ref\.?|reference|id|class|classification|series|articles?|sections?|agreement|requisition|posting|§))[\s:#-]*$|#\s?$/;

/** A number without a currency, where pay is stated: not a year, a grade, hours, a percentage. */
function isPlainFigure(amount: Amount, before: string, after: string, period: PayPeriod): boolean {
  if (/^\s*(?:%|percent|hours?|hrs?|days?|weeks?|months?|years?|shifts?|points?|fte)/i.test(after))
    return false;
  if (
    /(?:grade|level|band|step|gs-?|point|points|scale|401\(?)\s*$/i.test(before) ||
    /^\s*\(k\)/i.test(after)
  )
    return false;
  if (amount.low !== amount.high) return amount.high >= 1000 || (period === 'hour' && amount.high >= 5);
  if (period === 'unknown' && CODE_BEFORE.test(before)) return false;
  const year = amount.low >= 1990 && amount.low <= 2099 && Number.isInteger(amount.low);
  return amount.low >= 1000 && !year;
}

/** Whether an amount that no word explains is pay all the same, by where and how it stands. */
function standsForPay(
  block: Block,
  text: string,
  amount: Amount,
  length: number,
  period: PayPeriod,
): boolean {
  const elsewhere = block.section !== undefined && ELSEWHERE.has(block.section);
  if (elsewhere && block.kind !== 'paragraph') return false;
  const label = block.section && block.regions.find(({ kind }) => kind === 'label')?.end;
  const start = Math.max(segmentStart(text, amount.start), label && label < amount.start ? label : 0);
  const rest = `${text.slice(start, amount.start)} ${text.slice(amount.end + length, segmentEnd(text, amount.end + length))}`;
  // Nothing else in its line, or in its part of a line of facts.
  const left = rest.replace(
    /(?<![\p{L}])(?:for \d+ hours?(?: (?:over|a|per|each) \p{L}+(?: days?)?)?|by (?:year|level|grade|step|age|ticket|experience)|up to|from|starting at|starting|ab|bis zu|circa|ca|c|approx|around|about|competitive|negotiable|depending on experience|dependent on experience|according to experience|pro rata|full[- ]?time|part[- ]?time|equivalent|net|gross|per|a|an|annum|year|month|hour|and|to|or|the|basis|actual|inclusive|fixed|fte|pay|salary|total)(?![\p{L}])/giu,
    '',
  );
  // By the word, it is little.
  if (!/[\p{L}\d]/u.test(left)) return amount.high >= 5 || (length > 0 && period === 'unknown');
  // By the hour, hardly anything but work is paid.
  return !elsewhere && period === 'hour' && amount.high >= 4 && amount.high < 500;
}

const EDGE = /[|•·;()\n+]|[.!?]\s|,\s|\s(?:[-–—/]|plus)\s/g;

function segmentStart(text: string, at: number): number {
  let start = 0;
  for (const match of text.slice(0, at).matchAll(EDGE)) start = match.index + match[0].length;
  return start;
}

function segmentEnd(text: string, at: number): number {
  // Not exec(): it would leave its place in EDGE for the next search.
  const length = text.slice(at).search(EDGE);
  return length < 0 ? text.length : at + length;
}

/** Rough sentence bounds: a mark of its end followed by a space and a capital, or a line break. */
function sentenceStart(text: string, at: number): number {
  for (let i = at - 1; i > 0; i--) if (endsAt(text, i)) return i + 1;
  return 0;
}

function sentenceEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) if (endsAt(text, i)) return i;
  return text.length;
}

function endsAt(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '\n') return true;
  if (mark !== '.' && mark !== '!' && mark !== '?') return false;
  // Not p.a. or ca., whose full stop stands after one or two letters.
  if (!/[\p{L}\p{N})]{3}$/u.test(text.slice(Math.max(0, at - 3), at)) && mark === '.') {
    return (
      at + 1 >= text.length || /^\s+(?:We|You|The|Our|It|This|Plus|In)\s/.test(text.slice(at + 1, at + 8))
    );
  }
  return at + 1 >= text.length || /^\s+[^\p{Ll}\s]/u.test(text.slice(at + 1, at + 4));
}

function frontMatterPay(values: readonly FrontMatterValue[]): PayStatement[] {
  const own = values.filter(({ key }) => PAY_FIELD.test(key) && !NOT_PAY_FIELD.test(key));
  const currency = values.find(({ key }) => /currency/i.test(key))?.value.trim();
  const unit = values.find(({ key }) =>
    /(?:salary|pay|wage).*(?:period|unit|interval)|(?:period|unit|interval)$/i.test(key),
  )?.value;
  const statements: PayStatement[] = [];
  let lower: PayStatement | undefined;
  for (const { key, value, source } of own) {
    for (const amount of findAmounts(value)) {
      if (amount.huge || amount.high <= 0) continue;
      const before = value.slice(0, amount.start);
      const after = value.slice(amount.end);
      if (
        amount.currency === undefined &&
        !isPlainFigure(amount, before, after, 'hour') &&
        !/min|max|hour/i.test(key)
      )
        continue;
      const length = periodLength(after);
      if (meaningOf(before, after.slice(length)) === 'other') continue;
      const statement: PayStatement = {
        ...ends(amount, before, after, length),
        currency: amount.currency ?? currency,
        period: periodOf(`${key} ${unit ?? ''} ${before}`, after || ` per ${unit ?? ''}`),
        span: source,
        block: undefined,
      };
      // salary_min and salary_max are the two ends of one statement.
      if (/min|from|low/i.test(key)) lower = statement;
      if (/max|(?:^|[._-])to$|high/i.test(key) && lower) {
        lower.max = amount.high;
        lower.span = { start: lower.span.start, end: source.end };
        break;
      }
      statements.push(statement);
    }
  }
  return statements;
}
