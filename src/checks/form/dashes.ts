import type { Edit } from '../../contract/finding.ts';
import type { Block, Posting } from '../../contract/posting.ts';
import { touchesMasked } from './remarks.ts';

export type DashForm = 'em' | 'spaced-em' | 'spaced-en' | 'spaced-hyphen';

/** A dash inside a sentence, with the spaces around it. */
export interface Dash {
  form: DashForm;
  block: Block;
  /** Offsets in the block's text. */
  start: number;
  end: number;
}

const WRITTEN: Readonly<Record<DashForm, string>> = {
  em: '—',
  'spaced-em': ' — ',
  'spaced-en': ' – ',
  'spaced-hyphen': ' - ',
};
const DASH = /(?<=[\p{L}\p{N},.)”’"'])(?: (?:—|–|--?) |—)(?=[\p{L}\p{N}(“‘"'])/gu;

/**
 * The dashes inside the sentences of a block. Dashes in headings, between figures and after the few words that begin
 * an item (*Python - for scripts*) separate rather than interrupt, and do not count.
 */
export function dashesOf(block: Block): Dash[] {
  if (block.kind === 'heading' || block.kind === 'cell' || !/[—–-]/.test(block.text)) return [];
  const { text } = block;
  const found: Dash[] = [];
  for (const match of text.matchAll(DASH)) {
    const start = match.index;
    const end = start + match[0].length;
    const mark = match[0].trim();
    const form =
      mark === '—' ? (match[0] === '—' ? 'em' : 'spaced-em') : mark === '–' ? 'spaced-en' : 'spaced-hyphen';
    const figures = /\d$/.test(text.slice(0, start)) && /^\d/.test(text.slice(end));
    // A lower-case letter goes on with the sentence; anything else may begin what the dash separates.
    if (figures || !/^[\p{Ll}“‘"'(]/u.test(text.slice(end, end + 1)) || separates(block, start)) continue;
    if (!touchesMasked(block, { start, end })) found.push({ form, block, start, end });
  }
  return found;
}

/** Only a few words, or bold ones, stand before it. */
function separates({ text, regions }: Block, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(': ')) + 1).trim();
  if (sentence.split(/\s+/).length < 4) return true;
  return regions.some(
    ({ kind, end }) => (kind === 'strong' || kind === 'label') && end >= start - 1 && end <= start,
  );
}

/** The dash in another form; undefined where something else than bare characters stands in the source. */
export function dashEdit({ block, start, end }: Dash, form: DashForm, { source }: Posting): Edit | undefined {
  const [span, more] = block.map.toSource({ start, end });
  if (!span || more || source.slice(span.start, span.end) !== block.text.slice(start, end)) return undefined;
  return { span, text: WRITTEN[form] };
}
