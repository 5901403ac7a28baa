/** Capital abbreviations that are read as a word and not letter by letter. */
const SPOKEN = new Set(
  'FAQ FEMA HIPAA LAN LASER LIDAR MOOC MOSFET NAND NASA NATO NICE RADAR RAM ROM SAAS SCADA SIEM SIM SOC SWAT SWOT UNESCO UNICEF'.split(
    ' ',
  ),
);

/** *an hour*; the h of these is silent everywhere English is written. */
const SILENT_H = /^(?:hour|honest|honou?r|heir)/;

/** Written with a vowel, spoken with *y* or *w*: *a user, a European, a one-off*. */
const GLIDE =
  /^(?:uni(?!n[a-z]|m[aip]|dent|gn|ss)|unanim|us[aeiu]|ut[aeio]|ubi[qe]|uk|ura|uri|uro|urug|ugand|eu|ew|once|one(?![a-z])|oneself)/;

/**
 * *a* or *an* before a word, by its sound.
 *
 * @param next the text that follows the article; only its first word counts: *hour*, *HR lead*, *8-hour shift*
 */
export function articleFor(next: string): 'a' | 'an' {
  const word = /^["“‘'([]*([\p{L}\p{N}][\p{L}\p{N}.,]*)/u.exec(next)?.[1] ?? '';
  if (/^\d/.test(word)) return /^8/.test(word) || /^1[18](?:$|[.,]?\d{3}(?!\d)|\D)/.test(word) ? 'an' : 'a';
  const letters = word.replace(/[^\p{L}]/gu, '');
  const spelled =
    letters.length === 1 ||
    /^(?:\p{Lu}\.){2}/u.test(word) ||
    (/^\p{Lu}{2,4}s?\d*$/u.test(word) && !SPOKEN.has(letters));
  if (spelled) return /^[aefhilmnorsx]/i.test(letters) ? 'an' : 'a';
  const lower = letters.toLowerCase();
  if (SILENT_H.test(lower)) return 'an';
  return /^[aeiouáàâäéèêëíóöúü]/.test(lower) && !GLIDE.test(lower) ? 'an' : 'a';
}

/** The first letter as a capital. */
export const raise = (word: string) =>
  word.replace(/^(\P{L}*)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase());

/** The article before `start`, when nothing but white space stands in between. */
export function articleBefore(text: string, start: number): { start: number; word: string } | undefined {
  const found = /(?:^|[^\p{L}\p{N}'’.-])(an?|the)\s+$/iu.exec(text.slice(Math.max(0, start - 8), start));
  const word = found?.[1];
  return word === undefined
    ? undefined
    : { start: start - (found?.[0].length ?? 0) + (found?.[0].indexOf(word) ?? 0), word };
}

/** The article fitting `next`, in the capitals of the one it takes the place of; `loudly`: among words in capitals. */
export function articleLike(word: string, next: string, loudly: boolean): string {
  const article = articleFor(next);
  if (!/^\p{Lu}/u.test(word)) return article;
  return loudly ? article.toUpperCase() : raise(article);
}
