import type { Span } from '../contract/posting.ts';
import { InputError } from './input-error.ts';
import type { Stretch } from './mapped.ts';

export interface Cell {
  stretches: Stretch[];
  /** Quotation marks included. */
  source: Span;
}

export interface Row {
  cells: Cell[];
  source: Span;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads comma-separated values as RFC 4180 describes them; the delimiter may also be a semicolon, a tab or a bar,
 * whichever the first row has most of. A byte order mark and empty lines are passed over.
 *
 * @throws {InputError} for a quotation mark that is not closed, or followed by text
 */
export function* readCsv(text: string): Generator<Row> {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const reader = new Reader(text, from, delimiterOf(text, from));
  for (let row = reader.row(); row; row = reader.row()) yield row;
}

function delimiterOf(text: string, from: number): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const of = (delimiter: string) => counts.get(delimiter) ?? 0;
  return DELIMITERS.reduce((best, each) => (of(each) > of(best) ? each : best));
}

class Reader {
  readonly #text: string;
  readonly #delimiter: string;
  #at: number;

  constructor(text: string, from: number, delimiter: string) {
    this.#text = text;
    this.#at = from;
    this.#delimiter = delimiter;
  }

  row(): Row | undefined {
    while (this.#atBreak()) this.#at++;
    if (this.#at >= this.#text.length) return undefined;
    const start = this.#at;
    const cells = [this.#cell()];
    while (this.#text[this.#at] === this.#delimiter) {
      this.#at++;
      cells.push(this.#cell());
    }
    return { cells, source: { start, end: this.#at } };
  }

  #cell(): Cell {
    const start = this.#at;
    if (this.#text[start] === '"') return this.#quoted();
    while (this.#at < this.#text.length && this.#text[this.#at] !== this.#delimiter && !this.#atBreak())
      this.#at++;
    return { stretches: [this.#stretch(start, this.#at)], source: { start, end: this.#at } };
  }

  #quoted(): Cell {
    const start = this.#at;
    const stretches: Stretch[] = [];
    let from = start + 1;
    for (;;) {
      const mark = this.#text.indexOf('"', from);
      if (mark < 0) throw new InputError('The quotation mark that begins this cell is not closed.', start);
      if (this.#text[mark + 1] !== '"') {
        stretches.push(this.#stretch(from, mark));
        this.#at = mark + 1;
        break;
      }
      // Two marks in a row stand for one.
      stretches.push(this.#stretch(from, mark + 1));
      from = mark + 2;
    }
    const next = this.#text[this.#at];
    if (next !== undefined && next !== this.#delimiter && !this.#atBreak()) {
      throw new InputError(
        'Text follows the quotation mark that ends this cell. A mark inside a cell is written twice.',
        this.#at,
      );
    }
    return { stretches, source: { start, end: this.#at } };
  }

  #stretch(start: number, end: number): Stretch {
    return { text: this.#text.slice(start, end), source: { start, end }, verbatim: true };
  }

  #atBreak(): boolean {
    const character = this.#text[this.#at];
    return character === '\n' || character === '\r';
  }
}
