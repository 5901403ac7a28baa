/** Text as the snippet syntax takes it for itself. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * Brackets, which hold what the writer fills in, as places to type over. Those of links and of boxes to tick are none.
 */
export function toSnippet(text: string): string {
  let stop = 0;
  let snippet = '';
  let at = 0;
  for (const match of text.matchAll(/(?<!\])\[(?![ xX]\])[^[\]\n]+\](?![([:])/g)) {
    stop++;
    snippet += `${escapeSnippet(text.slice(at, match.index))}\${${stop}:${escapeSnippet(match[0])}}`;
    at = match.index + match[0].length;
  }
  return `${snippet}${escapeSnippet(text.slice(at))}$0`;
}
