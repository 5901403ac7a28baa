import type { Places } from '../../contract/check.ts';
import type { Block, Posting, Span } from '../../contract/posting.ts';
import { type Token, tokenize, tokensOf } from '../../words/tokens.ts';

/** A place where the work is done, or reported to. */
export interface JobPlace {
  code: string;
  /** The passage that names it, in the source. */
  source: Span;
  /** The work can be done from anywhere within the place. */
  remote: boolean;
}

type Kind = 'name' | 'short' | 'after-comma' | 'city';
interface Entry {
  words: readonly string[];
  /** Exact words, for abbreviations. */
  raw: string | undefined;
  code: string;
  kind: Kind;
}
interface Hit {
  first: number;
  last: number;
  entry: Entry;
}

/** After a place name these make it the name of a street, a river, a paper, a school. */
const NAME_TAIL = new Set(
  `avenue ave street st road rd boulevard blvd drive dr lane ln way parkway pkwy highway hwy square plaza river times
  tech university college school bank post tribune herald pizza roast style whisky wine mill mills`.split(
    /\s+/,
  ),
);
const FIELDS =
  /(^|[._-])(location|locations|city|region|state|country|office|place|joblocation|where|based)$/;
const LABEL =
  /^(?:job |work |office )?(?:locations?|where|place(?: of work)?|based(?: in)?|office|city|region|duty station|ort|standort|arbeitsort|lieu(?: de travail)?|standplaats|lugar|sede)\b/i;
/** The sentence says where the work is. */
const HERE =
  /\b(?:based|located|situated|office|offices|on[- ]?site|onsite|hybrid|remote|remotely|work(?:ing)? (?:in|from|at)|home in|report(?:s|ing)? to|days? (?:a|per) week|relocat\w+|position is in|job is in|role is in|is (?:in|at)|unincorporated|anywhere|resid\w+)\b/i;
/** The sentence speaks of others' places. */
const ELSEWHERE =
  /\b(?:customers?|clients?|patients?|guests|serv(?:e|es|ing)|founded|ship(?:s|ping)? to|visit(?:s|ing)?|travel(?:s|ling|ing)? to|trips? to|suppl\w+|partners?|markets?|ordinance|law|act|statute|licen[cs]ed? in|registered in|degree from|import\w*|born in|opened|headquarter\w*)\b/i;
const REMOTE = /\b(?:remote(?:ly)?|work from home|home[- ]based|telecommut\w+|anywhere)\b/i;

