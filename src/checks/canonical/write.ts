import type { Edit } from '../../contract/finding.ts';
import type { Block, Posting } from '../../contract/posting.ts';
import type { TemplatePart } from '../../posting/sections/definition.ts';
import { bulletOf, escapeHtml } from '../sections/style.ts';
import type { CanonicalText, Piece } from './text.ts';

/**
 * The lines of a canonical text in the format of a posting, with its bullets.
 *
 * @param only `items`: HTML's list items without the list around them
 */
export function canonicalLines(text: CanonicalText, posting: Posting, only?: 'items'): string[] {
  const { format } = posting;
  if (format === 'html') return htmlLines(text, only);
  const bullet = bulletOf(posting) ?? '-';
  const lines: string[] = [];
  text.pieces.forEach((piece, at) => {
    const before = text.pieces[at - 1];
    if (before && !(piece.kind === 'item' && before.kind === 'item')) lines.push('');
    const own = format === 'markdown' ? piece.markdown : piece.text;
    lines.push(...(piece.kind === 'item' ? `${bullet} ${own}` : own).split(/\r?\n/));
  });
  return lines;
}

function htmlLines({ pieces }: CanonicalText, only: 'items' | undefined): string[] {
  const lines: string[] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind === 'paragraph') {
      lines.push(`<p>${inlineHtml(piece)}</p>`);
      return;
    }
    if (!only && pieces[at - 1]?.kind !== 'item') lines.push('<ul>');
    lines.push(`${only ? '' : '  '}<li>${inlineHtml(piece)}</li>`);
    if (!only && pieces[at + 1]?.kind !== 'item') lines.push('</ul>');
  });
  return lines;
}

/** Canonical texts as the content of a section's template. */
export function templateContent(texts: readonly CanonicalText[]): TemplatePart[] {
  return texts
    .flatMap(({ pieces }) => pieces)
    .map((piece) => {
      const other = { plain: piece.text, html: inlineHtml(piece) };
      return piece.kind === 'item'
        ? { item: piece.markdown, ...other }
        : { paragraph: piece.markdown, ...other };
    });
}

/** The words of a piece with its emphasis and links as HTML. */
function inlineHtml({ block, text, source }: Piece): string {
  const tags: { at: number; order: number; tag: string }[] = [];
  const add = (start: number, end: number, open: string, close: string) => {
    // At one place, what ends stands before what begins; the longer one is the outer.
    tags.push({ at: start, order: 1_000_000 - (end - start), tag: open });
    tags.push({ at: end, order: end - start - 1_000_000, tag: close });
  };
  for (const region of block.regions) {
    const { kind, start, end } = region;
    if (kind === 'strong') add(start, end, '<strong>', '</strong>');
    if (kind === 'emphasis') add(start, end, '<em>', '</em>');
    if (kind === 'link') {
      const address = /^\]\(<?([^\s<>)]*)/.exec(source.slice(block.map.cover(region).end))?.[1];
      if (address) add(start, end, `<a href="${escapeHtml(address).replaceAll('"', '&quot;')}">`, '</a>');
    }
  }
  tags.sort((a, b) => a.at - b.at || a.order - b.order);
  let html = '';
  let at = 0;
  for (const tag of tags) {
    html += escapeHtml(text.slice(at, tag.at)) + tag.tag;
    at = tag.at;
  }
  return html + escapeHtml(text.slice(at));
}

/**
 * Writes a canonical text in place of some blocks.
 *
 * @param range - indexes of the first and the last block, which stand in a row
 * @returns undefined where the text would not fit into what stands around it
 */
export function replaceBlocks(
  posting: Posting,
  range: { first: number; last: number },
  text: CanonicalText,
): Edit | undefined {
  const blocks = posting.blocks.slice(range.first, range.last + 1);
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return undefined;
  const items = blocks.every(({ kind }) => kind === 'item');
  const inList = [range.first - 1, range.last + 1].some((at) => posting.blocks[at]?.kind === 'item');
  const itemsOnly = items && text.pieces.every(({ kind }) => kind === 'item');
  // A paragraph in the middle of a list would become part of the item before it.
  if (!itemsOnly && inList && blocks.some(({ kind }) => kind === 'item')) return undefined;
  if (posting.format === 'html') {
    if (!itemsOnly && !blocks.every((block) => isWholeParagraph(block, posting))) return undefined;
  } else if (!blocks.every((block) => standsFree(block, posting, itemsOnly))) return undefined;
  const lines = canonicalLines(text, posting, itemsOnly ? 'items' : undefined);
  return {
    span: { start: first.source.start, end: last.source.end },
    text: lines.join(newlineOf(posting)),
  };
}

/** `<p>…</p>`, the whole element. */
function isWholeParagraph({ kind, source }: Block, posting: Posting): boolean {
  const written = posting.source.slice(source.start, source.end);
  return kind === 'paragraph' && /^<p[\s>]/i.test(written) && /<\/p\s*>$/i.test(written);
}

/** Whether a block begins its line and stands in no quotation, table or inner list. */
function standsFree({ kind, source, depth }: Block, posting: Posting, items: boolean): boolean {
  if (kind === 'cell' || kind === 'heading' || depth > (items || kind === 'item' ? 1 : 0)) return false;
  const lineStart = posting.source.lastIndexOf('\n', source.start - 1) + 1;
  return posting.source.slice(lineStart, source.start).replace(/^\uFEFF/, '') === '';
}

/**
 * Writes a canonical text behind a block.
 *
 * @returns undefined where it would not fit into what stands around it
 */
export function writeBehind(posting: Posting, block: Block, text: CanonicalText): Edit | undefined {
  const newline = newlineOf(posting);
  const lines = canonicalLines(text, posting);
  const at = block.source.end;
  if (posting.format === 'html') {
    if (!isWholeParagraph(block, posting)) return undefined;
    return { span: { start: at, end: at }, text: newline + lines.join(newline) };
  }
  if (block.kind === 'cell' || (block.kind === 'paragraph' && block.depth > 0)) return undefined;
  const goesOn = block.kind === 'item' && text.pieces[0]?.kind === 'item';
  return { span: { start: at, end: at }, text: (goesOn ? newline : newline + newline) + lines.join(newline) };
}

function newlineOf({ source }: Posting): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
