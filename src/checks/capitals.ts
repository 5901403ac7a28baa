import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { fill, quoted, remark, speaks, touchesMasked } from './form/remarks.ts';
import { titleBlock } from './title.ts';

const fields = z.object({
  where: z.enum(['title', 'sentences']).describe('What must not be in capitals throughout.'),
  house: z
    .literal(true)
    .optional()
    .describe('The rule is the house’s: it holds where the house style forbids capitals for emphasis.'),
  words: z.int().min(2).describe('How many words in a row make it so.'),
  message: z.string().min(1).describe('{match} is the passage; {count} how many there are.'),
});
export type CapitalsFields = z.infer<typeof fields>;

/** A run of words in capitals, with what stands between words. */
const RUN =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}'’&.,()/-]*(?:[ \u00A0][\p{Lu}\p{N}(“"'][\p{Lu}\p{N}'’&.,:()”"/-]*)+(?![\p{L}])/gu;
const LONG_WORD = /\p{Lu}{4,}/gu;
/** Without these the slower search finds nothing. */
const SHOUT = /[A-ZÀ-ÞŁ-ŽΑ-ΩА-Я]{4}/;

/**
 * Sentences, or the title, in capitals throughout. Capitals are how plain text sets off its title and headings, so
 * those of plain text are left alone; lists of abbreviations are no sentences.
 */
export const capitalsCheck: CheckKind<CapitalsFields> = {
  name: 'capitals',
  summary: 'Sentences or a title in capitals throughout.',
  fields,
  compile(rules, { house }) {
    const decided = house.style?.allCaps;
    const active = rules.filter((rule) =>
      rule.house ? decided === 'forbidden' : decided === undefined || rule.where === 'title',
    );
    return {
      posting: (posting) =>
        active.flatMap((rule) =>
          rule.where === 'title' ? inTitle(rule, posting) : inSentences(rule, posting),
        ),
    };
  },
};

function inTitle(rule: Rule<CapitalsFields>, posting: Posting): Finding[] {
  const block = titleBlock(posting);
  if (!block || posting.format === 'text' || !speaks(rule, block.language)) return [];
  const { text } = block;
  if (text !== text.toUpperCase() || (text.match(LONG_WORD)?.length ?? 0) < rule.words) return [];
  return [remark(rule, block.map.cover({ start: 0, end: text.length }), fill(rule.message, { match: text }))];
}

function inSentences(rule: Rule<CapitalsFields>, posting: Posting): Finding[] {
  const found: { span: Span; text: string }[] = [];
  for (const block of posting.blocks) {
    if (block.kind === 'heading' || block.kind === 'cell' || !SHOUT.test(block.text)) continue;
    if (!speaks(rule, block.language)) continue;
    for (const match of block.text.matchAll(RUN)) {
      const span = { start: match.index, end: match.index + match[0].length };
      // What plain text sets off as a line of its own, or as a label, is a heading of a kind.
      const heading = match[0].endsWith(':') || (posting.format === 'text' && match[0] === block.text);
      if (!heading && isSentence(match[0], rule.words) && !touchesMasked(block, span))
        found.push({ span: block.map.cover(span), text: match[0] });
    }
  }
  const [first] = found;
  if (!first) return [];
  const data = { count: found.length };
  return [
    remark(
      rule,
      first.span,
      fill(rule.message, { match: quoted([shortened(first.text)]), ...data }),
      [],
      data,
    ),
  ];
}

/** Enough words long enough to be no abbreviations, not parted by commas and strokes as lists are. */
function isSentence(text: string, words: number): boolean {
  const all = text.split(/[ \u00A0]/).filter((word) => /\p{L}/u.test(word));
  const parted = all.filter((word) => /[,/&]$|[/,]/.test(word)).length;
  return all.length >= words && parted * 3 < all.length && (text.match(LONG_WORD)?.length ?? 0) * 2 >= words;
}

function shortened(text: string): string {
  return text.length > 50 ? `${text.slice(0, 50).replace(/\s\S*$/, '')} …` : text;
}
