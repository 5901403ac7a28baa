import type { Posting, SectionInfo } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { tokenize } from '../../words/tokens.ts';
import { findDates, namesDay } from '../facts/dates.ts';
import type { CueFinder } from './cues.ts';
import { isInformativeValue } from './information.ts';

/** Values of these say where the employer sits, not where the job is. */
const OF_THE_EMPLOYER =
  /^(?:company|employer|organi[sz]ation|hiring ?organi[sz]ation|author|site|seo|image|meta|parent)\b/;
/** Keys whose values often name the work model or the kind of employment in passing: *location: Remote, UK*. */
const IN_PASSING =
  /^(?:job ?)?(?:location|locations|type|place|schedule|commitment|terms|office|category|subtitle|role type|work|hours|tags)\b/;
const SINGLE_WORDS: Partial<Record<SectionKind, RegExp>> = {
  'work-model':
    /(?<![\p{L}-])(?:remote|hybrid|on-?site|telework|home[- ]?office|work from home|télétravail|in[- ]person|office[- ]based)(?![\p{L}-])/iu,
  'employment-type':
    /(?<![\p{L}-])(?:full[- ]?time|part[- ]?time|permanent|temporary|contract|contractor|freelance|intern(?:ship)?|fixed[- ]term|seasonal|casual|apprenticeship|vollzeit|teilzeit|CDI|CDD)(?![\p{L}-])/iu,
};

/** `employment_type`, `job.location`, `employmentType` (lower-cased by the reader) as words. */
function keyWords(key: string): string {
  return key.replace(/[\s._-]+/g, ' ').trim();
}

/** Whether a key is one of the fields, as a whole, or by its first or last part where values are nested. */
function isField(key: string, fields: ReadonlySet<string>): boolean {
  const words = keyWords(key);
  if (fields.has(words) || fields.has(words.replaceAll(' ', ''))) return true;
  const parts = key.split('.');
  if (parts.length < 2 || OF_THE_EMPLOYER.test(words)) return false;
  return fields.has(keyWords(parts[0]!)) || fields.has(keyWords(parts.at(-1)!));
}

/** The first value of the front matter that gives the information of a kind. */
export function frontMatterValue(
  posting: Posting,
  kind: SectionKind,
  fields: readonly string[],
  finder: CueFinder,
): SectionInfo | undefined {
  const values = posting.frontMatter?.values ?? [];
  if (values.length === 0) return undefined;
  const names = new Set(fields.flatMap((field) => [field, field.replaceAll(' ', '')]));
  const single = SINGLE_WORDS[kind];
  const found = values.find(({ key, value }) => {
    if (isField(key, names)) return answers(kind, value, finder);
    return single !== undefined && IN_PASSING.test(keyWords(key)) && single.test(value);
  });
  return found && { present: true, evidence: 'front-matter', source: found.source };
}

function answers(kind: SectionKind, value: string, finder: CueFinder): boolean {
  if (kind === 'deadline') {
    if (findDates(value).length > 0 || namesDay(value)) return true;
    const tokens = tokenize(value);
    return /\b(?:ongoing|rolling|open|filled|continuous)\b/i.test(value) && tokens.length < 12;
  }
  return isInformativeValue(value, finder);
}
