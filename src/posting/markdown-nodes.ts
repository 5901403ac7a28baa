import {
  parser as commonMark,
  type InlineContext,
  type MarkdownConfig,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';

const SPACE = 32;
/** The characters at which anything but text may begin inside a paragraph, besides two spaces (a hard break). */
const SIGNIFICANT = new Uint8Array(128);
for (const char of '\\&`<*_[]!~') SIGNIFICANT[char.charCodeAt(0)] = 1;

/** Goes on to the next character that may mean something: the parser would ask every kind of node at every letter. */
function skipText(context: InlineContext, next: number, from: number): number {
  if (next < 128 && (next === SPACE || SIGNIFICANT[next] === 1)) {
    if (next !== SPACE || context.char(from + 1) === SPACE) return -1;
  }
  const { text, offset } = context;
  for (let at = from - offset + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) continue;
    if (SIGNIFICANT[code] === 1 || (code === SPACE && text.charCodeAt(at + 1) === SPACE)) return at + offset;
  }
  return offset + text.length;
}

const PLAIN_TEXT: MarkdownConfig = {
  parseInline: [{ name: 'PlainText', parse: skipText, before: 'Escape' }],
};

/**
 * Indented code is left out: in postings, four spaces are an accident of pasting. Addresses are found in the text of
 * blocks, the same way for all formats.
 */
export const parser = commonMark.configure([
  Table,
  TaskList,
  Strikethrough,
  { remove: ['IndentedCode'] },
  PLAIN_TEXT,
]);

const id: Record<string, number> = {};
for (const type of parser.nodeSet.types) id[type.name] = type.id;
const node = (name: string): number => {
  const found = id[name];
  if (found === undefined) throw new Error(`The Markdown parser has no ${name}`);
  return found;
};
export const PARAGRAPH_NODE = node('Paragraph');
export const TASK = node('Task');
export const CELL = node('TableCell');
export const HEADER_ROW = node('TableHeader');
export const ROW = node('TableRow');
export const LIST_ITEM = node('ListItem');
export const BULLET_LIST = node('BulletList');
export const ORDERED_LIST = node('OrderedList');
export const QUOTE = node('Blockquote');
export const FENCED_CODE = node('FencedCode');
export const HTML_BLOCK = node('HTMLBlock');
export const COMMENT_BLOCK = node('CommentBlock');
export const LINK_REFERENCE = node('LinkReference');
export const EMPHASIS = node('Emphasis');
export const STRONG = node('StrongEmphasis');
export const LINK = node('Link');
export const LINK_MARK = node('LinkMark');
export const LINK_LABEL = node('LinkLabel');
export const IMAGE = node('Image');
export const CODE = node('InlineCode');
export const ESCAPE = node('Escape');
export const ENTITY = node('Entity');
export const HARD_BREAK = node('HardBreak');
export const HTML_TAG = node('HTMLTag');
export const COMMENT = node('Comment');
/** Marks that a reader does not see. */
export const MARKS: ReadonlySet<number> = new Set(
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
export const SETEXT_1 = node('SetextHeading1');
export const SETEXT_2 = node('SetextHeading2');
/** Level by type. */
export const HEADING_LEVEL: ReadonlyMap<number, number> = new Map<number, number>([
  ...[1, 2, 3, 4, 5, 6].map((level): [number, number] => [node(`ATXHeading${level}`), level]),
  [SETEXT_1, 1],
  [SETEXT_2, 2],
]);
