import type { Block, Posting } from '../../contract/posting.ts';
import type { Format } from '../../contract/report.ts';
import type { SectionTemplate, TemplatePart } from '../../posting/sections/definition.ts';

/** How the sections of a posting are written. */
export interface SectionStyle {
  /** Lines of a heading with these words. */
  heading(words: string): string[];
  /** Words are given in the format's markup. */
  paragraph(words: string): string;
  items(all: readonly string[]): string[];
  markup: Format;
  /** An empty line between the heading and what follows. */
  airy: boolean;
}

/** The lines of a section. */
export function writeSection(template: SectionTemplate, style: SectionStyle): string[] {
  const lines = style.heading(template.heading);
  let items: string[] = [];
  const flush = () => {
    if (items.length > 0) lines.push(...(style.airy ? [''] : []), ...style.items(items));
    items = [];
  };
  for (const part of template.content as readonly TemplatePart[]) {
    const words = inMarkup(part, style.markup);
    if ('item' in part) {
      items.push(words);
      continue;
    }
    flush();
    lines.push(...(style.airy ? [''] : []), style.paragraph(words));
  }
  flush();
  return lines;
}

function inMarkup(part: TemplatePart, markup: Format): string {
  const words = 'item' in part ? part.item : part.paragraph;
  if (markup === 'html') return part.html ?? escapeHtml(words);
  return markup === 'text' ? (part.plain ?? words) : words;
}

/** The style of the posting's other sections; where it has none, the plainest of its format. */
export function sectionStyle(posting: Posting): SectionStyle {
  const headings = posting.blocks.filter((block) => block.kind === 'heading' && !block.title);
  if (posting.format === 'html') return htmlStyle(headings);
  const like = headings.find((block) => block.section !== undefined) ?? headings[0];
  const bullet = bulletOf(posting) ?? '-';
  const base = {
    paragraph: (words: string) => words,
    items: (all: readonly string[]) => all.map((item) => `${bullet} ${item}`),
    markup: posting.format,
  };
  if (!like)
    return {
      ...base,
      heading: (words) => [posting.format === 'markdown' ? `## ${words}` : words],
      airy: true,
    };
  const after = posting.source.slice(like.source.end, like.source.end + 300);
  const underline = posting.format === 'markdown' ? UNDERLINE.exec(after) : null;
  const airy = /^[^\S\r\n]*\r?\n[^\S\r\n]*(?:\r?\n|$)/.test(after.slice(underline?.[0].length ?? 0));
  const mark = underline?.[1];
  const heading = mark ? (words: string) => [words, mark.repeat(words.length)] : headingLike(like, posting);
  return { ...base, heading, airy };
}

/** What stands under a Setext heading. */
const UNDERLINE = /^[^\S\r\n]*\r?\n {0,3}([-=])\1*(?=[^\S\r\n]*(?:\r?\n|$))/;

function headingLike(like: Block, posting: Posting): SectionStyle['heading'] {
  const written = posting.source.slice(like.source.start, like.source.end).trim();
  if (!like.pseudo && posting.format === 'markdown') {
    const hashes = /^#+/.exec(written)?.[0] ?? '#'.repeat(like.level ?? 2);
    return (words) => [`${hashes} ${words}`];
  }
  const colon = /[:：]\W*$/.test(written) ? ':' : '';
  const capitals = like.text === like.text.toUpperCase() && like.text !== like.text.toLowerCase();
  const cased = (words: string) => (capitals ? words.toUpperCase() : words);
  const mark = /^(\*\*|__)/.exec(written)?.[1] ?? '';
  return (words) => [`${mark}${cased(words)}${colon}${mark}`];
}

export function bulletOf(posting: Posting): string | undefined {
  const item = posting.blocks.find((block) => block.kind === 'item');
  if (!item) return undefined;
  return /^\s*([-*•●▪○·–])\s/.exec(posting.source.slice(item.source.start, item.source.end))?.[1];
}

function htmlStyle(headings: readonly Block[]): SectionStyle {
  const like =
    headings.find((block) => block.section !== undefined && !block.pseudo) ??
    headings.find((block) => !block.pseudo);
  const level = like?.level ?? 2;
  return {
    heading: (words) => [`<h${level}>${escapeHtml(words)}</h${level}>`],
    paragraph: (words) => `<p>${words}</p>`,
    items: (all) => ['<ul>', ...all.map((item) => `  <li>${item}</li>`), '</ul>'],
    markup: 'html',
    airy: false,
  };
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
