import { Tokenizer } from 'htmlparser2';
import type { RegionKind } from '../contract/posting.ts';
import type { Draft } from './draft.ts';
import {
  BLOCKS,
  HEADINGS,
  hidden,
  INLINE,
  LANDMARKS,
  type LandmarkName,
  ROLES,
  SKIPPED,
  VOID,
} from './html-elements.ts';
import { type Landmark, type Line, LineBuilder, type LineFrame, makeLine, PARAGRAPH } from './line.ts';

export interface HtmlOptions {
  /** The stretch of the source to read. */
  from: number;
  to: number;
  /** Numbers from which groups and table rows are counted on. */
  group: number;
  row: number;
  /** Depth in lists of the surrounding text. */
  depth: number;
}

export interface HtmlResult {
  lines: Line[];
  group: number;
  row: number;
  /** `lang` of the root element. */
  language: string | undefined;
  /** Whether this is a page rather than a fragment. */
  page: boolean;
}

/** Elements nested deeper than this are read as if they were not there; nobody writes them. */
const DEEPEST = 400;

interface Element {
  name: string;
  /** Start of its tag, for elements whose tags are the markers of a block. */
  start: number;
  /** Number of lines when it was opened. */
  lines: number;
  skipped: boolean;
  language: string | undefined;
  frame: LineFrame | undefined;
  landmark: LandmarkName | undefined;
}

/**
 * Reads HTML, a whole page or a fragment, into lines. Nothing is left out but what a browser does not show; what is
 * part of the posting and what of the site around it is told by `landmark`.
 */
export function readHtml(draft: Draft, options: HtmlOptions): HtmlResult {
  const reader = new HtmlReader(draft, options);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(draft.parsed.slice(options.from, options.to));
  tokenizer.end();
  return reader.finish();
}

class HtmlReader {
  readonly #draft: Draft;
  readonly #base: number;
  readonly #text: string;
  readonly #builder: LineBuilder;
  readonly #depth: number;
  readonly #result: HtmlResult;
  readonly #stack: Element[] = [];
  // The tag that is being read.
  #tag = '';
  #tagStart = 0;
  #attribute = '';
  #value = '';
  #attributes = new Map<string, string>();
  /** Number of open elements that are not shown. */
  #skipped = 0;
  #lists = 0;
  #landmark: Landmark = { main: false, article: false, margin: false, navigation: false, linked: 0 };
  #counts = { main: 0, article: 0, margin: 0, navigation: 0 };
  /** How far text has been taken over; an entity starts there. */
  #done = 0;
  #entityStart = 0;
  #entityEnd = -1;
  /** The list item whose first text is still to come. */
  #item: Element | undefined;
  /** The element that the next line is the first of. */
  #fresh: Element | undefined;
  #brokenInGroup = false;
  #pre = 0;
  #inline = 0;
  #links = 0;
  #linked = 0;

  constructor(draft: Draft, options: HtmlOptions) {
    this.#draft = draft;
    this.#base = options.from;
    this.#text = draft.parsed.slice(options.from, options.to);
    this.#builder = new LineBuilder(draft);
    this.#depth = options.depth;
    this.#result = { lines: [], group: options.group, row: options.row, language: undefined, page: false };
  }

  finish(): HtmlResult {
    this.#block();
    return this.#result;
  }

