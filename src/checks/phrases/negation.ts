import type { Token } from '../../words/tokens.ts';

const words = (list: string) => new Set(list.split(' '));

/** How many words before the match a negation reaches, and over the items of a list. */
const REACH = 5;
const LIST_REACH = 12;

const NEGATIONS = words(
  "no not never without nor neither none nobody cannot n't dont doesnt isnt arent wont cant lack lacks lacking avoid " +
    'avoids avoiding',
);
/** Two words that negate together, by the second. */
const PAIRS: Readonly<Record<string, ReadonlySet<string>>> = {
  of: words('instead'),
  than: words('rather'),
  to: words('opposed'),
  from: words('refrain refrains'),
};
/** A negation before one of these denies nothing: *not only, no later than, no matter, don't miss*. */
const INNOCENT = words(
  'only just merely simply solely matter doubt wonder surprise later less fewer more earlier sooner longer older ' +
    'younger miss wait hesitate forget worry mention otherwise least',
);
/** Of those before, the ones that are harmless only in a comparison: *no more than*, but *no longer*, *no more*. */
const COMPARED = words('later less fewer more earlier sooner longer older younger');
/** A clause ends before these. */
const CLAUSES = words(
  'but however though although yet while whereas because unless if except until since when where who whose whom ' +
    'which so then otherwise',
);
const SUBJECTS = words('we you i they he she it our your you');
const BREAKS = words('; : ( ) [ ] – — | • . ! ?');
const TAIL_NEEDS = words('required needed necessary expected essential mandatory important compulsory');
const COPULAS = words("is are be 's 're was were will would do does");

/**
 * Whether what stands from token `first` to `last` is negated: by a word up to five words before it in its clause, or by
 * *is not required* and its like after it.
 */
export function isNegated(tokens: readonly Token[], first: number, last: number): boolean {
  return negatedBefore(tokens, first) || negatedAfter(tokens, last);
}

function negatedBefore(tokens: readonly Token[], first: number): boolean {
  const sentence = tokens[first]?.sentence;
  // 'non-native'
  if (isNon(tokens, first)) return true;
  let count = 0;
  let commas = 0;
  for (let i = first - 1; i >= 0 && count < LIST_REACH; i--) {
    const token = tokens[i]!;
    if (token.sentence !== sentence || CLAUSES.has(token.norm)) return false;
    if (token.kind === 'punctuation') {
      if (BREAKS.has(token.norm)) return false;
      if (token.norm === ',') commas++;
      continue;
    }
    if (token.norm === 'and' && SUBJECTS.has(tokens[i + 1]?.norm ?? '')) return false;
    if (token.kind !== 'clitic') count++;
    if (denies(tokens, i)) return commas === 0 ? count <= REACH : isList(tokens, i, first);
  }
  return false;
}

/** Whether the word at `i` negates what follows it. */
function denies(tokens: readonly Token[], i: number): boolean {
  const { norm, kind, sentence } = tokens[i]!;
  const next = tokens[i + 1];
  if (PAIRS[norm]?.has(tokens[i - 1]?.norm ?? '')) return tokens[i - 1]!.sentence === sentence;
  if (!NEGATIONS.has(norm)) return false;
  if (next === undefined) return true;
  // 'no-nonsense', 'No. 5'
  if (kind === 'word' && !next.spaceBefore && (next.norm === '-' || next.norm === '.')) return false;
  if (!INNOCENT.has(next.norm)) return true;
  return COMPARED.has(next.norm) && tokens[i + 2]?.norm !== 'than';
}

/** Whether the commas from the negation to the match separate the items of a list: *no gurus, ninjas or wizards*. */
function isList(tokens: readonly Token[], negation: number, first: number): boolean {
  let words = 0;
  let joined = false;
  for (let i = negation + 1; i < first; i++) {
    const { kind, norm } = tokens[i]!;
    if (norm === 'or' || norm === 'nor') joined = true;
    if (kind === 'punctuation' || norm === 'or' || norm === 'nor') words = 0;
    else if (kind === 'word' && (++words > 2 || TAIL_NEEDS.has(norm))) return false;
  }
  if (words > 1) return false;
  for (let i = first + 1; i < first + 8 && !joined; i++) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== tokens[first]!.sentence) break;
    joined = token.norm === 'or' || token.norm === 'nor';
  }
  return joined;
}

function isNon(tokens: readonly Token[], first: number): boolean {
  const dash = tokens[first - 1];
  return (
    dash?.norm === '-' &&
    !dash.spaceBefore &&
    !tokens[first]!.spaceBefore &&
    tokens[first - 2]?.norm === 'non'
  );
}

/** *A degree is not required*, *experience not needed*, *isn't a must*. */
function negatedAfter(tokens: readonly Token[], last: number): boolean {
  let at = last + 1;
  const sentence = tokens[last]?.sentence;
  const norm = (index: number) => (tokens[index]?.sentence === sentence ? (tokens[index]?.norm ?? '') : '');
  while (at <= last + 3 && COPULAS.has(norm(at))) at++;
  if (norm(at) !== 'not' && norm(at) !== "n't") return false;
  at++;
  while (norm(at) === 'be' || norm(at) === 'strictly' || norm(at) === 'always') at++;
  if (norm(at) === 'a' && (norm(at + 1) === 'must' || norm(at + 1) === 'requirement')) return true;
  return TAIL_NEEDS.has(norm(at));
}
