/** More marks of emphasis and links in one paragraph than anybody writes … */
const MOST_DELIMITERS = 2000;
/** … and in a huge paragraph fewer, because each may make the parser look through all of it. */
const MOST_STEPS = 20_000_000;
const FEWEST_DELIMITERS = 100;
const DELIMITER = /[*_[\]`~<]/g;

/**
 * The Markdown parser matches marks of emphasis and links in time that grows with the square of their number in a
 * paragraph. In paragraphs with thousands of them the rest are overwritten with letters of the same length, so that
 * hostile input costs no more than any other. The posting's text is taken from the source and stays as it was.
 */
export function neutraliseDelimiters(text: string): string {
  if (text.length < MOST_DELIMITERS) return text;
  const parts: string[] = [];
  let done = 0;
  let start = 0;
  while (start < text.length) {
    const blank = nextBlankLine(text, start);
    if (blank - start > MOST_DELIMITERS) {
      const paragraph = text.slice(start, blank);
      let count = 0;
      const most = Math.max(FEWEST_DELIMITERS, Math.min(MOST_DELIMITERS, MOST_STEPS / paragraph.length));
      const safe = paragraph.replace(DELIMITER, (mark) => (++count > most ? 'x' : mark));
      if (count > most) {
        parts.push(text.slice(done, start), safe);
        done = blank;
      }
    }
    start = blank + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}

/** Offset of the next line break that is followed by a blank line, or the end. */
function nextBlankLine(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    let next = at + 1;
    while (text[next] === ' ' || text[next] === '\t') next++;
    if (next >= text.length || text[next] === '\n') return at;
  }
  return text.length;
}
