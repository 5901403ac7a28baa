import { parser as commonMark, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { decodeHTMLStrict } from 'entities/decode';
import type { Draft } from './draft.ts';
import { readHtml } from './html.ts';
import { INLINE } from './html-elements.ts';
import { type Line, LineBuilder, type LineFrame, makeLine, PARAGRAPH } from './line.ts';
import { neutraliseDelimiters } from './markdown-limits.ts';

/**
 * Indented code is left out: in postings, four spaces are an accident of pasting. Addresses are found in the text of
 * blocks, the same way for all formats.
 */
const parser = commonMark.configure([Table, TaskList, Strikethrough, { remove: ['IndentedCode'] }]);

const id: Record<string, number> = {};
for (const type of parser.nodeSet.types) id[type.name] = type.id;
const node = (name: string): number => {
  const found = id[name];
  if (found === undefined) throw new Error(`The Markdown parser has no ${name}`);
  return found;
};
const PARAGRAPH_NODE = node('Paragraph');
const TASK = node('Task');
const CELL = node('TableCell');
const HEADER_ROW = node('TableHeader');
const ROW = node('TableRow');
const LIST_ITEM = node('ListItem');
const BULLET_LIST = node('BulletList');
const ORDERED_LIST = node('OrderedList');
const QUOTE = node('Blockquote');
const FENCED_CODE = node('FencedCode');
const HTML_BLOCK = node('HTMLBlock');
const COMMENT_BLOCK = node('CommentBlock');
const LINK_REFERENCE = node('LinkReference');
const EMPHASIS = node('Emphasis');
const STRONG = node('StrongEmphasis');
const LINK = node('Link');
const LINK_MARK = node('LinkMark');
const LINK_LABEL = node('LinkLabel');
const IMAGE = node('Image');
const CODE = node('InlineCode');
const ESCAPE = node('Escape');
const ENTITY = node('Entity');
const HARD_BREAK = node('HardBreak');
const HTML_TAG = node('HTMLTag');
const COMMENT = node('Comment');
const SKIPPED = new Set(
  [
    'HeaderMark',
    'QuoteMark',
    'EmphasisMark',
    'StrikethroughMark',
    'TaskMarker',
    'ProcessingInstruction',
    'ListMark',
    'TableDelimiter',
  ].map(node),
);
const SETEXT_1 = node('SetextHeading1');
const SETEXT_2 = node('SetextHeading2');
const HEADING_LEVEL = new Map<number, number>([
  ...[1, 2, 3, 4, 5, 6].map((level): [number, number] => [node(`ATXHeading${level}`), level]),
  [SETEXT_1, 1],
  [SETEXT_2, 2],
]);

const INLINE_TAG = /^<(\/?)([a-z][a-z0-9]*)/i;
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
  readonly #lines: Line[] = [];
  readonly #builder: LineBuilder;
  readonly #references = new Set<string>();
  #group = 0;
  #row = 0;
  #inHeaderRow = false;
  #lists = 0;
  /** Start of the list item whose first text is still to come. */
  #item: number | undefined;
  #quotes: number[] = [];
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

  constructor(draft: Draft, start: number) {
    this.#draft = draft;
    this.#base = start;
    this.#text = neutraliseDelimiters(draft.parsed.slice(start));
    this.#builder = new LineBuilder(draft);
  }

  read(): Line[] {
    const tree = parser.parse(this.#text);
    const cursor = tree.cursor();
    if (this.#text.includes(']:')) {
      tree.iterate({
        enter: (at) => {
          if (at.type.id === LINK_LABEL && at.node.parent?.type.id === LINK_REFERENCE) {
            this.#references.add(label(this.#text.slice(at.from, at.to)));
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
        if (!cursor.parent()) return this.#lines;
      }
    }
  }

  /** Returns whether to look at the children. */
  #enter(type: number, from: number, to: number): boolean {
    if (this.#frame) return this.#enterInline(type, from, to);
    switch (type) {
      case PARAGRAPH_NODE:
      case TASK:
        this.#startLeaf(from, { ...PARAGRAPH, depth: this.#lists });
        return true;
      case CELL:
        this.#startLeaf(from, { ...PARAGRAPH, kind: 'cell', row: this.#row, header: this.#inHeaderRow });
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
        this.#item = from;
        return true;
      case QUOTE:
        this.#quotes.push(this.#lines.length);
        return true;
      case LINK_REFERENCE:
        this.#readFootnote(from, to);
        return false;
      case HTML_BLOCK:
      case COMMENT_BLOCK:
        this.#readHtml(from, to);
        return false;
      case FENCED_CODE:
        this.#group++;
        return false;
      default: {
        const level = HEADING_LEVEL.get(type);
        if (level !== undefined) this.#startLeaf(from, this.#headingFrame(type, level, from, to));
        return true;
      }
    }
  }

  #leave(type: number, to: number): void {
    switch (type) {
      case PARAGRAPH_NODE:
      case TASK:
      case CELL:
        this.#endLeaf(to);
        return;
      case BULLET_LIST:
      case ORDERED_LIST:
        this.#lists--;
        return;
      case LIST_ITEM:
        this.#item = undefined;
        return;
      case QUOTE:
        this.#endQuote(this.#quotes.pop()!);
        return;
      case EMPHASIS:
        this.#closeInline('emphasis', to);
        return;
      case STRONG:
        this.#closeInline('strong', to);
        return;
      default:
        if (HEADING_LEVEL.has(type)) this.#endLeaf(to);
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

  #startLeaf(from: number, frame: LineFrame): void {
    this.#frame = frame;
    this.#group++;
    this.#done = from;
    this.#lineStart = from;
    this.#soft = false;
    this.#first = true;
    this.#skipTo = 0;
    this.#linkEnd = -1;
  }

  #endLeaf(to: number): void {
    if (!this.#frame) return;
    this.#flush(to);
    this.#endLine(to, false);
    this.#builder.reset();
    this.#frame = undefined;
  }

  #closeInline(kind: 'emphasis' | 'strong', to: number): void {
    if (!this.#frame) return;
    this.#flush(to);
    this.#builder.close(kind);
  }

  #enterInline(type: number, from: number, to: number): boolean {
    if (from < this.#skipTo) return false;
    if (SKIPPED.has(type)) {
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
      if (!this.#references.has(label(`[${reference}]`))) {
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
    const kind = INLINE[name];
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
      if (frame.kind === 'paragraph' && !this.#first) this.#group++;
      return;
    }
    let start = this.#lineStart;
    let end = to;
    while (start < end && isSpace(this.#text.charCodeAt(start))) start++;
    while (end > start && isSpace(this.#text.charCodeAt(end - 1))) end--;
    let kind = frame.kind;
    if (this.#item !== undefined) {
      if (kind === 'paragraph' && this.#first) kind = 'item';
      if (this.#first) start = this.#item;
      this.#item = undefined;
    } else if (kind === 'paragraph' && !this.#first && this.#lines.at(-1)?.kind === 'item') {
      kind = 'item';
    }
    this.#first = false;
    const source = { start: start + this.#base, end: end + this.#base };
    this.#lines.push(makeLine(piece, { ...frame, kind }, this.#group, wasSoft, source));
  }

  #readHtml(from: number, to: number): void {
    this.#group++;
    const options = {
      from: from + this.#base,
      to: to + this.#base,
      group: this.#group,
      depth: this.#lists,
      row: this.#row,
    };
    const result = readHtml(this.#draft, options);
    this.#group = result.group + 1;
    this.#row = result.row;
    for (const line of result.lines) this.#lines.push(line);
  }

  /** A footnote of one word looks like a link's definition. */
  #readFootnote(from: number, to: number): void {
    if (!this.#text.startsWith('[^', from)) return;
    const colon = this.#text.indexOf(':', from);
    if (colon < 0 || colon >= to) return;
    this.#startLeaf(colon + 1, PARAGRAPH);
    this.#endLeaf(to);
  }

  #endQuote(first: number): void {
    const last = this.#lines.at(-1);
    if (!last || this.#lines.length - first < 2 || !ATTRIBUTION.test(last.text)) return;
    for (let i = first; i < this.#lines.length - 1; i++) {
      const line = this.#lines[i]!;
      line.regions.push({ kind: 'quotation', start: 0, end: line.text.length });
    }
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xfeff;
}

function label(brackets: string): string {
  return brackets.toLowerCase().replace(/\s+/g, ' ');
}
