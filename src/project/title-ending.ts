/** What German titles end in to say that they mean everyone, in brackets: `(m/w/d)`. */
const ENDING = /\((?:[mwfdxi](?:[/|*][mwfdxi]){1,3}|all genders?|gn)\)$/i;

/** The mark at the end of a title; empty without one. */
export function titleEnding(title: string): string {
  return ENDING.exec(title.trim())?.[0] ?? '';
}
