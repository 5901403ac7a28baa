/** The lines around front matter. */
export interface Fences {
  kind: 'yaml' | 'toml';
  /** Start of the opening fence, end of the closing one. */
  start: number;
  end: number;
  /** The text between them. */
  textStart: number;
  textEnd: number;
}

const OPENING = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)/;

/**
 * Finds front matter at the very beginning of a file.
 *
 * @param parsed the same text with all line ends `\n`
 */
export function findFences(source: string, parsed: string): Fences | undefined {
  const opening = OPENING.exec(source);
  if (!opening) return undefined;
  const fence = opening[1]!;
  const textStart = opening[0].length;
  for (let at = textStart; at < parsed.length; ) {
    const next = parsed.indexOf('\n', at);
    const closing = parsed.slice(at, next < 0 ? parsed.length : next).trimEnd();
    if (closing === fence || (fence === '---' && closing === '...')) {
      return {
        kind: fence === '---' ? 'yaml' : 'toml',
        start: source.charCodeAt(0) === 0xfeff ? 1 : 0,
        end: at + closing.length,
        textStart,
        textEnd: at,
      };
    }
    if (next < 0) return undefined;
    at = next + 1;
  }
  return undefined;
}
