import type { CheckEnvironment } from '../../contract/check.ts';
import type { Edit } from '../../contract/finding.ts';
import type { Block, Posting } from '../../contract/posting.ts';
import type { SectionTemplate } from '../../posting/sections/definition.ts';
import { sectionStyle, writeSection } from './style.ts';

/**
 * An edit that inserts a section in the place and the style the posting's other sections suggest: before the first
 * section that belongs after it, or at the end.
 *
 * @param order - where each kind of section belongs
 */
export function insertSection(
  posting: Posting,
  template: SectionTemplate,
  order: CheckEnvironment['sectionOrder'],
): Edit {
  const { source, format } = posting;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const text = writeSection(template, sectionStyle(posting)).join(newline);
  const next = posting.blocks.find((block) => startsLaterSection(block, template, order));
  if (next) {
    const at = format === 'html' ? beforeWrappers(source, next.source.start) : next.source.start;
    return { span: { start: at, end: at }, text: `${text}${newline}${format === 'html' ? '' : newline}` };
  }
  const at = format === 'html' ? htmlEnd(source) : source.trimEnd().length;
  // Nothing stands before the section but a front matter or a byte order mark: no empty line is needed.
  const empty = source.slice(0, at).trim() === '';
  const gap = empty ? '' : format === 'html' ? newline : newline + newline;
  const rest = source.slice(at);
  const end = format === 'html' && rest !== '' && !/^\s/.test(rest) ? newline : '';
  return { span: { start: at, end: at }, text: `${gap}${text}${end}` };
}

/** A heading at the outer edge of the text whose section belongs after the template's. */
function startsLaterSection(
  block: Block,
  template: SectionTemplate,
  order: CheckEnvironment['sectionOrder'],
): boolean {
  if (block.kind !== 'heading' || block.title || block.depth > 0 || block.section === undefined) return false;
  const place = order[block.section];
  return place !== undefined && place > template.order;
}

/** `<section><h2>`: the new section stands before the wrapper that opens with the heading. */
function beforeWrappers(source: string, offset: number): number {
  let at = offset;
  for (;;) {
    const wrapper = /<(?:section|div|article)(?:\s[^<>]*)?>\s*$/.exec(
      source.slice(Math.max(0, at - 300), at),
    );
    if (!wrapper) return at;
    at -= wrapper[0].length;
  }
}

/** Before what closes the page, and before its footer. */
function htmlEnd(source: string): number {
  for (const tag of ['<footer', '</main>', '</article>', '</body>', '</html>']) {
    const at = source.toLowerCase().lastIndexOf(tag);
    if (at >= 0) return source.slice(0, at).trimEnd().length;
  }
  return source.trimEnd().length;
}
