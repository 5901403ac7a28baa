import type { Edit } from '../../contract/finding.ts';
import type { Block, Posting, Span } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { sourceEdits } from '../edits.ts';

/** The words of a heading: without numbering, emoji and other signs at its ends. Offsets in the block's text. */
export function wordsOfHeading({ text }: Block): Span & { words: string } {
  const head = /^[^\p{L}\p{N}(“"‘']*/u.exec(text)?.[0].length ?? 0;
  const numbered = /^\d{1,2}[.)]\s+/.exec(text.slice(head))?.[0].length ?? 0;
  const start = head + numbered;
  const tail = /[\s:：.]*$/u.exec(text.slice(start))?.[0].length ?? 0;
  const end = Math.max(start, text.length - tail);
  return { start, end, words: text.slice(start, end) };
}

/** Headings compare without regard to case, kind of apostrophe, and spacing. */
export function sameWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/&/g, 'and')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** A section: its heading, and where it ends in the source. */
export interface Section {
  kind: SectionKind;
  heading: Block;
  end: number;
}

/** The sections of a known kind, outermost only: a part of the benefits under its own heading is no section. */
export function sectionsOf({ blocks, source }: Posting): Section[] {
  const found: Section[] = [];
  let open: Section[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const level = block.level ?? 7;
    open = open.filter((section) => {
      if ((section.heading.level ?? 0) < level) return true;
      section.end = block.source.start;
      return false;
    });
    // A title in brackets, still to be filled in, names no section.
    if (block.title || block.section === undefined || /^\[[^\]]*\]$/.test(block.text)) continue;
    const parent = block.heading === undefined ? undefined : blocks[block.heading];
    if (parent && !parent.title && parent.section !== undefined) continue;
    const section = { kind: block.section, heading: block, end: source.length };
    found.push(section);
    open.push(section);
  }
  return found;
}

/** A heading's words replaced; marks, numbering and a colon stay. */
export function renameHeading(
  heading: Block,
  words: string,
  { format, source }: Posting,
): Edit[] | undefined {
  const { start, end } = wordsOfHeading(heading);
  const marked = heading.regions.some(
    ({ kind }) => kind === 'link' || kind === 'placeholder' || kind === 'code',
  );
  return marked ? undefined : sourceEdits(heading, format, { span: { start, end }, text: words }, source);
}
