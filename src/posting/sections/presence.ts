import type { Posting, RegionKind, SectionInfo, Span } from '../../contract/posting.ts';
import { type Evidence, SECTION_KINDS, type SectionKind } from '../../contract/report.ts';
import { findDates, namesDay } from '../facts/dates.ts';
import { findPay, type PayStatement } from '../facts/pay.ts';
import { hasAddress, placeSegment } from '../facts/places.ts';
import { counts, type Read } from './conditions.ts';
import type { CueFinder, CueMatch } from './cues.ts';
import type { SectionDefinition } from './definition.ts';
import { frontMatterValue } from './fields.ts';
import { isInformative } from './information.ts';
import { type Announced, labelOf } from './outline.ts';
import { type Statement, sentenceAround } from './statements.ts';

/** All that presence is judged by. */
export interface Known {
  posting: Posting;
  reads: readonly Read[];
  announced: readonly Announced[];
  statements: readonly Statement[];
  definitions: readonly SectionDefinition[];
  finder: CueFinder;
}

interface Counted extends CueMatch {
  block: number;
}

/** Kinds of which a heading that names others as well promises too little. */
const SHOWN: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'benefits',
  'location',
  'work-model',
  'employment-type',
  'deadline',
]);
/** Where a line that is nothing but a place is not where the job is. */
const PLACES_OF_OTHERS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'about-company',
  'about-team',
  'how-to-apply',
  'equal-opportunity',
  'benefits',
  'legal',
  'interview-process',
]);
/** So near the beginning, a line of facts about the job is to be expected. */
const HEAD = 10;
/** Passages farther apart than this many blocks do not add up. */
const NEAR = 3;
const ENOUGH = 1;
/** Labels whose value is a place, but not that of the job. */
const NOT_A_SITE =
  /(?:market|client|customer|language|citizen|national|headquarter|founded|travel|relocat|reports? to|department|team|compan|employer|organi[sz]ation|school|university|date|salary|pay|duration|contact|visa|phone|url|published|posted)/i;
/** So near the end, an address is the one to apply to. */
const LAST = 4;
const NOT_TO_APPLY: ReadonlySet<RegionKind> = new Set(['equal-opportunity', 'accommodation', 'fair-chance']);
/** Answers to *Where?* that name no place. */
const NO_PLACE =
  /^[\s\p{P}]*(?:hybrid|on-?site|in[- ]person|in[- ]office|office[- ]based|flexible|negotiable|various|multiple|any|office|open|yes|no|full-time|part-time)(?:[\s\p{P}]+(?:or|and|hybrid|on-?site|flexible|work|working|office|remote)){0,4}[\s\p{P}]*$/iu;

/** Fills `posting.sections`. */
export function judgePresence(known: Known): void {
  const { posting, reads, announced, statements, definitions, finder } = known;
  const counted = countCues(reads);
  const labelledPay = new Set<number>();
  for (const { meaning, content } of announced) {
    if (meaning.strong.includes('compensation')) for (const at of content) labelledPay.add(at);
  }
  const pay = findPay(posting, ({ index }) => labelledPay.has(index));
  const judge = new Judge(known, counted, pay);
  for (const { section, fields } of definitions) {
    const found =
      section === 'compensation'
        ? judge.compensation()
        : (judge.announced(section) ?? judge.statement(section, statements) ?? judge.content(section));
    const info = found ?? frontMatterValue(posting, section, fields ?? [], finder);
    posting.sections[section] = info ?? { present: false };
  }
  for (const kind of SECTION_KINDS) posting.sections[kind] ??= { present: false };
}

function countCues(reads: readonly Read[]): Map<SectionKind, Counted[]> {
  const counted = new Map<SectionKind, Counted[]>();
  for (const read of reads) {
    for (const cue of read.finds.cues) {
      if (!counts(read, cue)) continue;
      const own = counted.get(cue.cue.kind) ?? [];
      own.push({ ...cue, block: read.block.index });
      counted.set(cue.cue.kind, own);
    }
  }
  return counted;
}

class Judge {
  readonly #known: Known;
  readonly #counted: ReadonlyMap<SectionKind, readonly Counted[]>;
  readonly #pay: readonly PayStatement[];

  constructor(
    known: Known,
    counted: ReadonlyMap<SectionKind, readonly Counted[]>,
    pay: readonly PayStatement[],
  ) {
    this.#known = known;
    this.#counted = counted;
    this.#pay = pay;
  }

