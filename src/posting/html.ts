import { Tokenizer } from 'htmlparser2';
import type { Draft } from './draft.ts';
import { HtmlLines, type HtmlOptions, type HtmlResult } from './html-lines.ts';

/**
 * Reads HTML, a whole page or a fragment, into lines. Nothing is left out but what a browser does not show; what is
 * part of the posting and what of the site around it is told by `landmark`.
 */
export function readHtml(draft: Draft, options: HtmlOptions): HtmlResult {
  const lines = new HtmlLines(draft, options);
  const reader = new HtmlReader(draft, options, lines);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(draft.parsed.slice(options.from, options.to));
  tokenizer.end();
  return lines.finish();
}

/** Hears of tags and text from the tokenizer, which gives places in what it reads, and tells them as the source's. */
class HtmlReader {
  readonly #draft: Draft;
  readonly #lines: HtmlLines;
  readonly #base: number;
  readonly #text: string;
  // The tag that is being read.
  #tag = '';
  #tagStart = 0;
  #attribute = '';
  #value = '';
  #attributes = new Map<string, string>();
  /** How far text has been taken over; an entity starts there. */
  #done = 0;
  #entityStart = 0;
  #entityEnd = -1;

  constructor(draft: Draft, options: HtmlOptions, lines: HtmlLines) {
    this.#draft = draft;
    this.#lines = lines;
    this.#base = options.from;
    this.#text = draft.parsed.slice(options.from, options.to);
  }

  ontext(start: number, end: number): void {
    this.#done = end;
    this.#lines.text(start + this.#base, end + this.#base);
  }

  ontextentity(codePoint: number, end: number): void {
    // An entity may mean two characters; both stand for all of it.
    if (end !== this.#entityEnd) this.#entityStart = this.#done;
    this.#entityEnd = this.#done = end;
    this.#lines.entity(String.fromCodePoint(codePoint), this.#entityStart + this.#base, end + this.#base);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#text.slice(start, end).toLowerCase();
    this.#tagStart = start - 1;
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#text.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#text.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(end: number): void {
    this.#done = end + 1;
    this.#lines.open(this.#tag, this.#attributes, this.#tagStart + this.#base);
  }

  onselfclosingtag(end: number): void {
    // Browsers ignore the slash.
    this.onopentagend(end);
  }

  onclosetag(start: number, end: number): void {
    this.#done = end + 1;
    const name = this.#text.slice(start, end).trim().toLowerCase();
    const close = this.#text.indexOf('>', end);
    if (close >= 0) this.#done = close + 1;
    this.#lines.close(name, this.#done + this.#base);
  }

  oncomment(start: number, end: number, endOffset: number): void {
    const text = this.#draft.source.slice(start + this.#base, Math.max(start, end - endOffset) + this.#base);
    const source = { start: start - 4 + this.#base, end: Math.min(end + 1, this.#text.length) + this.#base };
    this.#done = end + 1;
    if (this.#text.startsWith('<!--', start - 4)) this.#draft.comments.push({ text, source });
  }

  oncdata(start: number, end: number): void {
    this.#done = Math.max(start, end);
  }

  ondeclaration(start: number, end: number): void {
    if (/^!doctype\s+html/i.test(this.#text.slice(start, start + 20))) this.#lines.page();
    this.#done = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#done = end + 1;
  }

  onend(): void {}

  isInForeignContext(): boolean {
    return false;
  }
}
