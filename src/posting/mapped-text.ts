import type { Region, SourceMap, Span } from '../contract/posting.ts';

/**
 * Readable text with its way back to the source.
 *
 * `stretches` holds triples: offset in `text`, start in the source, end in the source. A stretch reaches in the text
 * to where the next one starts. Where it is as long in the text as in the source, it maps code unit by code unit;
 * otherwise (an entity, a line break with its indentation) all of it stands for all of its source.
 */
export interface MappedText {
  text: string;
  stretches: number[];
  regions: Region[];
}

/** Soft hyphen, zero-width space, non-joiner, joiner, word joiner, byte order mark: nobody sees them. */
export const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
const ONLY_INVISIBLE = /^[\u00AD\u200B-\u200D\u2060\uFEFF]+$/;

/** The part of `piece` from `start` to `end` (offsets of its text), regions cut to fit. */
export function sliceMapped(piece: MappedText, start: number, end: number): MappedText {
  if (start <= 0 && end >= piece.text.length) return piece;
  const { stretches } = piece;
  const cut: number[] = [];
  for (let i = 0; i < stretches.length; i += 3) {
    const from = stretches[i]!;
    const to = i + 3 < stretches.length ? stretches[i + 3]! : piece.text.length;
    if (to <= start || from >= end) continue;
    const sourceStart = stretches[i + 1]!;
    const sourceEnd = stretches[i + 2]!;
    const first = Math.max(from, start);
    const last = Math.min(to, end);
    if (to - from === sourceEnd - sourceStart) {
      cut.push(first - start, sourceStart + first - from, sourceStart + last - from);
    } else {
      cut.push(first - start, sourceStart, sourceEnd);
    }
  }
  const regions: Region[] = [];
  for (const region of piece.regions) {
    const from = Math.max(region.start, start) - start;
    const to = Math.min(region.end, end) - start;
    if (from < to) regions.push({ kind: region.kind, start: from, end: to });
  }
  return { text: piece.text.slice(start, end), stretches: cut, regions };
}

/** Start in the source of the first code unit of a piece; `fallback` for an empty piece. */
export function sourceStartOf(piece: MappedText, fallback: number): number {
  return piece.stretches[1] ?? fallback;
}

/** End in the source of the last code unit of a piece; `fallback` for an empty piece. */
export function sourceEndOf(piece: MappedText, fallback: number): number {
  return piece.stretches.at(-1) ?? fallback;
}

/** Several lines as one text, a space (which stands for the line break and all around it) between each two. */
export function joinMapped(pieces: readonly MappedText[]): MappedText {
  const first = pieces[0];
  if (first === undefined) return { text: '', stretches: [], regions: [] };
  if (pieces.length === 1) return first;
  let text = first.text;
  const stretches = first.stretches.slice();
  const regions = first.regions.slice();
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const gapStart = stretches.at(-1) ?? 0;
    stretches.push(text.length, gapStart, piece.stretches[1] ?? gapStart);
    const shift = text.length + 1;
    text += ` ${piece.text}`;
    for (let k = 0; k < piece.stretches.length; k += 3) {
      stretches.push(piece.stretches[k]! + shift, piece.stretches[k + 1]!, piece.stretches[k + 2]!);
    }
    for (const region of piece.regions) {
      // A region that runs on over the line break is one region.
      const open = region.start === 0 ? endingAt(regions, region.kind, shift - 1) : undefined;
      if (open) open.end = region.end + shift;
      else regions.push({ kind: region.kind, start: region.start + shift, end: region.end + shift });
    }
  }
  return { text, stretches, regions };
}

/** The region of a kind that ends at an offset, among the last few. */
function endingAt(regions: readonly Region[], kind: Region['kind'], end: number): Region | undefined {
  for (let i = regions.length - 1; i >= Math.max(0, regions.length - 8); i--) {
    const region = regions[i]!;
    if (region.kind === kind && region.end === end) return region;
  }
  return undefined;
}

/**
 * The public map of a piece.
 *
 * @param source the whole source, to look at what stands between two stretches
 */
export function createSourceMap(piece: MappedText, source: string): SourceMap {
  const { stretches } = piece;
  const length = piece.text.length;
  if (stretches.length <= 3 && length === (stretches[2] ?? 0) - (stretches[1] ?? 0)) {
    return new StraightMap(stretches[1] ?? 0, length);
  }
  return new StretchMap(stretches, length, source);
}

function clamp(offset: number, length: number): number {
  return offset < 0 ? 0 : Math.min(offset, length);
}

/** Nearly all blocks: one stretch of source, nothing left out. */
class StraightMap implements SourceMap {
  readonly #base: number;
  readonly #length: number;

  constructor(base: number, length: number) {
    this.#base = base;
    this.#length = length;
  }

  toSource(span: Span): Span[] {
    return [this.cover(span)];
  }

  cover(span: Span): Span {
    const start = clamp(span.start, this.#length);
    const end = Math.max(start, clamp(span.end, this.#length));
    return { start: this.#base + start, end: this.#base + end };
  }
}

class StretchMap implements SourceMap {
  readonly #stretches: readonly number[];
  readonly #length: number;
  readonly #source: string;

  constructor(stretches: readonly number[], length: number, source: string) {
    this.#stretches = stretches;
    this.#length = length;
    this.#source = source;
  }

  toSource(span: Span): Span[] {
    const start = clamp(span.start, this.#length);
    const end = clamp(span.end, this.#length);
    if (end <= start) return [this.#point(start)];
    const result: Span[] = [];
    let last: Span | undefined;
    for (let i = this.#find(start); i < this.#stretches.length; i += 3) {
      if (this.#stretches[i]! >= end) break;
      const piece = this.#cut(i, start, end);
      if (last && this.#touch(last.end, piece.start)) {
        last.end = piece.end;
      } else {
        last = piece;
        result.push(piece);
      }
    }
    return result;
  }

  cover(span: Span): Span {
    const start = clamp(span.start, this.#length);
    const end = clamp(span.end, this.#length);
    if (end <= start) return this.#point(start);
    const first = this.#cut(this.#find(start), start, end);
    const last = this.#cut(this.#find(end - 1), start, end);
    return { start: first.start, end: last.end };
  }

  /** Invisible characters between two stretches belong to the word around them. */
  #touch(end: number, start: number): boolean {
    return end === start || (start - end < 16 && ONLY_INVISIBLE.test(this.#source.slice(end, start)));
  }

  #point(offset: number): Span {
    if (offset >= this.#length) {
      const end = this.#stretches.at(-1)!;
      return { start: end, end };
    }
    const { start } = this.#cut(this.#find(offset), offset, offset + 1);
    return { start, end: start };
  }

  /** Source of the part of stretch `i` that lies between two offsets of the text. */
  #cut(i: number, start: number, end: number): Span {
    const from = this.#stretches[i]!;
    const to = i + 3 < this.#stretches.length ? this.#stretches[i + 3]! : this.#length;
    const sourceStart = this.#stretches[i + 1]!;
    const sourceEnd = this.#stretches[i + 2]!;
    if (to - from !== sourceEnd - sourceStart) return { start: sourceStart, end: sourceEnd };
    return {
      start: sourceStart + Math.max(from, start) - from,
      end: sourceStart + Math.min(to, end) - from,
    };
  }

  /** Index of the stretch in which the code unit at `offset` stands. */
  #find(offset: number): number {
    let low = 0;
    let high = this.#stretches.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#stretches[middle * 3]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }
}
