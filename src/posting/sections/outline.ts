import type { Block, Posting, Region } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { bareWords } from '../vocabulary.ts';
import type { Meaning, Vocabulary } from './headings.ts';

/** A stretch of a posting that its heading or label announces as something. */
export interface Announced {
  meaning: Meaning;
  by: 'heading' | 'label';
  /** Index of the heading, or of the block with the label. */
  at: number;
  /** Indexes of the blocks with its content; for a label in the same block, that block. */
  content: number[];
}

/** Sections in whose lists a word with a colon is the lead-in of an item, not a label of the posting. */
const LISTS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'about-team',
  'about-company',
]);

/** What a line of facts gives, each with its label. */
const FACT_KINDS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'location',
  'work-model',
  'compensation',
  'employment-type',
  'deadline',
  'about-team',
  'summary',
]);

/** The label region of a block. */
export function labelOf(block: Block): Region | undefined {
  return block.regions.find(({ kind }) => kind === 'label');
}

/**
 * Sets `block.section` everywhere: of a heading its own kind, beneath it the same until the next heading of the same
 * or a higher level, and of a labelled line its label's.
 *
 * @returns what headings and labels announce, in the order of the text
 */
export function outline(posting: Posting, vocabulary: Vocabulary): Announced[] {
  const { blocks } = posting;
  const announced: Announced[] = [];
  /** By index of the heading: what its content belongs to. */
  const open = new Map<number, Announced | undefined>();
  let cellLabel: Announced | undefined;
  const columns = tableColumns(blocks, vocabulary);
  const heads = itemHeads(blocks, vocabulary);
  let itemHead: Announced | undefined;
  const title = blocks.find((block) => block.title)?.text ?? '';
  for (const block of blocks) {
    if (block.kind === 'heading') itemHead = undefined;
    const head = heads.get(block.index);
    if (head) {
      itemHead = head;
      announced.push(head);
      block.section = kindOf(head);
      continue;
    }
    const parent = itemHead ?? (block.heading === undefined ? undefined : open.get(block.heading));
    if (block.kind !== 'cell') cellLabel = undefined;
    const label = labelOf(block);
    if (block.kind === 'heading' && !(label && isFact(block, label, vocabulary))) {
      const own = block.title
        ? undefined
        : (announce(vocabulary.certainHeading(block.text), 'heading', block.index) ??
          (namesJobholder(block.text, title) ? announce(PERSON, 'heading', block.index) : undefined));
      if (own) announced.push(own);
      // A line that only looks like a heading, with nothing under it, is content.
      else if (block.pseudo && !block.title && isBare(blocks, block.index)) parent?.content.push(block.index);
      open.set(block.index, own ?? parent);
      block.section = kindOf(own ?? parent);
      continue;
    }
    if (block.kind === 'heading') open.set(block.index, parent);
    let own = label && !isLeadIn(block, parent) ? readLabel(block, label, vocabulary) : undefined;
    own ??= columns.get(block.index);
    if (own) {
      if (!announced.includes(own)) announced.push(own);
      const whole = label !== undefined && label.end >= block.text.length;
      if (block.kind === 'cell' && whole) cellLabel = own;
      else if (!own.content.includes(block.index)) own.content.push(block.index);
      block.section = kindOf(own);
      continue;
    }
    if (label) cellLabel = undefined;
    const holder = block.kind === 'cell' && cellLabel && !label ? cellLabel : parent;
    holder?.content.push(block.index);
    block.section = kindOf(holder);
  }
  return announced;
}

const PERSON: Meaning = { strong: ['requirements'], weak: ['responsibilities'] };

/** *The nurse* over what a neonatal nurse needs. */
function namesJobholder(heading: string, title: string): boolean {
  const name = /^(?:the|our|your) (\p{L}[\p{L} -]{2,40})$/iu.exec(bareWords(heading))?.[1]?.toLowerCase();
  return name !== undefined && ` ${title.toLowerCase()}`.replace(/\s*[(,–|].*$/u, '').endsWith(` ${name}`);
}

/** *Location: Leeds* as a heading is a line of facts; *Duties – Statistician* is the heading of a section. */
function isFact(block: Block, label: Region, vocabulary: Vocabulary): boolean {
  const words = bareWords(block.text.slice(label.start, label.end).replace(/[\s–—-]+$/u, ''));
  const kind = vocabulary.label(words).strong[0];
  return kind === undefined || FACT_KINDS.has(kind);
}

function isBare(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1];
  return next === undefined || (next.kind === 'heading' && next.heading !== index);
}

