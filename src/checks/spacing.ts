import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Edit, Finding } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { fill, remark, speaks, touchesMasked } from './form/remarks.ts';

const fields = z.object({
  message: z.string().min(1).describe('{count} is how many places there are.'),
  title: z.string().min(1).describe('Title of the fix.'),
});
export type SpacingFields = z.infer<typeof fields>;

/** Two or three spaces between words; more are there to line things up. */
const GAP = /(?<=[\p{L}\p{N},;)’”"'])( {2,3})(?=[\p{L}\p{N}(“‘"'$£€])/gu;
/** Columns that somebody lined up with spaces or tabs. */
const ALIGNED = /\S(?: {4,}|\t)\S|\S {2,}\S.*\S {3,}\S/;

/**
 * More than one space inside a sentence, told once for the whole posting. Two spaces between sentences are a habit
 * of typing that does no harm, line breaks of Markdown end a line, and columns lined up with spaces are wanted.
 */
export const spacingCheck: CheckKind<SpacingFields> = {
  name: 'spacing',
  summary: 'More than one space between two words.',
  fields,
  compile: (rules) => ({
    posting(posting) {
      // HTML shows any number of spaces as one.
      if (posting.format === 'html' || !/\S {2,3}\S/.test(posting.source)) return [];
      return rules.flatMap((rule) => findings(rule, posting));
    },
  }),
};

function findings(rule: Rule<SpacingFields>, posting: Posting): Finding[] {
  const gaps = posting.blocks.flatMap((block) =>
    speaks(rule, block.language) ? gapsIn(block, posting) : [],
  );
  const [first] = gaps;
  if (!first) return [];
  const edits = gaps.map(({ start, end }): Edit => ({ span: { start: start + 1, end }, text: '' }));
  return [
    remark(
      rule,
      first,
      fill(rule.message, { count: gaps.length }),
      [{ title: rule.title, safety: 'safe', edits }],
      { count: gaps.length },
    ),
  ];
}

/** Places in the source. */
function gapsIn(block: Block, { source, format }: Posting): Span[] {
  const { text } = block;
  if (block.kind === 'cell' || !text.includes('  ')) return [];
  if (ALIGNED.test(text) || (format === 'text' && ALIGNED.test(linesOf(block, source)))) return [];
  return [...text.matchAll(GAP)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (touchesMasked(block, span)) return [];
    const [place, more] = block.map.toSource(span);
    // Anything but bare spaces (an entity, marks between them) stays as it is.
    return place && !more && source.slice(place.start, place.end) === match[0] ? [place] : [];
  });
}

const linesOf = ({ source: { start, end } }: Block, source: string) => source.slice(start, end);
