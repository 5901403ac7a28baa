import { IRREGULAR_VERBS } from './english/verbs.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** The verbs whose plural is not made by taking off an ending. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
]);

/** *is, was, has, does* */
export const isAuxiliary = (word: string): boolean => IRREGULAR.has(word);

/** In -s, but no verb. */
const NO_VERB =
  words(`always perhaps besides sometimes nowadays afterwards thus plus across less unless towards as this its
  his hers us yes regardless whereas various previous`);

const KEEP_E = words('aches caches axes shoes canoes');
const DROP_ES = words('focuses refocuses biases buses gases canvases');

/** Verbs that hardly occur as plural nouns, so that *and keeps* goes on with the sentence's subject. */
const HARDLY_NOUNS = words(`
  is has does was keeps works reads writes makes takes gives goes gets needs wants knows enjoys brings understands speaks learns loves
  teaches oversees prepares delivers ensures maintains provides helps assists manages coordinates organises organizes
  communicates collaborates cooperates attends becomes begins believes belongs carries communicates completes
  contributes creates cares develops drafts enters escalates establishes evaluates fixes follows gathers greets guides
  handles holds hosts identifies implements improves inspects installs joins leads liaises listens lives loads locks
  manages measures meets mentors monitors negotiates operates owns participates performs packs picks presents prioritises
  prioritizes produces proposes records recommends reports represents resolves responds reviews runs sells sends serves
  sets shares shows solves stays studies supervises supports thinks tidies travels tracks understands updates uses
  validates verifies welcomes works serves closes opens cleans cooks drives feeds folds fills lifts moves pays pulls puts
  sees sits sorts stands tells treats turns unloads visits wears`);

const PARTICLES = words('up out off down away back');

/**
 * The plural of a verb in the third person singular: *plans → plan, is → are, carries → carry*.
 *
 * @param verb lower case
 * @returns undefined when the word does not look like such a form
 */
export function pluralVerb(verb: string): string | undefined {
  const irregular = IRREGULAR.get(verb);
  if (irregular) return irregular;
  if (!verb.endsWith('s') || verb.endsWith('ss') || verb.length < 4 || NO_VERB.has(verb)) return undefined;
  if (verb.endsWith('ies')) return verb.length <= 4 ? verb.slice(0, -1) : `${verb.slice(0, -3)}y`;
  if (DROP_ES.has(verb) || (/(?:ss|sh|ch|x|zz|o)es$/.test(verb) && !KEEP_E.has(verb))) {
    const base = verb.slice(0, -2);
    return base.endsWith('zz') && base !== 'buzz' ? base.slice(0, -1) : base;
  }
  if (verb.endsWith('us') || verb.endsWith('is')) return undefined;
  return verb.slice(0, -1);
}

/** A verb in -s that is hardly ever a plural noun. */
export const surelyVerb = (word: string): boolean => HARDLY_NOUNS.has(word);

/** *signs off*, *locks up*: a plural noun takes no such word. */
export const isParticle = (word: string): boolean => PARTICLES.has(word);

const PASTS: ReadonlySet<string> = new Set([...IRREGULAR_VERBS.values()].flatMap(({ past }) => past));
const PARTICIPLES: ReadonlySet<string> = new Set(
  [...IRREGULAR_VERBS.values()].flatMap(({ participle }) => participle),
);
const SHORT_PRESENTS: ReadonlySet<string> = new Set(IRREGULAR_VERBS.keys());

/** *worked, led, put*: a past does not change with its subject. */
export const isPast = (word: string): boolean => PASTS.has(word) || /[^e]ed$/.test(word);

export const isParticiple = (word: string): boolean =>
  word === 'been' || PARTICIPLES.has(word) || /[^e]ed$/.test(word);

export const isIrregularParticiple = (word: string): boolean => word === 'been' || PARTICIPLES.has(word);

/** The infinitive of an irregular verb: it stands in *that he lead*. */
export const isBareVerb = (word: string): boolean => SHORT_PRESENTS.has(word) || word === 'be';
