import type { Position as LspPosition, Range, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../contract/posting.ts';
import type { ReportEdit, ReportRange } from '../contract/report.ts';
import { Lines } from '../lint/lines.ts';

/** A report counts lines and columns from 1, the protocol from 0; both columns are UTF-16 code units. */
export function toRange({ start, end }: ReportRange): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

export function toTextEdit({ range, text }: ReportEdit): TextEdit {
  return { range: toRange(range), newText: text };
}

/** Offsets of a text to the protocol's positions and back. */
export class Positions {
  readonly #lines: Lines;
  readonly #length: number;

  constructor(text: string) {
    this.#lines = new Lines(text);
    this.#length = text.length;
  }

  at(offset: number): LspPosition {
    const { line, column } = this.#lines.position(Math.min(Math.max(offset, 0), this.#length));
    return { line: line - 1, character: column - 1 };
  }

  range({ start, end }: Span): Range {
    return { start: this.at(start), end: this.at(end) };
  }

  /** A position outside of the text counts as the nearest inside. */
  offset({ line, character }: LspPosition): number {
    if (line < 0) return 0;
    const start = this.#lines.start(line);
    if (start === undefined) return this.#length;
    return Math.min(start + Math.max(character, 0), this.#lines.start(line + 1) ?? this.#length);
  }

  /** Offset of the beginning of a line, counted from 0. */
  lineStart(line: number): number {
    return this.#lines.start(line) ?? this.#length;
  }

  lineOf(offset: number): number {
    return this.#lines.lineAt(offset);
  }
}

/** Whether two ranges share a place; ones that only touch do. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: LspPosition, b: LspPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The one edit that makes `after` of `before`: what both begin and end with stays. Undefined when they are the same. */
export function smallestEdit(before: string, after: string): { span: Span; text: string } | undefined {
  if (before === after) return undefined;
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  return {
    span: { start, end: before.length - tail },
    text: after.slice(start, after.length - tail),
  };
}
