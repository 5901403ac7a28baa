import type { Draft } from './draft.ts';
import { readHtml } from './html.ts';
import { type Line, type LineFrame, PARAGRAPH } from './line.ts';
import { InlineReader, label, type MarkdownContext } from './markdown-inline.ts';
import { neutraliseDelimiters } from './markdown-limits.ts';
import {
  BULLET_LIST,
  CELL,
  COMMENT_BLOCK,
  FENCED_CODE,
  HEADER_ROW,
  HEADING_LEVEL,
  HTML_BLOCK,
  LINK_LABEL,
  LINK_REFERENCE,
  LIST_ITEM,
  ORDERED_LIST,
  PARAGRAPH_NODE,
  parser,
  QUOTE,
  ROW,
  SETEXT_1,
  SETEXT_2,
  TASK,
} from './markdown-nodes.ts';

/** A quotation's last line that names whose words they are. */
const ATTRIBUTION = /^[—–-]{1,2}\s*\p{Lu}/u;

/**
 * Reads Markdown with GitHub's tables, task lists and strikethrough.
 *
 * @param start where the text begins, after the front matter
 */
export function readMarkdown(draft: Draft, start: number): Line[] {
  return new MarkdownReader(draft, start).read();
}

class MarkdownReader {
  readonly #draft: Draft;
  readonly #base: number;
  readonly #text: string;
  readonly #context: MarkdownContext;
  readonly #inline: InlineReader;
  #row = 0;
  #inHeaderRow = false;
  #lists = 0;
  #quotes: number[] = [];

  constructor(draft: Draft, start: number) {
    this.#draft = draft;
    this.#base = start;
    this.#text = neutraliseDelimiters(draft.parsed.slice(start));
    this.#context = {
      draft,
      base: start,
      text: this.#text,
      references: new Set(),
      lines: [],
      group: 0,
      item: undefined,
    };
    this.#inline = new InlineReader(this.#context);
  }

  read(): Line[] {
    const tree = parser.parse(this.#text);
    const cursor = tree.cursor();
    if (this.#text.includes(']:')) {
      tree.iterate({
        enter: (at) => {
          if (at.type.id === LINK_LABEL && at.node.parent?.type.id === LINK_REFERENCE) {
            this.#context.references.add(label(this.#text.slice(at.from, at.to)));
          }
        },
      });
    }
    // An explicit walk: deep nesting must not use up the stack.
    for (;;) {
      if (this.#enter(cursor.type.id, cursor.from, cursor.to) && cursor.firstChild()) continue;
      for (;;) {
        this.#leave(cursor.type.id, cursor.to);
        if (cursor.nextSibling()) break;
        if (!cursor.parent()) return this.#context.lines;
      }
    }
  }

  /** Returns whether to look at the children. */
  #enter(type: number, from: number, to: number): boolean {
    if (this.#inline.active) return this.#inline.enter(type, from, to);
    switch (type) {
      case PARAGRAPH_NODE:
      case TASK:
        this.#inline.start(from, { ...PARAGRAPH, depth: this.#lists });
        return true;
      case CELL:
        this.#inline.start(from, { ...PARAGRAPH, kind: 'cell', row: this.#row, header: this.#inHeaderRow });
        return true;
      case HEADER_ROW:
      case ROW:
        this.#row++;
        this.#inHeaderRow = type === HEADER_ROW;
        return true;
      case BULLET_LIST:
      case ORDERED_LIST:
        this.#lists++;
        return true;
      case LIST_ITEM:
        this.#context.item = from;
        return true;
      case QUOTE:
        this.#quotes.push(this.#context.lines.length);
        return true;
      case LINK_REFERENCE:
        this.#readFootnote(from, to);
        return false;
      case HTML_BLOCK:
      case COMMENT_BLOCK:
        this.#readHtml(from, to);
        return false;
      case FENCED_CODE:
        this.#context.group++;
        return false;
      default: {
        const level = HEADING_LEVEL.get(type);
        if (level !== undefined) this.#inline.start(from, this.#headingFrame(type, level, from, to));
        return true;
      }
    }
  }

  #leave(type: number, to: number): void {
    switch (type) {
      case PARAGRAPH_NODE:
      case TASK:
      case CELL:
        this.#inline.end(to);
        return;
      case BULLET_LIST:
      case ORDERED_LIST:
        this.#lists--;
        return;
      case LIST_ITEM:
        this.#context.item = undefined;
        return;
      case QUOTE:
        this.#endQuote(this.#quotes.pop()!);
        return;
      default:
        if (HEADING_LEVEL.has(type)) this.#inline.end(to);
        else this.#inline.leave(type, to);
    }
  }

  /** A long text over a line of dashes is a paragraph whose writer forgot the blank line before the rule. */
  #headingFrame(type: number, level: number, from: number, to: number): LineFrame {
    const underlined = type === SETEXT_1 || type === SETEXT_2;
    const text = this.#text.slice(from, to);
    const paragraph = underlined && (text.length > 160 || text.indexOf('\n') !== text.lastIndexOf('\n'));
    return paragraph
      ? { ...PARAGRAPH, depth: this.#lists }
      : { ...PARAGRAPH, kind: 'heading', level, depth: this.#lists };
  }

  #readHtml(from: number, to: number): void {
    this.#context.group++;
    const options = {
      from: from + this.#base,
      to: to + this.#base,
      group: this.#context.group,
      depth: this.#lists,
      row: this.#row,
    };
    const result = readHtml(this.#draft, options);
    this.#context.group = result.group + 1;
    this.#row = result.row;
    for (const line of result.lines) this.#context.lines.push(line);
  }

  /** A footnote of one word looks like a link's definition. */
  #readFootnote(from: number, to: number): void {
    if (!this.#text.startsWith('[^', from)) return;
    const colon = this.#text.indexOf(':', from);
    if (colon < 0 || colon >= to) return;
    this.#inline.start(colon + 1, PARAGRAPH);
    this.#inline.end(to);
  }

  #endQuote(first: number): void {
    const last = this.#context.lines.at(-1);
    if (!last || this.#context.lines.length - first < 2 || !ATTRIBUTION.test(last.text)) return;
    for (let i = first; i < this.#context.lines.length - 1; i++) {
      const line = this.#context.lines[i]!;
      line.regions.push({ kind: 'quotation', start: 0, end: line.text.length });
    }
  }
}
