import { builtinLists } from '../catalog/index.ts';
import { CodedWordsCounter, type CodedWordsFields } from '../checks/coded-words.ts';
import type { Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import type { Linter } from '../lint/index.ts';
import { readingOf } from '../posting/facts/reading.ts';
import { countRequirements } from '../posting/facts/requirements.ts';
import type { CodedWord, Metrics } from '../protocol/report.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { activeRules } from './document.ts';

const YOU = new Set(['you', 'your', 'yours', 'yourself', 'yourselves']);
const WE = new Set(['we', 'our', 'ours', 'us', 'ourselves']);
const CANDIDATE = new Set([
  'candidate',
  'candidates',
  'applicant',
  'applicants',
  'incumbent',
  'jobholder',
  'postholder',
]);
/** Adults read aloud in the mind at about this many words a minute. */
const WORDS_A_MINUTE = 230;
/** Counts over a whole posting. */
export function metricsOf(posting: Posting, linter: Linter): Metrics {
  let you = 0;
  let we = 0;
  let candidate = 0;
  for (const block of posting.blocks) {
    const tokens = tokensOf(block);
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== 'word') continue;
      if (YOU.has(token.norm)) you++;
      else if (WE.has(token.norm) && !isCountry(token)) we++;
      else if (CANDIDATE.has(token.norm) || isJobHolder(tokens, at)) candidate++;
    }
  }
  const { sentences, ease } = readingOf(posting);
  const readingEase = ease === null ? null : Math.round(ease);
  const { mustHaves, niceToHaves } = countRequirements(posting);
  return {
    words: posting.words,
    sentences,
    minutes: Math.max(1, Math.round(posting.words / WORDS_A_MINUTE)),
    readingEase,
    readingLevel: readingEase === null ? null : levelOf(readingEase),
    you,
    candidate,
    we,
    coded: codedWords(posting, linter),
    mustHaves,
    niceToHaves,
  };
}

function levelOf(ease: number): NonNullable<Metrics['readingLevel']> {
  if (ease >= 70) return 'easy';
  if (ease >= 60) return 'plain';
  if (ease >= 50) return 'fairly-hard';
  return ease >= 30 ? 'hard' : 'very-hard';
}

/** *US* is a place. */
function isCountry({ raw }: Token): boolean {
  return raw === 'US';
}

/** *The successful person*, *the role holder*: the reader as somebody else. */
function isJobHolder(tokens: readonly Token[], at: number): boolean {
  const norm = tokens[at]?.norm;
  const before = tokens[at - 1]?.norm;
  return norm === 'holder' && (before === 'role' || before === 'post' || before === 'job');
}

const counters = new WeakMap<Rule, CodedWordsCounter>();

function codedWords(posting: Posting, linter: Linter): Metrics['coded'] {
  const rule = activeRules(linter).get('gender/coded-words')?.rule as Rule<CodedWordsFields> | undefined;
  if (rule?.check !== 'coded-words') return { masculine: [], feminine: [] };
  let counter = counters.get(rule);
  if (!counter) {
    counter = new CodedWordsCounter(rule, { lists: builtinLists });
    counters.set(rule, counter);
  }
  const { tallies } = counter.tally(posting);
  return { masculine: toList(tallies.masculine.words), feminine: toList(tallies.feminine.words) };
}

function toList(words: ReadonlyMap<string, number>): CodedWord[] {
  return [...words].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}
