import { InputError } from './input-error.ts';
import { jobPostings, mentionsJobPosting } from './job-posting.ts';
import type { InputKind } from './kinds.ts';
import { lineRecords, objectRecords } from './objects.ts';
import type { PostingRecord } from './record.ts';
import { type Columns, tableRecords } from './table.ts';

export { InputError } from './input-error.ts';
export { INPUT_KINDS, type InputKind, inputKindOf } from './kinds.ts';
export { lintRecord } from './lint-record.ts';
export type { PostingRecord } from './record.ts';
export type { Columns } from './table.ts';

export interface TextInput {
  kind: Exclude<InputKind, 'docx'>;
  columns: Columns;
  /** Dotted path of the list of records, for JSON. */
  records: string | undefined;
  /** It is a page, with structured data in scripts. */
  isPage: boolean;
}

/**
 * The postings of a file, one by one.
 *
 * @throws {InputError} when it is reached that something is wrong
 */
export function readRecords(text: string, input: TextInput): Iterable<PostingRecord> {
  const { kind, columns, records, isPage } = input;
  if (kind === 'json-ld' || (kind === 'json' && columns.texts.length === 0 && mentionsJobPosting(text)))
    return jobPostings(text, isPage);
  if (columns.texts.length === 0) {
    const what = kind === 'csv' ? 'columns' : 'properties';
    throw new InputError(`Say which ${what} hold the text: --text-columns description,requirements`);
  }
  if (kind === 'csv') return tableRecords(text, columns);
  return kind === 'json' ? objectRecords(text, columns, records) : lineRecords(text, columns);
}
