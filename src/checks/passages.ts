import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Safety } from '../contract/report.ts';
import { matchCase, replaceWords } from '../words/replace.ts';
import type { Token } from '../words/tokens.ts';
import { sourceEdits } from './edits.ts';
import type { Context } from './phrases/context.ts';

/** Some tokens of a block, as the guards of phrases take them. */
export function passageOf(
  block: Block,
  posting: Posting,
  tokens: readonly Token[],
  first: number,
  last: number,
): Context {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  const match = { first, last, markFirst: first, markLast: last, start, end, whole: { start, end } };
  return { match, tokens, block, posting };
}

/**
 * Words of a block replaced.
 *
 * @param span - in the block's text
 * @param exact - the words stand as given, whatever the capitals of those they replace
 * @returns nothing where it cannot be done without harm
 */
export function replacement(
  block: Block,
  posting: Posting,
  span: Span,
  words: string,
  { safety, exact = false }: { safety: Safety; exact?: boolean },
): Fix[] {
  const { text } = block;
  const edit = exact ? { span, text: words } : replaceWords(text, span, words);
  if (!edit || text.slice(edit.span.start, edit.span.end) === edit.text) return [];
  const edits = sourceEdits(block, posting.format, edit, posting.source);
  if (!edits || edits.length === 0) return [];
  const shown = exact ? words : matchCase(text, span, words);
  return [{ title: `Replace with “${shown}”`, safety, edits }];
}

/** A finding on words of a block. */
export function findingAt(block: Block, span: Span, rest: Omit<Finding, 'span'>): Finding {
  return { ...rest, span: block.map.cover(span) };
}
