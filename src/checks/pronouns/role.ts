import {
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  MODALS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from '../../words/english/function-words.ts';
import { pluralVerb } from '../../words/third-person.ts';
import type { Token } from '../../words/tokens.ts';

/** After these a person and what they do may follow: *helps her plan the rota*. */
const HAS_DONE = /^(?:help|let|mak|made|have|has|had|see|saw|watch|hear)/;

/** What a pronoun does in its sentence; `absolute`: *hers*. */
export type Role = 'subject' | 'object' | 'possessive' | 'absolute' | 'reflexive';

/** Before *her plan* these leave it open whether *her* is the one who plans or the one whose plan it is. */
const TWO_READINGS = new Set(
  `help helps helped helping let lets letting make makes made making have has had see sees saw watch watches hear hears give gives gave giving
  offer offers offered offering send sends sent sending show shows showed showing tell tells told teach teaches taught pay pays paid ask
  asks asked bring brings brought hand hands handed grant grants granted buy buys bought get gets got`.split(
    /\s+/,
  ),
);

const ADVERB =
  /^(?:well|daily|weekly|here|there|today|too|also|directly|personally|now|soon|alone|again|\p{L}+wards?)$/u;
const CLOSED = [
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  MODALS,
  OBJECT_PRONOUNS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
];

/**
 * What the pronoun does here, of the roles its form can have: *her* before a noun is a possessive, else an object.
 *
 * @param owns the pronoun is about the subject of its clause, so that it cannot be the object
 * @returns undefined when it may be either
 */
export function roleOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  roles: readonly Role[],
  owns = false,
): Role | undefined {
  if (roles.length < 2) return roles[0];
  const other = roles.find((role) => role !== 'possessive');
  const next = tokens[last + 1];
  const own = tokens[last];
  const word =
    next?.sentence === own?.sentence && (next?.kind === 'word' || next?.kind === 'number') ? next : undefined;
  const opening = next?.sentence === own?.sentence && next !== undefined && '"“‘([<{'.includes(next.norm);
  if (opening || next?.norm === 'own') return 'possessive';
  if (!word || ADVERB.test(word.norm) || CLOSED.some((set) => set.has(word.norm))) {
    return word && (word.norm === 'one' || word.norm === 'past') ? 'possessive' : other;
  }
  const before = tokens[first - 1]?.norm ?? '';
  if (other !== 'object' || !TWO_READINGS.has(before)) return 'possessive';
  const after = tokens[last + 2];
  const object = after !== undefined && (DETERMINERS.has(after.norm) || OBJECT_PRONOUNS.has(after.norm));
  // 'helps her plan the rota' is not 'helps her plan'; 'helps her team' is not 'helps her work'.
  if (object && HAS_DONE.test(before)) return 'object';
  if (owns && !HAS_DONE.test(before)) return 'possessive';
  return pluralVerb(`${word.norm}s`) && /s$/.test(word.norm) ? 'possessive' : undefined;
}
