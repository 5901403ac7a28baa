import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting, Span } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { fill, remark, speaks, touchesMasked } from './form/remarks.ts';
import { titleBlock } from './title.ts';

/** What is counted. */
const THINGS = {
  'exclamation-marks': /!+/g,
  emoji:
    /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:[\u{1F3FB}-\u{1F3FF}\uFE0F]|\u200D\p{Extended_Pictographic})*/gu,
} as const;

/** Without these in its source a posting has none. An entity in HTML may stand for one. */
const TRACES = {
  'exclamation-marks': /!|&/,
  emoji: /[\u203C-\u3299\uD83C-\uD83E]|&#/,
} as const;

const fields = z.object({
  what: z.enum(Object.keys(THINGS) as [keyof typeof THINGS]).describe('What is counted in the posting.'),
  where: z.enum(['posting', 'title']).default('posting').describe('Where it is counted.'),
  house: z
    .literal(true)
    .optional()
    .describe('The rule is the house’s: it holds where the house style forbids them.'),
  most: z.int().min(0).describe('How many are fine.'),
  message: z.string().min(1).describe('{count} is how many there are, {most} how many are fine.'),
});
export type TooManyFields = z.infer<typeof fields>;

/** Marks of which a few are fine. The first one too many is marked, once for the whole posting. */
export const tooManyCheck: CheckKind<TooManyFields> = {
  name: 'too-many',
  summary: 'Exclamation marks or emoji, more than a posting bears.',
  fields,
  compile(rules, { house }) {
    // What the house has decided outweighs what is fine elsewhere.
    const active = rules.filter((rule) => {
      const decided = house.style?.[rule.what === 'emoji' ? 'emoji' : 'exclamationMarks'];
      return rule.house ? decided === 'forbidden' : decided === undefined || rule.where === 'title';
    });
    return { posting: (posting) => active.flatMap((rule) => findings(rule, posting)) };
  },
};

function findings(rule: Rule<TooManyFields>, posting: Posting): Finding[] {
  const { what, most, message } = rule;
  if (!TRACES[what].test(posting.source)) return [];
  const places: Span[] = [];
  const title = titleBlock(posting);
  for (const block of rule.where === 'posting' ? posting.blocks : title ? [title] : []) {
    if (!TRACES[what].test(block.text)) continue;
    if (!speaks(rule, block.language)) continue;
    for (const match of block.text.matchAll(THINGS[what])) {
      const span = { start: match.index, end: match.index + match[0].length };
      // “Yahoo!” goes on in the same sentence.
      const name = what === 'exclamation-marks' && /^ \p{Ll}/u.test(block.text.slice(span.end));
      if (!name && !touchesMasked(block, span)) places.push(block.map.cover(span));
    }
  }
  const one = places[most];
  if (!one) return [];
  const data = { count: places.length };
  return [remark(rule, one, fill(message, { ...data, most }), [], data)];
}
