import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { English } from '../contract/house.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Spelling, spellingOf, type Variety } from '../words/spelling.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { findingAt, passageOf, replacement } from './passages.ts';
import { isUntouched, termsTest } from './phrases/context.ts';
import { isName } from './phrases/names.ts';

const fields = z.object({
  against: z
    .enum(['house', 'posting'])
    .describe('What a word is held against: the variety of the house, or that of most words of the posting.'),
  message: z
    .string()
    .trim()
    .min(1)
    .describe('{word} is the word, {other} the other spelling, {variety} what is meant.'),
});
type SpellingRule = Rule<z.infer<typeof fields>>;

const VARIETIES: Readonly<Record<English, Variety>> = {
  'en-US': 'US',
  'en-GB': 'GB',
  'en-GB-oxendict': 'GB',
  'en-CA': 'CA',
  'en-AU': 'AU',
  'en-IE': 'GB',
  'en-NZ': 'GB',
  'en-ZA': 'GB',
  'en-IN': 'GB',
};
const NAMES: Readonly<Record<Variety, string>> = {
  US: 'American',
  GB: 'British',
  CA: 'Canadian',
  AU: 'Australian',
};
/** As many of the one spelling as this for each of the other show which one is meant. */
const MAJORITY = 2;

/** American and British spelling. Names, quotations, code and addresses are left as they are. */
export const spellingVarietyCheck: CheckKind<z.infer<typeof fields>> = {
  name: 'spelling-variety',
  summary: 'American and British spelling, held against the house or against the rest of the posting.',
  fields,
  compile(rules, { house, terms }) {
    const isTerm = termsTest(terms);
    const { english } = house;
    const byHouse = english === undefined ? [] : rules.filter(({ against }) => against === 'house');
    // What the house has decided needs no majority.
    const byPosting = english === undefined ? rules.filter(({ against }) => against === 'posting') : [];
    if (byHouse.length + byPosting.length === 0) return {};
    return {
      block(block, posting) {
        if (byHouse.length === 0 || block.language !== 'en') return [];
        const variety = VARIETIES[english as English];
        const loose = english === 'en-GB-oxendict';
        return wordsOf(block, posting, isTerm)
          .filter(({ spelling }) => spelling.wrongIn.includes(variety) && !(loose && spelling.ize))
          .flatMap((word) => byHouse.map((rule) => finding(rule, word, variety, posting)));
      },
      posting(posting) {
        if (byPosting.length === 0) return [];
        const words = posting.blocks.flatMap((block) =>
          block.language === 'en' ? wordsOf(block, posting, isTerm) : [],
        );
        // -ize is good British English, too.
        const told = words.filter(({ spelling }) => !spelling.ize);
        const american = told.filter(({ spelling }) => spelling.wrongIn.includes('GB'));
        const british = told.filter(({ spelling }) => spelling.wrongIn.includes('US'));
        const [few, variety]: [Word[], Variety] =
          american.length > british.length ? [british, 'US'] : [american, 'GB'];
        if (few.length === 0 || few.length * MAJORITY > told.length - few.length) return [];
        return few.flatMap((word) => byPosting.map((rule) => finding(rule, word, variety, posting)));
      },
    };
  },
};

interface Word {
  block: Block;
  token: Token;
  spelling: Spelling;
}

function wordsOf(
  block: Block,
  posting: Posting,
  isTerm: (text: string, start: number, end: number) => boolean,
): Word[] {
  const tokens = tokensOf(block);
  const found: Word[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return;
    const spelling = spellingOf(token.norm);
    if (!spelling || isNamed(tokens, at, block)) return;
    if (isUntouched(passageOf(block, posting, tokens, at, at))) return;
    if (isName(tokens, block.text, at, at) || isTerm(block.text, token.start, token.end)) return;
    found.push({ block, token, spelling });
  });
  return found;
}

/** A capital in the middle of a sentence, which only titles and headings give to other words than names. */
function isNamed(tokens: readonly Token[], at: number, { kind }: Block): boolean {
  const { raw, sentence, spaceBefore } = tokens[at]!;
  const before = tokens[at - 1];
  // Part of a file's name, an identifier, a handle.
  if (before && !spaceBefore && /^[_./\\@#]$/.test(before.raw)) return true;
  const after = tokens[at + 1];
  if (after && !after.spaceBefore && /^[_/\\@]$/.test(after.raw)) return true;
  if (kind === 'heading' || raw === raw.toLowerCase() || raw === raw.toUpperCase()) return false;
  return before !== undefined && before.sentence === sentence && before.kind !== 'punctuation';
}

function finding(
  rule: SpellingRule,
  { block, token, spelling }: Word,
  variety: Variety,
  posting: Posting,
): Finding {
  const span = { start: token.start, end: token.end };
  return findingAt(block, span, {
    rule: rule.id,
    severity: rule.severity === 'off' ? 'warning' : (rule.severity as Severity),
    message: rule.message
      .replaceAll('{word}', token.raw)
      .replaceAll('{other}', spelling.other)
      .replaceAll('{variety}', NAMES[variety]),
    fixes: replacement(block, posting, span, spelling.other, { safety: 'safe' }),
    data: { variety },
  });
}
