import type { BlockKind, Region, RegionKind, Span } from '../contract/posting.ts';
import type { Draft } from './draft.ts';
import { INVISIBLE, type MappedText, sliceMapped, sourceEndOf, sourceStartOf } from './mapped-text.ts';

/** What a reader of a format hands over: one line of readable text. Lines of one paragraph share a `group`. */
export interface Line extends MappedText {
  /** `paragraph` lines may still turn out to be headings, items or several blocks. */
  kind: BlockKind;
  /** 1 to 6 for headings of the format, 0 otherwise. */
  level: number;
  /** Depth in lists. */
  depth: number;
  group: number;
  /** Whether the line break before it is one that the format itself reads as a space. */
  soft: boolean;
  /** Number of the table row for cells, 0 otherwise. */
  row: number;
  /** A cell that names the others: `<th>`, `<dt>`, the cells of a header row. */
  header: boolean;
  /** Whether it has a bullet of its own that the format does not know as one. */
  bullet: boolean;
  /** Columns of indentation before it (plain text). */
  indent: number;
  /** Markers included, line break excluded. */
  source: Span;
  /** Primary subtag when declared. */
  language: string | undefined;
  /** Where on a page it stands, when that may make it no part of the posting. */
  landmark: Landmark | undefined;
}

export interface Landmark {
  main: boolean;
  article: boolean;
  margin: boolean;
  navigation: boolean;
  /** Code units of its text that are links. */
  linked: number;
}

/** The properties of a line that the reader of a format sets. */
export type LineFrame = Pick<Line, 'kind' | 'level' | 'depth' | 'row' | 'header'>;

export const PARAGRAPH: LineFrame = { kind: 'paragraph', level: 0, depth: 0, row: 0, header: false };

const PICTOGRAPH_BEFORE = /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\uFE0F]$/u;
const PICTOGRAPH_AFTER = /^\p{Extended_Pictographic}/u;
const INVISIBLE_RUN = /[\u00AD\u200B-\u200D\u2060\uFEFF]+/g;

/** Collects the text of one line from pieces of the source. */
export class LineBuilder {
  readonly #draft: Draft;
  #text = '';
  #stretches: number[] = [];
  #regions: Region[] = [];
  #open: { kind: RegionKind; start: number }[] = [];
  #hole = 0;
  // Kept apart: to look at the end of a long text that is still growing costs its whole length.
  #spaced = true;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Whether the text so far ends in white space, or there is none yet. */
  get spaced(): boolean {
    return this.#spaced;
  }

  /** Adds the source from `from` to `to` as it stands, without invisible characters and silent template tags. */
  add(from: number, to: number): void {
    if (from >= to) return;
    const { holes } = this.#draft;
    if (holes.length > 0) {
      if (this.#hole > 0 && holes[this.#hole - 1]!.end > from) this.#hole = 0;
      while (this.#hole < holes.length && holes[this.#hole]!.end <= from) this.#hole++;
      for (let hole = holes[this.#hole]; hole && hole.start < to; hole = holes[++this.#hole]) {
        this.#addVisible(from, hole.start);
        const begin = Math.max(from, hole.start);
        from = Math.min(to, hole.end);
        if (hole.shown) {
          const start = this.#text.length;
          this.#push(begin, from);
          this.#regions.push({ kind: 'placeholder', start, end: this.#text.length });
        }
        if (hole.end > to) break;
      }
    }
    this.#addVisible(from, to);
  }

  /** Adds text that stands for a whole stretch of the source, for example what an entity means. */
  addUnit(text: string, from: number, to: number): void {
    if (text === '' || INVISIBLE.test(text)) return;
    this.#stretches.push(this.#text.length, from, to);
    this.#text += text;
    this.#spaced = isSpace(text.charCodeAt(text.length - 1));
  }

  open(kind: RegionKind): void {
    this.#open.push({ kind, start: this.#text.length });
  }

  /** Closes the innermost open region of a kind; without one, does nothing. */
  close(kind: RegionKind): void {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const region = this.#open[i]!;
      if (region.kind !== kind) continue;
      this.#open.splice(i, 1);
      if (region.start < this.#text.length) {
        this.#regions.push({ kind, start: region.start, end: this.#text.length });
      }
      return;
    }
  }

  /** Forgets open regions, at the end of a block. */
  reset(): void {
    this.#open.length = 0;
  }

  /** What has been collected, trimmed; regions that are still open go on in the next line. */
  take(): MappedText {
    for (const region of this.#open) {
      if (region.start < this.#text.length) {
        this.#regions.push({ kind: region.kind, start: region.start, end: this.#text.length });
      }
      region.start = 0;
    }
    const text = this.#text;
    const piece: MappedText = { text, stretches: this.#stretches, regions: this.#regions };
    if (text !== '') {
      this.#text = '';
      this.#stretches = [];
      this.#regions = [];
      this.#spaced = true;
    }
    return trimMapped(piece);
  }

  #addVisible(from: number, to: number): void {
    if (from >= to) return;
    if (!this.#draft.invisible) {
      this.#push(from, to);
      return;
    }
    const { source } = this.#draft;
    const part = source.slice(from, to);
    INVISIBLE_RUN.lastIndex = 0;
    let done = 0;
    for (let run = INVISIBLE_RUN.exec(part); run; run = INVISIBLE_RUN.exec(part)) {
      if (joinsEmoji(source, from + run.index, run[0])) continue;
      this.#push(from + done, from + run.index);
      done = run.index + run[0].length;
    }
    this.#push(from + done, to);
  }

  #push(from: number, to: number): void {
    if (from >= to) return;
    const stretches = this.#stretches;
    const last = stretches.length - 3;
    const touching =
      last >= 0 &&
      stretches[last + 2] === from &&
      this.#text.length - stretches[last]! === from - stretches[last + 1]!;
    if (touching) stretches[last + 2] = to;
    else stretches.push(this.#text.length, from, to);
    this.#text += this.#draft.source.slice(from, to);
    this.#spaced = isSpace(this.#draft.source.charCodeAt(to - 1));
  }
}

/** A zero-width joiner inside an emoji sequence is part of the emoji. */
function joinsEmoji(source: string, at: number, run: string): boolean {
  return (
    run === '\u200D' &&
    PICTOGRAPH_BEFORE.test(source.slice(Math.max(0, at - 2), at)) &&
    PICTOGRAPH_AFTER.test(source.slice(at + 1, at + 3))
  );
}

export function trimMapped(piece: MappedText): MappedText {
  const { text } = piece;
  const trimmed = text.trimStart();
  const start = text.length - trimmed.length;
  return sliceMapped(piece, start, start + trimmed.trimEnd().length);
}

/** A line from a piece of text. `source` defaults to what stands behind the text. */
export function makeLine(
  piece: MappedText,
  frame: LineFrame,
  group: number,
  soft: boolean,
  source: Span | undefined,
): Line {
  return {
    text: piece.text,
    stretches: piece.stretches,
    regions: piece.regions,
    kind: frame.kind,
    level: frame.level,
    depth: frame.depth,
    row: frame.row,
    header: frame.header,
    group,
    soft,
    bullet: false,
    indent: 0,
    source: source ?? { start: sourceStartOf(piece, 0), end: sourceEndOf(piece, 0) },
    language: undefined,
    landmark: undefined,
  };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
