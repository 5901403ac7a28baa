import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding } from '../contract/finding.ts';
import type { Block, Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { sectionsOf } from './form/headings.ts';
import { fill, quoted, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  by: z
    .enum(['steps', 'house'])
    .describe('What is looked at: levels that are left out, or the house’s level for sections.'),
  message: z
    .string()
    .min(1)
    .describe('{match} is the heading, {level} its level, {before} that of the one before or the house’s.'),
  title: z.string().min(1).describe('Title of the fix.'),
});
export type HeadingLevelsFields = z.infer<typeof fields>;
type LevelsRule = Rule<HeadingLevelsFields>;

const HASHES = /^ {0,3}(#{1,6})(?=[ \t])/;

/** Headings whose level leaves one out, or is not the house's. Only headings of the format have a level of their own. */
export const headingLevelsCheck: CheckKind<HeadingLevelsFields> = {
  name: 'heading-levels',
  summary: 'Headings that leave out a level, or whose level is not the house’s.',
  fields,
  compile: (rules, { house }) => ({
    posting: (posting) =>
      rules.flatMap((rule) =>
        rule.by === 'steps' ? bySteps(rule, posting) : byHouse(rule, posting, house.style?.headings?.level),
      ),
  }),
};

function realHeadings(rule: LevelsRule, { blocks, format }: Posting): Block[] {
  if (format === 'text') return [];
  return blocks.filter(
    ({ kind, pseudo, level, language }) =>
      kind === 'heading' && !pseudo && level !== undefined && speaks(rule, language),
  );
}

function bySteps(rule: LevelsRule, posting: Posting): Finding[] {
  const headings = realHeadings(rule, posting);
  for (const [at, heading] of headings.entries()) {
    const before = headings[at - 1]?.level;
    const level = heading.level ?? 0;
    if (before === undefined || level <= before + 1) continue;
    // The headings of the same part move along.
    const part = [heading];
    for (const later of headings.slice(at + 1)) {
      if ((later.level ?? 0) <= before) break;
      part.push(later);
    }
    const edits = part.flatMap(
      (each) => relevel(each, (each.level ?? 0) - (level - before - 1), posting) ?? [],
    );
    const complete = edits.length === part.length && part.every((each) => (each.level ?? 0) >= level);
    return [told(rule, heading, { match: quoted([heading.text]), level, before }, complete ? edits : [])];
  }
  return [];
}

function byHouse(rule: LevelsRule, posting: Posting, wanted: number | undefined): Finding[] {
  if (wanted === undefined) return [];
  const real = new Set(realHeadings(rule, posting));
  const wrong = sectionsOf(posting)
    .map(({ heading }) => heading)
    .filter((heading) => real.has(heading) && heading.level !== wanted);
  const [first] = wrong;
  if (!first) return [];
  const edits = wrong.flatMap((heading) => relevel(heading, wanted, posting) ?? []);
  const match = quoted(wrong.map(({ text }) => text));
  return [told(rule, first, { match, level: first.level ?? 0, before: wanted }, edits)];
}

function told(
  rule: LevelsRule,
  heading: Block,
  names: Record<string, string | number>,
  edits: Edit[],
): Finding {
  const span = heading.map.cover({ start: 0, end: heading.text.length });
  return remark(
    rule,
    span,
    fill(rule.message, names),
    edits.length > 0 ? [{ title: rule.title, safety: 'suggestion', edits }] : [],
  );
}

/** Another number of hashes; undefined for headings made otherwise. */
function relevel(
  { source: { start, end } }: Block,
  level: number,
  { source, format }: Posting,
): Edit | undefined {
  const hashes = format === 'markdown' ? HASHES.exec(source.slice(start, end)) : null;
  if (!hashes || level < 1 || level > 6) return undefined;
  const at = start + hashes[0].length - (hashes[1]?.length ?? 0);
  return { span: { start: at, end: start + hashes[0].length }, text: '#'.repeat(level) };
}
