import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CheckEnvironment } from '../../src/contract/check.ts';
import type { Edit } from '../../src/contract/finding.ts';
import type { Posting } from '../../src/contract/posting.ts';
import type { Format } from '../../src/contract/report.ts';
import type { Rule } from '../../src/contract/rule.ts';
import { type Recogniser, readPosting } from '../../src/posting/read.ts';

const RULES = new URL('../../rules/', import.meta.url);
const yaml = (path: string) => parse(readFileSync(new URL(path, RULES), 'utf8'));

/** Reads a draft without recognising sections. */
export function read(text: string, format: Format = 'markdown'): Posting {
  const recogniser: Recogniser = { heading: () => undefined, label: () => undefined, recognise: () => {} };
  return readPosting(text, { format, recogniser });
}

/** A rule file as a check gets it. */
export function ruleFile<Fields>(id: string): Rule<Fields> {
  return { languages: ['en'], sources: [], examples: { catch: [], pass: [] }, ...yaml(`${id}.yml`), id };
}

export const environment: CheckEnvironment = {
  terms: [],
  lists: Object.fromEntries(
    readdirSync(new URL('lists/', RULES)).map((file) => [file.replace('.yml', ''), yaml(`lists/${file}`)]),
  ),
  places: yaml('places.yml'),
  sectionOrder: {},
  employer: {},
  house: {},
};

export function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, text: replacement } of [...edits].reverse()) {
    result = result.slice(0, span.start) + replacement + result.slice(span.end);
  }
  return result;
}
