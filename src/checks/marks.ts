import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { type DashForm, dashEdit, dashesOf } from './form/dashes.ts';
import { clearMajority } from './form/majority.ts';
import { type QuoteForm, quoteEdit, quotesOf } from './form/quotes.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  marks: z.enum(['quotes', 'dashes']).describe('Which marks.'),
  by: z
    .enum(['majority', 'house'])
    .describe('What they must agree with: most of their kind in the posting, or the house style.'),
  message: z.string().min(1).describe('{count} is how many differ, {form} how they should be.'),
  title: z.string().min(1).describe('Title of the fix; {form} is how they should be.'),
});
export type MarksFields = z.infer<typeof fields>;
type MarksRule = Rule<MarksFields>;

type Form = QuoteForm | DashForm;
interface Mark {
  form: Form;
  block: Block;
  span: Span;
  edit(form: Form): Edit | undefined;
}

const NAMES: Readonly<Record<Form, string>> = {
  straight: 'straight',
  curly: 'curly',
  em: 'long without spaces',
  'spaced-em': 'long with spaces',
  'spaced-en': 'half as long (–) with spaces',
  'spaced-hyphen': 'hyphens with spaces',
};
/** So many of one form make it the posting's own. */
const LEAST = 4;

/** Quotation marks and dashes of two forms, told once for the whole posting. */
export const marksCheck: CheckKind<MarksFields> = {
  name: 'marks',
  summary: 'Quotation marks or dashes that differ from the others, or from the house style.',
  fields,
  compile: (rules, { house }) => ({
    posting: (posting) =>
      rules.flatMap((rule) =>
        rule.by === 'house' && !wanted(rule, house) ? [] : findings(rule, posting, house),
      ),
  }),
};

function wanted({ marks }: MarksRule, house: House): Form | undefined {
  return house.style?.[marks];
}

function findings(rule: MarksRule, posting: Posting, house: House): Finding[] {
  const blocks = posting.blocks.filter(({ language }) => speaks(rule, language));
  const marks: Mark[] =
    rule.marks === 'quotes'
      ? blocks.flatMap(quoteMarks)
      : blocks.flatMap((block) => dashMarks(block, posting));
  const form =
    rule.by === 'house'
      ? wanted(rule, house)
      : clearMajority(
          marks.map((mark) => mark.form),
          LEAST,
        );
  if (form === undefined) return [];
  const differing = marks.filter((mark) => mark.form !== form);
  const [first] = differing;
  if (!first) return [];
  const edits = differing.flatMap((mark) => mark.edit(form) ?? []);
  const names = { count: differing.length, form: NAMES[form] };
  return [
    remark(
      rule,
      first.block.map.cover(first.span),
      fill(rule.message, names),
      edits.length > 0 ? [{ title: fill(rule.title, names), safety: 'safe', edits }] : [],
      { count: differing.length, form },
    ),
  ];
}

function quoteMarks(block: Block): Mark[] {
  return quotesOf(block).map((quote) => ({
    form: quote.form,
    block,
    span: { start: quote.at, end: quote.at + 1 },
    edit: (form) => quoteEdit(quote, form as QuoteForm),
  }));
}

function dashMarks(block: Block, posting: Posting): Mark[] {
  return dashesOf(block).map((dash) => ({
    form: dash.form,
    block,
    span: dash,
    edit: (form) => dashEdit(dash, form as DashForm, posting),
  }));
}
