import { didYouMean } from '../config/did-you-mean.ts';
import { InputError } from './input-error.ts';
import { type Document, itemsOf, type Node, propertiesOf, readJson, valuesAt } from './json.ts';
import { textOf } from './mapped.ts';
import { makeRecord, type Part, type PostingRecord } from './record.ts';
import { type Columns, USUAL } from './table.ts';

/**
 * The postings of a JSON document: the items of a list, which is the document itself, the one list of objects in it, or
 * what stands at a dotted path.
 *
 * @param path - of the list; undefined: found
 * @throws {InputError} for what is no JSON, and for paths that lead nowhere
 */
export function* objectRecords(text: string, columns: Columns, path?: string): Generator<PostingRecord> {
  const document = readJson(text);
  const nodes = listOf(document, path);
  checkPaths(document, nodes, columns.texts);
  let row = 0;
  for (const node of nodes) {
    row += 1;
    const record = objectRecord(document, node, row, columns);
    if (record) yield record;
  }
}

/** The same for a file with an object a line. Empty lines are passed over, but counted. */
export function* lineRecords(text: string, columns: Columns): Generator<PostingRecord> {
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  let checked = false;
  for (let row = 1; from < text.length; row++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(from, end).trim() !== '') {
      const document = readJson(text, from, end);
      if (!checked) checkPaths(document, [document.root], columns.texts);
      checked = true;
      const record = objectRecord(document, document.root, row, columns);
      if (record) yield record;
    }
    from = end + 1;
  }
}

function listOf(document: Document, path: string | undefined): Node[] {
  const { root } = document;
  if (path !== undefined) {
    const found = valuesAt(root, path);
    if (found.length > 0) return found;
    throw new InputError(
      `There is nothing at “${path}”.${known(root, path.split('.')[0] ?? '')}`,
      document.sourceOf(root).start,
    );
  }
  if (root.type !== 'object') return itemsOf(root);
  const lists = [...propertiesOf(root).values()].filter(
    ({ type, children }) => type === 'array' && children?.some((child) => child.type === 'object'),
  );
  return lists.length === 1 ? itemsOf(lists[0]) : [root];
}

/** A path that no record knows is a mistake; one that some lack is not. */
function checkPaths(document: Document, nodes: readonly Node[], paths: readonly string[]): void {
  const [first] = nodes;
  if (!first) return;
  for (const path of paths) {
    if (nodes.some((node) => valuesAt(node, path).length > 0)) continue;
    const step = path.split('.')[0] ?? '';
    throw new InputError(`No record has “${path}”.${known(first, step)}`, document.sourceOf(first).start);
  }
}

function known(node: Node, step: string): string {
  const names = [...propertiesOf(node).keys()];
  return names.length === 0 ? '' : `${didYouMean(step, names)} There are: ${names.join(', ')}.`;
}

function objectRecord(
  document: Document,
  node: Node,
  row: number,
  columns: Columns,
): PostingRecord | undefined {
  const properties = propertiesOf(node);
  const partsAt = (path: string): Part[] =>
    valuesAt(node, path)
      .filter(({ type }) => type === 'string' || type === 'number')
      .map((value) => ({ name: path, stretches: document.stretches(value) }));
  const usual = (candidates: readonly string[], given: string | undefined) => {
    const path = given ?? candidates.find((name) => properties.has(name) && !columns.texts.includes(name));
    return path === undefined ? undefined : partsAt(path)[0];
  };
  const texts = columns.texts.flatMap(partsAt);
  if (texts.every(({ stretches }) => textOf(stretches).trim() === '')) return undefined;
  const title = usual(USUAL.title, columns.title);
  const id = usual(USUAL.id, columns.id);
  const location = columns.location === undefined ? [] : partsAt(columns.location);
  const taken = new Set([...columns.texts, title?.name, id?.name, columns.location]);
  const facts = factsOf(document, node, '').filter(({ name }) => !taken.has(name));
  return makeRecord({
    kind: 'record',
    row,
    source: document.sourceOf(node),
    id: id && textOf(id.stretches),
    title,
    facts: [...location.map((part) => ({ ...part, name: 'location' })), ...facts],
    texts,
  });
}

/** Objects that only hold facts together, and say nothing of what these are about. */
const HOLDERS =
  /^(?:categories|attributes|fields|custom_?fields|data|job|posting|details|metadata|properties)$/i;

/** Facts are not looked for deeper. */
const DEEPEST = 3;

/** The short values of an object, with their dotted paths. */
function factsOf(document: Document, node: Node, prefix: string, depth = 0): Part[] {
  return [...propertiesOf(node)].flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const inner = HOLDERS.test(key) ? prefix : `${name}.`;
    if (value.type === 'object') return depth < DEEPEST ? factsOf(document, value, inner, depth + 1) : [];
    const [first] = itemsOf(value);
    return first && (first.type === 'string' || first.type === 'number' || first.type === 'boolean')
      ? [{ name, stretches: document.stretches(first) }]
      : [];
  });
}
