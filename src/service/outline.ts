import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  SymbolKind,
} from 'vscode-languageserver-types';
import { SECTION_NAMES } from '../contract/names.ts';
import type { Block, Span } from '../contract/posting.ts';
import type { LintedDocument } from './document.ts';

interface Section {
  heading: Block;
  /** From the heading to the next one of the same or a higher level. */
  span: Span;
  children: Section[];
}

/** The title and the sections beneath it; what kind of section each was recognised as stands in its detail. */
export function documentSymbols(document: LintedDocument): DocumentSymbol[] {
  const { positions } = document;
  const toSymbol = ({ heading, span, children }: Section): DocumentSymbol => {
    const kind = heading.section && !heading.title ? SECTION_NAMES[heading.section] : undefined;
    const name = heading.text.replace(/\s+/g, ' ').trim() || '…';
    const detail = heading.title ? 'Title' : kind;
    return {
      name,
      // A heading that says the same is not said twice.
      ...(detail === undefined || detail.toLowerCase() === name.toLowerCase() ? {} : { detail }),
      kind: heading.title ? SymbolKind.File : SymbolKind.String,
      range: positions.range(span),
      selectionRange: positions.range(heading.source),
      children: children.map(toSymbol),
    };
  };
  return sectionTree(document).map(toSymbol);
}

/** Sections to fold, for languages that an editor knows no headings in. */
export function foldingRanges(document: LintedDocument): FoldingRange[] {
  const { positions, text } = document;
  const ranges: FoldingRange[] = [];
  const add = ({ span, children, heading }: Section) => {
    const startLine = positions.lineOf(heading.source.start);
    const end = span.start + text.slice(span.start, span.end).trimEnd().length;
    const endLine = positions.lineOf(end);
    if (endLine > startLine) ranges.push({ startLine, endLine, kind: FoldingRangeKind.Region });
    for (const child of children) add(child);
  };
  for (const section of sectionTree(document)) add(section);
  return ranges;
}

function sectionTree({ posting, text }: LintedDocument): Section[] {
  const roots: Section[] = [];
  const open: { section: Section; level: number }[] = [];
  for (const heading of posting.blocks) {
    if (heading.kind !== 'heading') continue;
    const level = heading.title ? 0 : (heading.level ?? 1);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) close(open, heading.source.start);
    const section: Section = {
      heading,
      span: { start: heading.source.start, end: text.length },
      children: [],
    };
    (open.at(-1)?.section.children ?? roots).push(section);
    open.push({ section, level });
  }
  return roots;
}

function close(open: { section: Section }[], at: number): void {
  const closed = open.pop();
  if (closed) closed.section.span.end = Math.max(at, closed.section.heading.source.end);
}
