import { builtinPlaces } from '../catalog/index.ts';
import type { AcrossPostingsFields } from '../checks/across-postings.ts';
import { sectionsOf, wordsOfHeading } from '../checks/form/headings.ts';
import { titleSpan, titleText } from '../checks/title.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Format, Level, SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import type { Linter } from '../lint/index.ts';
import { Lines } from '../lint/lines.ts';
import { readSuppressions, type Suppression } from '../lint/suppressions.ts';
import { placesOf } from '../posting/facts/job-places.ts';
import { findPay } from '../posting/facts/pay.ts';
import { tokenize } from '../words/tokens.ts';
import { type Compared, comparedWords } from './words.ts';

export type AcrossRule = Rule<AcrossPostingsFields>;

export interface SurveyedHeading {
  kind: SectionKind;
  words: string;
  span: Span;
  /** Where its words stand, when they can be replaced as they are. */
  wordsSpan: Span | undefined;
}

export interface SurveyedText extends Compared {
  /** As a person reads it. */
  text: string;
  item: boolean;
  section: SectionKind | undefined;
  span: Span;
  /** Its words in the source, marks included. */
  source: string;
}

/** What one posting has that others may have too: all that comparing needs of it. */
export interface Survey {
  path: string;
  format: Format;
  language: string;
  /** Rules of the check `across-postings`, with the level they have for this file; those that are off are left out. */
  rules: readonly { rule: AcrossRule; level: Exclude<Level, 'off'> }[];
  suppressions: readonly Suppression[];
  lines: Lines;
  title: { text: string; words: readonly string[]; span: Span };
  /** Codes of the places of the job, sorted. */
  places: readonly string[];
  pay: readonly { text: string; value: string; span: Span }[];
  headings: readonly SurveyedHeading[];
  texts: readonly SurveyedText[];
}

/** Fewer words say too little to be told apart from chance. */
const FEWEST_WORDS = 4;

/**
 * Takes from a draft what is compared with other drafts. Never throws for what stands in the draft.
 *
 * @param linter - as the file's configuration makes it
 * @param text - the decoded file
 */
export function surveyDraft(linter: Linter, text: string, file: { path: string; format: Format }): Survey {
  const posting = linter.read(text, file.format);
  const lines = new Lines(text);
  const title = titleText(posting);
  const words = wordsIn(title);
  return {
    ...file,
    language: posting.language,
    rules: linter
      .rules()
      .flatMap(({ rule, level }) =>
        rule.check === 'across-postings' && level !== 'off' ? [{ rule: rule as AcrossRule, level }] : [],
      ),
    suppressions: readSuppressions(posting, lines),
    lines,
    title: { text: title, words, span: titleSpan(posting) },
    places: [
      ...new Set(
        placesOf(builtinPlaces)
          .jobPlaces(posting)
          .map(({ code }) => code),
      ),
    ].sort(),
    pay: payOf(posting),
    headings: headingsOf(posting),
    texts: posting.blocks.flatMap((block) => textOf(block, posting, words) ?? []),
  };
}

export function wordsIn(text: string): string[] {
  return tokenize(text).flatMap(({ kind, norm }) => (kind === 'word' || kind === 'number' ? [norm] : []));
}

function payOf(posting: Posting): Survey['pay'] {
  return findPay(posting).flatMap(({ min, max, currency, period, span }) =>
    currency === undefined && period === 'unknown'
      ? []
      : [
          {
            text: posting.source.slice(span.start, span.end).replace(/\s+/g, ' '),
            value: `${min ?? ''}-${max ?? ''} ${currency ?? ''} ${period}`,
            span,
          },
        ],
  );
}

function headingsOf(posting: Posting): SurveyedHeading[] {
  return sectionsOf(posting).flatMap(({ kind, heading }) => {
    const { start, end, words } = wordsOfHeading(heading);
    if (words === '') return [];
    const [place, more] = heading.map.toSource({ start, end });
    const bare = place && !more && posting.source.slice(place.start, place.end) === words;
    const span = heading.map.cover({ start: 0, end: heading.text.length });
    return [{ kind, words, span, wordsSpan: bare ? place : undefined }];
  });
}

function textOf(block: Block, { source }: Posting, title: readonly string[]): SurveyedText | undefined {
  if (block.kind === 'heading' || block.title || block.kind === 'cell') return undefined;
  const compared = comparedWords(block, title);
  if (compared.words.length < FEWEST_WORDS) return undefined;
  const span = block.map.cover({ start: 0, end: block.text.length });
  return {
    ...compared,
    text: block.text,
    item: block.kind === 'item',
    section: block.section,
    span,
    source: source.slice(span.start, span.end),
  };
}
