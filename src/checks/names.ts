import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { type Token, tokenize, tokensOf } from '../words/tokens.ts';
import { findingAt, passageOf, replacement } from './passages.ts';
import { isUntouched } from './phrases/context.ts';

const fields = z.object({
  message: z.string().trim().min(1).describe('{name} is the right spelling, {match} what stands there.'),
});
type NamesRule = Rule<z.infer<typeof fields>>;

/** A spelling to look for, as tokens. */
interface Written {
  /** How the name is written. */
  name: string;
  words: readonly Token[];
  /** `wrong` in exactly these words; `any` in any case. */
  how: 'right' | 'wrong' | 'any';
}

/** The names of a house's configuration, in the right spelling and case. */
export const namesCheck: CheckKind<z.infer<typeof fields>> = {
  name: 'names',
  summary: 'Names of the company, its products and others, in their right spelling and case.',
  fields,
  compile(rules, { house }) {
    const spellings = spellingsOf(house);
    if (spellings.length === 0) return {};
    const byFirst = new Map<string, Written[]>();
    for (const spelling of spellings) {
      const first = spelling.words[0]?.norm ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), spelling]);
    }
    // At one place, the longest; of equals, the right one.
    for (const list of byFirst.values())
      list.sort(
        (a, b) => b.words.length - a.words.length || Number(b.how === 'right') - Number(a.how === 'right'),
      );
    return {
      block: (block, posting) =>
        wrongNames(block, byFirst).flatMap(({ name, first, last }) =>
          rules.flatMap((rule) => finding(rule, name, first, last, block, posting) ?? []),
        ),
    };
  },
};

function spellingsOf({ company, terms = [] }: House): Written[] {
  const names = [
    ...terms,
    ...(company?.name === undefined ? [] : [{ name: company.name, not: company.not }]),
  ];
  return names.flatMap(({ name, not = [] }) => {
    const words = tokenize(name);
    const right: Written[] = [{ name, words, how: 'right' }];
    if (isTelling(name)) right.push({ name, words, how: 'any' });
    return [...right, ...not.map((wrong): Written => ({ name, words: tokenize(wrong), how: 'wrong' }))];
  });
}

/**
 * Whether a name's capitals make it one wherever it stands: capitals inside a word, or several words with capitals. A
 * single word such as *Shape* may as well be meant as the word.
 */
function isTelling(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|\p{L}\d|\d\p{L}/u.test(name) ||
    words.filter((word) => /^\p{Lu}/u.test(word)).length > 1
  );
}

interface Found {
  name: string;
  first: number;
  last: number;
}

function wrongNames(block: Block, byFirst: ReadonlyMap<string, readonly Written[]>): Found[] {
  const tokens = tokensOf(block);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const candidates = byFirst.get(tokens[at]?.norm ?? '');
    const hit = candidates?.find((spelling) => stands(spelling, tokens, at));
    if (!hit) continue;
    const last = at + hit.words.length - 1;
    const right = block.text.slice(tokens[at]?.start, tokens[last]?.end).replace(/\s+/g, ' ') === hit.name;
    if (hit.how !== 'right' && !right && !isIdentifier(tokens, at, last) && !isLoud(block, tokens, at, last))
      found.push({ name: hit.name, first: at, last });
    at = last;
  }
  return found;
}

function stands({ words, how }: Written, tokens: readonly Token[], at: number): boolean {
  return words.every((word, offset) => {
    const token = tokens[at + offset];
    if (!token || (offset > 0 && token.spaceBefore !== word.spaceBefore)) return false;
    return how === 'any' ? token.norm === word.norm : apostrophe(token.raw) === apostrophe(word.raw);
  });
}

function apostrophe(word: string): string {
  return word.normalize('NFC').replace(/[’‘ʼ＇`´]/g, "'");
}

/** Part of a file's name, a path, a handle, a tag, an identifier in small letters. */
function isIdentifier(tokens: readonly Token[], first: number, last: number): boolean {
  const start = tokens[first]!;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const small = tokens.slice(first, last + 1).every(({ raw }) => raw === raw.toLowerCase());
  if (before && !start.spaceBefore && (/^[_/\\@#.~]$/.test(before.raw) || (small && before.raw === '-')))
    return true;
  if (!after || after.spaceBefore) return false;
  if (/^[_\\@]$/.test(after.raw) || (small && (after.raw === '-' || after.raw === '/'))) return true;
  // `github.yml`, but not the end of a sentence.
  return (
    after.raw === '.' && tokens[last + 2]?.spaceBefore === false && tokens[last + 2]?.kind !== 'punctuation'
  );
}

/** A line in capitals gives them to names, too. */
function isLoud({ text }: Block, tokens: readonly Token[], first: number, last: number): boolean {
  const written = text.slice(tokens[first]?.start, tokens[last]?.end);
  return written === written.toUpperCase() && text === text.toUpperCase();
}

function finding(
  rule: NamesRule,
  name: string,
  first: number,
  last: number,
  block: Block,
  posting: Posting,
): Finding | undefined {
  const passage = passageOf(block, posting, tokensOf(block), first, last);
  if (isUntouched(passage)) return undefined;
  const span = { start: passage.match.start, end: passage.match.end };
  return findingAt(block, span, {
    rule: rule.id,
    severity: rule.severity as Severity,
    message: rule.message
      .replaceAll('{match}', () => block.text.slice(span.start, span.end).replace(/\s+/g, ' '))
      .replaceAll('{name}', () => name),
    fixes: replacement(block, posting, span, name, { safety: 'safe', exact: true }),
    data: { name },
  });
}
