import type { Span } from '../contract/posting.ts';

/** Text with the place it comes from: letter by letter, or as a whole where it is written in another way there. */
export interface Stretch {
  text: string;
  /** UTF-16 code units of the file's text. */
  source: Span;
  /** Every code unit of the text is one of the source. */
  verbatim: boolean;
}

interface Piece {
  /** Where it begins in the draft. */
  at: number;
  end: number;
  stretch: Stretch;
  field: string | undefined;
}

/** A draft that is put together from parts of a file, and knows where each came from. */
export class MappedDraft {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  /** The stretch of the file behind a stretch of the draft. */
  toSource({ start, end }: Span): Span {
    const first = this.#at(start);
    const from = place(first, start);
    if (end <= start) return { start: from, end: from };
    const last = this.#at(end - 1);
    const to = last.stretch.verbatim ? place(last, end - 1) + 1 : last.stretch.source.end;
    return { start: from, end: Math.max(from, to) };
  }

  /** The field that a place of the draft belongs to. */
  fieldAt(offset: number): string | undefined {
    return this.#at(offset).field;
  }

  /** The last piece that does not begin after a place. */
  #at(offset: number): Piece {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low] ?? NOTHING;
  }
}

const NOTHING: Piece = {
  at: 0,
  end: 0,
  stretch: { text: '', source: { start: 0, end: 0 }, verbatim: true },
  field: undefined,
};

function place({ at, end, stretch }: Piece, offset: number): number {
  return stretch.verbatim ? stretch.source.start + Math.min(offset, end) - at : stretch.source.start;
}

/** Puts a draft together. */
export class DraftBuilder {
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  #field: string | undefined;

  /** What follows belongs to a field. */
  field(name: string | undefined): this {
    this.#field = name;
    return this;
  }

  add(...stretches: readonly Stretch[]): this {
    for (const stretch of stretches) {
      if (stretch.text === '') continue;
      const at = this.#length;
      this.#length += stretch.text.length;
      this.#parts.push(stretch.text);
      this.#pieces.push({ at, end: this.#length, stretch, field: this.#field });
    }
    return this;
  }

  /**
   * Text that does not stand in the file.
   *
   * @param source - what it is about
   */
  made(text: string, source: Span): this {
    return this.add({ text, source, verbatim: false });
  }

  build(): MappedDraft {
    return new MappedDraft(this.#parts.join(''), this.#pieces);
  }
}

export function textOf(stretches: readonly Stretch[]): string {
  return stretches.length === 1 ? (stretches[0]?.text ?? '') : stretches.map(({ text }) => text).join('');
}

/** From the first to the last of some stretches. */
export function spanOf(stretches: readonly Stretch[], otherwise: Span): Span {
  const first = stretches[0];
  const last = stretches.at(-1);
  return first && last ? { start: first.source.start, end: last.source.end } : otherwise;
}

/**
 * The stretches with some of their text replaced, each replacement standing for what it replaced.
 *
 * @param pattern - with the flag `g`; never matches nothing
 */
export function replaceIn(
  stretches: readonly Stretch[],
  pattern: RegExp,
  replacement: (match: string) => string,
): Stretch[] {
  return stretches.flatMap((stretch) => {
    const found: Stretch[] = [];
    let done = 0;
    for (const match of stretch.text.matchAll(pattern)) {
      found.push(part(stretch, done, match.index));
      done = match.index + match[0].length;
      const { source } = part(stretch, match.index, done);
      found.push({ text: replacement(match[0]), source, verbatim: false });
    }
    return done === 0 ? [stretch] : [...found, part(stretch, done, stretch.text.length)];
  });
}

function part({ text, source, verbatim }: Stretch, start: number, end: number): Stretch {
  const span = verbatim ? { start: source.start + start, end: source.start + end } : source;
  return { text: text.slice(start, end), source: span, verbatim };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain text as HTML. */
export function asHtml(stretches: readonly Stretch[]): Stretch[] {
  return replaceIn(stretches, /[&<>]/g, (character) => ENTITIES[character] ?? character);
}
