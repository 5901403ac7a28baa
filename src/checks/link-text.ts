import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  texts: z.array(z.string().min(1)).min(1).describe('Texts of links that say nothing, in lower case.'),
  message: z.string().min(1).describe('{match} is the link’s text.'),
});
export type LinkTextFields = z.infer<typeof fields>;

/** Links whose text says nothing about where they lead. */
export const linkTextCheck: CheckKind<LinkTextFields> = {
  name: 'link-text',
  summary: 'Links that say “here” instead of where they lead.',
  fields,
  compile(rules) {
    const all = rules.map((rule) => ({ rule, texts: new Set(rule.texts) }));
    return {
      block(block) {
        if (!block.regions.some(({ kind }) => kind === 'link')) return [];
        return all.flatMap(({ rule, texts }) => {
          if (!speaks(rule, block.language)) return [];
          return block.regions.flatMap((region) => {
            if (region.kind !== 'link' || region.end - region.start > 40) return [];
            const match = block.text.slice(region.start, region.end);
            const words = match
              .toLowerCase()
              .replace(/[\s\u00A0]+/g, ' ')
              .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
            return texts.has(words)
              ? [remark(rule, block.map.cover(region), fill(rule.message, { match }))]
              : [];
          });
        });
      },
    };
  },
};
