import type { Position, ReportFinding, ReportRange, Severity } from '../contract/report.ts';
import type { Format } from './format.ts';

const SEVERITIES: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** Diagnostics for reviewdog. It counts columns in bytes of UTF-8, so that the text is needed. */
export const rdjson: Format = {
  needsText: true,
  reporter() {
    let first = true;
    const item = (diagnostic: object) => {
      const before = first ? '\n' : ',\n';
      first = false;
      return before + JSON.stringify(diagnostic);
    };
    return {
      head: () => '{"source":{"name":"posting-lint"},"diagnostics":[',
      file({ path, findings, error }, text) {
        const failed = error ? [item({ message: error.message, location: { path }, severity: 'ERROR' })] : [];
        const columns = new ByteColumns(text);
        const found = findings.map((finding) => {
          columns.moveTo(finding.range.start);
          return item({
            message: finding.message,
            location: { path, range: columns.range(finding.range) },
            severity: SEVERITIES[finding.severity],
            code: { value: finding.rule },
            ...suggestions(finding, columns),
          });
        });
        return [...failed, ...found].join('');
      },
      end: () => '\n]}\n',
    };
  },
};

/** Of fixes, those that are one change: reviewdog would offer the parts of the others one by one. */
function suggestions({ fixes }: ReportFinding, columns: ByteColumns): object {
  const simple = fixes.flatMap(({ edits: [edit, ...more] }) => (edit && more.length === 0 ? [edit] : []));
  if (simple.length === 0) return {};
  return { suggestions: simple.map((edit) => ({ range: columns.range(edit.range), text: edit.text })) };
}

/** Counts from the last finding on, so that a draft of one long line is not counted from its beginning for each. */
class ByteColumns {
  readonly #text: string | undefined;
  #from = { lineStart: -1, offset: 0, bytes: 0 };

  constructor(text: string | undefined) {
    this.#text = text;
  }

  moveTo(position: Position): void {
    const lineStart = lineStartOf(position);
    this.#from = { lineStart, offset: position.offset, bytes: this.#before(position) };
  }

  range({ start, end }: ReportRange) {
    return { start: this.#position(start), end: this.#position(end) };
  }

  #position(position: Position) {
    return { line: position.line, column: this.#before(position) + 1 };
  }

  /** Bytes of the line before a position. */
  #before(position: Position): number {
    if (this.#text === undefined) return position.column - 1;
    const lineStart = lineStartOf(position);
    const { offset: known, bytes: before } = this.#from;
    const usable = this.#from.lineStart === lineStart && known <= position.offset;
    let bytes = usable ? before : 0;
    for (let at = usable ? known : lineStart; at < position.offset; at++) {
      bytes += bytesOf(this.#text.charCodeAt(at));
    }
    return bytes;
  }
}

function lineStartOf({ offset, column }: Position): number {
  return offset - (column - 1);
}

/** Bytes of UTF-8 that a code unit stands for; each half of a pair stands for two. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code >= 0xd800 && code <= 0xdfff ? 2 : 3;
}
