import type { RegionKind } from '../contract/posting.ts';

/** Elements whose content no reader sees, or that are controls and not text. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'head script style template noscript svg math iframe object canvas video audio select datalist button textarea fieldset label legend map dialog noembed noframes'.split(
    ' ',
  ),
);

export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements before and after which a line ends. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'html head body p div section article main header footer aside nav address ul ol li menu dl dt dd table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hgroup blockquote figure figcaption pre details summary form fieldset center hr dialog search'.split(
    ' ',
  ),
);

export const HEADINGS: ReadonlyMap<string, number> = new Map<string, number>([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
]);

export const INLINE: ReadonlyMap<string, RegionKind> = new Map<string, RegionKind>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['a', 'link'],
  ['q', 'quotation'],
]);

export type LandmarkName = 'main' | 'article' | 'margin' | 'navigation';

export const LANDMARKS: ReadonlyMap<string, LandmarkName> = new Map<string, LandmarkName>([
  ['main', 'main'],
  ['article', 'article'],
  ['header', 'margin'],
  ['footer', 'margin'],
  ['aside', 'margin'],
  ['nav', 'navigation'],
]);

/** The same by `role`. */
export const ROLES: ReadonlyMap<string, LandmarkName> = new Map<string, LandmarkName>([
  ['main', 'main'],
  ['article', 'article'],
  ['banner', 'margin'],
  ['contentinfo', 'margin'],
  ['complementary', 'margin'],
  ['navigation', 'navigation'],
  ['search', 'navigation'],
]);

/** Whether attributes keep an element from being shown. */
export function hidden(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  const style = attributes.get('style');
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

const CELLS = /^(?:td|th)$/;
const TERMS = /^(?:dt|dd)$/;

/** Whether an open element ends where another begins, as `<li>` before `<li>`. */
export function endsBefore(open: string, next: string): boolean {
  if (open === next) return /^(?:li|p|dt|dd|td|th|tr|option)$/.test(next);
  if (open === 'p') return BLOCKS.has(next);
  if (CELLS.test(open)) return CELLS.test(next) || next === 'tr';
  return (TERMS.test(open) && TERMS.test(next)) || (open === 'head' && next === 'body');
}
