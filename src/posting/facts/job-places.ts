import type { Places } from '../../contract/check.ts';
import type { Block, Posting, Span } from '../../contract/posting.ts';
import { WordMemory } from '../../words/remember.ts';
import { type Token, tokenize, tokensOf } from '../../words/tokens.ts';
import { followsTown, isCapitalised, isFactOfHead, type Standing, standsAsPlace } from './place-context.ts';

/** A place where the work is done, or reported to. */
export interface JobPlace {
  code: string;
  /** The passage that names it, in the source. */
  source: Span;
  /** The work can be done from anywhere within the place. */
  remote: boolean;
  /** Codes of places that remote work is not open to. */
  without: readonly string[];
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
  /** Stands where its kind counts; otherwise only in a list of places of its kind. */
  sure: boolean;
}
/** A place by itself, by the tokens that name it. */
interface Resolved {
  code: string;
  first: number;
  last: number;
  city: boolean;
  /** An abbreviation, which the town before it need not be known for. */
  short: boolean;
}

const FIELDS =
  /(^|[._-])(location|locations|city|region|state|country|office|place|joblocation|where|based)$/;
const LABEL =
  /^(?:job |work |office )?(?:locations?|where|place(?: of work)?|based(?: in)?|office|city|region|duty station|ort|standort|arbeitsort|lieu(?: de travail)?|standplaats|lugar|sede)\b/i;
/** The sentence says where the work is. */
const HERE =
  /\b(?:based|located|situated|office|offices|on[- ]?site|onsite|hybrid|remote|remotely|work(?:ing)? (?:in|from|at|out of)|home in|report(?:s|ing)? to|days? (?:a|per) week|relocat\w+|(?:position|job|role|post|work|shop|store|kitchen|plant|studio|clinic|farm|workshop|warehouse|restaurant|caf[eé]|school|brewery|bakery|depot|yard|garage|site|practice|nursery|hotel|museum|library|theat(?:re|er)|lab|factory|mill|salon|bar|gallery|hospital|centre|center) is (?:in|at)|unincorporated|anywhere|resid\w+|(?:done|performed|filled|worked) (?:in|from)|open to (?:people|candidates|applicants|anyone)|eligible|hiring in)\b/i;
/** The sentence speaks of others' places. */
const ELSEWHERE =
  /\b(?:customers?|clients?|patients?|guests|serv(?:e|es|ing)|founded|ship(?:s|ping)? to|visit(?:s|ing)?|travel(?:s|ling|ing)? to|trips? to|suppl\w+|partners?|markets?|ordinance|law|act|statute|licen[cs]ed? in|registered in|degree from|import\w*|export\w*|born in|opened|headquarter\w*|known for|famous for|raised|investors?|funding|notice to|jobs located|services? to|delivers?)\b/i;
