import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { forms, inflect } from '../words/inflect.ts';
import { matchCase } from '../words/replace.ts';
import { sourceEdits } from './edits.ts';
import { listsOf } from './form/lists.ts';
import { clearMajority } from './form/majority.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  by: z
    .enum(['majority', 'house'])
    .describe('What items must agree with: most of their list, or the house style.'),
  verbs: z.string().min(1).describe('The list of verbs, `rules/lists/<name>.yml`.'),
  sections: z.array(z.string()).describe('Kinds of section whose lists tell what is done.'),
  message: z.string().min(1).describe('{match} is the first word, {example} one in the form wanted.'),
});
export type ListOpeningsFields = z.infer<typeof fields>;
type OpeningsRule = Rule<ListOpeningsFields>;

type Opening = 'verb' | 'ing' | 'third-person';
interface Opened extends Span {
  block: Block;
  verb: string;
  form: Opening;
}

const LEAST = 4;
/** What follows a verb, and hardly a noun in the same form. */
const OBJECT =
  /^\s+(?:a|an|the|our|your|their|all|any|each|every|new|and|or|with|on|in|at|to|of|for|from|as|that|up|how|this|these|both|other|across|regular|daily|strong|high|clear|between|within)\b/i;
const FIRST_WORD = /^(\p{L}+)(?=[\s,])/u;

/**
 * Items of one list that begin with another form of the verb: *Build*, *Building*, *Builds*. A list counts when nearly
 * all of its items begin with a verb.
 */
export const listOpeningsCheck: CheckKind<ListOpeningsFields> = {
  name: 'list-openings',
  summary:
    'List items that begin with another form of the verb than most of their list, or than the house style has it.',
  fields,
  compile(rules, { house, lists }) {
    const wanted = house.style?.lists?.opening;
    const active = rules.filter(({ by }) => by === 'majority' || wanted !== undefined);
    let known: Map<string, { verb: string; form: Opening }> | undefined;
    return {
      posting: (posting) =>
        active.flatMap((rule) => {
          known ??= verbForms(lists[rule.verbs] ?? []);
          const kinds = new Set(rule.sections);
          return listsOf(posting).flatMap((list) => {
            const [first] = list;
            if (!first || !kinds.has(first.section as SectionKind) || !speaks(rule, first.language))
              return [];
            return findings(
              rule,
              list,
              known ?? new Map(),
              rule.by === 'house' ? wanted : undefined,
              posting,
            );
          });
        }),
    };
  },
};

function verbForms(list: readonly string[]): Map<string, { verb: string; form: Opening }> {
  const known = new Map<string, { verb: string; form: Opening }>();
  for (const verb of list.flatMap((entry) => entry.match(/[a-z]+(?:-[a-z]+)*/g) ?? [])) {
    if (verb.includes('-')) continue;
    for (const [form, kind] of forms(verb, 'v')) {
      const opening =
        kind === 'base' ? 'verb' : kind === 'ing' ? 'ing' : kind === 's' ? 'third-person' : undefined;
      // The base of one verb outweighs a form of another.
      if (opening && (opening === 'verb' || !known.has(form))) known.set(form, { verb, form: opening });
    }
  }
  return known;
}

function findings(
  rule: OpeningsRule,
  list: readonly Block[],
  known: ReadonlyMap<string, { verb: string; form: Opening }>,
  wanted: Opening | undefined,
  posting: Posting,
): Finding[] {
  const opened = list.flatMap((block) => openingOf(block, known) ?? []);
  if (opened.length < LEAST || opened.length * 4 < list.length * 3) return [];
  const form =
    wanted ??
    clearMajority(
      opened.map((item) => item.form),
      LEAST,
    );
  if (form === undefined) return [];
  return opened
    .filter(
      (item) => item.form !== form && (item.form === 'verb' || OBJECT.test(item.block.text.slice(item.end))),
    )
    .map((item) => {
      const match = item.block.text.slice(item.start, item.end);
      const example = matchCase(item.block.text, item, inFormOf(item.verb, form));
      const edits = sourceEdits(item.block, posting.format, { span: item, text: example }, posting.source);
      const fix: Fix[] = edits ? [{ title: `Replace with “${example}”`, safety: 'suggestion', edits }] : [];
      return remark(rule, item.block.map.cover(item), fill(rule.message, { match, example }), fix, { form });
    });
}

function openingOf(
  block: Block,
  known: ReadonlyMap<string, { verb: string; form: Opening }>,
): Opened | undefined {
  const word = FIRST_WORD.exec(block.text)?.[1];
  const found = word ? known.get(word.toLowerCase()) : undefined;
  return word && found ? { block, start: 0, end: word.length, ...found } : undefined;
}

function inFormOf(verb: string, form: Opening): string {
  return inflect(verb, 'v', form === 'verb' ? 'base' : form === 'ing' ? 'ing' : 's');
}
