import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../contract/posting.ts';
import type { Level } from '../contract/report.ts';
import { smallestEdit } from './positions.ts';

/** A change to a configuration. */
export type ConfigChange = { rule: string; level: Level } | { term: string };

/** The configuration that is written where there is none. */
export function newConfig(change: ConfigChange): string {
  return 'term' in change
    ? `terms:\n  - ${scalar(change.term)}\n`
    : `rules:\n  ${change.rule}: ${change.level}\n`;
}

/**
 * An edit of a configuration that keeps its comments and the way it is written.
 *
 * @param file - its name decides: `.json` is JSON, and in a package.json the key `posting-lint` holds it
 * @returns undefined when there is nothing to change, or the file has mistakes in it
 */
export function editConfig(
  file: string,
  text: string,
  change: ConfigChange,
): { span: Span; text: string } | undefined {
  const after = file.endsWith('.json') ? editJson(file, text, change) : editYaml(text, change);
  return after === undefined ? undefined : smallestEdit(text, after);
}

function editJson(file: string, text: string, change: ConfigChange): string | undefined {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  let data: unknown;
  try {
    data = JSON.parse(text.slice(mark.length) || '{}');
  } catch {
    return undefined;
  }
  const own = /(?:^|\/)package\.json$/.test(file) ? keyOf(data, 'posting-lint', {}) : data;
  if (!isRecord(own)) return undefined;
  if ('term' in change) {
    const terms = keyOf(own, 'terms', []);
    if (!Array.isArray(terms)) return undefined;
    if (!terms.includes(change.term)) terms.push(change.term);
  } else {
    const rules = keyOf(own, 'rules', {});
    if (!isRecord(rules)) return undefined;
    rules[change.rule] = change.level;
  }
  const indent = /^[\t ]+/m.exec(text)?.[0] ?? '  ';
  const written = JSON.stringify(data, null, indent);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return `${mark}${written.replaceAll('\n', newline)}${/\n\s*$/.test(text) || text === '' ? newline : ''}`;
}

function keyOf(data: unknown, key: string, otherwise: unknown): unknown {
  if (!isRecord(data)) return undefined;
  data[key] ??= otherwise;
  return data[key];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function editYaml(text: string, change: ConfigChange): string | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const { contents } = document;
  if (contents !== null && !isMap(contents) && !isEmptyScalar(contents)) return undefined;
  const wanted = wantedData(document, change);
  if (wanted === undefined) return undefined;
  const direct = insertLine(text, contents, change);
  // What was put in by hand must say just what was meant; else the parser's own writer does it.
  if (direct !== undefined && sameData(direct, wanted)) return direct;
  return rewritten(document, change);
}

/** The configuration's data with the change made; undefined where that cannot be. */
function wantedData(document: Document.Parsed, change: ConfigChange): string | undefined {
  const data: unknown = document.toJS() ?? {};
  if (!isRecord(data)) return undefined;
  if ('term' in change) {
    const terms = keyOf(data, 'terms', []);
    if (!Array.isArray(terms) || terms.includes(change.term)) return undefined;
    terms.push(change.term);
  } else {
    const rules = keyOf(data, 'rules', {});
    if (!isRecord(rules) || rules[change.rule] === change.level) return undefined;
    rules[change.rule] = change.level;
  }
  return canonical(data);
}

function sameData(text: string, wanted: string): boolean {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length === 0 && canonical(document.toJS()) === wanted;
}

/** The same for the same data, whatever the order of keys. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

/** Puts a line in behind its like, or changes the level that stands there. */
function insertLine(text: string, contents: unknown, change: ConfigChange): string | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const key = 'term' in change ? 'terms' : 'rules';
  const line = 'term' in change ? `- ${scalar(change.term)}` : `${change.rule}: ${change.level}`;
  const pair = isMap(contents) ? pairOf(contents, key) : undefined;
  if (!pair) {
    if (isMap(contents) && contents.flow) return undefined;
    const gap = text === '' || text.endsWith('\n') ? '' : newline;
    return `${text}${gap}${key}:${newline}  ${line}${newline}`;
  }
  const { value } = pair;
  if ((!isMap(value) && !isSeq(value)) || value.flow || value.items.length === 0) return undefined;
  if ('rule' in change && isMap(value)) {
    const own = pairOf(value, change.rule);
    const range = isScalar(own?.value) ? own.value.range : undefined;
    if (range) return text.slice(0, range[0]) + change.level + text.slice(range[1]);
  }
  const at = endOfLast(value);
  const first = value.range?.[0];
  if (at === undefined || first === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  if (indent.trim() !== '') return undefined;
  // Behind the last entry and a comment on its line.
  const end = text.indexOf('\n', at);
  return end < 0
    ? `${text}${newline}${indent}${line}`
    : `${text.slice(0, end + 1)}${indent}${line}${newline}${text.slice(end + 1)}`;
}

function endOfLast(value: YAMLMap | YAMLSeq): number | undefined {
  const last: unknown = value.items.at(-1);
  const node = isSeq(value) ? last : ((last as Pair).value ?? (last as Pair).key);
  return (node as { range?: [number, number, number] | null } | null)?.range?.[1];
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

function rewritten(document: Document.Parsed, change: ConfigChange): string {
  const key = 'term' in change ? 'terms' : 'rules';
  const holder = document.get(key);
  if ('term' in change) {
    if (isSeq(holder)) holder.add(document.createNode(change.term));
    else document.set(key, document.createNode([change.term]));
  } else if (isMap(holder)) {
    holder.set(change.rule, change.level);
  } else document.set(key, document.createNode({ [change.rule]: change.level }));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A name as YAML writes it. */
function scalar(term: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N} &.'’+-]*$/u.test(term) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(term);
  return plain && !term.endsWith(' ') ? term : JSON.stringify(term);
}
