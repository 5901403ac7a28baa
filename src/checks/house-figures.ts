import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { sourceEdits } from './edits.ts';
import { datesIn, type Figure, rangesIn, thousandsIn } from './form/figures.ts';
import { fill, remark, speaks, touchesMasked } from './form/remarks.ts';

const fields = z.object({
  of: z.enum(['ranges', 'thousands', 'dates']).describe('What is held against the house style.'),
  message: z.string().min(1).describe('{match} is what stands there, {form} the house’s form.'),
  title: z.string().min(1).describe('Title of the fix; {text} is what it puts in.'),
});
export type HouseFiguresFields = z.infer<typeof fields>;

type Finder = (text: string) => Figure[];

/** Ranges, thousands and dates that are not written as the house has them. */
export const houseFiguresCheck: CheckKind<HouseFiguresFields> = {
  name: 'house-figures',
  summary: 'Ranges, thousands and dates that are not written as the house has them.',
  fields,
  compile(rules, { house }) {
    const active = rules.flatMap((rule) => {
      const finder = finderOf(rule, house);
      return finder ? [{ rule, ...finder }] : [];
    });
    if (active.length === 0) return {};
    return {
      block(block, posting) {
        if (!/\d/.test(block.text)) return [];
        return active.flatMap(({ rule, form, find }) =>
          speaks(rule, block.language)
            ? find(block.text).flatMap((figure) => finding(rule, form, figure, block, posting))
            : [],
        );
      },
    };
  },
};

function finderOf(
  { of }: Rule<HouseFiguresFields>,
  { style }: House,
): { form: string; find: Finder } | undefined {
  const { ranges, dates } = style ?? {};
  const thousands = style?.numbers?.thousands;
  if (of === 'ranges' && ranges)
    return {
      form: { 'en-dash': '3–5', hyphen: '3-5', to: '3 to 5' }[ranges],
      find: (text) => rangesIn(text, ranges),
    };
  if (of === 'dates' && dates) return { form: dates, find: (text) => datesIn(text, dates) };
  if (of === 'thousands' && thousands) {
    const form = { comma: '90,000', point: '90.000', space: '90 000', none: '90000' }[thousands];
    return { form, find: (text) => thousandsIn(text, thousands) };
  }
  return undefined;
}

function finding(
  rule: Rule<HouseFiguresFields>,
  form: string,
  figure: Figure,
  block: Block,
  posting: Posting,
): Finding[] {
  if (touchesMasked(block, figure)) return [];
  const { start, end, text } = figure;
  const edits =
    text === undefined
      ? undefined
      : sourceEdits(block, posting.format, { span: { start, end }, text }, posting.source);
  const fix: Fix[] =
    edits && text !== undefined
      ? [{ title: fill(rule.title, { text: text.trim() }), safety: 'safe', edits }]
      : [];
  const match = block.text.slice(start, end).trim();
  return [remark(rule, block.map.cover({ start, end }), fill(rule.message, { match, form }), fix, { form })];
}
