import type { Span } from '../contract/posting.ts';
import { removeWords } from './delete.ts';
import { articleBefore, articleLike, raise } from './english/article.ts';

/** An edit of a text; `span` in UTF-16 code units of it. */
export interface TextEdit {
  span: Span;
  text: string;
}

/** Words that stay small in a title. */
const SMALL = new Set('a an and as at but by for from in nor of on or the to via vs with'.split(' '));

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
/** Adjectives of peoples and faiths, which have a capital everywhere. */
const PEOPLES =
  /^(?:\p{L}+(?:[aei]an|ese|lish|nish|kish|wish|dish)|british|irish|scottish|french|german|dutch|welsh|greek|arab(?:ic)?|hindu|muslim|sikh|asian|american|roman)$/iu;
const LETTER = /\p{L}/u;
const capital = (word: string) => /^\P{L}*\p{Lu}/u.test(word);
const titleCase = (words: string) =>
  words
    .split(' ')
    .map((word, at) => (at > 0 && SMALL.has(word) ? word : raise(word)))
    .join(' ');

const loud = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** Does a sentence begin at `offset`? Also true at the start of the text. */
export function startsSentence(text: string, offset: number): boolean {
  return (
    /(?:^|[.!?…:]["”’')\]]*\s)[\s"“‘'([*•·–—-]*$/.test(text.slice(Math.max(0, offset - 24), offset)) ||
    offset === 0
  );
}

/** Is the text a title or heading whose words are capitalised, besides the passage itself? */
function isTitle(text: string, span: Span): boolean {
  if (text.length > 120 || /[.!?]$/.test(text)) return false;
  const others = `${text.slice(0, span.start)} ${text.slice(span.end)}`.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const telling = others.filter((word) => !SMALL.has(word.toLowerCase()) && word.length > 1);
  return telling.length > 0 && telling.every(capital);
}

/**
 * The replacement with the capitals of the words it stands for. Capitals of its own are kept.
 *
 * @param text the text around
 * @param span the replaced words in it
 */
export function matchCase(text: string, span: Span, replacement: string): string {
  const replaced = text.slice(span.start, span.end);
  const letters = replaced.replace(/\P{L}/gu, '');
  const start = startsSentence(text, span.start);
  if (letters.length > 1 && loud(replaced)) {
    const around = text.slice(Math.max(0, span.start - 20), span.start) + text.slice(span.end, span.end + 20);
    // A short word in capitals among small letters is an abbreviation, not a shout; its capitals are its own.
    if (letters.length > 4 || !LETTER.test(around) || loud(around)) return replacement.toUpperCase();
    return start || isTitle(text, span) ? raise(replacement) : replacement;
  }
  if (!capital(replaced)) return replacement;
  // The capitals of 'Girl Friday' are not those of a title.
  if (WEEKDAY.test(replaced)) return start ? raise(replacement) : replacement;
  const words = replaced
    .split(/[\s-]+/)
    .filter((word) => LETTER.test(word) && !SMALL.has(word.toLowerCase()));
  const title = isTitle(text, span);
  // Inside a sentence the first capital of 'Canadian experience' is that of a people.
  const proper = words.length > 1 ? !words.slice(1).every(capital) : PEOPLES.test(replaced);
  if (!start && proper && !title) return replacement;
  if (words.length > 1 ? words.every(capital) : !start || title) return titleCase(replacement);
  return raise(replacement);
}

/** The ending of a possessive right after the replaced words, adjusted: *foremen's*, but *supervisors'*. */
function possessive(text: string, span: Span, replacement: string): { end: number; ending: string } {
  const rest = /^(['’])(s(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])/iu.exec(text.slice(span.end, span.end + 4));
  const unchanged = { end: span.end, ending: '' };
  if (!rest) return unchanged;
  const [all, mark = "'", s] = rest;
  const pluralS = /[^s]s$/i.test(replacement);
  if (s !== undefined) return pluralS ? { end: span.end + all.length, ending: mark } : unchanged;
  const replacedS = /s$/i.test(text.slice(span.start, span.end));
  // After a word without -s the mark closes a quotation; so it may after a word with one, when one is open.
  if (!replacedS || /s$/i.test(replacement) || /(?:^|[\s(])['‘]\S[^'’]*$/.test(text.slice(0, span.end)))
    return unchanged;
  return { end: span.end + 1, ending: `${mark}s` };
}

/**
 * Replaces words of a running text in good English: the capitals of the words that go (sentence start, Title Case,
 * ALL CAPS), *a* or *an* before them, a possessive ending after them.
 *
 * @param text a block's text
 * @param span what to replace, in code units of `text`; whole words
 * @param replacement plain words; empty to take the words out, with what would be left orphaned by that (a comma, an
 * *and*, brackets, *very*)
 * @returns an edit whose span may be wider than asked; undefined when no good English would be left, for example when
 * a sentence would lose its predicate
 */
export function replaceWords(text: string, span: Span, replacement: string): TextEdit | undefined {
  if (span.start >= span.end) return undefined;
  if (replacement.trim() === '') return removeWords(text, span);
  const article = articleBefore(text, span.start);
  const own = /^(?:an?|the)\s+/i.exec(replacement)?.[0];
  // 'the manpower' → 'the workforce', though the rule says 'the workforce'.
  const words = article && own ? replacement.slice(own.length) : replacement;
  const cased = matchCase(text, span, words);
  const { end, ending } = possessive(text, span, cased);
  const plain = { span: { start: span.start, end }, text: cased + ending };
  if (!article || /^the$/i.test(article.word)) return plain;
  // By the rule's own spelling: an upper-case title must not make 'HOUR' look like an abbreviation.
  const fitting = articleLike(article.word, words, loud(cased) && !loud(words));
  if (fitting.toLowerCase() === article.word.toLowerCase()) return plain;
  const between = text.slice(article.start + article.word.length, span.start);
  return { span: { start: article.start, end }, text: fitting + between + plain.text };
}