  compensation(): SectionInfo | undefined {
    const inText = this.#pay.find(({ block }) => block !== undefined);
    const first = inText ?? this.#pay[0];
    if (!first) return undefined;
    if (first.block === undefined) return { present: true, evidence: 'front-matter', source: first.span };
    const { block } = first;
    const holder = this.#known.announced.find(
      ({ meaning, content }) => meaning.strong.includes('compensation') && content.includes(block),
    );
    return { present: true, evidence: holder?.by ?? 'content', source: first.span };
  }

  /** By a heading or label that promises the kind, with something under it. */
  announced(kind: SectionKind): SectionInfo | undefined {
    let byHeading: SectionInfo | undefined;
    for (const announced of this.#known.announced) {
      if (announced.by === 'heading' && byHeading) continue;
      if (!this.#keepsPromise(kind, announced)) continue;
      if (announced.by === 'label')
        return { present: true, evidence: 'label', source: this.#valueOf(announced) };
      byHeading = {
        present: true,
        evidence: 'heading',
        source: this.#known.posting.blocks[announced.at]!.source,
      };
    }
    return byHeading;
  }

  #keepsPromise(kind: SectionKind, { meaning, content }: Announced): boolean {
    const strong = meaning.strong.includes(kind);
    if (!strong && !meaning.weak.includes(kind)) return false;
    const { reads } = this.#known;
    const informative = content.filter((at) => isInformative(reads[at]!));
    if (informative.length === 0) return false;
    if (kind === 'deadline')
      return informative.some((at) => this.#namesDay(at)) || this.#hasCue(kind, content);
    if (!strong || (meaning.strong.length > 1 && SHOWN.has(kind))) {
      if (kind === 'location')
        return this.#hasCue(kind, content) || informative.some((at) => reads[at]!.places.length > 0);
      return this.#hasCue(kind, content);
    }
    if (kind === 'location') return informative.some((at) => !NO_PLACE.test(valueText(reads[at]!)));
    return true;
  }

  #hasCue(kind: SectionKind, content: readonly number[]): boolean {
    return (this.#counted.get(kind) ?? []).some(({ block }) => content.includes(block));
  }

  #namesDay(at: number): boolean {
    const text = valueText(this.#known.reads[at]!);
    return findDates(text).length > 0 || namesDay(text);
  }

  #valueOf({ at, content }: Announced): Span {
    const { blocks } = this.#known.posting;
    const block = blocks[content[0] ?? at]!;
    const label = labelOf(block);
    const text = block.text;
    let start = label ? label.end : 0;
    while (start < text.length && /\s/.test(text[start]!)) start++;
    return start < text.length ? block.map.cover({ start, end: text.length }) : block.source;
  }

  /** By a statement of the kind, wherever it stands. */
  statement(kind: SectionKind, statements: readonly Statement[]): SectionInfo | undefined {
    const own = statements.filter((statement) => statement.kind === kind);
    const first = own.find(({ block }) => isInformative(this.#known.reads[block]!));
    if (!first) return undefined;
    const block = this.#known.posting.blocks[first.block]!;
    const source = block.map.cover({ start: first.start, end: first.end });
    return { present: true, evidence: first.headed ? 'heading' : 'content', source };
  }

  /** By the words of sentences and lines that no heading announces. */
  content(kind: SectionKind): SectionInfo | undefined {
    if (kind === 'equal-opportunity' || kind === 'accommodation' || kind === 'fair-chance') return undefined;
    const run = this.#run(kind);
    if (run) {
      const read = this.#known.reads[run.block]!;
      return this.#inBlock(read, sentenceAround(read.tokens, run.match.first), 'content');
    }
    if (kind === 'location') return this.#placeLine();
    return kind === 'how-to-apply' ? this.#lastAddress() : undefined;
  }

  /** The first passage of a run of near ones whose scores are enough. */
  #run(kind: SectionKind): Counted | undefined {
    let begin: Counted | undefined;
    let last: Counted | undefined;
    let sum = 0;
    for (const counted of this.#counted.get(kind) ?? []) {
      if (!isInformative(this.#known.reads[counted.block]!)) continue;
      // The same words, found by another pattern, count once.
      if (
        last &&
        last.block === counted.block &&
        counted.match.first <= last.match.last &&
        counted.cue.score < ENOUGH
      )
        continue;
      if (!last || counted.block - last.block > NEAR) {
        begin = counted;
        sum = 0;
      }
      sum += counted.cue.score;
      last = counted;
      if (sum >= ENOUGH) return counted.cue.score >= ENOUGH ? counted : begin;
    }
    return undefined;
  }

  /** A line, or a part of a line of facts, that is nothing but a place; or a postal address. */
  #placeLine(): SectionInfo | undefined {
    let seen = 0;
    for (const read of this.#known.reads) {
      const { block, tokens, places } = read;
      if (!block.title) seen++;
      if (block.section !== undefined && PLACES_OF_OTHERS.has(block.section)) continue;
      const label = labelOf(block);
      if (label && NOT_A_SITE.test(block.text.slice(0, label.end))) continue;
      if (places.length > 0 && (block.title || seen <= HEAD || tokens.length <= 8)) {
        const line = block.title || (tokens.length <= 16 && !/[.!?]$/.test(block.text));
        const segment = placeSegment(tokens, places, line);
        if (segment) return this.#inBlock(read, segment, 'content');
        // "Bookkeeper in Leeds".
        const named = block.title ? places.find(({ first }) => tokens[first - 1]?.norm === 'in') : undefined;
        if (named) {
          return this.#inBlock(read, { start: tokens[named.first]!.start, end: tokens[named.last]!.end }, 'content');
        }
      }
      if (block.kind !== 'heading' && hasAddress(block.text)) {
        return this.#inBlock(read, { start: 0, end: block.text.length }, 'content');
      }
    }
    return undefined;
  }

  /** An e-mail address near the end, in a paragraph that speaks of nothing else. */
  #lastAddress(): SectionInfo | undefined {
    for (const read of this.#known.reads.slice(-LAST)) {
      const { block } = read;
      const taken = block.section !== undefined && !read.detached;
      if (taken || block.kind === 'heading' || block.regions.some(({ kind }) => NOT_TO_APPLY.has(kind))) continue;
      const email = block.regions.find(({ kind }) => kind === 'email');
      if (email) return this.#inBlock(read, email, 'content');
    }
    return undefined;
  }

  #inBlock({ block }: Read, span: Span, evidence: Evidence): SectionInfo {
    return { present: true, evidence, source: block.map.cover(span) };
  }
}

function valueText({ block }: Read): string {
  return block.text.slice(labelOf(block)?.end ?? 0);
}
