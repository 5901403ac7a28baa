import { parse, TomlError } from 'smol-toml';
import type { FrontMatter, FrontMatterValue } from '../contract/posting.ts';
import type { Draft } from './draft.ts';

const TABLE = /^[ \t]*\[{1,2}([^[\]]+)\]{1,2}[ \t]*(?:#.*)?$/;
const PAIR =
  /^[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')){0,9})[ \t]*=[ \t]*/;

/**
 * Values of TOML front matter with their places. The parser judges whether it is valid; a scan over the lines finds
 * where the values stand, because the parser does not say.
 */
export function readToml(draft: Draft, text: string, base: number): Pick<FrontMatter, 'values' | 'error'> {
  let error: FrontMatter['error'];
  try {
    parse(text);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message.split('\n')[0]! : String(reason);
    const offset = reason instanceof TomlError ? offsetOf(text, reason.line, reason.column) : 0;
    error = { message, offset: base + offset };
  }
  const values: FrontMatterValue[] = [];
  let prefix = '';
  for (let at = 0; at < text.length; ) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const line = text.slice(at, end);
    const table = TABLE.exec(line);
    const pair = table ? null : PAIR.exec(line);
    if (table) prefix = `${keyName(table[1]!)}.`;
    if (pair) {
      const start = at + pair[0].length;
      const found = valueAt(text, start, end);
      const key = prefix + keyName(pair[1]!);
      for (const { from, to, inner } of found.values) {
        const value = draft.source.slice(base + inner[0], base + inner[1]).trim();
        values.push({ key, value: unescaped(value), source: { start: base + from, end: base + to } });
      }
      end = Math.max(end, found.end);
    }
    at = end + 1;
  }
  return { values, error };
}

interface Found {
  from: number;
  to: number;
  inner: [number, number];
}

/** The value that starts at `start`; of an array, each string in it. `end`: where its last line ends. */
function valueAt(text: string, start: number, lineEnd: number): { values: Found[]; end: number } {
  for (const quotes of ['"""', "'''"]) {
    if (!text.startsWith(quotes, start)) continue;
    const close = text.indexOf(quotes, start + 3);
    const to = close < 0 ? text.length : close + 3;
    const next = text.indexOf('\n', to);
    return {
      values: [{ from: start, to, inner: [start + 3, close < 0 ? to : close] }],
      end: next < 0 ? text.length : next,
    };
  }
  if (text[start] === '[') {
    const close = text.indexOf(']', start);
    const stop = close < 0 ? lineEnd : close;
    const values: Found[] = [];
    const strings = /"([^"\n]*)"|'([^'\n]*)'/g;
    const inside = text.slice(start, stop);
    for (const match of inside.matchAll(strings)) {
      const from = start + match.index;
      const to = from + match[0].length;
      values.push({ from, to, inner: [from + 1, to - 1] });
    }
    const next = text.indexOf('\n', stop);
    return { values, end: next < 0 ? text.length : next };
  }
  const line = text.slice(start, lineEnd);
  const string = /^(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')/.exec(line)?.[0];
  if (string) {
    const to = start + string.length;
    return { values: [{ from: start, to, inner: [start + 1, to - 1] }], end: lineEnd };
  }
  const comment = line.indexOf('#');
  const bare = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return {
    values: [{ from: start, to: start + bare.length, inner: [start, start + bare.length] }],
    end: lineEnd,
  };
}

function keyName(written: string): string {
  return written
    .split('.')
    .map((part) => part.trim().replace(/^["']|["']$/g, ''))
    .join('.')
    .toLowerCase();
}

function unescaped(value: string): string {
  return value
    .replace(/\\(["\\])/g, '$1')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t');
}

function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return Math.min(text.length, at + Math.max(0, column - 1));
}
