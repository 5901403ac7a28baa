import type { Span } from '../contract/posting.ts';
import type { Position, ReportRange } from '../contract/report.ts';

/** Lines of a text, as editors count them: CRLF, LF and CR each end one. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) this.#starts.push(at + 1);
      else if (code === 13 && text.charCodeAt(at + 1) !== 10) this.#starts.push(at + 1);
    }
  }

  /** Index of the line that holds `offset`, from 0. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first code unit of a line, counted from 0; the end of the text past the last. */
  start(line: number): number | undefined {
    return this.#starts[line];
  }

  get count(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1, offset };
  }

  range(span: Span): ReportRange {
    return { start: this.position(span.start), end: this.position(span.end) };
  }
}
