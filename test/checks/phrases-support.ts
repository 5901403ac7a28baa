import { type PhrasesFields, phrasesCheck } from '../../src/checks/phrases.ts';
import type { CheckEnvironment } from '../../src/contract/check.ts';
import type { Edit, Finding } from '../../src/contract/finding.ts';
import type { Block, FrontMatterValue, Posting, Region, Span } from '../../src/contract/posting.ts';
import type { Rule } from '../../src/contract/rule.ts';

export const LISTS = { language: ['german', 'mandarin chinese', 'english'] };

export type BlockInit = Partial<Omit<Block, 'regions'>> & { text: string; regions?: Region[] };

/** A posting of plain blocks, one a line of the source. */
export function posting(inits: (string | BlockInit)[], frontMatter: FrontMatterValue[] = []): Posting {
  const blocks: Block[] = [];
  let source = '';
  for (const each of inits) {
    const init = typeof each === 'string' ? { text: each } : each;
    const offset = source.length;
    const cover = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
    blocks.push({
      index: blocks.length,
      kind: 'paragraph',
      title: false,
      level: undefined,
      pseudo: false,
      map: { cover, toSource: (span) => [cover(span)] },
      source: cover({ start: 0, end: init.text.length }),
      regions: [],
      language: 'en',
      section: undefined,
      heading: undefined,
      depth: 0,
      ...init,
    });
    source += `${init.text}\n\n`;
  }
  return {
    source,
    format: 'text',
    language: 'en',
    frontMatter: frontMatter.length
      ? { kind: 'yaml', source: { start: 0, end: 0 }, values: frontMatter, error: undefined }
      : undefined,
    blocks,
    sections: {} as Posting['sections'],
    comments: [],
    words: 0,
  };
}

export function rule(fields: Partial<PhrasesFields> & Partial<Rule>, id = 'age/test'): Rule<PhrasesFields> {
  return {
    id,
    category: 'age',
    check: 'phrases',
    severity: 'warning',
    summary: 's',
    why: 'w',
    evidence: 'convention',
    sources: [],
    languages: ['en'],
    examples: { catch: [], pass: [] },
    message: '“{match}” is found.',
    phrases: ['ninja/n'],
    ...fields,
  } as Rule<PhrasesFields>;
}

export function environment(terms: string[] = []): CheckEnvironment {
  return { terms, lists: LISTS, places: {}, sectionOrder: {}, employer: {}, house: {} };
}

/** Findings of one or several rules in all blocks. */
export function check(
  rules: Rule<PhrasesFields> | Rule<PhrasesFields>[],
  draft: string | Posting,
  terms: string[] = [],
): Finding[] {
  const runner = phrasesCheck.compile([rules].flat(), environment(terms));
  const given = typeof draft === 'string' ? posting([draft]) : draft;
  return given.blocks.flatMap((block) => runner.block!(block, given));
}

/** What the findings point at. */
export function found(
  fields: Partial<PhrasesFields> & Partial<Rule>,
  draft: string | Posting,
  terms: string[] = [],
): string[] {
  const given = typeof draft === 'string' ? posting([draft]) : draft;
  return check(rule(fields), given, terms).map(({ span }) => given.source.slice(span.start, span.end));
}

export function apply(source: string, edits: readonly Edit[]): string {
  let text = source;
  for (const { span, text: insert } of [...edits].reverse())
    text = text.slice(0, span.start) + insert + text.slice(span.end);
  return text;
}
