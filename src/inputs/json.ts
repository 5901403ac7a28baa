import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { InputError } from './input-error.ts';
import type { Stretch } from './mapped.ts';

export type { Node } from 'jsonc-parser';

/** What the parser's codes mean, for people. */
const MISTAKES: Record<string, string> = {
  InvalidSymbol: 'This is not a JSON value.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'The name of a property is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace is missing here.',
  CloseBracketExpected: 'A closing bracket is missing here.',
  EndOfFileExpected: 'The document has ended; this is too much.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfString: 'The quotation mark that ends this text is missing.',
  InvalidUnicode: 'This is not a character.',
  InvalidEscapeCharacter: 'This is not a way to write a character.',
  InvalidCharacter: 'This character cannot stand in a text as it is.',
};

/**
 * Reads JSON, keeping the place of everything.
 *
 * @param text - of the whole file
 * @param from - where the document begins in it, and `to` where it ends
 * @throws {InputError} at the first mistake
 */
export function readJson(text: string, from = 0, to = text.length): Document {
  const start = from === 0 && text.startsWith('\uFEFF') ? 1 : from;
  const errors: ParseError[] = [];
  const root = tree(text.slice(start, to), errors, start);
  const [first] = errors;
  if (first) {
    const code = printParseErrorCode(first.error);
    throw new InputError(MISTAKES[code] ?? `This is not JSON (${code}).`, start + first.offset);
  }
  if (!root) throw new InputError('There is no JSON in it.', start);
  return new Document(text, start, root);
}

function tree(text: string, errors: ParseError[], start: number): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) throw new InputError('It is nested too deep to be read.', start);
    throw error;
  }
}

/** A JSON document in a file. */
export class Document {
  readonly root: Node;
  readonly #text: string;
  readonly #base: number;

  constructor(text: string, base: number, root: Node) {
    this.#text = text;
    this.#base = base;
    this.root = root;
  }

  /** Where a value stands in the file. */
  sourceOf({ offset, length }: Node): { start: number; end: number } {
    return { start: this.#base + offset, end: this.#base + offset + length };
  }

  /** A string's text, with the place of each letter. */
  stretches(node: Node): Stretch[] {
    const { start, end } = this.sourceOf(node);
    if (node.type !== 'string')
      return [{ text: String(node.value), source: { start, end }, verbatim: false }];
    const found: Stretch[] = [];
    let from = start + 1;
    const verbatim = (to: number) => {
      if (to > from)
        found.push({ text: this.#text.slice(from, to), source: { start: from, end: to }, verbatim: true });
    };
    for (
      let at = this.#text.indexOf('\\', from);
      at >= 0 && at < end - 1;
      at = this.#text.indexOf('\\', from)
    ) {
      verbatim(at);
      const length = this.#text[at + 1] === 'u' ? 6 : 2;
      const source = { start: at, end: at + length };
      found.push({ text: JSON.parse(`"${this.#text.slice(at, at + length)}"`), source, verbatim: false });
      from = at + length;
    }
    verbatim(end - 1);
    return found;
  }
}

/** The properties of an object; none for anything else. */
export function propertiesOf(node: Node | undefined): Map<string, Node> {
  const found = new Map<string, Node>();
  if (node?.type !== 'object') return found;
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) found.set(String(key.value), value);
  }
  return found;
}

/** The items of an array; a value that is none is its own only item. */
export function itemsOf(node: Node | undefined): Node[] {
  if (!node) return [];
  return node.type === 'array' ? (node.children ?? []) : [node];
}

/** The values at a dotted path, through every item of the arrays on its way: `content.lists.text`. */
export function valuesAt(node: Node, path: string): Node[] {
  let found = [node];
  for (const step of path.split('.')) {
    found = found.flatMap((each) => itemsOf(each)).flatMap((each) => propertiesOf(each).get(step) ?? []);
  }
  return found.flatMap((each) => itemsOf(each));
}
