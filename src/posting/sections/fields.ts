import type { Posting, SectionInfo } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { tokenize } from '../../words/tokens.ts';
import { findDates, namesDay } from '../facts/dates.ts';
import type { CueFinder } from './cues.ts';
import type { SectionDefinition } from './definition.ts';
import { isInformativeValue } from './information.ts';

/** Values of these say where the employer sits, not where the job is. */
const OF_THE_EMPLOYER =
  /^(?:company|employer|organi[sz]ation|hiring ?organi[sz]ation|author|site|seo|image|meta|parent)\b/;
/** Keys whose values often name the work model or the kind of employment in passing: *location: Remote, UK*. */
const IN_PASSING =
  /^(?:job ?)?(?:location|locations|type|place|workplace|mode|setting|arrangement|schedule|commitment|terms|office|category|subtitle|role type|work|hours|tags)\b/;
const SINGLE_WORDS: readonly [SectionKind, RegExp][] = [
  [
    'work-model',
    /(?<![\p{L}-])(?:remote|hybrid|on-?site|telework|home[- ]?office|work from home|télétravail|in[- ]person|office[- ]based)(?![\p{L}-])/iu,
  ],
  [
    'employment-type',
    /(?<![\p{L}-])(?:full[- ]?time|part[- ]?time|permanent|temporary|contract|contractor|freelance|intern(?:ship)?|fixed[- ]term|seasonal|casual|apprenticeship|vollzeit|teilzeit|CDI|CDD)(?![\p{L}-])/iu,
  ],
];

/** `employment_type`, `job.location`, `employmentType` (lower-cased by the reader) as words. */
function keyWords(key: string): string {
  return key.replace(/[\s._-]+/g, ' ').trim();
}

/** Knows which kind of section a key of the front matter belongs to. */
export class Fields {
  readonly #kinds = new Map<string, SectionKind>();
  readonly #finder: CueFinder;

  constructor(definitions: readonly SectionDefinition[], finder: CueFinder) {
    for (const { section, fields } of definitions) {
      for (const field of fields ?? []) {
        this.#kinds.set(field, section);
        this.#kinds.set(field.replaceAll(' ', ''), section);
      }
    }
    this.#finder = finder;
  }

  /** What each kind's first telling value of the front matter is. */
  read(posting: Posting): Map<SectionKind, SectionInfo> {
    const found = new Map<SectionKind, SectionInfo>();
    for (const { key, value, source } of posting.frontMatter?.values ?? []) {
      const info: SectionInfo = { present: true, evidence: 'front-matter', source };
      for (const kind of this.#kindsOf(key)) {
        if (!found.has(kind) && answers(kind, value, this.#finder)) found.set(kind, info);
      }
      if (!IN_PASSING.test(keyWords(key))) continue;
      for (const [kind, words] of SINGLE_WORDS)
        if (!found.has(kind) && words.test(value)) found.set(kind, info);
    }
    return found;
  }

  /** By the whole key, or by its first or last part where values are nested. */
  #kindsOf(key: string): Set<SectionKind> {
    const words = keyWords(key);
    const kinds = new Set<SectionKind>();
    const add = (name: string): void => {
      const kind = this.#kinds.get(name) ?? this.#kinds.get(name.replaceAll(' ', ''));
      if (kind) kinds.add(kind);
    };
    add(words);
    const parts = key.split('.');
    if (parts.length > 1 && !OF_THE_EMPLOYER.test(words)) {
      add(keyWords(parts[0]!));
      add(keyWords(parts.at(-1)!));
    }
    return kinds;
  }
}

function answers(kind: SectionKind, value: string, finder: CueFinder): boolean {
  if (kind === 'deadline') {
    if (findDates(value).length > 0 || namesDay(value)) return true;
    const tokens = tokenize(value);
    return /\b(?:ongoing|rolling|open|filled|continuous)\b/i.test(value) && tokens.length < 12;
  }
  return isInformativeValue(value, finder);
}
