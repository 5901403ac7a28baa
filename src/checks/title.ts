import type { Posting, Span } from '../contract/posting.ts';

/**
 * Where a finding about the whole posting stands: on the words of its title; without a title, as an empty span before
 * the first words, which it says nothing about.
 */
export function titleSpan(posting: Posting): Span {
  const block = posting.blocks.find((candidate) => candidate.title);
  if (block) return block.map.cover({ start: 0, end: block.text.length });
  const field = posting.frontMatter?.values.find(
    ({ key }) => key === 'title' || key === 'job_title' || key === 'position',
  );
  if (field) return field.source;
  const start = posting.blocks[0]?.source.start ?? 0;
  return { start, end: start };
}
