import { dashesOf } from '../checks/form/dashes.ts';
import { caseOf, everydayWords } from '../checks/form/heading-case.ts';
import { sectionsOf, wordsOfHeading } from '../checks/form/headings.ts';
import { endingOf, isWholeSentence, listsOf } from '../checks/form/lists.ts';
import { quotesOf } from '../checks/form/quotes.ts';
import { titleText } from '../checks/title.ts';
import type { Posting } from '../contract/posting.ts';
import type { Format, SectionKind } from '../contract/report.ts';
import type { Linter } from '../lint/index.ts';
import { spellingOf } from '../words/spelling.ts';
import { tokensOf } from '../words/tokens.ts';
import { titleEnding } from './title-ending.ts';

/** What one posting shows of how its house writes. */
export interface Sample {
  path: string;
  language: string;
  /** Its sections under headings of their own, in order. */
  sections: readonly { kind: SectionKind; heading: string }[];
  /** Kinds of section that it has, under a heading or not. */
  present: ReadonlySet<SectionKind>;
  /** Paragraphs and items with their section, in order. */
  texts: readonly { section: SectionKind | undefined; text: string; source: string; item: boolean }[];
  /** Words that American and British English spell differently: in which varieties each is wrong. */
  spellings: readonly (readonly string[])[];
  /** Forms found, by what they are forms of, once for each place. */
  forms: Readonly<Record<FormKind, readonly string[]>>;
}

export const FORM_KINDS = [
  'heading-case',
  'heading-level',
  'heading-ending',
  'list-ending',
  'quotes',
  'dashes',
  'title-ending',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/**
 * Takes from a posting what shows how its house writes.
 *
 * @param linter - reads the text; its rules do not matter
 */
export function sampleDraft(linter: Linter, text: string, file: { path: string; format: Format }): Sample {
  const posting = linter.read(text, file.format);
  const sections = sectionsOf(posting);
  const real = file.format === 'text' ? [] : sections.filter(({ heading }) => !heading.pseudo);
  const words = sections.map(({ heading }) => wordsOfHeading(heading).words);
  const everyday = everydayWords(posting, words);
  return {
    path: file.path,
    language: posting.language,
    sections: sections.map(({ kind }, at) => ({ kind, heading: (words[at] ?? '').replace(/\s+/g, ' ') })),
    present: new Set(
      Object.entries(posting.sections).flatMap(([kind, { present }]) =>
        present ? [kind as SectionKind] : [],
      ),
    ),
    texts: textsOf(posting),
    spellings: posting.language === 'en' ? spellingsOf(posting) : [],
    forms: {
      'heading-case': words.flatMap((heading) => caseOf(heading, everyday) ?? []),
      'heading-level': real.map(({ heading }) => String(heading.level)),
      'heading-ending': sections.map(({ heading }) => (/[:：]\s*$/.test(heading.text) ? 'colon' : 'none')),
      'list-ending': listsOf(posting)
        .flat()
        .flatMap((item) => (isWholeSentence(item) ? [] : (endingOf(item) ?? []))),
      quotes: posting.blocks.flatMap((block) => quotesOf(block).map(({ form }) => form)),
      dashes: posting.blocks.flatMap((block) => dashesOf(block).map(({ form }) => form)),
      'title-ending': [titleEnding(titleText(posting))],
    },
  };
}

function textsOf({ blocks, source }: Posting): Sample['texts'] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading' || block.kind === 'cell' || block.title) return [];
    const statement = block.regions.find(({ kind, start, end }) => {
      const whole = end - start > block.text.length * 0.6;
      return whole && (kind === 'equal-opportunity' || kind === 'accommodation' || kind === 'fair-chance');
    });
    const { start, end } = block.map.cover({ start: 0, end: block.text.length });
    return [
      {
        section: (statement?.kind as SectionKind | undefined) ?? block.section,
        text: block.text,
        source: source.slice(start, end),
        item: block.kind === 'item',
      },
    ];
  });
}

function spellingsOf({ blocks }: Posting): (readonly string[])[] {
  return blocks.flatMap((block) =>
    block.language !== 'en' || block.kind === 'heading'
      ? []
      : tokensOf(block).flatMap(({ kind, raw }) => {
          // A capital may be a name's.
          const spelling = kind === 'word' && raw === raw.toLowerCase() ? spellingOf(raw) : undefined;
          return spelling ? [spelling.wrongIn] : [];
        }),
  );
}
