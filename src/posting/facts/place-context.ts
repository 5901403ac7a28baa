import { isUpper } from '../../words/characters.ts';
import type { Token } from '../../words/tokens.ts';

/** Tells a place from what is only named after one, by the words next to it. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** After a place name these make it the name of a street, a river, a paper, a school, a team. */
const NAME_TAIL = words(`
  avenue ave street st road rd boulevard blvd drive dr lane ln way parkway pkwy highway hwy square plaza river times
  tech university college school bank post tribune herald pizza roast style whisky wine mill mills`);
/** After a place name these make it the name of another town. */
const TOWN_TAIL = words(`
  heights beach springs hills hill falls park lake lakes grove water island islands valley village township county
  city creek ridge point bay harbor harbour junction gardens shores center centre crossing mills`);
/** What may follow a place that is one: words of grammar, words for sites and for people who live there. */
const FOLLOWERS = words(`
  a about across also am an and are area areas around as at based because before between branch but by campus
  candidate candidates can city clinic comes daily day days depot downtown each either employee employees every
  facility factory five flagship for four from full full-time has have headquarters here hospital hotel hours hq
  hybrid if in including is it its kitchen lab laboratory location locations market may metro metropolitan must near
  office offices on on-site one only onsite onwards open or our outside part part-time plant plus preferred region
  remote remotely resident residents restaurant salon school schools shall shop should showroom since site sites so
  some state store stores studio suburbs team teams that the then theatre three through to today two until us usa
  venue via warehouse was we weekdays weekends were when where which while who will with within without works
  workshop would yard you your but and/or oder und ou et`);
/** Capitalised words that may stand before a place in a sentence. */
const LEADS = words(`
  in at from near our the remote based join within around across greater metro downtown central north south east west
  northern southern eastern western midtown upstate upper lower inner old historic sunny rural hybrid onsite or and for
  either both only throughout location locations where standort raum großraum anywhere is this beautiful`);
/** Before a place name these make it another name: *Lake Ontario*, *Little Italy*. */
const NAME_HEAD = words(
  'lake mount mt fort port camp saint little new miss mr mrs ms dr uss hms cape captain sir lady',
);
/** Before *of* and a place these name no institution. */
const PARTS = words(
  'state city county province resident residents anywhere parts part outside south north east west most all town village',
);

/** Where a place name stands. */
export interface Standing {
  /** In a line or field that gives the location: hardly anything but places is named there. */
  location: boolean;
  /** In a title or heading, whose capitals say nothing. */
  heading: boolean;
  /** In a language that capitalises nouns. */
  german: boolean;
  /** A city, not a state or country. */
  city: boolean;
  /** An abbreviation, after a town that need not be known. */
  short: boolean;
}

/**
 * Whether the name at these tokens is a place by itself: not *Colorado potato beetle*, *Maryland Heights*, *California
 * Avenue*, *University of Delaware*, *Queens' College*.
 *
 * @param tokens - of the block
 * @param first - index of the name's first token
 * @param last - of its last, a region that follows the city included
 */
export function standsAsPlace(
  tokens: readonly Token[],
  first: number,
  last: number,
  standing: Standing,
): boolean {
  return canEnd(tokens, last, standing) && (standing.short || canBegin(tokens, first, standing));
}

function canEnd(tokens: readonly Token[], last: number, { location, german, city }: Standing): boolean {
  const after = sameSentence(tokens, last, last + 1);
  if (!after || after.kind === 'number') return true;
  if (after.kind === 'clitic') return after.norm === "'s" && tokens[last - 1]?.norm === 'in';
  if (after.kind === 'punctuation') {
    const next = sameSentence(tokens, last, last + 2);
    const joined = after.raw === '-' && !after.spaceBefore && next && !next.spaceBefore;
    // New York-based and Berlin-Mitte, but no Vermont-style.
    return (
      !joined || isCapitalised(next) || next.kind === 'number' || /^(?:based|area|only)$/.test(next.norm)
    );
  }
  if (NAME_TAIL.has(after.norm) && isCapitalised(after)) return false;
  if (FOLLOWERS.has(after.norm)) return true;
  if (!isCapitalised(after)) return location || german;
  if (german) return true;
  return location && city && !TOWN_TAIL.has(after.norm);
}

function canBegin(tokens: readonly Token[], first: number, { location, heading, german }: Standing): boolean {
  const before = sameSentence(tokens, first, first - 1);
  if (before?.kind !== 'word') return true;
  if (!isCapitalised(before)) {
    const of = before.norm === 'of' ? sameSentence(tokens, first, first - 2) : undefined;
    return !of || !isCapitalised(of) || PARTS.has(of.norm);
  }
  if (NAME_HEAD.has(before.norm)) return false;
  return location || heading || german || LEADS.has(before.norm);
}

/** Words right before a place that say that something is done or someone is there. */
const PREPOSITIONS = words('in at near or and around outside within');

/**
 * Whether a place name in a sentence of the posting's head is there to say where the job is, though no word of it says
 * so: it stands between marks as in a line of facts, or after *in*.
 */
export function isFactOfHead(tokens: readonly Token[], first: number): boolean {
  const before = sameSentence(tokens, first, first - 1);
  if (before?.kind !== 'word') return true;
  return isCapitalised(before) || PREPOSITIONS.has(before.norm);
}

function sameSentence(tokens: readonly Token[], from: number, to: number): Token | undefined {
  const token = tokens[to];
  return token && token.sentence === tokens[from]?.sentence ? token : undefined;
}

export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && isUpper(token.raw, 0);
}

/** Also degrees, titles and small words: without a comma they are states only where nothing else can be meant. */
const AMBIGUOUS = words('AL AR CA CO DC DE HI ID IN LA MA MD ME OH OK ON OR PA PE US UT VA MT MS');

/**
 * Whether the code at `at` follows a town without a comma: *Bloomington MN*, *Fresno CA 93701*.
 *
 * @param location - in a line or field that gives the location
 * @param knownTown - whether the town right before it is known to lie there
 */
export function followsTown(
  tokens: readonly Token[],
  at: number,
  location: boolean,
  knownTown: () => boolean,
): boolean {
  if (!isCapitalised(tokens[at - 1])) return false;
  const after = sameSentence(tokens, at, at + 1);
  const zip = after?.kind === 'number' && /^\d{5}$/.test(after.raw);
  if (!zip && after && after.kind !== 'punctuation') return false;
  if (zip || location || knownTown()) return true;
  let start = at - 1;
  while (isCapitalised(sameSentence(tokens, at, start - 1))) start--;
  if (at - start > 3) return false;
  const whole = start === 0 && at === tokens.length - 1;
  if (AMBIGUOUS.has(tokens[at]?.raw ?? '')) return whole && at - start === 1;
  const lead = sameSentence(tokens, at, start - 1);
  return lead === undefined ? start === 0 : lead.kind === 'punctuation' || lead.norm === 'in';
}
