import { CONJUNCTIONS, DETERMINERS, MODALS, SUBORDINATORS } from '../../words/english/function-words.ts';
import {
  isAuxiliary,
  isBareVerb,
  isIrregularParticiple,
  isParticiple,
  isPast,
  pluralVerb,
} from '../../words/third-person.ts';
import type { Token } from '../../words/tokens.ts';
import { coordinatedVerbs, isAdverb, replaceVerb, type WordEdit, word } from './coordination.ts';

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
    if (next.norm !== "'s") return coordinatedVerbs(tokens, last + 1, true);
    const edit = openClitic(tokens, last + 1);
    const rest = edit && coordinatedVerbs(tokens, last + 1, false);
    return rest && [edit, ...rest];
  }

  const inverted = invertedAuxiliary(tokens, first);
  if (inverted === 'modal') return [];
  if (inverted) return [replaceVerb(inverted, pluralVerb(inverted.norm) ?? inverted.norm)];

  let at = last + 1;
  // 'he and his team plan': the verb is that of several already.
  if (next?.norm === 'and' && DETERMINERS.has(tokens[at + 1]?.norm ?? '')) return [];
  if (REFLEXIVE.test(tokens[at]?.norm ?? '')) at++;
  while (inSentence(at) && isAdverb(word(tokens[at]) ?? '')) at++;
  const verb = tokens[at];
  if (!inSentence(at) || verb?.kind !== 'word') return undefined;
  const plural = pluralVerb(verb.norm);
  const same =
    MODALS.has(verb.norm) ||
    (tokens[at + 1]?.norm === "n't" && !isAuxiliary(verb.norm)) ||
    (isPast(verb.norm) && verb.norm !== 'was');
  if (!same && plural === undefined) return isBareVerb(verb.norm) ? [] : undefined;
  const rest = coordinatedVerbs(tokens, at, same);
  // 'checks the van before he leaves and signs the log': the verb after 'and' may be that of the main clause.
  if (rest && rest.length > 0 && followsMainClause(tokens, first)) return undefined;
  return rest && [...(same || plural === undefined ? [] : [replaceVerb(verb, plural)]), ...rest];
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
  if (!modal && !isAuxiliary(auxiliary.norm) && auxiliary.norm !== 'did' && auxiliary.norm !== 'had')
    return undefined;
  const before = tokens[at - 1];
  const opens = before === undefined || before.sentence !== auxiliary.sentence || before.kind !== 'word';
  if (!opens && !INVERTING.has(before.norm) && !CONJUNCTIONS.has(before.norm) && !asks(tokens, first))
    return undefined;
  return isAuxiliary(auxiliary.norm) ? auxiliary : 'modal';
}

function asks(tokens: readonly Token[], from: number): boolean {
  const sentence = tokens[from]?.sentence;
  for (let at = from; tokens[at]?.sentence === sentence; at++) if (tokens[at]?.norm === '?') return true;
  return false;
}