const REMOTE = /\b(?:remote(?:ly)?|work from home|home[- ]based|telecommut\w*|anywhere|open to residents)\b/i;
/** Names of states and provinces that are well-known towns of others: *Ontario, California*. */
const TOWNS = /^(?:ontario|virginia|delaware|indiana|nevada|washington|georgia)$/;
/** What stands before a place that the job is not open to. */
const EXCEPT =
  /\b(?:except(?:ing| for)?|excluding|other than|outside(?: of)?|but not|(?:not|n['’]t) (?:\w+ ){0,2}(?:open|available|eligible|offered|hire|employ|hiring|consider\w*|accept\w*)|cannot (?:hire|employ|consider|accept)|unable to (?:hire|employ))\b(?![^,;]*\bbut\b)/i;
const REMOTE_FIELD =
  /(^|[._-])(remote|telecommute|location_?type|joblocationtype|work_?(?:model|mode|place_?type))$/;
const REMOTE_VALUE = /^(?:true|yes|telecommute|(?:fully |100 ?% )?remote)\b/i;

/** Finds where the work of a posting is done, to tell which law applies. Compiled once from the data. */
export class PlaceFinder {
  readonly #byFirst = new Map<string, Entry[]>();
  readonly #places: Places;
  readonly #memory = new WordMemory<readonly Resolved[]>();

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
    const found = new Map<string, JobPlace>();
    const without = new Set<string>();
    const everywhere = isRemote(posting);
    const add = (code: string, source: Span, remote: boolean) => {
      const known = found.get(code);
      // Work from anywhere: in a country, not in the town of the office.
      const wide = remote || (everywhere && !code.includes('-'));
      if (!known) found.set(code, { code, source, remote: wide, without: [] });
      else if (wide) known.remote = true;
    };
    for (const field of posting.frontMatter?.values ?? []) {
      if (!FIELDS.test(field.key)) continue;
      const remote = REMOTE.test(field.value);
      const tokens = tokenize(field.value);
      for (const place of this.#resolve(tokens, true, remote)) {
        const { city, short } = place;
        const standing = { location: true, heading: false, german: false, city, short };
        if (standsAsPlace(tokens, place.first, place.last, standing)) add(place.code, field.source, remote);
      }
    }
    const head = headEnd(posting);
    for (const block of posting.blocks) this.#ofBlock(block, block.index < head, add, without);
    for (const code of without) found.delete(code);
    return [...found.values()].map((place) => ({ ...place, without: [...without] }));
  }

  #ofBlock(
    block: Block,
    head: boolean,
    add: (code: string, source: Span, remote: boolean) => void,
    without: Set<string>,
  ): void {
    const tokens = tokensOf(block);
    const label = block.regions.find((region) => region.kind === 'label');
    const isLocation = block.section === 'location' || (label !== undefined && LABEL.test(block.text));
    const remoteBlock = REMOTE.test(block.text);
    for (const place of this.#resolve(tokens, isLocation, remoteBlock)) {
      const first = tokens[place.first];
      const last = tokens[place.last];
      if (!first || !last) continue;
      const standing: Standing = {
        location: isLocation,
        heading: block.kind === 'heading',
        german: block.language === 'de',
        city: place.city,
        short: place.short,
      };
      if (!standsAsPlace(tokens, place.first, place.last, standing)) continue;
      const { text, start } = sentenceOf(block.text, tokens, first.sentence);
      if (EXCEPT.test(text.slice(0, first.start - start))) {
        without.add(place.code);
        continue;
      }
      if (!isLocation && !this.#isAboutJob(block, tokens, place.first, text, head)) continue;
      const source = block.map.cover({ start: first.start, end: last.end });
      add(place.code, source, REMOTE.test(isLocation ? block.text : text));
    }
  }

  /** Whether a sentence that names a place names it as that of the job. */
  #isAboutJob(block: Block, tokens: readonly Token[], at: number, sentence: string, head: boolean): boolean {
    if (ELSEWHERE.test(sentence) && !/\breport/i.test(sentence)) return false;
    const about =
      block.section === 'about-company' || block.section === 'benefits' || block.section === 'legal';
    if (about && !/\bbased in\b|\blocated in\b/i.test(sentence)) return false;
    if (!HERE.test(sentence) && !(head && isFactOfHead(tokens, at))) return false;
    const offset = tokens[at]?.start ?? 0;
    return !block.regions.some(
      ({ kind, start, end }) => STATEMENTS.has(kind) && start <= offset && offset < end,
    );
  }

  /** Places in the tokens, a city with its region as one. */
  #resolve(tokens: readonly Token[], location: boolean, remote: boolean): readonly Resolved[] {
    const key = (location ? 2 : 0) + (remote ? 1 : 0);
    return this.#memory.of(tokens, key, () => this.#resolveNew(tokens, location, remote));
  }

  #resolveNew(tokens: readonly Token[], location: boolean, remote: boolean): Resolved[] {
    const hits = this.#hits(tokens, location);
    const listed = this.#listed(tokens, hits, remote);
    const resolved: Resolved[] = [];
    for (let at = 0; at < hits.length; at++) {
      const hit = hits[at];
      if (!hit) continue;
      const next = hits[at + 1];
      const pair = next && !listed.has(hit) && follows(tokens, hit, next) ? next : undefined;
      const city = hit.entry.kind === 'city';
      const short = hit.entry.kind === 'short';
      if (!pair) {
        if (hit.sure || listed.has(hit))
          resolved.push({ code: hit.entry.code, first: hit.first, last: hit.last, city, short });
        continue;
      }
      at += 1;
      // Vancouver, WA is not the one in British Columbia; Denver, CO is Denver; Tbilisi, Georgia is no town of the US.
      const inside = this.#candidates(tokens, pair.first, location)
        .flatMap(({ code }) => (this.within(hit.entry.code).includes(code) ? [hit.entry.code] : []))
        .at(0);
      resolved.push({ code: inside ?? pair.entry.code, first: hit.first, last: pair.last, city, short });
    }
    return resolved;
  }

  /**
   * States and countries that stand in a list of such (*Colorado, Utah and New Mexico*); two with a comma are a town
   * and its state (*Ontario, California*), unless one can work from both.
   */
  #listed(tokens: readonly Token[], hits: readonly Hit[], remote: boolean): Set<Hit> {
    const listed = new Set<Hit>();
    let run: Hit[] = [];
    let joined = false;
    const close = () => {
      const regions = run.filter(({ sure }) => sure);
      const apart = joined || run.length > 2 || (remote && !TOWNS.test(run[0]?.entry.words.join(' ') ?? ''));
      if (regions.length > 0 && run.length > 1 && apart) for (const hit of run) listed.add(hit);
      run = [];
      joined = false;
    };
    for (const hit of hits) {
      const previous = run.at(-1);
      const isRegion = hit.entry.kind !== 'city';
      const join = previous && joinOf(tokens.slice(previous.last + 1, hit.first));
      if (!isRegion || (previous && !join)) close();
      if (!isRegion) continue;
      if (run.length > 0 && join === 'word') joined = true;
      run.push(hit);
    }
    close();
    return listed;
  }

  #hits(tokens: readonly Token[], location: boolean): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < tokens.length; at++) {
      if (!isCapitalised(tokens[at])) continue;
      const [entry] = this.#candidates(tokens, at, location, hits.at(-1));
      if (!entry) continue;
      const last = at + entry.words.length - 1;
      const sure =
        entry.kind !== 'after-comma' || (tokens[at - 1]?.raw === ',' && isCapitalised(tokens[at - 2]));
      hits.push({ first: at, last, entry, sure });
      at = last;
    }
    return hits;
  }

  /** What the words at `at` can name, the longest name first. */
  #candidates(tokens: readonly Token[], at: number, location: boolean, previous?: Hit): Entry[] {
    const entries = this.#byFirst.get(tokens[at]?.norm ?? '') ?? [];
    return entries.filter((entry) => this.#fits(entry, tokens, at, location, previous));
  }

  #fits(entry: Entry, tokens: readonly Token[], at: number, location: boolean, previous?: Hit): boolean {
    if (!entry.words.every((word, index) => tokens[at + index]?.norm === word)) return false;
    if (entry.kind !== 'short') return true;
    const written = tokens.slice(at, at + entry.words.length).map(({ raw }) => raw);
    if (written.join('') !== entry.raw?.replace(/\s/g, '')) return false;
    const before = tokens[at - 1]?.raw;
    if (before === ',' || before === '(' || before === '|' || before === '–' || before === '-') return true;
    if (location && (before === undefined || before === ':' || before === '/')) return true;
    if (entry.raw?.endsWith('.')) return isCapitalised(tokens[at - 1]);
    // A country's, after a small word: *anywhere in the US*.
    if (!entry.code.includes('-') && /^(?:the|in|within|across|from)$/i.test(before ?? '')) return true;
    const known = () =>
      previous?.last === at - 1 &&
      previous.entry.kind === 'city' &&
      this.within(previous.entry.code).includes(entry.code);
    return followsTown(tokens, at, location, known);
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

