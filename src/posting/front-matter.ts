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

const SIMPLE_LINE = /^([A-Za-z_][\w-]*):(?:[ \t]+(.*))?$/;
const COMMENT = /(?:^|[ \t])#.*$/;

/**
 * Reads front matter that is nothing but `key: value` lines and comments, which nearly all is, without building a
 * syntax tree. Returns undefined for everything else.
 */
function readSimpleYaml(draft: Draft, text: string, base: number): FrontMatterValue[] | undefined {
  const values: FrontMatterValue[] = [];
  const keys = new Set<string>();
  for (let at = 0; at < text.length; ) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const line = text.slice(at, end).trimEnd();
    const lineStart = at;
    at = end + 1;
    if (line === '' || line.startsWith('#')) continue;
    const match = SIMPLE_LINE.exec(line);
    if (!match) return undefined;
    const key = match[1]!.toLowerCase();
    if (keys.has(key)) return undefined;
    keys.add(key);
    const value = simpleValue(match[2] ?? '');
    if (value === undefined) return undefined;
    const offset = match[2] ? line.indexOf(match[2], match[1]!.length + 1) : line.length;
    const source = { start: base + lineStart + offset, end: base + lineStart + offset + value.raw.length };
    values.push({ key, value: unfilled(draft, value.text, source), source });
  }
  return values;
}

/** A plain or quoted scalar on one line; undefined when it takes a real parser. */
function simpleValue(written: string): { text: string; raw: string } | undefined {
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
