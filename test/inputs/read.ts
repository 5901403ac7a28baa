import type { FileReport } from '../../src/contract/report.ts';
import {
  type Columns,
  lintRecord,
  type PostingRecord,
  readRecords,
  type TextInput,
} from '../../src/inputs/index.ts';
import { createLinter } from '../../src/lint/index.ts';
import { Lines } from '../../src/lint/lines.ts';

const linter = createLinter();

export function columns(texts: string, more: Partial<Columns> = {}): Columns {
  return {
    texts: texts === '' ? [] : texts.split(','),
    title: undefined,
    location: undefined,
    id: undefined,
    ...more,
  };
}

export function records(
  text: string,
  kind: TextInput['kind'],
  given: Partial<TextInput> = {},
): PostingRecord[] {
  return [
    ...readRecords(text, {
      kind,
      columns: columns('description'),
      records: undefined,
      isPage: false,
      ...given,
    }),
  ];
}

export function reports(text: string, kind: TextInput['kind'], given: Partial<TextInput> = {}): FileReport[] {
  const lines = new Lines(text);
  return records(text, kind, given).map((record) => lintRecord(record, linter, 'file', lines));
}

/** The words that findings of a rule mark, in the file. */
export function marked(text: string, report: FileReport, rule: string): string[] {
  return report.findings
    .filter((finding) => finding.rule === rule)
    .map(({ range }) => text.slice(range.start.offset, range.end.offset));
}

/** The mistake that reading ends with, with the text from its place on. */
export function mistake(read: () => unknown, text: string): [message: string, at: string | undefined] {
  try {
    read();
  } catch (error) {
    const { message, offset } = error as { message: string; offset?: number };
    return [message, offset === undefined ? undefined : text.slice(offset, offset + 12)];
  }
  throw new Error('There was no mistake.');
}
