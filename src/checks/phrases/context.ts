import type { Block, Posting, Region } from '../../contract/posting.ts';
import type { Match } from '../../words/pattern.ts';
import type { Token } from '../../words/tokens.ts';

/** Where something was found: its tokens and its place in the text, and those of its marked part. */
export type Passage = Pick<
  Match<unknown>,
  'first' | 'last' | 'markFirst' | 'markLast' | 'start' | 'end' | 'whole'
>;

/** A match in its surroundings. */
export interface Context {
  match: Passage;
  tokens: readonly Token[];
  block: Block;
  posting: Posting;
}

export const STATEMENTS = ['equal-opportunity', 'accommodation', 'fair-chance'] as const;
export type Statement = (typeof STATEMENTS)[number];

/** Wording there is mentioned, generated or part of something else. */
const UNTOUCHED: ReadonlySet<Region['kind']> = new Set([
  'code',
  'url',
  'email',
  'placeholder',
  'quotation',
  'work-title',
]);

function overlaps(region: Region, { match }: Context): boolean {
  return region.start < match.end && region.end > match.start;
}

/** Whether the marked part touches code, an address, a placeholder, quoted words or the title of a work. */
export function isUntouched(context: Context): boolean {
  const { regions } = context.block;
  return regions.some(
    (region) =>
      overlaps(region, context) &&
      (UNTOUCHED.has(region.kind) || (region.kind === 'emphasis' && isListedTitle(region, context.block))),
  );
}

/** Between the titles of a list: *Watchmen*, *Maus* and *Persepolis*. */
const BETWEEN_TITLES = /^\s*(?:,|;|\/|&|,?\s*\b(?:and|or|by|with)\b)\s*$/u;

/**
 * Whether words in italics are one of several such passages in a row that begin with capitals: titles of works, of which
 * a single word alone would not be told from a stressed one.
 */
function isListedTitle(region: Region, { regions, text }: Block): boolean {
  const capital = ({ start, end }: Region) => /^\p{Lu}\p{Ll}/u.test(text.slice(start, end));
  if (!capital(region)) return false;
  return regions.some((other) => {
    if (other.kind !== 'emphasis' || !capital(other)) return false;
    const [from, to] = other.start < region.start ? [other.end, region.start] : [region.end, other.start];
    return from < to && BETWEEN_TITLES.test(text.slice(from, to));
  });
}

/** Whether the marked part stands in one of these statements. */
export function inStatement(context: Context, kinds: readonly Statement[]): boolean {
  return context.block.regions.some(
    (region) => (kinds as readonly string[]).includes(region.kind) && overlaps(region, context),
  );
}

/**
 * Tells whether a passage is part of one of these names. A name with a capital is looked for as it is written, others in
 * any case; only whole words count.
 */
export function termsTest(terms: readonly string[]): (text: string, start: number, end: number) => boolean {
  const names = terms
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map((term) => ({ term, exact: term !== term.toLowerCase() }));
  if (names.length === 0) return () => false;
  return (text, start, end) => {
    const lower = text.toLowerCase();
    return names.some(({ term, exact }) => {
      const searched = exact || lower.length !== text.length ? text : lower;
      let at = searched.indexOf(term, Math.max(0, start - term.length + 1));
      while (at >= 0 && at < end) {
        if (isWhole(text, at, at + term.length)) return true;
        at = searched.indexOf(term, at + 1);
      }
      return false;
    });
  };
}

const LETTER = /[\p{L}\p{N}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const after = text[end];
  const open = before === undefined || !LETTER.test(before) || !LETTER.test(text[start]!);
  return open && (after === undefined || !LETTER.test(after) || !LETTER.test(text[end - 1]!));
}
