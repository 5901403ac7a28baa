import type { HtmlResult } from './html-lines.ts';
import type { Line } from './line.ts';

/**
 * The lines of a page that belong to the posting. Of a fragment that is everything but navigation. Of a page it is the
 * main part, where the page says which that is, and otherwise all but what stands in the page's header, footer and
 * sidebars; sentences there are kept, because equal opportunity statements often stand in a footer.
 */
export function postingLines(result: HtmlResult): Line[] {
  const { lines, page } = result;
  const shown = lines.filter((line) => !line.landmark?.navigation);
  const main = shown.filter((line) => line.landmark?.main);
  const article = shown.filter((line) => line.landmark?.article);
  const core = words(main) >= FEWEST_WORDS ? 'main' : words(article) >= FEWEST_WORDS ? 'article' : undefined;
  if (!page && core !== 'main') return shown;
  return shown.filter((line) => {
    const landmark = line.landmark;
    if (!landmark || (core && landmark[core])) return true;
    if (landmark.margin) return line.level === 1 || isProse(line);
    return core === undefined;
  });
}

/** A main part with fewer words is an empty shell. */
const FEWEST_WORDS = 20;

function words(lines: readonly Line[]): number {
  let count = 0;
  for (const line of lines) count += line.text.split(/\s+/).length;
  return count;
}

/** A sentence or more, and not a row of links. */
function isProse(line: Line): boolean {
  const linked = line.landmark?.linked ?? 0;
  return line.text.length >= 50 && /[.!]$/.test(line.text) && linked * 2 < line.text.length;
}
