import { InputError } from './input-error.ts';
import { jobPostings, mentionsJobPosting } from './job-posting.ts';
import { lineRecords, objectRecords } from './objects.ts';
import type { PostingRecord } from './record.ts';
import { type Columns, tableRecords } from './table.ts';

export { InputError } from './input-error.ts';
export { lintRecord } from './lint-record.ts';
export type { PostingRecord } from './record.ts';
export type { Columns } from './table.ts';

/** Files that hold postings in another way than as one text. */
export const INPUT_KINDS = ['csv', 'json', 'jsonl', 'json-ld', 'docx'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

const BY_NAME: readonly (readonly [RegExp, InputKind])[] = [
  [/\.(?:csv|tsv)$/i, 'csv'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
  [/\.jsonld$/i, 'json-ld'],
  [/\.json$/i, 'json'],
  [/\.docx$/i, 'docx'],
];

/** What a file is by its name; undefined for a draft. */
export function inputKindOf(name: string): InputKind | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}

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
