import retextIndefiniteArticle from 'retext-indefinite-article';
import { Tree } from './tree.ts';

/** Marks that may stand between the article and its word: retext looks past one of them. */
const OPENING = new Set([...'“”‘’\'"()[]']);
/** Marks that belong to no word, so that the word before them is whole. */
const CLOSING = new Set([...',;!()[]{}"”“—–…*+%#$<>|^~\\`']);
/** What the plugin says of an article and a word does not change; postings use the same few thousand words. */
const REMEMBERED = 5000;

/**
 * Tells whether retext-indefinite-article may object to an article. Its verdict hangs on the article and the head of
 * the word after it alone, so the plugin is asked once for each pair and its answer remembered. Where the word is not
 * plainly delimited, the answer is a cautious yes.
 */
export class ArticleTrigger {
  readonly #verdicts = new Map<string, boolean>();
  readonly #plugin = retextIndefiniteArticle();

  /** @param start, end - of a run of letters in the text, with what stands inside it */
  at(text: string, start: number, end: number): boolean {
    const article = text.slice(start, end);
    if (!/^an?$/i.test(article)) return false;
    let next = end;
    while (next < text.length && /\s|\u0085/.test(text.charAt(next))) next++;
    if (next === end || next === text.length) return false;
    if (OPENING.has(text.charAt(next))) {
      next++;
      // An apostrophe may open a quotation or begin a shortened word.
      if (/['‘’]/.test(text.charAt(next - 1))) return true;
    }
    return this.#mayObject(article, text, next);
  }

  #mayObject(article: string, text: string, start: number): boolean {
    let end = start;
    const first = text.charAt(start);
    const whole = /[0-9]/.test(first) ? /[0-9]/ : /[a-z]/i;
    while (end < text.length && whole.test(text.charAt(end))) end++;
    // A mark that begins no word: there is no word after the article, and the plugin is silent.
    if (end === start) return /[^\u0000-\u007f]|[&._]/.test(first);
    const word = text.slice(start, end);
    // Of a number, only its first word in full counts, whatever is glued to it.
    if (whole.test('0')) return end - start > 15 || this.#objects(article, word);
    const mark = text.charAt(end);
    if (mark === '' || /[\s\u0085]/.test(mark) || CLOSING.has(mark)) return this.#objects(article, word);
    if (/['’-]/.test(mark)) return this.#objects(article, `${word}-`);
    // A full stop may belong to the word (an abbreviation, a sentence that goes on in lower case) or not.
    const after = text.charAt(end + 1);
    const atEnd = after === '' || /[\s\u0085]/.test(after);
    if (mark === '.' && atEnd) return this.#objects(article, word) || this.#objects(article, `${word}. x`);
    if ((mark === ':' || mark === '?') && atEnd) return this.#objects(article, word);
    // Only two short words are taken for one with the slash between them.
    if (mark === '/' && word.length > 2) return this.#objects(article, word);
    return true;
  }

  #objects(article: string, following: string): boolean {
    const key = `${article} ${following}`;
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      if (this.#verdicts.size >= REMEMBERED) this.#verdicts.clear();
      verdict = new Tree(key).run(this.#plugin).length > 0;
      this.#verdicts.set(key, verdict);
    }
    return verdict;
  }
}
