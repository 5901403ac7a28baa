import * as z from 'zod';
import type { CheckEnvironment, CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { readingOf } from '../posting/facts/reading.ts';
import { countRequirements } from '../posting/facts/requirements.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { fill, remark, speaks } from './form/remarks.ts';
import { titleSpan } from './title.ts';

/** What was measured, and where a remark on it stands. */
interface Measured {
  value: number;
  /** In the source. */
  span: Span;
}

type Measure = (posting: Posting, rule: Rule, limit: number) => Measured | undefined;

const MEASURES = {
  'must-haves': (posting) => {
    const { mustHaves, first } = countRequirements(posting);
    const block = first === undefined ? undefined : posting.blocks[first];
    // In running text, a sentence more is not always a demand more.
    return block?.kind !== 'item' ? undefined : { value: mustHaves, span: headingSpan(block, posting) };
  },
  'list-items': longestList,
  'sentence-words': longestSentence,
  'reading-ease': (posting) => {
    const { ease } = readingOf(posting);
    return ease === null ? undefined : { value: Math.round(ease), span: titleSpan(posting) };
  },
} as const satisfies Record<string, Measure>;

const fields = z.object({
  measure: z
    .enum(Object.keys(MEASURES) as [keyof typeof MEASURES])
    .describe('What is measured: once for the whole posting, of several the greatest.'),
  limit: z
    .int()
    .min(1)
    .describe('The greatest that is fine, for reading ease the least; a limit of the house replaces it.'),
  message: z.string().trim().min(1).describe('{count} is what was measured, {limit} what is fine.'),
});
export type MeasureFields = z.infer<typeof fields>;
type MeasureRule = Rule<MeasureFields>;

/** Advice on how long and how demanding a posting is: one remark for all of it. */
export const measureCheck: CheckKind<MeasureFields> = {
  name: 'measure',
  summary: 'How long a posting, its lists and sentences are, and how much it asks for.',
  fields,
  compile: (rules, environment) => ({
    posting: (posting) => rules.flatMap((rule) => findings(rule, posting, environment)),
  }),
};

function findings(rule: MeasureRule, posting: Posting, environment: CheckEnvironment): Finding[] {
  if (!speaks(rule, posting.language)) return [];
  const limit = limitOf(rule, environment);
  const measured = MEASURES[rule.measure](posting, rule, limit);
  if (!measured || isFine(rule.measure, measured.value, limit)) return [];
  const { value: count, span } = measured;
  return [remark(rule, span, fill(rule.message, { count, limit }), [], { count, limit })];
}

/** Reading ease is the better, the greater it is; everything else can be too much. */
function isFine(measure: MeasureFields['measure'], value: number, limit: number): boolean {
  return measure === 'reading-ease' ? value >= limit : value <= limit;
}

/** The rule's own limit, or the one that the house has set. */
function limitOf({ measure, limit }: MeasureRule, { house: { limits } }: CheckEnvironment): number {
  if (measure === 'must-haves') return limits?.mustHaves ?? limit;
  return (measure === 'sentence-words' ? limits?.sentence : undefined) ?? limit;
}

/** Legal texts, and what is said once for all postings, are not the writer's. */
const NOT_THE_WRITERS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'equal-opportunity',
  'accommodation',
  'fair-chance',
  'legal',
  'work-authorization',
  'physical-demands',
]);

/** Items of one list, one after the other, those of lists inside it left out. */
function longestList({ blocks }: Posting, rule: Rule): Measured | undefined {
  let longest: { first: Block; count: number } | undefined;
  let run: { first: Block; count: number } | undefined;
  for (const block of blocks) {
    if (block.kind !== 'item') run = undefined;
    else if (block.depth > (run?.first.depth ?? block.depth)) continue;
    else if (run && block.depth === run.first.depth) run.count++;
    else run = { first: block, count: 1 };
    if (run && run.count > (longest?.count ?? 0) && speaks(rule, run.first.language)) longest = { ...run };
  }
  return longest && { value: longest.count, span: wordsOf(longest.first) };
}

/** A clause that could stand alone ends here, and the eye can rest. */
const RESTS: ReadonlySet<string> = new Set([';', ':', '-', '–', '—', '•', '|', '(', ')', '/']);

/** The longest sentence; short blocks, which cannot hold one beyond the limit, are not looked at. */
function longestSentence({ blocks }: Posting, rule: Rule, limit: number): Measured | undefined {
  let longest: { block: Block; count: number; start: number; end: number } | undefined;
  for (const block of blocks) {
    // A word and the space after it.
    if (block.text.length < 2 * limit) continue;
    if (block.kind === 'heading' || block.kind === 'cell' || !speaks(rule, block.language)) continue;
    if (block.section !== undefined && NOT_THE_WRITERS.has(block.section)) continue;
    for (const sentence of sentencesOf(tokensOf(block))) {
      if (sentence.count <= (longest?.count ?? 0) || isStatement(block, sentence)) continue;
      longest = { block, ...sentence };
    }
  }
  return longest && { value: longest.count, span: longest.block.map.cover(longest) };
}

function sentencesOf(tokens: readonly Token[]): { count: number; start: number; end: number }[] {
  const found: { count: number; start: number; end: number }[] = [];
  let run = 0;
  for (const [at, token] of tokens.entries()) {
    let here = found[token.sentence];
    if (!here) {
      here = { count: 0, start: token.start, end: token.end };
      found[token.sentence] = here;
      run = 0;
    }
    here.end = token.end;
    if (RESTS.has(token.norm) && (token.spaceBefore || tokens[at + 1]?.spaceBefore)) run = 0;
    else if (token.kind === 'word' || token.kind === 'number') run++;
    here.count = Math.max(here.count, run);
  }
  return found.filter((each) => each !== undefined);
}

const STATEMENTS: ReadonlySet<string> = new Set(['equal-opportunity', 'accommodation', 'fair-chance']);

function isStatement({ regions }: Block, { start, end }: Span): boolean {
  return regions.some((region) => STATEMENTS.has(region.kind) && region.start < end && region.end > start);
}

/** The words of the heading over a block, or of the block. */
function headingSpan(block: Block, { blocks }: Posting): Span {
  return wordsOf((block.heading === undefined ? undefined : blocks[block.heading]) ?? block);
}

function wordsOf({ map, text }: Block): Span {
  return map.cover({ start: 0, end: text.length });
}
