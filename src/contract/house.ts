import type { SectionKind, Severity } from './report.ts';

/**
 * A house style: what the owner of an employer's postings has decided, as the configuration says it. All is optional;
 * what is not there is not checked. Plain data.
 */
export interface House {
  company?: HouseCompany | undefined;
  /** The variety of English that postings are written in. */
  english?: English | undefined;
  sections?: Readonly<{ [Kind in SectionKind]?: HouseSection | undefined }> | undefined;
  /** Kinds of section in the order they stand in; kinds that are not listed may stand anywhere. */
  order?: readonly SectionKind[] | undefined;
  /** Canonical texts, by id. */
  texts?: Readonly<Record<string, HouseText>> | undefined;
  /** Names with their wrong spellings. The names alone also stand in `CheckEnvironment.terms`. */
  terms?: readonly HouseTerm[] | undefined;
  vocabulary?: readonly HouseWord[] | undefined;
  title?: HouseTitle | undefined;
  style?: HouseStyle | undefined;
  limits?: HouseLimits | undefined;
}

/** `en-GB-oxendict`: British spelling with -ize. */
export const ENGLISH = [
  'en-US',
  'en-GB',
  'en-GB-oxendict',
  'en-CA',
  'en-AU',
  'en-IE',
  'en-NZ',
  'en-ZA',
  'en-IN',
] as const;
export type English = (typeof ENGLISH)[number];

export interface HouseCompany {
  name?: string | undefined;
  /** Wrong spellings of the name, as they stand. */
  not?: readonly string[] | undefined;
}

/** Whether something has to, may or must not be there. */
export const USES = ['required', 'optional', 'forbidden'] as const;
export type Use = (typeof USES)[number];

export interface HouseSection {
  use?: Use | undefined;
  /** The house's heading for it, as it is to stand, without marks. */
  heading?: string | undefined;
  /** Other headings that are as good. */
  also?: readonly string[] | undefined;
}

/** A text that postings carry word for word. */
export interface HouseText {
  /** The section it stands in. */
  section: SectionKind;
  /**
   * Markdown without the section's heading; paragraphs and list items. `[Brackets]` stand for words that each posting
   * fills in. Not there when only some places or brands have a text.
   */
  text?: string | undefined;
  /** Earlier versions, which are to be replaced. */
  older?: readonly string[] | undefined;
  /** Other texts in its stead for some places or brands; the first that holds for a posting counts. */
  variants?: readonly HouseVariant[] | undefined;
  /** `required`, unless said otherwise; `optional`: compared only where a posting has it. */
  use?: 'required' | 'optional' | undefined;
}

export interface HouseVariant {
  text: string;
  older?: readonly string[] | undefined;
  /** Codes of places (`US-CO`), the places in them included. */
  places?: readonly string[] | undefined;
  /** Names of brands: postings that name one. */
  brands?: readonly string[] | undefined;
}

export interface HouseTerm {
  name: string;
  /** Wrong spellings, as they stand; case matters. */
  not?: readonly string[] | undefined;
}

/** Words to avoid, and what to say instead. */
export interface HouseWord {
  /** Patterns of the rule format. */
  avoid: readonly string[];
  /** Replacements, best first; none: advice only. */
  use?: readonly string[] | undefined;
  because?: string | undefined;
  level?: Severity | undefined;
}

export interface HouseTitle {
  /** Words that every title ends in, as they stand: `(m/f/d)`. */
  ending?: string | undefined;
  /** Patterns of the rule format, one of which covers the whole title. */
  form?: readonly string[] | undefined;
  maxWords?: number | undefined;
  /** In UTF-16 code units. */
  maxCharacters?: number | undefined;
}

export const HEADING_CASES = ['sentence', 'title', 'upper'] as const;
export const HEADING_ENDINGS = ['none', 'colon'] as const;
export const LIST_ENDINGS = ['none', 'period', 'semicolon'] as const;
/** *Lead the team*, *Leading the team*, *Leads the team*. */
export const LIST_OPENINGS = ['verb', 'ing', 'third-person'] as const;
export const LIST_MARKERS = ['-', '*', '+'] as const;
export const QUOTES = ['straight', 'curly'] as const;
/** `word—word`, `word — word`, `word – word`, `word - word`. */
export const DASHES = ['em', 'spaced-em', 'spaced-en', 'spaced-hyphen'] as const;
/** `3–5`, `3-5`, `3 to 5`. */
export const RANGES = ['en-dash', 'hyphen', 'to'] as const;
/** `90,000`, `90.000`, `90 000`, `90000`. */
export const THOUSANDS = ['comma', 'point', 'space', 'none'] as const;
export const CURRENCY_FORMS = ['symbol', 'code'] as const;
export const CURRENCY_PLACES = ['before', 'after'] as const;
export const DATE_FORMS = [
  'D Month YYYY',
  'Month D, YYYY',
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
] as const;
export const ALLOWANCES = ['allowed', 'forbidden'] as const;
/** Tracking tags such as `#LI-Remote`. */
export const TAG_PLACES = ['end', 'allowed', 'forbidden'] as const;

type OneOf<Values extends readonly string[]> = Values[number] | undefined;

export interface HouseStyle {
  headings?:
    | {
        case?: OneOf<typeof HEADING_CASES>;
        /** Level of the headings of sections, 1 to 6. */
        level?: number | undefined;
        ending?: OneOf<typeof HEADING_ENDINGS>;
      }
    | undefined;
  lists?:
    | {
        /** What items end in that are no whole sentences. */
        ending?: OneOf<typeof LIST_ENDINGS>;
        /** How items under what the person will do begin. */
        opening?: OneOf<typeof LIST_OPENINGS>;
        /** Whether items begin with a capital. */
        capital?: boolean | undefined;
        /** In Markdown. */
        marker?: OneOf<typeof LIST_MARKERS>;
      }
    | undefined;
  quotes?: OneOf<typeof QUOTES>;
  dashes?: OneOf<typeof DASHES>;
  ranges?: OneOf<typeof RANGES>;
  numbers?:
    | {
        /** Whole numbers up to this one are written in words. */
        spellOutTo?: number | undefined;
        thousands?: OneOf<typeof THOUSANDS>;
      }
    | undefined;
  currency?: { form?: OneOf<typeof CURRENCY_FORMS>; place?: OneOf<typeof CURRENCY_PLACES> } | undefined;
  dates?: OneOf<typeof DATE_FORMS>;
  exclamationMarks?: OneOf<typeof ALLOWANCES>;
  emoji?: OneOf<typeof ALLOWANCES>;
  allCaps?: OneOf<typeof ALLOWANCES>;
  tags?: OneOf<typeof TAG_PLACES>;
}

export interface HouseLimits {
  /** Words of the whole posting. */
  words?: { min?: number | undefined; max?: number | undefined } | undefined;
  /** Most requirements that are musts. */
  mustHaves?: number | undefined;
  /** Most words in a sentence. */
  sentence?: number | undefined;
}
