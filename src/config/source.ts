import {
  type Document,
  isAlias,
  isMap,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../contract/posting.ts';
import type { ConfigMistake } from './error.ts';

type Path = readonly PropertyKey[];

/** A configuration's text, parsed, with the place of everything in it. */
export interface ConfigSource {
  file: string;
  /** Plain data; undefined when the file is empty. */
  value: unknown;
  /** Mistakes of syntax; with any, `value` is not to be trusted. */
  mistakes: ConfigMistake[];
  /** A mistake at the value (or the key) that `path` leads to, or at the nearest place above it that exists. */
  mistake(path: Path, message: string, part?: 'key' | 'value'): ConfigMistake;
}

/**
 * Reads YAML or JSON. Never throws: what is wrong stands in `mistakes`.
 *
 * @param file - absolute path, with `/`
 * @param text - the decoded file; a byte order mark is left out of account
 * @param under - key under which the configuration stands (`posting-lint` in package.json)
 */
export function readConfigSource(file: string, text: string, under: readonly string[] = []): ConfigSource {
  const starts = lineStarts(text);
  // The parser counts from behind the mark.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const at = (span: Span, message: string): ConfigMistake => {
    const line = starts.findLastIndex((start) => start <= span.start);
    const column = span.start - (starts[line] ?? 0) + 1 - (line === 0 ? shift : 0);
    return { file, line: line + 1, column, span, message };
  };

  const document = parseDocument(text.slice(shift), { prettyErrors: false });
  // Of several at one place the first is the cause of the others.
  const problems = [...document.errors, ...document.warnings].filter(
    (problem, index, all) => all.findIndex((other) => other.pos[0] === problem.pos[0]) === index,
  );
  const mistakes = problems.map((problem) =>
    at(
      { start: problem.pos[0] + shift, end: Math.max(problem.pos[1], problem.pos[0] + 1) + shift },
      syntaxMessage(problem, file.endsWith('.json') ? 'JSON' : 'YAML'),
    ),
  );
  const spanOf = (path: Path, part: 'key' | 'value'): Span => {
    const { start, end } = locate(document, [...under, ...path], part);
    return { start: start + shift, end: end + shift };
  };
  const mistake = (path: Path, message: string, part: 'key' | 'value' = 'value') =>
    at(spanOf(path, part), message);

  let value: unknown;
  if (mistakes.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch {
      mistakes.push(mistake([], 'Too many aliases (*name): write out what they stand for.'));
    }
    for (const key of under) value = isRecord(value) ? value[key] : undefined;
  }
  return { file, value: value ?? undefined, mistakes, mistake };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}

/** For the mistakes that people make, words that say what to do; the parser's own for the rest. */
function syntaxMessage({ code, message }: { code: string; message: string }, language: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here twice; keep one of them.';
    case 'TAB_AS_INDENT':
      return 'A tab is used to indent; YAML wants spaces.';
    case 'MULTIPLE_DOCS':
      return 'A second document starts here (---); a configuration is one document.';
    case 'TAG_RESOLVE_FAILED':
      return 'Tags (!name) have no meaning here; take it out.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'There are two colons on this line; put what follows on a line of its own, or in quotes.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A colon is missing after this key.';
  }
  if (message.startsWith('Flow ')) return 'A [ or { that was opened before is not closed here.';
  if (message.startsWith('Missing closing ')) return 'A quote that was opened before is not closed here.';
  if (code === 'BAD_INDENT') return 'This line is not indented like those it belongs to.';
  return `This is not valid ${language}: ${message.split('\n', 1)[0]?.replace(/\.$/, '')}.`;
}

/** Where a path leads; when a part of it does not exist, where the part before it leads. */
function locate(document: Document.Parsed, path: Path, part: 'key' | 'value'): Span {
  let node = resolve(document.contents, document);
  let span = spanOfNode(node);
  for (const [index, key] of path.entries()) {
    let next: Node | undefined;
    if (isMap(node)) {
      const pair = findPair(node, key);
      if (!pair) break;
      next = resolve(pair.value as Node | null, document);
      const wantsKey = part === 'key' && index === path.length - 1;
      // A value that is not there (`rules:`) stands at its key.
      span =
        wantsKey || !pair.value || isEmpty(next)
          ? spanOfNode(pair.key as Node)
          : spanOfNode(pair.value as Node);
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (!item) break;
      next = resolve(item, document);
      span = spanOfNode(item);
    } else break;
    node = next;
  }
  return span;
}

function findPair(map: YAMLMap, key: PropertyKey): Pair | undefined {
  return map.items.find((pair) => String((pair.key as { value?: unknown } | null)?.value) === String(key));
}

function resolve(node: Node | null | undefined, document: Document.Parsed): Node | undefined {
  return isAlias(node) ? node.resolve(document) : (node ?? undefined);
}

function isEmpty(node: Node | undefined): boolean {
  return !node?.range || node.range[0] === node.range[1];
}

function spanOfNode(node: Node | null | undefined): Span {
  const [start, end] = node?.range ?? [0, 0];
  return { start, end };
}
