import type { RegionKind } from '../contract/posting.ts';
import type { Draft } from './draft.ts';
import {
  BLOCKS,
  endsBefore,
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

/** Keeps the tree of elements, as far as it matters, and makes lines of the text in it. Offsets are the source's. */
export class HtmlLines {
  readonly #builder: LineBuilder;
  readonly #parsed: string;
  readonly #depth: number;
  readonly #result: HtmlResult;
  readonly #stack: Element[] = [];
  /** Number of open elements that are not shown. */
  #skipped = 0;
  #lists = 0;
  #landmark: Landmark = { main: false, article: false, margin: false, navigation: false, linked: 0 };
  #counts = { main: 0, article: 0, margin: 0, navigation: 0 };
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
    this.#builder = new LineBuilder(draft);
    this.#parsed = draft.parsed;
    this.#depth = options.depth;
    this.#result = { lines: [], group: options.group, row: options.row, language: undefined, page: false };
  }

  finish(): HtmlResult {
    this.#block();
    return this.#result;
  }

  /** This is a whole page. */
  page(): void {
    this.#result.page = true;
  }

  text(start: number, end: number): void {
    if (this.#skipped > 0) return;
    const before = this.#builder.length;
    if (this.#pre > 0) this.#preformatted(start, end);
    else this.#collapsed(start, end);
    if (this.#links > 0) this.#linked += Math.max(0, this.#builder.length - before);
  }

  entity(text: string, start: number, end: number): void {
    if (this.#skipped > 0) return;
    this.#builder.addUnit(/[\n\r\t]/.test(text) ? ' ' : text, start, end);
    if (this.#links > 0) this.#linked += text.length;
  }

  /** @param start where its tag starts */
  open(name: string, attributes: ReadonlyMap<string, string>, start: number): void {
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
      start,
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

  /** @param end behind its tag */
  close(name: string, end: number): void {
    if (name === 'br') this.#break();
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      if (this.#stack[i]!.name !== name) continue;
      while (this.#stack.length > i) this.#close(this.#stack.length === i + 1 ? end : undefined);
      return;
    }
  }

  /** `<li>`, `<p>`, `<td>` … end the one before them. */
  #implied(name: string): void {
    const top = this.#stack.at(-1);
    if (top && endsBefore(top.name, name)) this.#close(undefined);
  }

  #openBlock(element: Element, attributes: ReadonlyMap<string, string>): void {
    const { name } = element;
    const role = attributes.get('role') ?? '';
    const level = HEADINGS.get(name) ?? (role === 'heading' ? Number(attributes.get('aria-level')) || 2 : 0);
    if (level > 0) {
      element.frame = { ...PARAGRAPH, kind: 'heading', level: Math.min(6, Math.max(1, Math.trunc(level))) };
    }
    element.landmark = ROLES.get(role) ?? LANDMARKS.get(name);
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
    const kind = INLINE.get(name);
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
        if (line.source.start === element.start) line.source.end = end;
      }
    } else {
      const kind = INLINE.get(name);
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
    const text = this.#parsed;
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
      this.#builder.add(done, at);
      if (!this.#builder.spaced) this.#builder.addUnit(' ', at, next);
      done = at = next;
    }
    this.#builder.add(done, end);
  }

  #preformatted(start: number, end: number): void {
    for (let at = start; at < end; ) {
      const stop = this.#parsed.indexOf('\n', at);
      if (stop < 0 || stop >= end) {
        this.#builder.add(at, end);
        return;
      }
      this.#builder.add(at, stop);
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
    for (const { name } of this.#stack) {
      const kind = INLINE.get(name);
      if (kind) kinds.add(kind);
    }
    for (const kind of kinds) this.#builder.open(kind);
  }

  /** Ends a line; returns whether there was text. */
  #line(): boolean {
    const piece = this.#builder.take();
    if (piece.text === '') return false;
    const frame = this.#frame();
    const line = makeLine(piece, frame, this.#result.group, false, undefined);
    const item = frame.kind === 'item' ? this.#item : undefined;
    const fresh = this.#fresh ?? item;
    if (fresh && !this.#brokenInGroup) {
      const start = (item ?? fresh).start;
      line.source.start = Math.min(line.source.start, start);
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