  ontext(start: number, end: number): void {
    this.#done = end;
    if (this.#skipped > 0) return;
    const before = this.#builder.length;
    if (this.#pre > 0) this.#preformatted(start, end);
    else this.#collapsed(start, end);
    if (this.#links > 0) this.#linked += Math.max(0, this.#builder.length - before);
  }

  ontextentity(codePoint: number, end: number): void {
    const start = this.#done;
    if (end !== this.#entityEnd) this.#entityStart = start;
    this.#entityEnd = end;
    this.#done = end;
    if (this.#skipped > 0) return;
    const text = String.fromCodePoint(codePoint);
    this.#builder.addUnit(
      /[\n\r\t]/.test(text) ? ' ' : text,
      this.#entityStart + this.#base,
      end + this.#base,
    );
    if (this.#links > 0) this.#linked += text.length;
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
    this.#open();
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
    if (name === 'br') this.#break();
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      if (this.#stack[i]!.name !== name) continue;
      while (this.#stack.length > i) this.#close(this.#stack.length === i + 1 ? this.#done : undefined);
      return;
    }
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
    if (/^!doctype\s+html/i.test(this.#text.slice(start, start + 20))) this.#result.page = true;
    this.#done = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#done = end + 1;
  }

  onend(): void {}

  isInForeignContext(): boolean {
    return false;
  }

  #open(): void {
    const name = this.#tag;
    const attributes = this.#attributes;
    if (name === 'br') {
      this.#break();
      return;
    }
    if (name === 'html' || name === 'body') {
      this.#result.page = true;
      this.#result.language ??= attributes.get('lang');
    }
    const block = BLOCKS.has(name);
    if (block) this.#block();
    if (VOID.has(name) || this.#stack.length >= DEEPEST) return;
    const element: Element = {
      name,
      start: this.#tagStart,
      lines: this.#result.lines.length,
      skipped: SKIPPED.has(name) || hidden(attributes),
      language: attributes.get('lang') || undefined,
      frame: undefined,
      landmark: undefined,
    };
    this.#implied(name);
    this.#stack.push(element);
    if (element.skipped) this.#skipped++;
    if (block) this.#openBlock(element, attributes);
    else this.#openInline(name);
  }

  /** `<li>`, `<p>`, `<td>` … end the one before them. */
  #implied(name: string): void {
    const top = this.#stack.at(-1);
    if (!top) return;
    const ends =
      top.name === name
        ? /^(?:li|p|dt|dd|td|th|tr|option)$/.test(name)
        : (top.name === 'p' && BLOCKS.has(name)) ||
          (/^(?:dt|dd)$/.test(name) && /^(?:dt|dd)$/.test(top.name)) ||
          (/^(?:td|th)$/.test(name) && /^(?:td|th)$/.test(top.name)) ||
          (name === 'tr' && /^(?:td|th)$/.test(top.name)) ||
          (name === 'body' && top.name === 'head');
    if (ends) this.#close(undefined);
  }

  #openBlock(element: Element, attributes: ReadonlyMap<string, string>): void {
    const { name } = element;
    const role = attributes.get('role') ?? '';
    const level = HEADINGS[name] ?? (role === 'heading' ? Number(attributes.get('aria-level')) || 2 : 0);
    if (level > 0) {
      element.frame = { ...PARAGRAPH, kind: 'heading', level: Math.min(6, Math.max(1, Math.trunc(level))) };
    }
    element.landmark = ROLES[role] ?? LANDMARKS[name];
    if (element.landmark) {
      this.#counts[element.landmark]++;
      this.#mark();
    }
    switch (name) {
      case 'ul':
      case 'ol':
        this.#lists++;
        break;
      case 'li':
        this.#item = element;
        break;
      case 'tr':
        this.#result.row++;
        break;
      case 'dt':
        this.#result.row++;
        element.frame = { ...PARAGRAPH, kind: 'cell', header: true };
        break;
      case 'td':
      case 'dd':
        element.frame = { ...PARAGRAPH, kind: 'cell' };
        break;
      case 'th':
        element.frame = { ...PARAGRAPH, kind: 'cell', header: true };
        break;
      case 'pre':
        this.#pre++;
        break;
      case 'summary':
      case 'caption':
        this.#builder.open('strong');
        break;
    }
    this.#fresh = element;
  }

  #openInline(name: string): void {
    if (name === 'a') this.#links++;
    const kind = INLINE[name];
    if (!kind) return;
    this.#inline++;
    this.#builder.open(kind);
  }

  /** Closes the innermost element; `end`: behind its closing tag, when there is one. */
  #close(end: number | undefined): void {
    const element = this.#stack.at(-1)!;
    const { name } = element;
    // Its text is still its own: the element goes after its last line has ended.
    if (BLOCKS.has(name)) this.#line();
    this.#stack.pop();
    if (BLOCKS.has(name)) {
      this.#block();
      if (element.landmark) {
        this.#counts[element.landmark]--;
        this.#mark();
      }
      if (name === 'ul' || name === 'ol') this.#lists = Math.max(0, this.#lists - 1);
      if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
      if (name === 'li' && this.#item === element) this.#item = undefined;
      if (this.#fresh === element) this.#fresh = undefined;
      if (end !== undefined && this.#result.lines.length === element.lines + 1) {
        const line = this.#result.lines[element.lines]!;
        if (line.source.start === element.start + this.#base) line.source.end = end + this.#base;
      }
    } else {
      const kind = INLINE[name];
      if (kind) {
        this.#inline--;
        this.#builder.close(kind);
      }
      if (name === 'a') this.#links = Math.max(0, this.#links - 1);
    }
    if (element.skipped) this.#skipped--;
  }

  #mark(): void {
    const { main, article, margin, navigation } = this.#counts;
    this.#landmark = {
      main: main > 0,
      article: article > 0,
      margin: margin > 0,
      navigation: navigation > 0,
      linked: 0,
    };
  }

  /** White space is one space, as browsers show it. */
  #collapsed(start: number, end: number): void {
    const text = this.#text;
    let done = start;
    for (let at = start; at < end; ) {
      if (!isSpace(text.charCodeAt(at))) {
        at++;
        continue;
      }
      let next = at + 1;
      // One space between two words is text like any other.
      if (next < end && text.charCodeAt(at) === 32 && at > done && !isSpace(text.charCodeAt(next))) {
        at = next;
        continue;
      }
      while (next < end && isSpace(text.charCodeAt(next))) next++;
      this.#builder.add(done + this.#base, at + this.#base);
      if (!this.#builder.spaced) this.#builder.addUnit(' ', at + this.#base, next + this.#base);
      done = at = next;
    }
    this.#builder.add(done + this.#base, end + this.#base);
  }

  #preformatted(start: number, end: number): void {
    for (let at = start; at < end; ) {
      const stop = this.#text.indexOf('\n', at);
      if (stop < 0 || stop >= end) {
        this.#builder.add(at + this.#base, end + this.#base);
        return;
      }
      this.#builder.add(at + this.#base, stop + this.#base);
      this.#break();
      at = stop + 1;
    }
  }

  #break(): void {
    if (this.#skipped > 0) return;
    if (!this.#line()) this.#result.group++;
  }

  /** The end of a block: its last line, and no region goes on. */
  #block(): void {
    this.#line();
    this.#builder.reset();
    this.#result.group++;
    this.#brokenInGroup = false;
    this.#reopen();
  }

  /** Bold text that goes on in the next block; once a kind, however deeply it is nested. */
  #reopen(): void {
    if (this.#inline === 0) return;
    const kinds = new Set<RegionKind>();
    for (const { name } of this.#stack) if (INLINE[name]) kinds.add(INLINE[name]);
    for (const kind of kinds) this.#builder.open(kind);
  }

  /** Ends a line; returns whether there was text. */
  #line(): boolean {
    const piece = this.#builder.take();
    if (piece.text === '') return false;
    const frame = this.#frame();
    const line = makeLine(piece, frame, this.#result.group, false, undefined);
    const fresh = this.#fresh ?? (this.#item && frame.kind === 'item' ? this.#item : undefined);
    if (fresh && !this.#brokenInGroup) {
      const start = this.#item && frame.kind === 'item' ? this.#item.start : fresh.start;
      line.source.start = Math.min(line.source.start, start + this.#base);
    }
    this.#fresh = undefined;
    if (frame.kind === 'item') this.#item = undefined;
    this.#brokenInGroup = true;
    line.language = this.#language();
    line.landmark = { ...this.#landmark, linked: this.#linked };
    this.#linked = 0;
    this.#result.lines.push(line);
    return true;
  }

  #frame(): LineFrame {
    const depth = this.#depth + this.#lists;
    if (this.#item) return { ...PARAGRAPH, kind: 'item', depth };
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const { frame, name } = this.#stack[i]!;
      if (frame) return { ...frame, depth, row: frame.kind === 'cell' ? this.#result.row : 0 };
      if (name === 'li') {
        const item = this.#brokenInGroup && this.#result.lines.at(-1)?.kind === 'item';
        return { ...PARAGRAPH, kind: item ? 'item' : 'paragraph', depth };
      }
    }
    return { ...PARAGRAPH, depth };
  }

  #language(): string | undefined {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const { language } = this.#stack[i]!;
      if (language) return language;
    }
    return undefined;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}
