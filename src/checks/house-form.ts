import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding, Fix } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { sourceEdits } from './edits.ts';
import { sectionsOf, wordsOfHeading } from './form/headings.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  of: z
    .enum(['heading-ending', 'item-capital', 'item-marker'])
    .describe('What of headings and list items is held against the house style.'),
  message: z.string().min(1).describe('{form} is what the house has, {count} how many differ.'),
  title: z.string().min(1).describe('Title of the fix; {form} is what the house has.'),
});
export type HouseFormFields = z.infer<typeof fields>;
type FormRule = Rule<HouseFormFields>;

interface Difference {
  block: Block;
  edits: Edit[] | undefined;
}
interface Form {
  /** What the house has, for people; undefined when it has not decided. */
  wanted(house: House): string | undefined;
  differences(blocks: readonly Block[], posting: Posting, house: House): Difference[];
}

const FORMS: Readonly<Record<HouseFormFields['of'], Form>> = {
  'heading-ending': {
    wanted: ({ style }) =>
      style?.headings?.ending && (style.headings.ending === 'colon' ? 'a colon' : 'no mark'),
    differences: headingEndings,
  },
  'item-capital': {
    wanted: ({ style }) => {
      const capital = style?.lists?.capital;
      return capital === undefined ? undefined : capital ? 'a capital' : 'a small letter';
    },
    differences: itemCapitals,
  },
  'item-marker': { wanted: ({ style }) => style?.lists?.marker, differences: itemMarkers },
};

/** Small marks of headings and list items that are not the house's, told once for the whole posting. */
export const houseFormCheck: CheckKind<HouseFormFields> = {
  name: 'house-form',
  summary: 'Ends of headings, capitals and marks of list items that are not the house’s.',
  fields,
  compile(rules, { house }) {
    const active = rules.filter(({ of }) => FORMS[of].wanted(house) !== undefined);
    if (active.length === 0) return {};
    return { posting: (posting) => active.flatMap((rule) => findings(rule, posting, house)) };
  },
};

function findings(rule: FormRule, posting: Posting, house: House): Finding[] {
  const form = FORMS[rule.of];
  const blocks = posting.blocks.filter(({ language }) => speaks(rule, language));
  const differences = form.differences(blocks, posting, house);
  const [first] = differences;
  if (!first) return [];
  const names = { form: form.wanted(house) ?? '', count: differences.length };
  const edits = differences.flatMap((each) => each.edits ?? []);
  const fix: Fix[] = edits.length > 0 ? [{ title: fill(rule.title, names), safety: 'safe', edits }] : [];
  const span = first.block.map.cover({ start: 0, end: first.block.text.length });
  return [remark(rule, span, fill(rule.message, names), fix, { count: differences.length })];
}

/** Of sections only: a colon after other headings may lead over to a list. */
function headingEndings(blocks: readonly Block[], posting: Posting, { style }: House): Difference[] {
  const known = new Set(blocks);
  const colon = style?.headings?.ending === 'colon';
  return sectionsOf(posting).flatMap(({ heading }) => {
    const has = /[:：]\s*$/.test(heading.text);
    const { end } = wordsOfHeading(heading);
    if (!known.has(heading) || has === colon || /[?!….]\s*$/.test(heading.text)) return [];
    // In plain text the colon may be all that makes the line a heading.
    if (!colon && heading.pseudo) return [];
    const span = { start: end, end: heading.text.length };
    return [
      {
        block: heading,
        edits: sourceEdits(heading, posting.format, { span, text: colon ? ':' : '' }, posting.source),
      },
    ];
  });
}

function itemCapitals(blocks: readonly Block[], posting: Posting, { style }: House): Difference[] {
  const capital = style?.lists?.capital;
  return blocks.flatMap((block) => {
    const [letter, next] = block.text;
    if (block.kind !== 'item' || letter === undefined || block.regions.some(({ start }) => start === 0))
      return [];
    const large = letter !== letter.toLowerCase();
    const small = letter !== letter.toUpperCase();
    // A second capital is an abbreviation's (SQL), a capital after a small letter a name's (iOS).
    if ((!large && !small) || large === capital || (next !== undefined && next !== next.toLowerCase()))
      return [];
    // Whether a capital is a name's cannot be told: what begins with one is left to the person.
    const text = capital ? letter.toUpperCase() : undefined;
    const edits =
      text === undefined
        ? undefined
        : sourceEdits(
            block,
            posting.format,
            { span: { start: 0, end: letter.length }, text },
            posting.source,
          );
    return [{ block, edits }];
  });
}

const MARKER = /^[ \t]*([-*+])(?=[ \t])/;

function itemMarkers(blocks: readonly Block[], { source, format }: Posting, { style }: House): Difference[] {
  const marker = style?.lists?.marker;
  if (format !== 'markdown' || marker === undefined) return [];
  return blocks.flatMap((block) => {
    const match =
      block.kind === 'item' ? MARKER.exec(source.slice(block.source.start, block.source.end)) : null;
    if (!match || match[1] === marker) return [];
    const at = block.source.start + match[0].length - 1;
    return [{ block, edits: [{ span: { start: at, end: at + 1 }, text: marker }] }];
  });
}