function sentenceOf(
  text: string,
  tokens: readonly Token[],
  sentence: number,
): { text: string; start: number } {
  const own = tokens.filter((token) => token.sentence === sentence);
  const start = own[0]?.start ?? 0;
  return { text: text.slice(start, own.at(-1)?.end ?? 0), start };
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

/** How two places of a list are joined: by a comma, or by a word that makes it a list. */
function joinOf(between: readonly Token[]): 'comma' | 'word' | undefined {
  if (between.length === 0 || between.length > 2) return undefined;
  if (!between.every(({ norm }) => /^(?:,|;|and|or|\/|&|\||•|·)$/.test(norm))) return undefined;
  return between.length === 1 && between[0]?.norm === ',' ? 'comma' : 'word';
}

/** The posting says by itself, besides any place, that the work is done from home. */
function isRemote(posting: Posting): boolean {
  const field = posting.frontMatter?.values.some(
    ({ key, value }) => REMOTE_FIELD.test(key) && REMOTE_VALUE.test(value.trim()),
  );
  if (field) return true;
  const model = posting.sections['work-model'];
  if (!model.present) return false;
  const text = posting.source.slice(model.source.start, model.source.end);
  return text.length < 80 && /\bremote\b/i.test(text) && !/\b(?:hybrid|not|no|partly|days?)\b/i.test(text);
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
