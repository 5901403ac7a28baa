import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { sourceEdits } from './edits.ts';
import { endingOf, type ItemEnding, isWholeSentence, listsOf } from './form/lists.ts';
import { clearMajority } from './form/majority.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  by: z
    .enum(['majority', 'house'])
    .describe('What items must agree with: most of their list, or the house style.'),
  message: z.string().min(1).describe('{count} is how many items differ, {form} what they should end in.'),
  title: z.string().min(1).describe('Title of the fix; {form} is what items should end in.'),
});
export type ListEndingsFields = z.infer<typeof fields>;
type EndingsRule = Rule<ListEndingsFields>;

const MARKS: Readonly<Record<ItemEnding, string>> = { none: '', period: '.', semicolon: ';' };
const NAMES: Readonly<Record<ItemEnding, string>> = {
  none: 'without a mark',
  period: 'with a full stop',
  semicolon: 'with a semicolon',
};
/** Items of one form that make it their list's. */
const LEAST = 4;

/** List items that end in another mark than the others of their list, or than the house has it. */
export const listEndingsCheck: CheckKind<ListEndingsFields> = {
  name: 'list-endings',
  summary: 'List items that end in another mark than most of their list, or than the house style has it.',
  fields,
  compile: (rules, { house }) => ({
    posting(posting) {
      const lists = listsOf(posting);
      return rules.flatMap((rule) =>
        rule.by === 'house'
          ? byHouse(rule, lists, posting, house)
          : lists.flatMap((list) => byMajority(rule, list, posting)),
      );
    },
  }),
};

function byMajority(rule: EndingsRule, list: readonly Block[], posting: Posting): Finding[] {
  if (list.length <= LEAST) return [];
  const items = list.filter(({ language }) => speaks(rule, language));
  const endings = items.flatMap((item) => endingOf(item) ?? []);
  const form = clearMajority(endings, LEAST);
  if (form === undefined) return [];
  const differing = items.filter((item) => {
    const ending = endingOf(item);
    if (ending === undefined || ending === form) return false;
    // The last item may close the whole list.
    return !(item === list.at(-1) && (form === 'semicolon' || ending === 'period'));
  });
  return told(rule, differing, form, posting);
}

function byHouse(rule: EndingsRule, lists: readonly Block[][], posting: Posting, house: House): Finding[] {
  const form = house.style?.lists?.ending;
  if (form === undefined) return [];
  const differing = lists.flatMap((list) =>
    list.filter((item) => {
      if (!speaks(rule, item.language) || isWholeSentence(item)) return false;
      const ending = endingOf(item);
      if (ending === undefined || ending === form) return false;
      return !(form === 'semicolon' && item === list.at(-1));
    }),
  );
  return told(rule, differing, form, posting);
}

function told(rule: EndingsRule, items: readonly Block[], form: ItemEnding, posting: Posting): Finding[] {
  const [first] = items;
  if (!first) return [];
  const edits = items.flatMap((item) => edit(item, form, posting) ?? []);
  const names = { count: items.length, form: NAMES[form] };
  const end = first.text.length;
  return [
    remark(
      rule,
      first.map.cover({ start: Math.max(0, first.text.trimEnd().lastIndexOf(' ') + 1), end }),
      fill(rule.message, names),
      edits.length > 0 ? [{ title: fill(rule.title, names), safety: 'safe', edits }] : [],
      { count: items.length, form },
    ),
  ];
}

function edit(item: Block, form: ItemEnding, { format, source }: Posting): Edit[] | undefined {
  const end = item.text.length;
  const marked = /[.;]$/.test(item.text);
  // A link's own words are left as they are.
  if (item.regions.some((region) => region.kind === 'link' && region.end === end)) return undefined;
  return sourceEdits(
    item,
    format,
    { span: { start: marked ? end - 1 : end, end }, text: MARKS[form] },
    source,
  );
}
