import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding } from '../contract/finding.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import {
  caseOf,
  type Everyday,
  everydayWords,
  type HeadingCase,
  inCase,
  mayDiffer,
} from './form/heading-case.ts';
import { renameHeading, sameWords, wordsOfHeading } from './form/headings.ts';
import { clearMajority } from './form/majority.ts';
import { fill, quoted, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  by: z
    .enum(['majority', 'house'])
    .describe('What headings must agree with: most of them, or the house style.'),
  message: z.string().min(1).describe('{match} are the headings that differ, {form} is how they should be.'),
  title: z.string().min(1).describe('Title of the fix; {form} is how headings should be.'),
});
export type HeadingCaseFields = z.infer<typeof fields>;

const NAMES: Readonly<Record<HeadingCase, string>> = {
  sentence: 'with a capital only at the start',
  title: 'with a capital on each word',
  upper: 'in capitals',
};
const LEAST = 3;
/** A bold sentence that leads over to a list. */
const SENTENCE = /^(?:\S+\s+){4,}\S+:$/;

/** Headings in another case than most of the posting's, or than the house's. Told once for the whole posting. */
export const headingCaseCheck: CheckKind<HeadingCaseFields> = {
  name: 'heading-case',
  summary: 'Headings whose capitals differ from most others, or from the house style.',
  fields,
  compile(rules, { house }) {
    const wanted = house.style?.headings?.case;
    // A heading that the house has given stands as it was given.
    const given = new Set(
      Object.values(house.sections ?? {}).flatMap((section) =>
        [section?.heading ?? [], section?.also ?? []].flat().map(sameWords),
      ),
    );
    const active = rules.filter(({ by }) => by === 'majority' || wanted !== undefined);
    return {
      posting(posting) {
        const headings = posting.blocks.filter(
          (block) =>
            block.kind === 'heading' && !block.title && !given.has(sameWords(wordsOfHeading(block).words)),
        );
        if (active.length === 0 || headings.length === 0) return [];
        const words = headings.map((heading) => wordsOfHeading(heading).words);
        const possible = active.filter(({ by }) =>
          by === 'house'
            ? mayDiffer(words, wanted)
            : words.length > LEAST && posting.format !== 'text' && mayDiffer(words, undefined),
        );
        if (possible.length === 0) return [];
        const everyday = everydayWords(posting, words);
        return possible.flatMap((rule) =>
          findings(
            rule,
            headings.filter(({ language }) => speaks(rule, language)),
            everyday,
            rule.by === 'house' ? wanted : undefined,
            posting,
          ),
        );
      },
    };
  },
};

function findings(
  rule: Rule<HeadingCaseFields>,
  headings: readonly Block[],
  everyday: Everyday,
  wanted: HeadingCase | undefined,
  posting: Posting,
): Finding[] {
  const known = headings.flatMap((heading) => {
    const { words } = wordsOfHeading(heading);
    const form = caseOf(words, everyday);
    if (SENTENCE.test(heading.text)) return [];
    if (wanted === undefined && (form === 'upper' || posting.format === 'text')) return [];
    // Headings of one level and make are compared: a part of a section may well look different.
    return form ? [{ heading, words, form, level: `${heading.level} ${heading.pseudo}` }] : [];
  });
  const form =
    wanted ??
    clearMajority(
      known.map((each) => each.form),
      LEAST,
    );
  if (form === undefined) return [];
  const levels = new Set(known.filter((each) => each.form === form).map(({ level }) => level));
  const differing = known.filter(
    (each) => each.form !== form && (wanted !== undefined || levels.has(each.level)),
  );
  const [first] = differing;
  if (!first) return [];
  const edits: Edit[] = differing.flatMap(
    ({ heading, words }) => renameHeading(heading, inCase(words, form, everyday), posting) ?? [],
  );
  const names = { match: quoted(differing.map(({ words }) => words)), form: NAMES[form] };
  return [
    remark(
      rule,
      first.heading.map.cover({ start: 0, end: first.heading.text.length }),
      fill(rule.message, names),
      edits.length > 0 ? [{ title: fill(rule.title, names), safety: 'suggestion', edits }] : [],
      { count: differing.length, form },
    ),
  ];
}
