import type { Block, FrontMatterValue, Posting, Span } from '../contract/posting.ts';

/**
 * Where a finding about the whole posting stands: on the words of its title; without a title, as an empty span before
 * the first words, which it says nothing about.
 */
export function titleSpan(posting: Posting): Span {
  const block = titleBlock(posting);
  if (block) return block.map.cover({ start: 0, end: block.text.length });
  const field = titleField(posting);
  if (field) return field.source;
  const start = posting.blocks[0]?.source.start ?? 0;
  return { start, end: start };
}

/** The block that is the title. */
export function titleBlock(posting: Posting): Block | undefined {
  return posting.blocks.find((candidate) => candidate.title);
}

/** The words of the title; empty without one. */
export function titleText(posting: Posting): string {
  const block = titleBlock(posting);
  return block?.text ?? titleField(posting)?.value ?? '';
}

function titleField(posting: Posting): FrontMatterValue | undefined {
  return posting.frontMatter?.values.find(
    ({ key }) => key === 'title' || key === 'job_title' || key === 'position',
  );
}
