import type { Span } from '../../contract/posting.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  MID_ADVERBS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from '../../words/english/function-words.ts';
import { isAuxiliary, isParticle, pluralVerb, surelyVerb } from '../../words/third-person.ts';
import type { Token } from '../../words/tokens.ts';

/** An edit of the block's text. */
export interface WordEdit {
  span: Span;
  text: string;
}

export const word = (token: Token | undefined) => (token?.kind === 'word' ? token.norm : undefined);

export const isAdverb = (norm: string) =>
  MID_ADVERBS.has(norm) ||
  (/..ly$/.test(norm) && norm !== 'apply' && norm !== 'supply' && norm !== 'rely') ||
  norm === 'not';

/** A verb in another form, in the capitals it has. */
export function replaceVerb(token: Token, text: string): WordEdit {
  const { raw } = token;
  const loud = raw.length > 1 && raw === raw.toUpperCase();
  const first = /^\p{Lu}/u.test(raw);
  const cased = loud ? text.toUpperCase() : first ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  return { span: { start: token.start, end: token.end }, text: cased };
}

/** What a word in -s after *and* or a comma is. */
type Reading = 'verb' | 'noun' | 'either';

/**
 * Edits for further verbs of the same subject, after commas and *and*: *plans, checks and signs*.
 *
 * @param verb place of the first verb
 * @param fixed the first verb stays as it is (*can, led*), so that a list of verbs goes on without -s; only what cannot
 * be a noun is changed then
 * @returns undefined when it cannot be told whether a word is a verb of this subject
 */
export function coordinatedVerbs(
  tokens: readonly Token[],
  verb: number,
  fixed: boolean,
): WordEdit[] | undefined {
  const sentence = tokens[verb]?.sentence;
  const edits: WordEdit[] = [];
  let subordinate = false;
  /** Verbs after a mere comma, which may be an aside until an *and* shows that they are a list. */
  let waiting: WordEdit[] = [];
  let latest = verb;
  for (let at = verb + 1; tokens[at]?.sentence === sentence; at++) {
    const token = tokens[at] as Token;
    if (';:–—?'.includes(token.norm)) break;
    if (!joins(token) && token.norm !== ',') {
      subordinate ||= opensClause(token.norm);
      continue;
    }
    let next = at + 1;
    let adverb = false;
    for (; tokens[next]?.sentence === sentence; next++) {
      if (isAdverb(tokens[next]?.norm ?? '')) adverb = true;
      else if (!joins(tokens[next] as Token)) break;
    }
    const candidate = tokens[next];
    if (candidate?.kind !== 'word' || candidate.sentence !== sentence) continue;
    const plural = pluralVerb(candidate.norm);
    if (plural === undefined) continue;
    if (namesPeople(plural)) {
      // 'and customers like him': a new subject.
      subordinate = true;
      continue;
    }
    const listed = !fixed && (adverb || at === latest + 1 || (waiting.length > 0 && joins(token)));
    const reading = listed ? 'verb' : readingOf(tokens, next, fixed);
    if (reading === 'noun') continue;
    if (reading === 'either' || subordinate) return undefined;
    const edit = replaceVerb(candidate, plural);
    if (joins(token) || next > at + 1) {
      edits.push(...waiting, edit);
      waiting = [];
    } else waiting.push(edit);
    latest = next;
    at = next;
  }
  return waiting.length > 0 ? undefined : edits;
}

const joins = (token: Token) => CONJUNCTIONS.has(token.norm) || token.norm === 'then';

/** Does the word open a clause, or is it a new subject? What follows may belong to that. */
function opensClause(norm: string): boolean {
  if (SUBORDINATORS.has(norm)) return norm !== 'before' && norm !== 'after';
  return SUBJECT_PRONOUNS.has(norm) && norm !== 'it' && norm !== 'you';
}

const VERBS_LIKE_PEOPLE = new Set(
  `order offer monitor cover deliver answer gather administer register transfer refer prefer consider discover enter filter foster master
  render shower tender trigger uncover mentor author anchor sponsor tailor alter batter bother buffer cater clear color confer
  conquer deter differ enter factor favor hammer harbor honor labor layer lower murder number offer paper partner pepper pilot
  plaster power question remember scatter shelter shoulder solder surrender swear tutor utter wander water weather wear
  win wonder steer appear hear near bear tear rear empower engineer volunteer pioneer better
  counter`.split(/\s+/),
);

/** *customers, drivers, visitors*: as the base of a verb in -s they would be *customer, driver*. */
const namesPeople = (base: string) =>
  /(?:..er|..or|ist|eer|ian|man|ee)$/.test(base) &&
  !VERBS_LIKE_PEOPLE.has(base) &&
  !/(?:see|agree|free)$/.test(base);

/** Ends of nouns that are hardly ever verbs. */
const NOUN =
  /(?:[ts]ion|ness|it(?:y|ie)|anc[ey]|enc[ey]|ship|ism|ing|sale|good|system|operation|account|communication)s$/;
