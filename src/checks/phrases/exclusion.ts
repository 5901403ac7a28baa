import type { Token } from '../../words/tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** How many words may stand between a passage and the word that makes it a condition. */
const NEAR = 6;

const ONLY = words('only exclusively solely preferably');
/** Between *only* and the passage these say that people are chosen. */
const CHOOSES = words(
  `a an the to for from of by hire hires hiring employ employs employing accept accepts accepting consider considers considering
  recruit recruits recruiting want wants interview interviewing shortlist shortlisting seek seeking looking open take taking
  invite inviting applications candidates applicants people persons are 're we`,
);
/** After these *only* says when or why something is done, not whom one wants. */
const MANNER = words(
  `on if when after because where be been being as based made used asked those the run conduct perform ask request collect use disclose share require`,
);
const PREFERS = words('prefer prefers preferring favour favours favor favors prioritise prioritize');
const PREFERENCE = words('preference priority precedence');
const GIVEN = words('is are will shall be being given shown goes to for');
const PREFERRED = words('preferred preferable desired favoured favored prioritised prioritized');
const MUST_NOT = words('need should must may can shall do');
const NOT = words("not n't");
const TURNED_AWAY = words('rejected disqualified excluded declined ignored discarded refused barred');
const CHOSEN = words(
  'considered shortlisted accepted hired interviewed selected employed eligible welcome wanted',
);
/** *Age will not be considered in the decision* shuts nobody out. */
const FACTOR = words('in as when for until during before by at a on with based because due');
const DENIALS = words("no not n't never nobody none without neither nor cannot regardless whether");
/** Preferences that a law gives. */
const BY_LAW = words('veteran veterans indian tribal aboriginal indigenous');
const BREAKS = words('; : ( ) [ ] – — | but however though although , . ! ?');
const FOLLOWS = words('please need may should will can must to and for at in with who or');

/** The words of a sentence around a passage, without what a comma or a clause cuts off. */
class Clause {
  private readonly tokens: readonly Token[];
  private readonly sentence: number;

  constructor(tokens: readonly Token[], sentence: number) {
    this.tokens = tokens;
    this.sentence = sentence;
  }

  norm(at: number): string {
    const token = this.tokens[at];
    return token?.sentence === this.sentence ? token.norm : '';
  }

  /** The first place from `from` on, at most `limit` words away, of a word for which `test` holds. */
  find(
    from: number,
    step: 1 | -1,
    test: (norm: string, at: number) => boolean,
    limit = NEAR,
  ): number | undefined {
    for (let at = from, count = 0; count < limit; at += step) {
      const norm = this.norm(at);
      if (norm === '' || BREAKS.has(norm)) return undefined;
      if (test(norm, at)) return at;
      if (this.tokens[at]?.kind !== 'punctuation') count++;
    }
    return undefined;
  }

  every(from: number, to: number, test: (norm: string) => boolean): boolean {
    for (let at = from; at < to; at++) if (!test(this.norm(at))) return false;
    return true;
  }

  ends(at: number): boolean {
    const norm = this.norm(at);
    return norm === '' || BREAKS.has(norm) || FOLLOWS.has(norm);
  }
}

/**
 * Whether a passage, from token `first` to `last`, is a condition on who is hired: *only …*, *… preferred*, *… need not
 * apply*. That is no part of a statement that treats all alike, wherever it stands.
 */
export function isExclusion(tokens: readonly Token[], first: number, last: number): boolean {
  const sentence = tokens[first]?.sentence;
  if (sentence === undefined) return false;
  const clause = new Clause(tokens, sentence);
  const inside = (set: ReadonlySet<string>) =>
    !clause.every(first, last + 1, (norm) => !set.has(norm)) && !denied(clause, first);
  if (inside(ONLY)) return true;
  return (
    onlyBefore(clause, first) ||
    preferredBefore(clause, first) ||
    chosenAfter(clause, first, last) ||
    turnedAway(clause, first, last)
  );
}

const denied = (clause: Clause, first: number) =>
  clause.find(first - 1, -1, (norm) => DENIALS.has(norm)) !== undefined;

/** *Only native speakers*, *we only hire native speakers* */
function onlyBefore(clause: Clause, first: number): boolean {
  const at = clause.find(first - 1, -1, (norm) => ONLY.has(norm));
  if (at === undefined || NOT.has(clause.norm(at - 1))) return false;
  if (MANNER.has(clause.norm(at + 1)) && at + 1 < first) return false;
  let others = 0;
  for (let each = at + 1; each < first; each++) {
    const norm = clause.norm(each);
    if (MANNER.has(norm) && norm !== 'the') return false;
    if (!CHOOSES.has(norm)) others++;
  }
  return others < 2;
}

/** *We prefer native speakers*, *preference is given to native speakers* */
function preferredBefore(clause: Clause, first: number): boolean {
  const at = clause.find(first - 1, -1, (norm) => PREFERS.has(norm) || PREFERENCE.has(norm));
  if (at === undefined || denied(clause, at)) return false;
  if (clause.find(first - 1, -1, (norm) => BY_LAW.has(norm)) !== undefined) return false;
  return PREFERS.has(clause.norm(at)) || GIVEN.has(clause.norm(at + 1));
}

/** *Native speakers only*, *native speakers will be preferred*; not *preferred name* */
function chosenAfter(clause: Clause, first: number, last: number): boolean {
  const at = clause.find(last + 1, 1, (norm) => ONLY.has(norm) || PREFERRED.has(norm));
  if (at === undefined || !clause.ends(at + 1)) return false;
  if (ONLY.has(clause.norm(at)) && at > last + 3) return false;
  return !denied(clause, first) && clause.every(last + 1, at, (norm) => !DENIALS.has(norm));
}

/** *… need not apply*, *… will not be considered*, *… will be rejected* */
function turnedAway(clause: Clause, first: number, last: number): boolean {
  const at = clause.find(
    Math.max(first, last - 3),
    1,
    (norm, place) =>
      (norm === 'apply' && refuses(clause, place, first)) ||
      (CHOSEN.has(norm) && refuses(clause, place, first) && !FACTOR.has(clause.norm(place + 1))) ||
      (TURNED_AWAY.has(norm) && !refuses(clause, place, first) && !FACTOR.has(clause.norm(place + 1))),
    NEAR + 4,
  );
  return at !== undefined && !denied(clause, first);
}

/** Whether a *not* stands in the passage, or between it and the word at `at`. */
function refuses(clause: Clause, at: number, first: number): boolean {
  for (let back = at - 1; back > first; back--) {
    const norm = clause.norm(back);
    if (norm === 'cannot') return true;
    if (NOT.has(norm)) return clause.norm(at) !== 'apply' || MUST_NOT.has(clause.norm(back - 1));
  }
  return false;
}
