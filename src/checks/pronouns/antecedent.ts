import { DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS } from '../../words/english/function-words.ts';
import { GIVEN_NAMES } from '../../words/english/names.ts';
import type { Token } from '../../words/tokens.ts';

/**
 * Whom a pronoun is about: `hired`, the person in the job; `served`, someone the job is done for; `known`, a certain
 * person whose pronouns the writer knows; `unknown`, no noun before it tells.
 */
export type Antecedent = 'hired' | 'served' | 'known' | 'unknown';

/** Where the block's nouns for people stand: index of the last token of each. */
export interface People {
  hired: ReadonlySet<number>;
  served: ReadonlySet<number>;
  known: ReadonlySet<number>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const TITLES = words(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr sr madam judge justice sgt capt captain lt col general king queen prince princess pope rabbi imam',
);

/** After these a name of a company, a street, a product ends. */
const NO_SURNAME =
  words(`ltd inc llc plc gmbh corp corporation company group street road avenue house hall park college school university
  hospital trust bank council county city bay valley hill international association society institute foundation centre center hotel airport
  office department team division services solutions systems technologies studio studios partners limited court lane square
  manager engineer officer director assistant supervisor technician nurse teacher driver analyst developer designer executive lead`);

/** Words before a person's name: *by, with, meet, founder Jane Okafor*. */
const INTRODUCES =
  words(`by with meet founder cofounder owner founders director ceo cto cfo coo chair chairman chairwoman chairperson president principal head
  manager partner chef boss md dean editor mentor supervisor lead leader colleague minister mayor author artist and
  contact ask email call phone report reports reporting to`);

/** Between a pronoun and its noun these make the noun a kind of person, not a certain one. */
const GENERIC = words(
  'a an any each every no either neither one another some which whichever what successful ideal right perfect good best typical new next future',
);

/** A person stands after these. */
const MEETS =
  words(`shadow shadows shadowing assist assists assisting meet ask phone ring call thank succeed succeeds succeeding replace replaces replacing
  mentor coach interview hired named called`);
/** Before these, authors and artists do, whose names may look like the name of a job: *Turner, Chaucer*. */
const STUDIES = words(
  'read reads reading study studies studying teach teaches teaching perform performs sing sings edit edits translate catalogue catalog play',
);
const RELATES = words('who whose whom');
const OWNS = words('his her');
const CALENDAR =
  words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december christmas easter english french german spanish python java excel`);
const PLURAL_JOB = /(?:ers|ors|ists|ians|ants|men)$/;

const suffix = /(?:..er|..or|..ist|..ian|..eer|..ant|..person|.man|.woman)$/;
/** In -er, -or, -ant and no people. */
const THINGS =
  words(`number neither either order paper letter water power tower centre center computer server other another whether after
  under over however ever never further rather together weather quarter chapter offer register newsletter folder matter
  counter corner dinner summer winter september october november december door floor error sector motor factor color
  colour labor behavior major minor prior poor career restaurant plant grant important relevant significant constant
  instant want account former latter better larger smaller higher lower longer shorter younger older newer proper super per
  for nor or her outdoor indoor interior exterior superior laser router printer scanner monitor trailer transfer consider
  deliver cover discover remember enter gather answer prefer refer tender cyber timber rubber copper silver leather
  feather our your tour mirror vector tractor reactor generator indicator sensor elevator escalator calculator warrant
  pleasant distant vacant brilliant elegant compliant`);

const PEOPLE =
  words(`nurse cook chef coach guard clerk pilot judge guide aide temp head apprentice mechanic midwife paramedic architect analyst agent
  graduate intern student- trainee employee chief boss lead starter hire nanny maid valet butler sheriff
  president superintendent candidate associate delegate advocate colleague incumbent appointee jobholder postholder
  everyone everybody someone somebody anyone anybody nobody who whoever person individual applicant people`);

const capital = (token: Token | undefined) => token?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw);

/** Could the noun be one for a person at work? Only used to choose between *they* and *you*. */
export function looksHired(norm: string): boolean {
  return PEOPLE.has(norm) || (suffix.test(norm) && !THINGS.has(norm));
}

/** Is the token the last of a person's name, or of the given name alone? */
export function endsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!capital(token) || !token) return false;
  const before = tokens[at - 1];
  const touching = before !== undefined && before.sentence === token.sentence;
  const titled =
    touching && (TITLES.has(before.norm) || (before.norm === '.' && TITLES.has(tokens[at - 2]?.norm ?? '')));
  if (titled) return true;
  const opens = !touching;
  if (GIVEN_NAMES.has(token.norm)) {
    const place = touching && PREPOSITIONS.has(before.norm) && ['in', 'at', 'near'].includes(before.norm);
    return (
      !place &&
      !DETERMINERS.has(before?.norm ?? '') &&
      (!opens || !capital(tokens[at + 1]) || !NO_SURNAME.has(tokens[at + 1]?.norm ?? ''))
    );
  }
  if (NO_SURNAME.has(token.norm)) return false;
  if (isLoneName(tokens, at)) return true;
  if (!touching || !capital(before)) return false;
  if (GIVEN_NAMES.has(before.norm)) return true;
  // 'our founder, Wambui Njoroge,' and 'led by Wambui Njoroge'; two capitals alone are too often a place.
  const two = tokens[at - 2];
  const comma = two?.norm === ',';
  const introducer = comma ? tokens[at - 3] : two;
  if (!introducer || introducer.sentence !== token.sentence || !INTRODUCES.has(introducer.norm)) return false;
  if (!comma) return true;
  const after = tokens[at + 1];
  return after?.sentence === token.sentence && (after.norm === ',' || after.kind === 'word');
}

/**
 * Is a single capitalised word, of which nothing else is known, the name of a person? It is where a *who*, or *and his*,
 * follows, or words that are said of people come before: *you shadow Samira, who …*, *Dickens and his contemporaries*.
 */
function isLoneName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (CALENDAR.has(token.norm) || SUBJECT_PRONOUNS.has(token.norm)) return false;
  const norm = (index: number) =>
    tokens[index]?.sentence === token.sentence ? (tokens[index]?.norm ?? '') : '';
  const before = norm(at - 1);
  const opens = norm(at - 2) === '';
  if (DETERMINERS.has(before) || (before !== '' && !opens && capital(tokens[at - 1]))) return false;
  if (STUDIES.has(before)) return true;
  if (looksHired(token.norm) || PLURAL_JOB.test(token.norm)) return false;
  const after = norm(at + 1);
  if (opens && before !== '' && capital(tokens[at - 1])) return MEETS.has(before);
  if (after === ',' && RELATES.has(norm(at + 2))) return true;
  if (after === 'and' && OWNS.has(norm(at + 2))) return true;
  return MEETS.has(before);
}

/**
 * Whom the pronoun at `first` is about: the nearest noun for a person before it, in its sentence or the two before. A
 * name outweighs the noun, unless the noun is one of a kind of person (*every nurse*).
 *
 * @param tokens of the block
 */
export function antecedentOf(tokens: readonly Token[], first: number, people: People): Antecedent {
  const own = tokens[first]?.sentence ?? 0;
  let found: Antecedent = 'unknown';
  /** The sentence in which a name may still explain the pronoun. */
  let earliest = own - 2;
  for (let at = first - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (token.sentence < earliest) break;
    if (people.known.has(at) || endsName(tokens, at)) return 'known';
    if (found !== 'unknown') continue;
    if (people.served.has(at)) found = 'served';
    else if (people.hired.has(at)) found = 'hired';
    else continue;
    const reach = reachOfNoun(tokens, at);
    if (reach === 'generic') break;
    if (reach === 'sentence') earliest = token.sentence;
  }
  return found;
}

/**
 * How far back a name may stand that the noun stands for: nowhere (*a nurse, the successful candidate*), in its sentence
 * (*the manager, nurses*), before it (*our manager*).
 */
function reachOfNoun(tokens: readonly Token[], at: number): 'generic' | 'sentence' | 'block' {
  const sentence = tokens[at]?.sentence;
  for (let back = at; back >= Math.max(0, at - 4) && tokens[back]?.sentence === sentence; back--) {
    const norm = tokens[back]?.norm ?? '';
    if (GENERIC.has(norm)) return 'generic';
    if (back < at && (norm === 'our' || norm === 'your')) return 'block';
    if (back < at && (DETERMINERS.has(norm) || PREPOSITIONS.has(norm))) return 'sentence';
  }
  return 'sentence';
}

/**
 * Is the person hired the subject of the clause whose object the pronoun at `first` opens? Then the pronoun is hers: of an
 * object that is she herself, *herself* would be written. *The applicant should send her CV.*
 */
export function ownsObject(tokens: readonly Token[], first: number, people: People): boolean {
  const sentence = tokens[first]?.sentence;
  for (let at = first - 1; at >= first - 4 && tokens[at]?.sentence === sentence; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (people.hired.has(at)) return at < first - 1;
    if (
      DETERMINERS.has(token.norm) ||
      PREPOSITIONS.has(token.norm) ||
      token.norm === 'and' ||
      token.norm === 'or'
    )
      return false;
  }
  return false;
}

/** Is a person named anywhere in the block? */
export function mentionsName(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => endsName(tokens, at));
}
