import { decodeHTMLStrict } from 'entities/decode';
import type { Draft } from './draft.ts';
import { INLINE } from './html-elements.ts';
import { type Line, LineBuilder, type LineFrame, makeLine } from './line.ts';
import {
  CODE,
  COMMENT,
  EMPHASIS,
  ENTITY,
  ESCAPE,
  HARD_BREAK,
  HTML_TAG,
  IMAGE,
  LINK,
  LINK_MARK,
  MARKS,
  STRONG,
} from './markdown-nodes.ts';

const INLINE_TAG = /^<(\/?)([a-z][a-z0-9]*)/i;

/** What the readers of blocks and of what stands in them share. */
export interface MarkdownContext {
  draft: Draft;
  /** Offset of `text` in the source. */
  base: number;
  text: string;
  /** Labels of link references that are defined, with their brackets. */
  references: Set<string>;
  lines: Line[];
  group: number;
  /** Start of the list item whose first text is still to come. */
  item: number | undefined;
}

/** Reads the leaves of the block structure: paragraphs, headings, cells. Offsets are into the context's text. */
export class InlineReader {
  readonly #context: MarkdownContext;
  readonly #draft: Draft;
  readonly #base: number;
  readonly #text: string;
  readonly #builder: LineBuilder;
  // The leaf that is being read: its frame, how far it has been read, where its current line started.
  #frame: LineFrame | undefined;
  #done = 0;
  #lineStart = 0;
  #soft = false;
  #first = true;
  /** End of a link or image of which the rest is no text. */
  #skipTo = 0;
  /** End of the link that is being read; -1 when it is only a pair of brackets. */
  #linkEnd = -1;

  constructor(context: MarkdownContext) {
    this.#context = context;
    this.#draft = context.draft;
    this.#base = context.base;
    this.#text = context.text;
    this.#builder = new LineBuilder(context.draft);
  }

  get active(): boolean {
    return this.#frame !== undefined;
  }

  start(from: number, frame: LineFrame): void {
    this.#frame = frame;
    this.#context.group++;
    this.#done = from;
    this.#lineStart = from;
    this.#soft = false;
    this.#first = true;
    this.#skipTo = 0;
    this.#linkEnd = -1;
  }

