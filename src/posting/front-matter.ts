import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { FrontMatter, FrontMatterValue } from '../contract/posting.ts';
import type { Draft } from './draft.ts';
import { readToml } from './toml.ts';

/** Deeper nesting and more values than this are data, not facts about a job. */
const DEEPEST = 8;
const MOST_VALUES = 2000;
const LONGEST_CHECKED = 50_000;

/**
 * The front matter at the beginning of a draft, if there is any. A mistake in it is recorded and costs no more than
 * the values behind it.
 */
export function readFrontMatter(draft: Draft): FrontMatter | undefined {
  const fences = draft.frontMatter;
  if (!fences) return undefined;
  const text = draft.parsed.slice(fences.textStart, fences.textEnd);
  const read = fences.kind === 'yaml' ? readYaml : readToml;
  const source = { start: fences.start, end: fences.end };
  return { kind: fences.kind, source, ...read(draft, text, fences.textStart) };
}

type Values = Pick<FrontMatter, 'values' | 'error'>;

function readYaml(draft: Draft, text: string, base: number): Values {
  const simple = readSimpleYaml(draft, text, base);
  if (simple) return { values: simple, error: undefined };
  const values: FrontMatterValue[] = [];
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      logLevel: 'silent',
      prettyErrors: false,
      // Comparing every key with every other takes too long where there are thousands.
      uniqueKeys: text.length < LONGEST_CHECKED,
    });
    collect(draft, document.contents, '', base, 0, values);
    const first = document.errors[0];
    const error = first && { message: first.message, offset: base + (first.pos[0] ?? 0) };
    return { values, error };
  } catch (reason) {
    return {
      values,
      error: { message: reason instanceof Error ? reason.message : String(reason), offset: base },
    };
  }
}

function collect(
  draft: Draft,
  node: Node | null,
  key: string,
  base: number,
  depth: number,
  values: FrontMatterValue[],
): void {
  if (!node || isAlias(node) || depth > DEEPEST || values.length >= MOST_VALUES) return;
  if (isMap(node)) {
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const name = String(pair.key.value).toLowerCase();
      collect(draft, pair.value as Node | null, key ? `${key}.${name}` : name, base, depth + 1, values);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) collect(draft, item as Node, key, base, depth + 1, values);
  } else if (isScalar(node) && node.range && key) {
    const source = { start: base + node.range[0], end: base + node.range[1] };
    const value = String(node.value ?? '');
    if (value === '' && source.start === source.end) {
      values.push({ key, value: '', source });
      return;
    }
    values.push({ key, value: unfilled(draft, value, source), source });
  }
}

/** A value with template tags, which were overwritten for the parser, is given as it stands. */
function unfilled(draft: Draft, value: string, source: { start: number; end: number }): string {
  const written = draft.source.slice(source.start, source.end);
  if (draft.holes.length === 0 || written === draft.parsed.slice(source.start, source.end))
    return value.trimEnd();
  return written.replace(/^(["'])([\s\S]*)\1$/, '$2').trim();
}

const SIMPLE_LINE = /^([A-Za-z_][\w-]*(?: [\w-]+)*):(?:[ \t]+(.*))?$/;
const COMMENT = /(?:^|[ \t])#.*$/;
const BLOCK_HEADER = /^[>|]-?$/;
/** What could be more than words in a line that goes on with a value. */
const UNUSUAL = /[\t#\r]|:(?:\s|$)/;

/**
 * Reads front matter that is nothing but `key: value` lines, values that go on in indented lines, and comments, which
 * nearly all is, without building a syntax tree. Returns undefined for everything else.
 */
function readSimpleYaml(draft: Draft, text: string, base: number): FrontMatterValue[] | undefined {
  const values: FrontMatterValue[] = [];
  const keys = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    const lineStart = at;
    at = end + 1;
    if (line === '' || line.startsWith('#')) continue;
    const match = SIMPLE_LINE.exec(line);
    if (!match) return undefined;
    const key = match[1]!.toLowerCase();
    if (keys.has(key)) return undefined;
    keys.add(key);
    const written = match[2] ?? '';
    const start = lineStart + (written ? line.indexOf(written, match[1]!.length + 1) : line.length);
    const goesOn = written !== '' && text.charCodeAt(at) === SPACE;
    const value = goesOn ? longValue(text, start, end, written) : simpleValue(written);
    if (value === undefined) return undefined;
    if (goesOn) at = start + value.raw.length + (value.raw.endsWith('\n') ? 0 : 1);
    const source = { start: base + start, end: base + start + value.raw.length };
    values.push({ key, value: unfilled(draft, value.text, source), source });
  }
  return values;
}

const SPACE = 32;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A value as it is meant, and as it is written. */
interface Scalar {
  text: string;
  raw: string;
}

/**
 * A plain scalar or a block scalar that goes on in indented lines without anything unusual in them; undefined when it
 * takes a real parser.
 *
 * @param start of the value
 * @param firstEnd end of its first line
 * @param first that line, from `start`, without white space at its end
 */
function longValue(text: string, start: number, firstEnd: number, first: string): Scalar | undefined {
  const block = BLOCK_HEADER.test(first);
  if (!block && (simpleValue(first)?.raw !== first || first[0] === '"' || first[0] === "'")) return undefined;
  const lines = block ? [] : [first];
  let indent = 0;
  let end = firstEnd;
  while (end + 1 < text.length && text.charCodeAt(end + 1) === SPACE) {
    const from = end + 1;
    end = lineEnd(text, from);
    let width = 1;
    while (text.charCodeAt(from + width) === SPACE) width++;
    const words = text.slice(from + width, end);
    // White space at the end, blank lines and lines that are indented further mean something in a block.
    if (words === '' || words !== words.trim() || (block ? words.includes('\t') : UNUSUAL.test(words)))
      return undefined;
    if (block && indent > 0 && width !== indent) return undefined;
    indent = width;
    lines.push(words);
  }
  if (block && (end >= text.length || text[end + 1] === '\n')) return undefined;
  return {
    text: lines.join(first[0] === '|' ? '\n' : ' '),
    raw: text.slice(start, block ? end + 1 : end),
  };
}

/** A plain or quoted scalar on one line; undefined when it takes a real parser. */
function simpleValue(written: string): Scalar | undefined {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const close = written.indexOf(quote, 1);
    if (close < 0 || written.slice(1, close).includes('\\')) return undefined;
    if (!/^(?:[ \t]+#.*)?$/.test(written.slice(close + 1))) return undefined;
    return { text: written.slice(1, close), raw: written.slice(0, close + 1) };
  }
  if (/^[&*!|>{[\]}%@`,?-]/.test(written) && !/^-?\d/.test(written)) return undefined;
  const raw = written.replace(COMMENT, '').trimEnd();
  if (/:(?:\s|$)/.test(raw)) return undefined;
  return { text: raw, raw };
}
