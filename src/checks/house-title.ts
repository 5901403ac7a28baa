import * as z from 'zod';
import { type CheckKind, RuleError } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { HouseTitle } from '../contract/house.ts';
import type { Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { PatternError, PatternSet } from '../words/pattern.ts';
import { type Token, tokenize } from '../words/tokens.ts';
import { sourceEdits } from './edits.ts';
import { fill, remark } from './form/remarks.ts';
import { titleBlock, titleSpan, titleText } from './title.ts';

const message = z.string().min(1);
const fields = z.object({
  ending: message.describe('The title does not end as the house has it. {wanted} is the ending.'),
  form: message.describe('The title has none of the house’s forms. {wanted} is the first.'),
  long: message.describe(
    'The title is too long. {wanted} is the most, {count} how long it is, {unit} in what.',
  ),
  title: message.describe('Title of the fix; {wanted} is the ending.'),
});
export type HouseTitleFields = z.infer<typeof fields>;
type TitleRule = Rule<HouseTitleFields>;

/** A title that is not as the house has titles: its ending, its form, its length. */
export const houseTitleCheck: CheckKind<HouseTitleFields> = {
  name: 'house-title',
  summary: 'A title whose ending, form or length is not the house’s.',
  fields,
  compile(rules, { house, lists }) {
    const { title: wanted } = house;
    const [rule] = rules;
    if (!wanted || !rule) return {};
    const forms = wanted.form && compiled(rule, wanted.form, lists);
    return {
      posting(posting) {
        const text = titleText(posting).trim();
        if (text === '') return [];
        return rules.flatMap((each) => [
          ...ending(each, text, wanted, posting),
          ...form(each, text, wanted, forms, posting),
          ...length(each, text, wanted, posting),
        ]);
      },
    };
  },
};

/** @throws {RuleError} for a pattern that names a list there is not */
function compiled(
  rule: TitleRule,
  form: readonly string[],
  lists: Readonly<Record<string, readonly string[]>>,
): PatternSet<string> {
  try {
    return new PatternSet(
      form.map((pattern) => ({ pattern, value: pattern })),
      { lists },
    );
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new RuleError(rule.id, ['title', 'form'], error.message);
  }
}

function ending(rule: TitleRule, text: string, { ending: wanted }: HouseTitle, posting: Posting): Finding[] {
  if (wanted === undefined || text.endsWith(wanted)) return [];
  const fix = endIn(text, wanted, posting);
  const fixes: Fix[] = fix ? [{ title: fill(rule.title, { wanted }), safety: 'suggestion', edits: fix }] : [];
  return [remark(rule, titleSpan(posting), fill(rule.ending, { wanted }), fixes, { ending: wanted })];
}

/** Marks like the house's, in another order or with other signs: `(m/w/d)` for `(m/f/d)`. */
const MARK = /\s*\((?:[mwfdx](?: ?[/|,*] ?[mwfdx]){1,3}|all genders?)\)$/i;

function endIn(text: string, wanted: string, posting: Posting) {
  const block = titleBlock(posting);
  if (!block) return undefined;
  const end = block.text.trimEnd().length;
  const mark = MARK.test(wanted) ? MARK.exec(text)?.[0].length : 0;
  return sourceEdits(
    block,
    posting.format,
    { span: { start: end - (mark ?? 0), end }, text: ` ${wanted}` },
    posting.source,
  );
}

function form(
  rule: TitleRule,
  text: string,
  { form: wanted, ending: end }: HouseTitle,
  forms: PatternSet<string> | undefined,
  posting: Posting,
): Finding[] {
  if (!forms || wanted?.[0] === undefined) return [];
  // The form is that of the words before the ending.
  const words = end !== undefined && text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text;
  if (forms.whole(tokenize(words), words) !== undefined) return [];
  return [remark(rule, titleSpan(posting), fill(rule.form, { wanted: wanted[0] }), [], { form: wanted })];
}

function length(
  rule: TitleRule,
  text: string,
  { maxWords, maxCharacters }: HouseTitle,
  posting: Posting,
): Finding[] {
  const words = tokenize(text).filter(isWord).length;
  const [most, count, unit] =
    maxWords !== undefined && words > maxWords
      ? [maxWords, words, 'words']
      : maxCharacters !== undefined && text.length > maxCharacters
        ? [maxCharacters, text.length, 'characters']
        : [0, 0, ''];
  if (unit === '') return [];
  const said = fill(rule.long, { wanted: most, count, unit });
  return [remark(rule, titleSpan(posting), said, [], { most, count, unit })];
}

/** Hyphenated parts count as the words they are, the letters of a mark such as (m/f/d) as none. */
function isWord({ kind, norm }: Token): boolean {
  return kind === 'number' || (kind === 'word' && norm.length > 1);
}