/** Finds where the work of a posting is done, to tell which law applies. Compiled once from the data. */
export class PlaceFinder {
  readonly #byFirst = new Map<string, Entry[]>();
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
    for (const [code, place] of Object.entries(places)) {
      this.#add(code, 'name', place.names);
      this.#add(code, 'short', place.short);
      this.#add(code, 'after-comma', place['after-comma']);
      this.#add(code, 'city', place.cities);
    }
    for (const entries of this.#byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** `code` itself and every larger place it is part of. */
  within(code: string): string[] {
    const chain: string[] = [];
    for (let at: string | undefined = code; at !== undefined; at = this.#places[at]?.in) chain.push(at);
    return chain;
  }

  /** The places of the job, each once, in the order of the text. */
  jobPlaces(posting: Posting): JobPlace[] {
    const found: JobPlace[] = [];
    const add = (place: JobPlace) => {
      if (!found.some((known) => known.code === place.code)) found.push(place);
    };
    for (const field of posting.frontMatter?.values ?? []) {
      if (!FIELDS.test(field.key)) continue;
      const remote = REMOTE.test(field.value);
      for (const { code } of this.#resolve(tokenize(field.value), true))
        add({ code, source: field.source, remote });
    }
    const head = headEnd(posting);
    for (const block of posting.blocks) {
      for (const place of this.#ofBlock(block, block.index < head)) add(place);
    }
    return found;
  }

  #ofBlock(block: Block, head: boolean): JobPlace[] {
    const tokens = tokensOf(block);
    const label = block.regions.find((region) => region.kind === 'label');
    const isLocation = block.section === 'location' || (label !== undefined && LABEL.test(block.text));
    const found: JobPlace[] = [];
    for (const hit of this.#resolve(tokens, isLocation)) {
      const first = tokens[hit.first];
      const last = tokens[hit.last];
      if (!first || !last) continue;
      const sentence = sentenceText(block.text, tokens, first.sentence);
      if (!isLocation) {
        if (ELSEWHERE.test(sentence) && !/\breport/i.test(sentence)) continue;
        const about =
          block.section === 'about-company' || block.section === 'benefits' || block.section === 'legal';
        if (about && !/\bbased in\b|\blocated in\b/i.test(sentence)) continue;
        if (!head && !HERE.test(sentence)) continue;
        if (
          block.regions.some(
            (region) =>
              STATEMENTS.has(region.kind) && region.start <= first.start && first.start < region.end,
          )
        )
          continue;
      }
      found.push({
        code: hit.code,
        source: block.map.cover({ start: first.start, end: last.end }),
        remote: REMOTE.test(isLocation ? block.text : sentence),
      });
    }
    return found;
  }

  /** Places in the tokens, a city with its region as one. */
  #resolve(tokens: readonly Token[], location: boolean): { code: string; first: number; last: number }[] {
    const hits = this.#hits(tokens, location);
    const resolved: { code: string; first: number; last: number }[] = [];
    for (let at = 0; at < hits.length; at++) {
      const hit = hits[at];
      if (!hit) continue;
      const next = hits[at + 1];
      const region = next && follows(tokens, hit, next) ? next : undefined;
      if (!region) {
        if (hit.entry.kind !== 'after-comma')
          resolved.push({ code: hit.entry.code, first: hit.first, last: hit.last });
        continue;
      }
      at += 1;
      // Vancouver, WA is not the one in British Columbia; Denver, CO is Denver.
      const inside = this.within(hit.entry.code).includes(region.entry.code);
      resolved.push({
        code: inside ? hit.entry.code : region.entry.code,
        first: hit.first,
        last: region.last,
      });
    }
    return resolved;
  }

  #hits(tokens: readonly Token[], location: boolean): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token || !/^\p{Lu}/u.test(token.raw)) continue;
      const entry = this.#byFirst
        .get(token.norm)
        ?.find((candidate) => this.#fits(candidate, tokens, at, location));
      if (!entry) continue;
      const last = at + entry.words.length - 1;
      if (!isNamePart(tokens, at, last)) hits.push({ first: at, last, entry });
      at = last;
    }
    return hits;
  }

  #fits(entry: Entry, tokens: readonly Token[], at: number, location: boolean): boolean {
    if (!entry.words.every((word, index) => tokens[at + index]?.norm === word)) return false;
    if (entry.raw !== undefined) {
      const raw = tokens
        .slice(at, at + entry.words.length)
        .map((token) => token.raw)
        .join('');
      if (raw !== entry.raw.replace(/\s/g, '')) return false;
    }
    const before = tokens[at - 1]?.raw;
    const comma = before === ',' || before === '(' || before === '|' || before === '–' || before === '-';
    if (entry.kind === 'after-comma') return before === ',';
    if (entry.kind === 'short')
      return comma || (location && (before === undefined || before === ':' || before === '/'));
    return true;
  }

  #add(code: string, kind: Kind, names: readonly string[] = []): void {
    for (const name of names) {
      const words = tokenize(name).map((token) => token.norm);
      const entry: Entry = { words, raw: kind === 'short' ? name : undefined, code, kind };
      const key = words[0] ?? '';
      const list = this.#byFirst.get(key);
      if (list) list.push(entry);
      else this.#byFirst.set(key, [entry]);
    }
  }
}

const STATEMENTS = new Set(['equal-opportunity', 'accommodation', 'fair-chance']);

/** Index of the first block that is no longer the posting's head: title, place line, first words. */
function headEnd(posting: Posting): number {
  const title = posting.blocks.find((block) => block.title)?.index ?? 0;
  const heading = posting.blocks.find(
    (block) => block.kind === 'heading' && !block.title && block.index > title,
  );
  return Math.min(heading?.index ?? Number.POSITIVE_INFINITY, title + 5);
}

function sentenceText(text: string, tokens: readonly Token[], sentence: number): string {
  const own = tokens.filter((token) => token.sentence === sentence);
  return text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
}

/** `City, Region`, `City Region`, `City (Region)`: nothing but a comma or a bracket in between. */
function follows(tokens: readonly Token[], city: Hit, region: Hit): boolean {
  if (city.entry.kind === 'short' || region.entry.kind === 'city') return false;
  const between = tokens.slice(city.last + 1, region.first);
  return (
    between.length <= 1 &&
    between.every((token) => token.raw === ',' || token.raw === '(' || token.raw === '-')
  );
}

/** Part of a longer name: California Avenue, University of Delaware, Bank of Scotland. */
function isNamePart(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1];
  if (next && NAME_TAIL.has(next.norm) && /^\p{Lu}/u.test(next.raw)) return true;
  const before = tokens[first - 1];
  const twoBefore = tokens[first - 2];
  return (
    before?.norm === 'of' &&
    twoBefore !== undefined &&
    /^\p{Lu}/u.test(twoBefore.raw) &&
    !/^(?:state|city|county|province)$/.test(twoBefore.norm)
  );
}

const finders = new WeakMap<Places, PlaceFinder>();

/** The finder for these places, compiled once. */
export function placesOf(places: Places): PlaceFinder {
  let finder = finders.get(places);
  if (!finder) {
    finder = new PlaceFinder(places);
    finders.set(places, finder);
  }
  return finder;
}
