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