  end(to: number): void {
    if (!this.#frame) return;
    this.#flush(to);
    this.#endLine(to, false);
    this.#builder.reset();
    this.#frame = undefined;
  }

  /** At the end of a node inside the leaf. */
  leave(type: number, to: number): void {
    if (!this.#frame || (type !== EMPHASIS && type !== STRONG)) return;
    this.#flush(to);
    this.#builder.close(type === STRONG ? 'strong' : 'emphasis');
  }

  /** Returns whether to look at the children. */
  enter(type: number, from: number, to: number): boolean {
    if (from < this.#skipTo) return false;
    if (MARKS.has(type)) {
      this.#flush(from);
      this.#done = Math.max(this.#done, to);
      return false;
    }
    switch (type) {
      case EMPHASIS:
      case STRONG:
        this.#flush(from);
        this.#builder.open(type === STRONG ? 'strong' : 'emphasis');
        return true;
      case LINK:
        return this.#enterLink(from, to);
      case LINK_MARK:
        return this.#linkMark(from, to);
      case IMAGE:
        this.#flush(from);
        this.#done = this.#skipTo = to;
        return false;
      case CODE: {
        this.#flush(from);
        let ticks = 0;
        while (this.#text[from + ticks] === '`') ticks++;
        this.#done = from + ticks;
        this.#builder.open('code');
        this.#flush(Math.max(this.#done, to - ticks));
        this.#builder.close('code');
        this.#done = to;
        return false;
      }
      case ESCAPE:
        this.#flush(from);
        this.#builder.addUnit(this.#text.slice(from + 1, to), from + this.#base, to + this.#base);
        this.#done = to;
        return false;
      case ENTITY:
        this.#flush(from);
        this.#builder.addUnit(
          decodeHTMLStrict(this.#text.slice(from, to)),
          from + this.#base,
          to + this.#base,
        );
        this.#done = to;
        return false;
      case HARD_BREAK:
        this.#flush(from);
        this.#endLine(from, false);
        this.#done = this.#lineStart = to;
        return false;
      case HTML_TAG:
        this.#flush(from);
        this.#inlineTag(from, to);
        this.#done = to;
        return false;
      case COMMENT:
        this.#flush(from);
        this.#done = to;
        this.#comment(from, to);
        return false;
      default:
        return true;
    }
  }

  /** `[text](address)`, `[text][reference]`, `[reference]`; or brackets that the parser takes for the last two. */
  #enterLink(from: number, to: number): boolean {
    this.#flush(from);
    const inner = this.#text.slice(from + 1, to - 1);
    if (this.#text[to - 1] === ']') {
      if (inner.startsWith('^')) {
        // A footnote's mark, or at the beginning of a paragraph the footnote's own.
        this.#done = this.#skipTo = this.#text[to] === ':' ? to + 1 : to;
        return false;
      }
      const between = inner.lastIndexOf('][');
      const reference =
        between < 0 || between === inner.length - 2 ? inner.replace(/\]\[$/, '') : inner.slice(between + 2);
      if (!this.#context.references.has(label(`[${reference}]`))) {
        this.#linkEnd = -1;
        return true;
      }
    }
    this.#linkEnd = to;
    this.#builder.open('link');
    return true;
  }

  #linkMark(from: number, to: number): boolean {
    const mark = this.#text[from];
    if (mark !== '<' && mark !== '>' && this.#linkEnd < 0) return false;
    this.#flush(from);
    if (mark === ']') {
      this.#builder.close('link');
      this.#done = this.#skipTo = this.#linkEnd;
    } else {
      this.#done = to;
    }
    return false;
  }

  #inlineTag(from: number, to: number): void {
    const match = INLINE_TAG.exec(this.#text.slice(from, Math.min(to, from + 40)));
    if (!match) return;
    const name = match[2]!.toLowerCase();
    if (name === 'br') {
      this.#endLine(from, false);
      this.#lineStart = to;
      return;
    }
    const kind = INLINE.get(name);
    if (!kind) return;
    if (match[1] === '/') this.#builder.close(kind);
    else this.#builder.open(kind);
  }

  #comment(from: number, to: number): void {
    const source = { start: from + this.#base, end: to + this.#base };
    const text = this.#draft.source.slice(source.start, source.end);
    this.#draft.comments.push({ text: text.replace(/^<!--/, '').replace(/-->$/, ''), source });
  }

  /** Adds what stands between what has been read and `to`, line by line. */
  #flush(to: number): void {
    while (this.#done < to) {
      const end = this.#text.indexOf('\n', this.#done);
      if (end < 0 || end >= to) {
        this.#builder.add(this.#done + this.#base, to + this.#base);
        this.#done = to;
        return;
      }
      // A backslash before a carriage return and line feed is a hard break that the parser does not see.
      const hard = /\\[ \t]$/.test(this.#text.slice(Math.max(this.#done, end - 2), end));
      this.#builder.add(this.#done + this.#base, (hard ? end - 2 : end) + this.#base);
      this.#endLine(end, !hard);
      this.#done = this.#lineStart = end + 1;
    }
  }

  #endLine(to: number, soft: boolean): void {
    const frame = this.#frame!;
    const piece = this.#builder.take();
    const wasSoft = this.#soft;
    this.#soft = soft;
    if (piece.text === '') {
      // A line of nothing but comments or silent tags parts what stands around it.
      if (frame.kind === 'paragraph' && !this.#first) this.#context.group++;
      return;
    }
    let start = this.#lineStart;
    let end = to;
    while (start < end && isSpace(this.#text.charCodeAt(start))) start++;
    while (end > start && isSpace(this.#text.charCodeAt(end - 1))) end--;
    let kind = frame.kind;
    if (this.#context.item !== undefined) {
      if (kind === 'paragraph' && this.#first) kind = 'item';
      if (this.#first) start = this.#context.item;
      this.#context.item = undefined;
    } else if (kind === 'paragraph' && !this.#first && this.#context.lines.at(-1)?.kind === 'item') {
      kind = 'item';
    }
    this.#first = false;
    const source = { start: start + this.#base, end: end + this.#base };
    this.#context.lines.push(makeLine(piece, { ...frame, kind }, this.#context.group, wasSoft, source));
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff;
}

/** A link's label as labels are compared. */
export function label(brackets: string): string {
  return brackets.toLowerCase().replace(/\s+/g, ' ');
}
