import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding, Fix } from '../contract/finding.ts';
import type { House } from '../contract/house.ts';
import type { Posting } from '../contract/posting.ts';
import type { SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { renameHeading, type Section, sameWords, sectionsOf, wordsOfHeading } from './form/headings.ts';
import { fill, remark } from './form/remarks.ts';

const fields = z.object({
  problem: z.enum(['heading', 'order', 'forbidden']).describe('What is held against the house style.'),
  message: z
    .string()
    .min(1)
    .describe(
      '{match} is the heading; {heading} the house’s heading, or that of the section it belongs before.',
    ),
  title: z.string().min(1).describe('Title of the fix, with the same names.'),
});
export type HouseSectionsFields = z.infer<typeof fields>;
type SectionsRule = Rule<HouseSectionsFields>;

/** Sections under another heading than the house's, out of its order, or that it does not want. */
export const houseSectionsCheck: CheckKind<HouseSectionsFields> = {
  name: 'house-sections',
  summary: 'Sections whose heading, order or presence is not the house’s.',
  fields,
  compile(rules, { house }) {
    const problems = { heading: headings, order: orders, forbidden };
    const active = rules.filter(
      ({ problem }) => (problem === 'order' ? house.order : house.sections) !== undefined,
    );
    if (active.length === 0) return {};
    return {
      posting(posting) {
        const sections = sectionsOf(posting);
        return active.flatMap((rule) => problems[rule.problem](rule, sections, house, posting));
      },
    };
  },
};

const span = ({ heading }: Section) => heading.map.cover({ start: 0, end: heading.text.length });

function headings(
  rule: SectionsRule,
  sections: readonly Section[],
  house: House,
  posting: Posting,
): Finding[] {
  return firstOfKind(sections).flatMap((first) => {
    const own = house.sections?.[first.kind];
    const wanted = own?.heading ?? own?.also?.[0];
    if (own === undefined || wanted === undefined) return [];
    const known = new Set([wanted, ...(own.also ?? [])].map(sameWords));
    const alike = sections.filter(({ kind }) => kind === first.kind);
    // One of them under the house's heading is enough: the others tell of a part of it.
    if (alike.some(({ heading }) => known.has(sameWords(wordsOfHeading(heading).words)))) return [];
    const { words } = wordsOfHeading(first.heading);
    const names = { match: words, heading: wanted };
    const edits = renameHeading(first.heading, wanted, posting);
    // A heading that says more than its kind (“Pay and benefits”) is for a person to rename, and so is one of two.
    const plain = words.split(/\s+/).length <= 5 && !/[&/,|–—-]|\b(?:and|und|et)\b/i.test(words);
    const safety = plain && alike.length === 1 ? 'safe' : 'suggestion';
    const fix: Fix[] = edits ? [{ title: fill(rule.title, names), safety, edits }] : [];
    return [remark(rule, span(first), fill(rule.message, names), fix, { section: first.kind })];
  });
}

/** Where a posting has several sections of one kind, the first has the kind's place and heading. */
function firstOfKind(sections: readonly Section[]): Section[] {
  const seen = new Set<SectionKind>();
  return sections.filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}

function orders(
  rule: SectionsRule,
  sections: readonly Section[],
  { order = [] }: House,
  posting: Posting,
): Finding[] {
  const places = new Map<SectionKind, number>(order.map((kind, at) => [kind, at]));
  const listed = firstOfKind(sections).filter(({ kind }) => places.has(kind));
  const place = ({ kind }: Section) => places.get(kind) ?? 0;
  const kept = longestRising(listed.map(place));
  return listed.flatMap((section, at) => {
    if (kept.has(at)) return [];
    const target = listed.find((other, index) => kept.has(index) && place(other) > place(section));
    const before = listed.findLast((other, index) => kept.has(index) && place(other) < place(section));
    const next = target && target.heading.index < section.heading.index ? target : undefined;
    const anchor = next ?? before;
    if (!anchor) return [];
    const names = {
      match: section.heading.text,
      heading: anchor.heading.text,
      side: next ? 'before' : 'after',
    };
    const edits = next ? moveBefore(section, next, posting) : undefined;
    const fixes: Fix[] = edits ? [{ title: fill(rule.title, names), safety: 'suggestion', edits }] : [];
    return [remark(rule, span(section), fill(rule.message, names), fixes, { section: section.kind })];
  });
}

/** Indexes of a longest run of values that do not fall. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const best: { length: number; before: number }[] = [];
  for (const [at, value] of values.entries()) {
    best[at] = { length: 1, before: -1 };
    for (let earlier = 0; earlier < at; earlier++) {
      const other = best[earlier];
      if (other && (values[earlier] ?? 0) <= value && other.length >= (best[at]?.length ?? 0))
        best[at] = { length: other.length + 1, before: earlier };
    }
  }
  const kept = new Set<number>();
  let at = best.reduce((last, { length }, index) => (length > (best[last]?.length ?? 0) ? index : last), 0);
  while (at >= 0 && best[at]) {
    kept.add(at);
    at = best[at]?.before ?? -1;
  }
  return kept;
}

/** The whole section cut out and put in before another that stands earlier. */
function moveBefore(section: Section, target: Section, { source, format }: Posting): Edit[] | undefined {
  const { start } = section.heading.source;
  const at = target.heading.source.start;
  const lineStart = (offset: number) => offset === 0 || /[\r\n]/.test(source[offset - 1] ?? '');
  if (format === 'html' || !lineStart(start) || !lineStart(at) || section.end <= start) return undefined;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const text = `${source.slice(start, section.end).trimEnd()}${newline}${newline}`;
  return [
    { span: { start: at, end: at }, text },
    { span: { start, end: section.end }, text: '' },
  ];
}

function forbidden(
  rule: SectionsRule,
  sections: readonly Section[],
  { sections: own = {} }: House,
): Finding[] {
  return sections
    .filter(({ kind }) => own[kind]?.use === 'forbidden')
    .map((section) =>
      remark(rule, span(section), fill(rule.message, { match: section.heading.text }), [], {
        section: section.kind,
      }),
    );
}
