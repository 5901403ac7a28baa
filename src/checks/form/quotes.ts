import type { Edit } from '../../contract/finding.ts';
import type { Block } from '../../contract/posting.ts';
import { touchesMasked } from './remarks.ts';

export type QuoteForm = 'straight' | 'curly';

/** One quotation mark or apostrophe of a block. */
export interface Quote {
  form: QuoteForm;
  block: Block;
  /** Offset in the block's text. */
  at: number;
}

const MARK = /["'“”‘’]/g;

/** The quotation marks and apostrophes of a block; those of code and those that mean feet and inches do not count. */
export function quotesOf(block: Block): Quote[] {
  const { text } = block;
  const found: Quote[] = [];
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const at = match.index;
    const form = match[0] === '"' || match[0] === "'" ? 'straight' : 'curly';
    if (form === 'straight' && /\d/.test(text[at - 1] ?? '') && !/[\p{L}]/u.test(text[at + 1] ?? ''))
      continue;
    if (touchesMasked(block, { start: at, end: at + 1 })) continue;
    found.push({ form, block, at });
  }
  return found;
}

/** The same mark in the other form, in the source; undefined where it does not stand there as one character. */
export function quoteEdit({ block, at }: Quote, form: QuoteForm): Edit | undefined {
  const [span, more] = block.map.toSource({ start: at, end: at + 1 });
  const text = form === 'straight' ? straight(block.text[at] ?? '') : curly(block.text, at);
  return span && !more && text !== undefined ? { span, text } : undefined;
}

function straight(mark: string): string {
  return mark === '“' || mark === '”' ? '"' : "'";
}

/** An opening mark stands before a word and after a space or a bracket; everything else closes, or is an apostrophe. */
function curly(text: string, at: number): string | undefined {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const opens = /[\s\u00A0([{/—–-]/.test(before) && /[^\s\u00A0]/.test(after);
  if (text[at] === '"') return opens ? '“' : '”';
  if (!opens) return '’';
  // ’90s and ’em have an apostrophe; a quotation in single marks is closed later.
  if (/\d/.test(after)) return '’';
  return /\S'(?![\p{L}\p{N}])/u.test(text.slice(at + 1)) ? '‘' : undefined;
}
