import type { Region } from '../contract/posting.ts';

const SCHEME = /(?:https?|ftp):\/\/|mailto:|www\./i;
const EMAIL = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?$/u;
/** Endings under which a bare `name.ending` is an address and no `Node.js` or `etc.and`. */
const DOMAIN =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:com|org|net|gov|edu|mil|int|info|jobs|careers|work|app|dev|io|ai|eu|uk|us|ca|au|nz|ie|in|de|at|ch|fr|nl|be|es|pt|it|se|no|dk|fi|pl|scot|example|test|invalid)(?::\d{2,5})?(?:[/?#]\S*)?$/i;
const LEADING = /^[("'“‘«<[{]+/;
const TRAILING = /[)"'”’»>\]}.,;:!?…*_]/;
/** No address is longer. */
const LONGEST = 2000;

/**
 * Adds web and e-mail addresses, the longest stretch without white space that is one, without the punctuation around.
 *
 * @param regions added to
 */
export function findAddresses(text: string, regions: Region[]): void {
  let from = 0;
  for (let at = nextSign(text, 0); at >= 0; at = nextSign(text, from)) {
    let start = at;
    while (start > from && !isSpace(text.charCodeAt(start - 1))) start--;
    let end = at + 1;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    from = end;
    if (end - start <= LONGEST) findInWord(text, start, end, regions);
  }
}

/** The next sign that only addresses have inside a word: `@`, `://`, or a full stop between letters. */
function nextSign(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 64) return i;
    if (code === 46 && i > from && !isSpace(text.charCodeAt(i - 1)) && isLetterLike(text.charCodeAt(i + 1)))
      return i;
    if (code === 58 && text.charCodeAt(i + 1) === 47 && text.charCodeAt(i + 2) === 47) return i;
  }
  return -1;
}

function findInWord(text: string, start: number, end: number, regions: Region[]): void {
  const word = text.slice(start, end);
  const scheme = SCHEME.exec(word);
  if (scheme) {
    const to = trimEnd(word, scheme.index);
    const kind = /^mailto/i.test(scheme[0]) ? 'email' : 'url';
    if (to > scheme.index + scheme[0].length)
      regions.push({ kind, start: start + scheme.index, end: start + to });
    return;
  }
  let from = LEADING.exec(word)?.[0].length ?? 0;
  const to = trimEnd(word, from);
  // `apply:jobs@example.com`, `a@example.com/b@example.com`
  const at = word.indexOf('@', from);
  if (at > 0) {
    for (const part of word.slice(from, to).split(/[/:;,|<>()]+/)) {
      const offset = word.indexOf(part, from);
      if (EMAIL.test(part))
        regions.push({ kind: 'email', start: start + offset, end: start + offset + part.length });
      from = offset + part.length;
    }
    return;
  }
  const colon = word.indexOf(':', from);
  if (colon > 0 && /^\p{L}+:$/u.test(word.slice(from, colon + 1)) && word[colon + 1] !== '/')
    from = colon + 1;
  const core = word.slice(from, Math.max(from, to));
  // `ASP.NET` and `work.At` are no addresses; `ACME.COM` is.
  if (
    DOMAIN.test(core) &&
    (/\.[a-z]+(?![a-z.])/.test(core) || /^[^a-z]+\.(?:COM|ORG|GOV|EDU)(?![A-Z])/.test(core))
  )
    regions.push({ kind: 'url', start: start + from, end: start + to });
}

/** End of the word without the punctuation behind it; a bracket that was opened inside stays. */
function trimEnd(word: string, from: number): number {
  let open = 0;
  for (let i = from; i < word.length; i++) {
    if (word[i] === '(') open++;
    else if (word[i] === ')') open--;
  }
  let end = word.length;
  while (end > from) {
    const last = word[end - 1]!;
    if (!TRAILING.test(last)) break;
    if (last === ')') {
      if (open >= 0) break;
      open++;
    }
    end--;
  }
  return end;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 160 || (code >= 9 && code <= 13) || code === 0x2028 || code === 0x2029;
}

function isLetterLike(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