function announce(meaning: Meaning, by: Announced['by'], at: number): Announced | undefined {
  return meaning.strong.length + meaning.weak.length > 0 ? { meaning, by, at, content: [] } : undefined;
}

function readLabel(block: Block, label: Region, vocabulary: Vocabulary): Announced | undefined {
  const words = bareWords(block.text.slice(label.start, label.end).replace(/[\s–—-]+$/u, ''));
  return announce(vocabulary.label(words), 'label', block.index);
}

function isLeadIn(block: Block, parent: Announced | undefined): boolean {
  const kind = kindOf(parent);
  return block.kind === 'item' && kind !== undefined && LISTS.has(kind);
}

function kindOf(announced: Announced | undefined): SectionKind | undefined {
  return announced?.meaning.strong[0] ?? announced?.meaning.weak[0];
}

const MOST_HEAD_WORDS = 6;

/**
 * Items that stand as headings over what follows them: *1) Duties*, then a line on them, *2) Pay*, then another. There
 * must be two at least whose words are plain, of different kinds and never one right after the other, as in a table
 * of contents.
 */
function itemHeads(blocks: readonly Block[], vocabulary: Vocabulary): Map<number, Announced> {
  const found = new Map<number, Announced>();
  for (let i = 0; i < blocks.length; ) {
    let end = i;
    while (end < blocks.length && blocks[end]!.kind !== 'heading') end++;
    const over = blocks[i]!.heading === undefined ? undefined : blocks[blocks[i]!.heading!];
    const heads = blocks.slice(i, end).flatMap((block) => {
      if (block.kind !== 'item' || block.text.split(/\s+/).length > MOST_HEAD_WORDS) return [];
      if (/[.,;]$/.test(block.text) || labelOf(block)) return [];
      const head = announce(vocabulary.heading(block.text), 'heading', block.index);
      return head ? [head] : [];
    });
    const plain = heads.filter(({ meaning }) => meaning.strong.length > 0).length;
    const apart = heads.every(({ at }, n) => (heads[n + 1]?.at ?? end) - at > 1);
    const kinds = new Set(heads.map(kindOf));
    const free = over === undefined || over.title || vocabulary.certainHeading(over.text).strong.length === 0;
    if (plain > 1 && kinds.size === heads.length && apart && free)
      for (const head of heads) found.set(head.at, head);
    i = Math.max(i + 1, end);
  }
  return found;
}

/** Two or more known words as the first cells of a table, with nothing between them, head its columns. */
function tableColumns(blocks: readonly Block[], vocabulary: Vocabulary): Map<number, Announced> {
  const found = new Map<number, Announced>();
  for (let i = 0; i < blocks.length; ) {
    let end = i;
    while (end < blocks.length && blocks[end]!.kind === 'cell') end++;
    const run = blocks.slice(i, end);
    // Rows of two with a label each stand before another table.
    let from = 0;
    while (run[from + 1] && labelOf(run[from]!) && !labelOf(run[from + 1]!)) from += 2;
    if (run.length - from >= 4) headColumns(run.slice(from), vocabulary, found);
    i = Math.max(i + 1, end);
  }
  return found;
}

function headColumns(cells: readonly Block[], vocabulary: Vocabulary, found: Map<number, Announced>): void {
  const heads: (Announced | undefined)[] = [];
  for (const cell of cells) {
    if (labelOf(cell)) return;
    const head = announce(vocabulary.label(cell.text), 'label', cell.index);
    // All heads known, and as many cells in every row.
    if (!head && heads.length > 1 && heads.every(Boolean) && cells.length % heads.length === 0) break;
    if (!head && heads.length > 0 && !/^[\p{Lu}][\p{L} ]{1,24}$/u.test(cell.text)) break;
    heads.push(head);
    if (heads.length * 2 > cells.length) break;
  }
  const width = heads.length;
  const known = heads.filter((head) => head !== undefined).length;
  // With empty cells left out, the columns cannot be told.
  if (known < 2 || cells.length % width !== 0) return;
  for (let at = width; at < cells.length; at++) {
    const head = heads[at % width];
    if (head) found.set(cells[at]!.index, head);
  }
}
