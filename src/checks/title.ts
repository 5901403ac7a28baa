import type { Posting, Span } from '../contract/posting.ts';

/** Where a finding about the whole posting stands: on the title's words, or what comes nearest to a title. */
export function titleSpan(posting: Posting): Span {
  const block = posting.blocks.find((candidate) => candidate.title);
  if (block) return block.map.cover({ start: 0, end: block.text.length });
  const field = posting.frontMatter?.values.find(
    ({ key }) => key === 'title' || key === 'job_title' || key === 'position',
  );
  if (field) return field.source;
  const first = posting.blocks[0];
  return first ? first.map.cover({ start: 0, end: first.text.length }) : { start: 0, end: 0 };
}
