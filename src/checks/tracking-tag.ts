import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { fill, remark } from './form/remarks.ts';

const fields = z.object({
  prefixes: z
    .array(z.string().regex(/^[A-Z]{1,8}$/))
    .min(1)
    .describe('What tags begin with: LI for #LI-Remote.'),
  house: z
    .literal(true)
    .optional()
    .describe('The rule is the house’s: it holds where the house style says where tags stand.'),
  message: z.string().min(1).describe('{match} is the tag.'),
  title: z.string().min(1).describe('Title of the fix; {match} is the tag.'),
});
export type TrackingTagFields = z.infer<typeof fields>;

const ONLY_TAGS = /^(?:[#＃][\p{L}\p{N}_-]+[\s,;|]*)+$/u;

/** Tags that job sites read and people do not, in the middle of text. A line of nothing but tags is their place. */
export const trackingTagCheck: CheckKind<TrackingTagFields> = {
  name: 'tracking-tag',
  summary: 'Tags for job sites in the middle of the text.',
  fields,
  compile(rules, { house }) {
    const decided = house.style?.tags;
    // Within text they are in the way wherever the house has them; a line of tags is in its place, or is not.
    const active = rules.filter((rule) =>
      rule.house
        ? decided === 'end' || decided === 'forbidden'
        : decided !== 'allowed' && decided !== 'forbidden',
    );
    const all = active.map(
      (rule): Compiled => ({
        rule,
        pattern: new RegExp(
          `(?<![\\p{L}\\p{N}/&#])#(?:${rule.prefixes.join('|')})-[A-Za-z0-9]+(?![\\p{L}\\p{N}-])`,
          'gu',
        ),
      }),
    );
    const inText = all.filter(({ rule }) => !rule.house);
    const byHouse = all.filter(({ rule }) => rule.house);
    return {
      block(block, posting) {
        if (!block.text.includes('#') || ONLY_TAGS.test(block.text)) return [];
        return inText.flatMap((compiled) => tagsIn(compiled, block, posting));
      },
      posting(posting) {
        if (byHouse.length === 0 || !posting.source.includes('#')) return [];
        const last = posting.blocks.findLastIndex(({ text }) => !ONLY_TAGS.test(text));
        const wrong = posting.blocks.filter(({ text, index }) =>
          decided === 'forbidden' ? text.includes('#') : index < last && ONLY_TAGS.test(text),
        );
        return byHouse.flatMap((compiled) => wrong.flatMap((block) => tagsIn(compiled, block, posting)));
      },
    };
  },
};

interface Compiled {
  rule: Rule<TrackingTagFields>;
  pattern: RegExp;
}

function tagsIn({ rule, pattern }: Compiled, block: Block, posting: Posting): Finding[] {
  return [...block.text.matchAll(pattern)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return finding(rule, block, posting, span, match[0]);
  });
}

function finding(
  rule: Rule<TrackingTagFields>,
  block: Block,
  posting: Posting,
  span: Span,
  match: string,
): Finding {
  const fix = rule.house ? undefined : move(block, posting, span, match);
  const title = fill(rule.title, { match });
  return remark(rule, block.map.cover(span), fill(rule.message, { match }), fix ? [{ ...fix, title }] : []);
}

/** Takes the tag out and puts it on a line of its own below the block. */
function move(
  block: Block,
  { source, format }: Posting,
  span: Span,
  tag: string,
): Omit<Fix, 'title'> | undefined {
  if (format === 'html' || block.kind !== 'paragraph') return undefined;
  const last = span.end === block.text.length && block.text[span.start - 1] === ' ';
  const place = block.map.cover({ start: last ? span.start - 1 : span.start, end: span.end });
  // Only where it ends the paragraph: elsewhere the sentence around it would have to be mended.
  if (!last || place.end !== block.source.end || !/^\s+#/.test(source.slice(place.start, place.end)))
    return undefined;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  return { safety: 'suggestion', edits: [{ span: place, text: `${newline}${newline}${tag}` }] };
}
