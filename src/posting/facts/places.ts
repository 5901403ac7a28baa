import type { Span } from '../../contract/posting.ts';
import { isUpper } from '../../words/characters.ts';
import type { Token } from '../../words/tokens.ts';

/** Codes of states, territories and provinces; they count only after a comma: *New London, CT*. */
const CODES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK ' +
    'OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB NL NS NT NU ON PE QC SK YT NSW VIC QLD SA WA TAS ACT UK ' +
    'USA US UAE'
  ).split(' '),
);
const SMALL = new Set([
  'of',
  'the',
  'de',
  'la',
  'le',
  'upon',
  'on',
  'am',
  'an',
  'der',
  'sur',
  'du',
  'del',
  'van',
  'und',
]);
/** Words between two places of one list. */
const JOINS = new Set([
  'or',
  'and',
  '/',
  ',',
  '&',
  'oder',
  'und',
  'ou',
  'et',
  'of',
  'en',
  'o',
  'y',
  '-',
  '(',
  ')',
  'near',
  'preferred',
  'greater',
  'area',
]);
const POSTCODE =
  /\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]\d[A-Z] \d[A-Z]\d)\b|(?<!\p{Sc})\b\d{5} \p{Lu}\p{Ll}{2,}|\b\d{4} ?[A-Z]{2},? \p{Lu}\p{Ll}+/u;
const STREET =
  /\b\d{1,5}[a-z]?,? (?:[A-Z][\p{L}'’.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Drive|Way|Square|Place|Quay|Court|Terrace|Row)\b|\p{Lu}\p{L}+(?:straße|strasse|straat|gasse|weg|platz) \d{1,4}\b|\b(?:Rue|Avenue|Calle|Via|Place|Rua) (?:\p{L}+ ){0,3}\p{L}+,? \d{1,4}\b|\b\d{1,4},? (?:rue|avenue|place|quai|boulevard) \p{L}+/u;

/** A place in a block, by its tokens, both inclusive. */
export interface Place {
  first: number;
  last: number;
}

/** A place of the lists. */
export interface ListedPlace extends Place {
  /** A town rather than a state, a country, a county. */
  city: boolean;
}

/**
 * Joins what the lists know with what stands around it: a town that no list knows before a comma and a known state.
 *
 * @param listed - places of the lists, by tokens, in order
 */
export function findPlaces(tokens: readonly Token[], text: string, listed: readonly ListedPlace[]): Place[] {
  const places: Place[] = [];
  const push = (place: Place): void => {
    const last = places.at(-1);
    if (last && place.first <= last.last + 1) last.last = Math.max(last.last, place.last);
    else places.push({ ...place });
  };
  const known = listed.filter(({ first }) => isUpper(text, tokens[first]!.start));
  let next = 0;
  for (let at = 0; at < tokens.length; at++) {
    while (next < known.length && known[next]!.first < at) next++;
    const here = known[next];
    if (here?.first === at) {
      push(here);
      at = here.last;
    }
    if (tokens[at]!.norm !== ',' || !isCapitalised(tokens[at - 1], text)) continue;
    const after = tokens[at + 1];
    if (after === undefined) continue;
    // *Harbour Grill, Whitby* is no town in a county.
    const region = known.find(({ first, city }) => first === at + 1 && !city);
    if (region === undefined && !(CODES.has(after.raw) && after.spaceBefore)) continue;
    push({ first: nameStart(tokens, text, at - 1), last: region?.last ?? at + 1 });
    at = region?.last ?? at + 1;
  }
  return places;
}

function isCapitalised(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && isUpper(text, token.start) && token.raw.length > 1;
}

/** The first token of the capitalised name that ends at `last`. */
function nameStart(tokens: readonly Token[], text: string, last: number): number {
  let first = last;
  for (let at = last - 1; at >= 0 && last - at < 4; at--) {
    const token = tokens[at]!;
    if (token.sentence !== tokens[last]!.sentence) break;
    if (isCapitalised(token, text)) first = at;
    else if (token.norm !== '-' && !SMALL.has(token.norm)) break;
  }
  return first;
}

/** Whether a text gives a postal address. */
export function hasAddress(text: string): boolean {
  return /\d/.test(text) && (POSTCODE.test(text) || STREET.test(text));
}

const BESIDE = new Set(['by', 'near', 'nr', 'outside', 'off', 'in', 'at', 'just']);
/** Ends of the parts of a line of facts: *School of Music | Dunedin*, *Berlin or Leipzig, hybrid: …*. */
const SEGMENT = new Set(['|', '•', '·', ':', ';', '(', ')', '–', '—', '@', '.', '\t']);

/**
 * The first part of a line of facts that is nothing but places.
 *
 * @param commas - whether a comma parts such a line, too: in a title it does, in a sentence it does not
 * @returns offsets in the text
 */
export function placeSegment(
  tokens: readonly Token[],
  places: readonly Place[],
  commas: boolean,
): Span | undefined {
  for (let { first, last } of places) {
    // One of several places is no part of its own: *clients in Oslo, Lima and Perth*.
    if (
      places.some(
        (other) => other.last < first && first - other.last <= 3 && joins(tokens, other.last + 1, first),
      )
    )
      continue;
    // Further places that are joined to it are one part with it.
    for (;;) {
      const joined = places.find(
        (other) => other.first > last && other.first <= last + 4 && joins(tokens, last + 1, other.first),
      );
      if (!joined) break;
      last = joined.last;
    }
    while (
      JOINS.has(tokens[last + 1]?.norm ?? '.') &&
      endsSegment(tokens, last + 2) &&
      tokens[last + 1]!.kind === 'word'
    )
      last++;
    if (commas && startsSegment(tokens, first, commas)) {
      const end = siteEnd(tokens, last);
      if (end !== undefined) return { start: tokens[first]!.start, end: tokens[end]!.end };
    }
    const begin = commas && endsSegment(tokens, last + 1) ? siteStart(tokens, first) : undefined;
    if (begin !== undefined) return { start: tokens[begin]!.start, end: tokens[last]!.end };
    if (
      (startsSegment(tokens, first, commas) && endsSegment(tokens, last + 1)) ||
      closesWithIn(tokens, first, last)
    )
      return { start: tokens[first]!.start, end: tokens[last]!.end };
  }
  return undefined;
}

/** What stands in the place that its name begins with: *Perth Children's Hospital*, *Nottingham depots*. */
const SITE =
  /^(?:hospitals?|infirmary|clinic|surgery|schools?|primary|academy|college|campus|university|court|library|libraries|museum|airport|port|harbour|prison|cathedral|minster|castle|theatre|zoo|depots?|station|branch|office|offices|hub|site|sites|plant|warehouse|store|shop|studio|yard|council|lab|cbd|city|centre|center|suburbs|area)$/;

/** The last token of such a site, which ends its part of the line. */
function siteEnd(tokens: readonly Token[], last: number): number | undefined {
  for (let at = last + 1; at <= last + 5; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[last]!.sentence || token.kind === 'punctuation')
      return undefined;
    if (SITE.test(token.norm) && endsSegment(tokens, at + 1)) return at;
  }
  return undefined;
}

/** What names stand before the place that they are in: *University College Dublin*. */
const INSTITUTION =
  /^(?:university|college|institute|school|academy|primary|hospital|infirmary|clinic|museum|gallery|theatre|opera|hotel|restaurant|café|cafe|bakery|brewery|zoo|airport|prison|practice|schule|universität|hochschule|klinikum|klinik|université|lycée|universiteit|universidad)$/;

/** The first token of such a name, which begins its part of the line. */
function siteStart(tokens: readonly Token[], first: number): number | undefined {
  let named = false;
  for (let at = first - 1; at >= first - 5; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.sentence !== tokens[first]!.sentence || !/^\p{Lu}/u.test(token.raw))
      return undefined;
    named ||= INSTITUTION.test(token.norm);
    if (startsSegment(tokens, at, true)) return named ? at : undefined;
  }
  return undefined;
}

