import type { Block, Posting } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';

/** Benefits that pay laws have in mind, health, retirement, days off: so worded that nothing else can be meant. */
const CLEAR =
  /\b(?:(?:health|medical|dental|vision|life|disability|healthcare)(?:(?:,? (?:and|or|&) |, ?)(?:health|medical|dental|vision|life|disability))* (?:insurance|plans?|coverage|cover|benefits)|40[13] ?\([kb]\)|40[13][kb]\b|457 ?\(b\)|pensions?|retirement (?:plan|savings|match|benefits)|ira match|(?:profit[- ]sharing|employee stock) plan|pto|rrsp|extended health|paid (?:time off|leave|vacation|holidays?|sick|parental|family|days off)|(?:sick|parental|family|maternity|annual|vacation) (?:leave|days|time)|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?: (?:paid|working|business|full))? (?:days?|weeks?|hours?)(?: of)? (?:paid )?(?:off|vacation|leave|pto|holidays?)|(?:\d+|six|seven|eight|nine|ten|eleven|twelve)(?: paid)? holidays)/gi;
/** The things themselves; their words mean a benefit only beside another, or under a heading that says so. */
const NAMED =
  /\b(?:health|medical|dental|vision|life|disability|retirement|pensions?|40[13] ?\(?[kb]|ira|rrsp|pto|vacation|holidays|time off|days off|weeks off|leave|bonus(?:es)?|stock|equity|tuition|childcare)\b/gi;
const AND_MORE = /\b(?:and (?:much |lots )?more|etc\b)/i;
/** Where benefits are named that are not the applicant's own. */
const OTHERS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'about-company',
  'physical-demands',
]);
const WORK =
  /\b(?:administer|sell|broker|process|explain|advise|handle|manage|enroll?|underwrite|audit|reconcile|insure|for our (?:clients|customers|members))\w*\b|\b(?:no|without|not (?:include|offer|provide))\b/i;
/** Of a sentence that is nothing but a list, in words. */
const SHORT = 8;
const ABOUT_WORK = /\b(?:you|your|records?|patients?|care|clinics?|offices?|equipment|supplies|practice)\b/i;
const LINK = /\bhttps?:\/\/|\bwww\./i;
/** So many items under a heading on benefits describe them, whatever they are. */
const MANY = 3;

/**
 * Whether a posting describes its benefits, as laws on pay in postings ask: “great benefits”, “a full package” and
 * “health insurance and more” describe nothing, nor do free drinks.
 */
export function describesBenefits(posting: Posting): boolean {
  const own = posting.blocks.filter((block) => block.section === 'benefits' && block.kind !== 'heading');
  const info = posting.sections.benefits;
  const section = info.present ? posting.source.slice(info.source.start, info.source.end) : '';
  const headed = info.present && info.evidence !== 'content' ? section : '';
  const under = [headed, ...own.map(({ text }) => text)].join('\n');
  const items = own.filter(({ kind }) => kind === 'item').length;
  if (items >= MANY || LINK.test(under) || describes(under, true)) return true;
  return posting.blocks.some(
    (block) => linksBenefits(block) || sentences(block).some((sentence) => describes(sentence, false)),
  );
}

/** A link to a page on benefits stands for it. */
function linksBenefits(block: Block): boolean {
  return block.regions.some(
    ({ kind, start, end }) =>
      kind === 'link' && /benefits/i.test(block.text.slice(Math.max(0, start - 60), end + 20)),
  );
}

function describes(text: string, headed: boolean): boolean {
  // “Health insurance and more” names one thing, and the law wants them all.
  if (AND_MORE.test(text)) return kinds(text, NAMED) > 1;
  if (headed) return kinds(text, NAMED) > 0 || kinds(text, CLEAR) > 0;
  // “Medical, dental, vision.”, but not work with medical and dental records.
  const list = text.split(/\s+/).length <= SHORT && !ABOUT_WORK.test(text);
  return kinds(text, CLEAR) > 0 || (list && kinds(text, NAMED) > 1);
}

/** Number of different things found. */
function kinds(text: string, pattern: RegExp): number {
  return new Set([...text.matchAll(pattern)].map(([match]) => match.toLowerCase())).size;
}

function sentences(block: Block): string[] {
  if (block.title || (block.section !== undefined && OTHERS.has(block.section))) return [];
  if (block.regions.some(({ kind }) => kind === 'equal-opportunity' || kind === 'accommodation')) return [];
  return block.text.split(/(?<=[.!?])\s+/).filter((sentence) => !WORK.test(sentence));
}
