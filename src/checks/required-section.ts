import * as z from 'zod';
import type { CheckEnvironment, CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import { SECTION_KINDS, type Severity } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { FACTS, type SectionTemplate } from '../posting/sections/definition.ts';
import { houseTexts } from './canonical/versions.ts';
import { templateContent } from './canonical/write.ts';
import { insertSection } from './sections/insert.ts';
import { titleSpan } from './title.ts';

const pattern = z.string().trim().min(1);
const patterns = z.union([pattern, z.array(pattern).min(1)]);
const kind = z.enum(SECTION_KINDS);
const someKinds = z.union([kind, z.literal('none'), z.array(z.union([kind, z.literal('none')])).min(1)]);

const condition = z.strictObject({
  section: someKinds
    .describe('The block stands in a section of one of these kinds; `none`: in no known one.')
    .optional(),
  before: patterns.describe('The pattern ends right before the cue.').optional(),
  after: patterns.describe('The pattern starts right after the cue.').optional(),
  sentence: patterns.describe('The pattern is found in the cue’s sentence.').optional(),
  nearby: patterns.describe('The pattern is found in the cue’s block.').optional(),
  fact: z
    .enum(FACTS)
    .describe('What can be told of the words around a cue, but not by a pattern.')
    .optional(),
});
const conditions = z.union([condition, z.array(condition).min(1)]);

const cue = z.strictObject({
  match: patterns,
  block: z
    .array(z.enum(['title', 'heading', 'paragraph', 'item', 'cell']))
    .describe('The kinds of block it is looked for in; without it, all but headings.')
    .optional(),
  only: conditions.optional(),
  unless: conditions.optional(),
  score: z
    .number()
    .positive()
    .describe('The information is there when the scores of neighbouring passages come to one.')
    .optional(),
});

const fields = z.object({
  section: kind,
  message: z.string().describe('What is missing, and what to write.'),
  headings: z
    .array(pattern)
    .describe('Patterns, each for a whole heading; they are labels as well.')
    .optional(),
  weak: z
    .array(pattern)
    .describe('Headings and labels under which the information may stand; only a cue shows that it does.')
    .optional(),
  labels: z.array(pattern).describe('Patterns for labels that are no headings.').optional(),
  mentions: z
    .array(pattern)
    .describe('Patterns that, within a heading no other pattern knows, tell its kind.')
    .optional(),
  fields: z.array(z.string()).describe('Keys of front matter, words parted by spaces.').optional(),
  cues: z
    .array(cue)
    .describe('Words that show, without a heading, that the information is there.')
    .optional(),
  statements: z.array(pattern).describe('Patterns that make their sentence a statement.').optional(),
  grounds: z
    .array(pattern)
    .describe('Patterns that, with three protected characteristics, make a paragraph a statement.')
    .optional(),
  template: z
    .strictObject({
      order: z.number().describe('Sections stand in a posting by ascending order.'),
      heading: z.string(),
      content: z
        .array(z.union([z.strictObject({ paragraph: z.string() }), z.strictObject({ item: z.string() })]))
        .min(1),
    })
    .describe('What the fix inserts; [brackets] hold what the writer fills in.'),
});
export type RequiredSectionFields = z.infer<typeof fields>;
type SectionRule = Rule<RequiredSectionFields>;

/**
 * Information that a posting should contain. Whether it is there the reader has found out, wherever and however it
 * stands; a heading with nothing under it, or only with what is still to be filled in, does not count.
 */
export const requiredSectionCheck: CheckKind<RequiredSectionFields> = {
  name: 'required-section',
  summary: 'Information that a posting should contain, and how to recognise it.',
  fields,
  compile(rules, environment) {
    const { house, sectionOrder } = environment;
    const texts = houseTexts(environment).filter(({ required }) => required);
    return {
      posting(posting) {
        // Nothing to say about a draft without a word.
        if (posting.words === 0) return [];
        return rules.flatMap((rule) => {
          if (posting.sections[rule.section].present) return [];
          const own = texts.filter(({ section }) => section === rule.section);
          const here = own.flatMap((text) => text.versionFor(posting)?.text ?? []);
          // Asked for because of a text, which does not hold for this posting.
          const asked = rule.severity !== 'off' || house.sections?.[rule.section]?.use === 'required';
          if (!asked && own.length > 0 && here.length === 0) return [];
          const template =
            here.length === 0 ? rule.template : { ...rule.template, content: templateContent(here) };
          return [missing(rule, template, posting, sectionOrder)];
        });
      },
    };
  },
};

function missing(
  rule: SectionRule,
  template: SectionTemplate,
  posting: Posting,
  sectionOrder: CheckEnvironment['sectionOrder'],
): Finding {
  const begun = posting.blocks.find(
    (block) => block.kind === 'heading' && !block.title && block.section === rule.section,
  );
  const common = {
    rule: rule.id,
    severity: rule.severity as Severity,
    message: rule.message,
    data: { section: rule.section },
  };
  // A section that stands there empty is filled in where it stands; a second one would not help.
  if (begun) return { ...common, span: begun.map.cover({ start: 0, end: begun.text.length }), fixes: [] };
  const edit = posting.language === 'en' ? insertSection(posting, template, sectionOrder) : undefined;
  return {
    ...common,
    span: titleSpan(posting),
    fixes: edit ? [{ title: `Insert “${template.heading}”`, safety: 'suggestion', edits: [edit] }] : [],
  };
}
