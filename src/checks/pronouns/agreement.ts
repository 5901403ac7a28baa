import type { Span } from '../../contract/posting.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  MID_ADVERBS,
  MODALS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from '../../words/english/function-words.ts';
import {
  isBareVerb,
  isIrregularParticiple,
  isParticiple,
  isParticle,
  isPast,
  pluralVerb,
  surelyVerb,
} from '../../words/third-person.ts';
import type { Token } from '../../words/tokens.ts';

/** An edit of the block's text. */
export interface WordEdit {
  span: Span;
  text: string;
}

const AUXILIARIES = new Set(['is', 'was', 'has', 'does']);
/** Before these a question word order is met outside questions. */
const INVERTING = new Set(
  'nor neither so only what when where why how who which whom whose much many long often far'.split(' '),
);

/** Participles that describe a state: *he's trained* is *he is trained*. After a has-verb an object or time follows. */
const DONE = new Set(
  `been got had done gone made taken led written run held given seen come become begun built worked managed completed passed finished
  started joined lived served studied achieved gained earned spent handled moved`.split(/\s+/),
);

const REFLEXIVE = /^(?:him|her)self$/;

const word = (token: Token | undefined) => (token?.kind === 'word' ? token.norm : undefined);

const isAdverb = (norm: string) =>
  MID_ADVERBS.has(norm) ||
  (/..ly$/.test(norm) && norm !== 'apply' && norm !== 'supply' && norm !== 'rely') ||
  norm === 'not';

function replace(token: Token, text: string): WordEdit {
  const { raw } = token;
  const loud = raw.length > 1 && raw === raw.toUpperCase();
  const first = /^\p{Lu}/u.test(raw);
  const cased = loud ? text.toUpperCase() : first ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  return { span: { start: token.start, end: token.end }, text: cased };
}

/** *'s* as *'re* or *'ve*, with its own apostrophe. */
function openClitic(tokens: readonly Token[], at: number): WordEdit | undefined {
  const clitic = tokens[at];
  if (!clitic) return undefined;
  let next = at + 1;
  while (tokens[next] && isAdverb(tokens[next]?.norm ?? '')) next++;
  const participle = word(tokens[next]);
  const follows = tokens[next + 1];
  const object = follows !== undefined && (DETERMINERS.has(follows.norm) || follows.kind === 'number');
  const has = participle !== undefined && isParticiple(participle) && (DONE.has(participle) || object);
  // Of *he's set*, *he's known* both readings are possible.
  if (!has && participle !== undefined && isIrregularParticiple(participle) && !/en$/.test(participle))
    return undefined;
  return {
    span: { start: clitic.start, end: clitic.end },
    text: clitic.raw.slice(0, 1) + (has ? 've' : 're'),
  };
}

/**
 * The edits that make the verbs of a subject agree with *they* or *you* instead of *he* or *she*: *is → are*,
 * *plans and keeps → plan and keep*, *Has she led → Have … led*.
 *
 * @param tokens of the block
 * @param first, last the subject's own tokens, inclusive
 * @returns ordered edits, none where nothing changes (*must, worked*); undefined when the verb cannot be told
 */
export function agree(tokens: readonly Token[], first: number, last: number): WordEdit[] | undefined {
  const sentence = tokens[first]?.sentence;
  const inSentence = (at: number) => tokens[at]?.sentence === sentence;
  const next = tokens[last + 1];
  if (next?.kind === 'clitic') {
    if (next.norm !== "'s") return [];
    const edit = openClitic(tokens, last + 1);
    const rest = edit && coordinated(tokens, last + 1);
    return rest && [edit, ...rest];
  }

  const inverted = invertedAuxiliary(tokens, first);
  if (inverted === 'modal') return [];
  if (inverted) return [replace(inverted, pluralVerb(inverted.norm) ?? inverted.norm)];

  let at = last + 1;
  if (REFLEXIVE.test(tokens[at]?.norm ?? '')) at++;
  while (inSentence(at) && isAdverb(word(tokens[at]) ?? '')) at++;
  const verb = tokens[at];
  if (!inSentence(at) || verb?.kind !== 'word') return undefined;
  if (MODALS.has(verb.norm) || (tokens[at + 1]?.norm === "n't" && !AUXILIARIES.has(verb.norm))) return [];
  if (isPast(verb.norm) && verb.norm !== 'was') return [];
  const plural = pluralVerb(verb.norm);
  if (plural === undefined) return isBareVerb(verb.norm) ? [] : undefined;
  const rest = coordinated(tokens, at);
  // 'checks the van before he leaves and signs the log': the verb after 'and' may be that of the main clause.
  if (rest && rest.length > 0 && followsMainClause(tokens, first)) return undefined;
  return rest && [replace(verb, plural), ...rest];
}

