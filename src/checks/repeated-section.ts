import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Posting } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { type Section, sameWords, sectionsOf, wordsOfHeading } from './form/headings.ts';
import { fill, remark, speaks } from './form/remarks.ts';

const fields = z.object({
  sections: z.array(z.string()).describe('Kinds of section that a posting has once.'),
  message: z.string().min(1).describe('{match} is the second heading, {first} the first.'),
});
export type RepeatedSectionFields = z.infer<typeof fields>;

/** The same section twice, with others in between. */
export const repeatedSectionCheck: CheckKind<RepeatedSectionFields> = {
  name: 'repeated-section',
  summary: 'The same section twice, under the same or another heading.',
  fields,
  compile: (rules) => ({ posting: (posting) => rules.flatMap((rule) => findings(rule, posting)) }),
};

function findings(rule: Rule<RepeatedSectionFields>, posting: Posting): Finding[] {
  // What a heading is in plain text is a guess, and closing lines are often repeated there.
  if (posting.format === 'text') return [];
  const sections = sectionsOf(posting).filter(({ heading }) => speaks(rule, heading.language));
  const found: Finding[] = [];
  // Only headings of one level and make are alike enough to be the same by mistake.
  const byWords = new Map<string, Section>();
  const byKind = new Map<string, Section>();
  for (const [at, section] of sections.entries()) {
    const { kind, heading } = section;
    const level = `${heading.level} ${heading.pseudo}`;
    const words = `${level} ${sameWords(wordsOfHeading(heading).words)}`;
    const other =
      !heading.pseudo && rule.sections.includes(kind) ? byKind.get(`${level} ${kind}`) : undefined;
    // Two neighbours may share out one thing between them; with other sections between, one was forgotten.
    const earlier = byWords.get(words) ?? (other === sections[at - 1] ? undefined : other);
    byWords.set(words, section);
    byKind.set(`${level} ${kind}`, section);
    if (!earlier) continue;
    const names = { match: heading.text, first: earlier.heading.text };
    const span = heading.map.cover({ start: 0, end: heading.text.length });
    found.push(remark(rule, span, fill(rule.message, names), [], { section: kind }));
  }
  return found;
}
