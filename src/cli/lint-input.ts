import { readFileSync } from 'node:fs';
import type { FileReport } from '../contract/report.ts';
import { InputError, type InputKind, lintRecord, readRecords } from '../inputs/index.ts';
import type { Linter } from '../lint/index.ts';
import { Lines } from '../lint/lines.ts';
import { decode } from './files/decode.ts';
import { FileError } from './files/errors.ts';
import type { InputOptions } from './inputs.ts';

/** One posting of a file, linted. */
export interface InputPosting {
  report: FileReport;
  /** Of the file, that places refer to. */
  text: string;
  /** What tells it from others of the file, whatever row it stands in; empty for the only one. */
  key: string;
}

/** A mistake in such a file: `3:17`, or nothing where it is the whole file. */
export class InputMistake extends FileError {
  readonly place: string;

  constructor(message: string, place: string) {
    super(message);
    this.place = place;
  }
}

/**
 * Lints every posting of a file.
 *
 * @param file.bytes - undefined: read from `absolute`
 * @throws {InputMistake} where the file is not what it should be, after the postings before
 */
export async function* lintInput(
  file: { shown: string; absolute: string; bytes: Uint8Array | undefined },
  kind: InputKind,
  { columns, records }: InputOptions,
  linter: Linter,
): AsyncGenerator<InputPosting> {
  const { shown, absolute } = file;
  const bytes = file.bytes ?? readFileSync(absolute);
  let text = '';
  try {
    if (kind === 'docx') {
      const { readDocx } = await import('../inputs/docx.ts');
      const document = await readDocx(bytes);
      text = document.text;
      yield { report: lintRecord(document.record, linter, shown, new Lines(text)), text, key: '' };
      return;
    }
    ({ text } = decode(bytes));
    const lines = new Lines(text);
    const isPage = /\.html?$/i.test(absolute) || /^\s*</.test(text);
    for (const record of readRecords(text, { kind, columns, records, isPage })) {
      yield { report: lintRecord(record, linter, shown, lines), text, key: record.id ?? String(record.row) };
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputMistake(error.message, placeOf(error, text));
  }
}

function placeOf({ offset }: InputError, text: string): string {
  if (offset === undefined) return '';
  const { line, column } = new Lines(text).range({ start: offset, end: offset }).start;
  return `${line}:${column}`;
}