/** Does the subject stand in a clause that depends on one before it? */
function followsMainClause(tokens: readonly Token[], first: number): boolean {
  const sentence = tokens[first]?.sentence;
  for (let at = first - 1; tokens[at]?.sentence === sentence; at--) {
    if (SUBORDINATORS.has(tokens[at]?.norm ?? '')) return tokens[at - 1]?.sentence === sentence;
  }
  return false;
}

/** *Has she*, *when does he*, *isn't he*: the auxiliary before the subject, when there is one. */
function invertedAuxiliary(tokens: readonly Token[], first: number): Token | 'modal' | undefined {
  const negated = tokens[first - 1]?.norm === "n't";
  const at = negated ? first - 2 : first - 1;
  const auxiliary = tokens[at];
  if (auxiliary?.kind !== 'word' || auxiliary.sentence !== tokens[first]?.sentence) return undefined;
  const modal = MODALS.has(auxiliary.norm);
  if (!modal && !AUXILIARIES.has(auxiliary.norm) && auxiliary.norm !== 'did' && auxiliary.norm !== 'had')
    return undefined;
  const before = tokens[at - 1];
  const opens = before === undefined || before.sentence !== auxiliary.sentence || before.kind !== 'word';
  if (!opens && !INVERTING.has(before.norm) && !CONJUNCTIONS.has(before.norm) && !asks(tokens, first))
    return undefined;
  return AUXILIARIES.has(auxiliary.norm) ? auxiliary : 'modal';
}

function asks(tokens: readonly Token[], from: number): boolean {
  const sentence = tokens[from]?.sentence;
  for (let at = from; tokens[at]?.sentence === sentence; at++) if (tokens[at]?.norm === '?') return true;
  return false;
}

/** Further verbs of the same subject, after commas and *and*. */
function coordinated(tokens: readonly Token[], verb: number): WordEdit[] | undefined {
  const sentence = tokens[verb]?.sentence;
  const edits: WordEdit[] = [];
  let subordinate = false;
  let waiting: WordEdit[] = [];
  let latest = verb;
  for (let at = verb + 1; tokens[at]?.sentence === sentence; at++) {
    const token = tokens[at] as Token;
    if (';:–—?'.includes(token.norm)) break;
    const conjunction = CONJUNCTIONS.has(token.norm) || token.norm === 'then';
    if (!conjunction && token.norm !== ',') {
      // A clause of its own, or a new subject: what follows may belong to that.
      if (SUBORDINATORS.has(token.norm) && token.norm !== 'before' && token.norm !== 'after')
        subordinate = true;
      if (SUBJECT_PRONOUNS.has(token.norm) && token.norm !== 'it' && token.norm !== 'you') subordinate = true;
      continue;
    }
    let next = at + 1;
    let adverb = false;
    for (; ; next++) {
      const norm = word(tokens[next]) ?? tokens[next]?.norm ?? '';
      if (isAdverb(norm)) adverb = true;
      else if (!CONJUNCTIONS.has(norm) && norm !== 'then') break;
    }
    const candidate = tokens[next];
    if (candidate?.kind !== 'word' || candidate.sentence !== sentence) continue;
    const plural = pluralVerb(candidate.norm);
    if (plural === undefined) continue;
    const direct = adverb || at === latest + 1;
    if (!direct && !isVerb(tokens, next)) {
      // 'plans routes and schedules.' has a noun, 'checks stock and orders parts' a verb: too close to tell apart.
      if (isOpen(tokens, next)) return undefined;
      continue;
    }
    if (subordinate) return undefined;
    const edit = replace(candidate, plural);
    // A comma alone may open an aside; an 'and' later tells that it was a list.
    if (conjunction || next > at + 1) {
      edits.push(...waiting, edit);
      waiting = [];
    } else waiting.push(edit);
    latest = next;
    at = next;
  }
  return waiting.length > 0 ? undefined : edits;
}

/** Is the word in -s a verb and not a plural noun? */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const norm = tokens[at]?.norm ?? '';
  const next = tokens[at + 1];
  if (surelyVerb(norm)) return next === undefined || !['and', ','].includes(next.norm) || norm.length < 5;
  if (next === undefined) return false;
  return (
    (DETERMINERS.has(next.norm) && next.norm !== 'all' && next.norm !== 'both') ||
    OBJECT_PRONOUNS.has(next.norm) ||
    next.kind === 'number' ||
    isParticle(next.norm)
  );
}

/** May the word be a verb all the same? */
function isOpen(tokens: readonly Token[], at: number): boolean {
  if (
    /(?:[ts]ion|ness|it(?:y|ie)|anc[ey]|enc[ey]|ship|ism|ing|sale|good|system)s$/.test(tokens[at]?.norm ?? '')
  )
    return false;
  const next = tokens[at + 1];
  return (
    next?.kind === 'word' &&
    !PREPOSITIONS.has(next.norm) &&
    !CONJUNCTIONS.has(next.norm) &&
    !SUBORDINATORS.has(next.norm)
  );
}
