import type { ReportFinding } from '../contract/report.ts';
import { isBias } from '../lint/overlaps.ts';
import type { LintedDocument } from './document.ts';

const NAME_BEFORE = /(?:(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'’-]*(?: & | ))*$/u;
const NAME_AFTER = /^(?:['’]s)?(?:(?: & | )\p{Lu}[\p{L}\p{N}.'’-]*)*/u;
const LONGEST = 60;

/**
 * The name that a finding stands in, when it could be one: capitalised words, not a heading's, nor the mere first word
 * of a sentence.
 */
export function termAround({ posting }: LintedDocument, finding: ReportFinding): string | undefined {
  if (!isBias(finding.category)) return undefined;
  const { start, end } = finding.range;
  const block = posting.blocks.find(({ source }) => source.start <= start.offset && end.offset <= source.end);
  if (!block || block.kind === 'heading' || start.offset === end.offset) return undefined;
  // The map leads from text to source only; the words marked stand in the text as in the source, or there is no name.
  const marked = posting.source.slice(start.offset, end.offset);
  if (!/^\p{Lu}/u.test(marked) || marked === marked.toUpperCase()) return undefined;
  for (let at = block.text.indexOf(marked); at >= 0; at = block.text.indexOf(marked, at + 1)) {
    if (block.map.cover({ start: at, end: at + marked.length }).start !== start.offset) continue;
    const before = NAME_BEFORE.exec(block.text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? '';
    const after =
      NAME_AFTER.exec(block.text.slice(at + marked.length, at + marked.length + LONGEST))?.[0] ?? '';
    const opens = /(?:^|[.!?:•]\s+)$/.test(block.text.slice(0, at - before.length));
    // The capital of a sentence's first word says nothing: *Our Ninja app*.
    const kept = opens ? before.replace(/^\S+ /, '') : before;
    const name = (kept + marked + after.replace(/^['’]s$/, '')).replace(/[.'’-]+$/, '');
    if (opens && before === '' && !name.includes(' ')) return undefined;
    return name.length <= LONGEST ? name : undefined;
  }
  return undefined;
}