/** *Six months from March, in Grenoble.*: the last part of its sentence, and the only one with *in*. */
function closesWithIn(tokens: readonly Token[], first: number, last: number): boolean {
  const { sentence } = tokens[first]!;
  if (tokens[first - 1]?.norm !== 'in' || tokens[first - 2]?.norm !== ',') return false;
  const after = tokens[last + 1];
  if (after && after.sentence === sentence && after.norm !== '.') return false;
  for (let at = first - 3; at >= 0 && tokens[at]!.sentence === sentence; at--)
    if (tokens[at]!.norm === 'in') return false;
  return true;
}

function joins(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!JOINS.has(tokens[at]!.norm)) return false;
  return true;
}

function startsSegment(tokens: readonly Token[], at: number, commas: boolean): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.sentence !== tokens[at]!.sentence) return true;
  if (before.norm === ',') return commas;
  // *Castle Brae Estate, by Pitlochry*.
  if (commas && BESIDE.has(before.norm) && tokens[at - 2]?.norm === ',') return true;
  if (SEGMENT.has(before.norm)) return true;
  if (before.norm === '-' || before.norm === '/') return before.spaceBefore;
  // An emoji or bullet.
  return before.kind === 'punctuation' && !/[,"'“”‘’&]/.test(before.raw);
}

function endsSegment(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined || after.sentence !== tokens[at - 1]!.sentence) return true;
  // *London SW9*, *Fresno 93701*.
  if (/^(?:[A-Z]{1,2}\d[A-Z\d]?|\d{5})$/.test(after.raw)) return endsSegment(tokens, at + 1);
  if (SEGMENT.has(after.norm) || after.norm === ',') return true;
  if (after.norm === '-' || after.norm === '/') return after.spaceBefore;
  return after.kind === 'punctuation' && !/["'“”‘’&]/.test(after.raw);
}
