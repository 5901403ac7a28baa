import type { Block, FrontMatter, Posting, SectionInfo } from '../contract/posting.ts';
import { type Format, SECTION_KINDS, type SectionKind } from '../contract/report.ts';
import { type Draught, makeBlocks } from './blocks.ts';
import { prepareDraft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHtml } from './html.ts';
import { postingLines } from './html-page.ts';
import { findLabel } from './labels.ts';
import { LanguageCounter, primarySubtag } from './language.ts';
import type { Line } from './line.ts';
import { readMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';
import { addRegions } from './regions.ts';
import { markCellLabels } from './table-labels.ts';
import type { SectionVocabulary } from './vocabulary.ts';

export type { SectionVocabulary } from './vocabulary.ts';

/** Knows what headings and labels mean, and what a posting says where. */
export interface Recogniser extends SectionVocabulary {
  /** Fills `block.section`, adds regions of statements, and fills `posting.sections`. */
  recognise(posting: Posting): void;
}

export interface ReadOptions {
  format: Format;
  recogniser: Recogniser;
}

/**
 * Reads a draft. The same text gives the same posting; no text makes it fail, and it takes time in proportion to the
 * text's length.
 *
 * @param text the decoded file, byte order mark included if there is one; all offsets refer to it, in UTF-16 code units
 */
export function readPosting(text: string, { format, recogniser }: ReadOptions): Posting {
  const draft = prepareDraft(text);
  const frontMatter = readFrontMatter(draft);
  const start = frontMatter?.source.end ?? 0;
  let declared = declaredLanguage(frontMatter);
  let lines: Line[];
  if (format === 'markdown') {
    lines = readMarkdown(draft, start);
  } else if (format === 'html') {
    const result = readHtml(draft, { from: start, to: text.length, group: 1, row: 0, depth: 0 });
    declared ??= primarySubtag(result.language);
    lines = postingLines(result);
  } else {
    lines = readPlain(draft, start);
  }
  draft.comments.sort((a, b) => a.source.start - b.source.start);
  const draughts = makeBlocks(lines, {
    source: text,
    vocabulary: recogniser,
    plain: format === 'text',
    titled: frontMatter?.values.some(({ key, value }) => key === 'title' && value !== '') ?? false,
  });
  markRegions(draughts, recogniser);
  const { language, words } = setLanguages(draughts, declared);
  const posting: Posting = {
    source: text,
    format,
    language,
    frontMatter,
    blocks: draughts.map(({ block }) => block),
    sections: noSections(),
    comments: draft.comments,
    words,
  };
  recogniser.recognise(posting);
  return posting;
}

function markRegions(draughts: readonly Draught[], vocabulary: SectionVocabulary): void {
  for (const { block } of draughts) {
    addRegions(block.text, block.regions, block.kind !== 'heading');
    markLabel(block, vocabulary);
  }
  markCellLabels(draughts, vocabulary);
  for (const { block } of draughts) {
    if (block.regions.length > 1) block.regions.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

function markLabel(block: Block, vocabulary: SectionVocabulary): void {
  const label = findLabel(block.text, block.regions, vocabulary);
  if (label && (label.value || block.kind !== 'heading'))
    block.regions.push({ kind: 'label', start: 0, end: label.end });
}

/** A declared language holds for all blocks, an element's own for that element; otherwise each block is judged. */
function setLanguages(
  draughts: readonly Draught[],
  declared: string | undefined,
): { language: string; words: number } {
  const counter = new LanguageCounter();
  let words = 0;
  for (const { block, language } of draughts) {
    words += counter.add(block.text, block.regions);
    block.language = primarySubtag(language) ?? declared ?? '';
  }
  const languages = counter.judge();
  draughts.forEach(({ block }, i) => {
    if (block.language === '') block.language = languages.blocks[i]!;
  });
  return { language: declared ?? languages.whole, words };
}

function declaredLanguage(frontMatter: FrontMatter | undefined): string | undefined {
  for (const name of ['lang', 'language', 'locale']) {
    const value = frontMatter?.values.find(({ key }) => key === name)?.value;
    const tag = primarySubtag(value);
    if (tag) return tag;
  }
  return undefined;
}

function noSections(): Record<SectionKind, SectionInfo> {
  const sections = {} as Record<SectionKind, SectionInfo>;
  for (const kind of SECTION_KINDS) sections[kind] = { present: false };
  return sections;
}
