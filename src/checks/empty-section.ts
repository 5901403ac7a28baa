import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Block, Posting } from '../contract/posting.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({ message: z.string().min(1).describe('{match} is the heading.') });
export type EmptySectionFields = z.infer<typeof fields>;

/**
 * Headings with nothing under them. Only headings of the format count, and only where nothing at all stands between
 * them and the next one of their level: a picture, a comment or a tag that a program fills in is something.
 */
export const emptySectionCheck: CheckKind<EmptySectionFields> = {
  name: 'empty-section',
  summary: 'A heading with nothing under it.',
  fields,
  compile: (rules) => ({
    posting: (posting) =>
      rules.flatMap((rule) =>
        posting.blocks
          .filter((block) => isEmpty(block, posting) && speaks(rule, block.language))
          .map((block) =>
            remark(
              rule,
              block.map.cover({ start: 0, end: block.text.length }),
              fill(rule.message, { match: block.text }),
            ),
          ),
      ),
  }),
};

function isEmpty(block: Block, { blocks, source }: Posting): boolean {
  if (block.kind !== 'heading' || block.pseudo || block.title || block.text === '') return false;
  const next = blocks[block.index + 1];
  if (next && (next.kind !== 'heading' || next.pseudo || (next.level ?? 7) > (block.level ?? 0)))
    return false;
  // The first of two that follow each other may be the posting's title; “Grade: C1” says all it has to.
  if (block.level === 1 || /[.:]$|[:–—|] /.test(block.text)) return false;
  if (block.regions.some(({ kind }) => kind === 'placeholder')) return false;
  const between = source.slice(block.source.end, next?.source.start ?? source.length);
  return (
    between.replace(/<\/?[a-z][^<>]*>/gi, '').trim() === '' &&
    !/<(?:img|iframe|video|embed|object|svg)\b/i.test(between)
  );
}
