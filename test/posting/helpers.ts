import type { Block, Posting } from '../../src/contract/posting.ts';
import type { Format, SectionKind } from '../../src/contract/report.ts';
import { type Recogniser, readPosting } from '../../src/posting/read.ts';

const HEADINGS: Readonly<Record<string, SectionKind>> = {
  duties: 'responsibilities',
  'what you do': 'responsibilities',
  'what you will do': 'responsibilities',
  'your tasks': 'responsibilities',
  missions: 'responsibilities',
  requirements: 'requirements',
  'what you bring': 'requirements',
  benefits: 'benefits',
  'about us': 'about-company',
  'who are we': 'about-company',
};
const LABELS: Readonly<Record<string, SectionKind>> = {
  location: 'location',
  'lieu de travail': 'location',
  ort: 'location',
  salary: 'compensation',
  pay: 'compensation',
  'closing date': 'deadline',
};

/** Knows a handful of words and recognises nothing: the reader is tested alone. */
export const recogniser: Recogniser = {
  heading: (text) => HEADINGS[text.toLowerCase()],
  label: (text) => LABELS[text.toLowerCase()],
  recognise: () => {},
};

export function read(text: string, format: Format = 'markdown'): Posting {
  return readPosting(text, { format, recogniser });
}

/** `kind: text` of every block, headings with their level and `~` for pseudo-headings, items with their depth. */
export function outline(text: string, format: Format = 'markdown'): string[] {
  return read(text, format).blocks.map(describeBlock);
}

function describeBlock(block: Block): string {
  const mark = block.title ? 'title' : block.kind;
  const detail = block.kind === 'heading' ? `${block.level}${block.pseudo ? '~' : ''}` : block.depth || '';
  return `${mark}${detail ? ` ${detail}` : ''}: ${block.text}`;
}

/** `kind: words` of every region of a posting. */
export function regions(text: string, format: Format = 'markdown'): string[] {
  return read(text, format).blocks.flatMap((block) =>
    block.regions.map(({ kind, start, end }) => `${kind}: ${block.text.slice(start, end)}`),
  );
}