/** Things that are ordered, sorted, filed. */
const OBJECT =
  /(?:[^s]s|ment|tion|staff|stock|mail|post|food|work|data|equipment|furniture|feedback|support|progress|payroll|inventory|quality|cash|traffic|waste|people|software|hardware|paperwork|invoicing|training)$/;

const verbsBefore = (lines: string): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    lines
      .trim()
      .split(/\s*\n\s*/)
      .map((line) => {
        const [prepositions = '', verbs = ''] = line.split(':');
        return [verbs, prepositions] as const;
      })
      .flatMap(([verbs, prepositions]) =>
        prepositions
          .trim()
          .split(' ')
          .map((one) => [one, new Set(verbs.trim().split(/\s+/))] as const),
      ),
  );

/** Verbs with the preposition they take, after which a plural noun of the same form hardly occurs. */
const TAKES = verbsBefore(`
  for: pushes looks asks caters aims strives fights waits applies cares searches campaigns speaks stands budgets accounts prepares fills vouches
  to: caters adapts responds relates listens adheres contributes attends speaks talks travels goes comes turns reacts refers escalates commutes moves commits belongs aspires looks reports points drives cycles walks
  with: copes deals complies engages interacts connects works cooperates liaises collaborates communicates keeps negotiates meets helps assists consults checks speaks talks begins starts
  on: focuses relies depends insists reflects advises leads builds acts works checks embarks draws takes sits
  in: steps joins participates excels fills chips pitches logs checks believes engages invests sits stands lives specialises specializes brings
  after: looks
  at: excels looks aims arrives works
  as: acts serves works
  from: learns benefits comes works
  about: thinks cares talks speaks learns asks
  into: looks digs goes steps
  over: takes
  under: works
  through: talks thinks goes works walks
  by: stands abides lives
  within: works stays operates
  across: works comes
  until: stays works waits
  when: steps asks speaks helps
  if: steps asks helps
  where: helps steps`);
/** Of those the ones that are as likely plural nouns after another plural: *sales and deals with*. */
const OFTEN_NOUNS = new Set(
  'deals fights points budgets accounts checks draws turns starts drives walks builds acts moves asks'.split(
    ' ',
  ),
);

/** What a word in -s before a preposition or a clause is. */
function readingBefore(tokens: readonly Token[], at: number, next: string): Reading {
  const norm = tokens[at]?.norm ?? '';
  if (!TAKES.get(next)?.has(norm)) return isPlainObject(tokens, at) ? 'noun' : 'either';
  const before = tokens[at - 2]?.norm ?? '';
  return OFTEN_NOUNS.has(norm) && /[^s]s$/.test(before) ? 'either' : 'verb';
}

/**
 * Could the word be the second of two objects? *Plans routes and schedules*, *looks after machines and tools* can be, of
 * *works fast and aims* the first is none.
 */
function isPlainObject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 2]?.norm ?? '';
  if (/[^s]s$/.test(before) && !isAdverb(before)) return true;
  if (isAdverb(before) || isParticle(before) || PREPOSITIONS.has(before)) return false;
  // 'orders stock and supplies': an object right after the verb, but not 'lies low on risk and pushes'.
  return pluralVerb(tokens[at - 3]?.norm ?? '') !== undefined && !FLAT_ADVERBS.has(before);
}
const FLAT_ADVERBS = new Set(
  'fast hard late early calm low high well alone daily weekly close safe quiet ahead'.split(' '),
);

/** Is the word in -s a verb or a plural noun? */
function readingOf(tokens: readonly Token[], at: number, fixed: boolean): Reading {
  const norm = tokens[at]?.norm ?? '';
  const next = tokens[at + 1]?.sentence === tokens[at]?.sentence ? tokens[at + 1] : undefined;
  if (isAuxiliary(norm)) return 'verb';
  if (surelyVerb(norm)) {
    return next === undefined || !['and', ',', '.'].includes(next.norm) || norm.length < 5 ? 'verb' : 'noun';
  }
  if (!fixed && next !== undefined && TAKES.get(next.norm)?.has(norm))
    return readingBefore(tokens, at, next.norm);
  if (fixed || next === undefined || next.kind === 'punctuation' || NOUN.test(norm)) return 'noun';
  const determined = DETERMINERS.has(next.norm) && next.norm !== 'all' && next.norm !== 'both';
  if (determined || OBJECT_PRONOUNS.has(next.norm) || next.kind === 'number' || isParticle(next.norm))
    return 'verb';
  if (PREPOSITIONS.has(next.norm)) return readingBefore(tokens, at, next.norm);
  if (CONJUNCTIONS.has(next.norm) || SUBORDINATORS.has(next.norm)) return 'noun';
  // 'checks stock and orders parts' has a verb; of 'orders quickly' both are possible.
  return OBJECT.test(next.norm) ? 'verb' : 'either';
}
