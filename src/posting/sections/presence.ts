import type { Posting, Region, RegionKind, SectionInfo, Span } from '../../contract/posting.ts';
import type { Evidence, SectionKind } from '../../contract/report.ts';
import { tokensOf } from '../../words/tokens.ts';
import { findPay } from '../facts/pay.ts';
import { hasAddress, placeSegment } from '../facts/places.ts';
import { counts, hasContact, type Read } from './conditions.ts';
import type { CueFinder, CueMatch } from './cues.ts';
import { isStatementKind, type SectionDefinition, STATEMENT_KINDS } from './definition.ts';
import { hasGap, isInformative, speaksBesideGaps } from './information.ts';
import { type Announced, labelOf } from './outline.ts';
import { isList, isOnlyLinked, isShort, namesLastDay } from './shapes.ts';
import { type Statement, sentenceAround } from './statements.ts';

/** What presence is judged by before any cue is looked for. */
export interface Outlined {
  posting: Posting;
  announced: readonly Announced[];
  definitions: readonly SectionDefinition[];
  finder: CueFinder;
  frontMatter: ReadonlyMap<SectionKind, SectionInfo>;
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
/** An address in such a sentence is where papers go. */
const TO_SEND_TO =
  /\b(?:deliver\w*|mail\w*|post|posted|send|submit\w*|file|forms?|test|exam\w*|interviews?|applications?|verif\w*|visit|information|contact|obtained)\b/i;
/** A block of no more tokens is little more than the address in it. */
const SHORT = 16;
const NOT_TO_APPLY =
  /\b(?:privacy|press|website|web|site|learn|read|about|blog|follow|twitter|instagram|facebook|video|adjustments?|accommodations?|discriminat\w*|data|map|directions|id|ref|reference|code|repo)\b/i;
/** So near the end, an address is the one to apply to. */
const LAST = 4;
const STATEMENTS: ReadonlySet<RegionKind> = new Set(STATEMENT_KINDS);
/** Answers to *Where?* that name no place. */
const NO_PLACE =
  /^[\s\p{P}]*(?:hybrid|on-?site|in[- ]person|in[- ]office|office[- ]based|flexible|negotiable|various|multiple|any|office|open|yes|no|full-time|part-time)(?:[\s\p{P}]+(?:or|and|hybrid|on-?site|flexible|work|working|office|remote)){0,4}[\s\p{P}]*$/iu;

function countCues(reads: readonly Read[]): Map<SectionKind, Counted[]> {
  const counted = new Map<SectionKind, Counted[]>();
  for (const read of reads) {
    for (const cue of read.finds.cues) {
      if (isStatementKind(cue.cue.kind) || !counts(read, cue)) continue;
      // An employer that calls itself one in its statement has not said who it is.
      if (
        cue.cue.kind === 'about-company' &&
        read.block.regions.some((region) => covers(region, cue.match.start))
      )
        continue;
      const own = counted.get(cue.cue.kind) ?? [];
      own.push({ ...cue, block: read.block.index });
      counted.set(cue.cue.kind, own);
    }
  }
  return counted;
}

function covers({ kind, start, end }: Region, at: number): boolean {
  return STATEMENTS.has(kind) && start <= at && at < end;
}

/** Judges which sections a posting has: first by its headings, labels and front matter, then by what is said. */
export class Judge {
  readonly #outlined: Outlined;
  /** What needs no cue. */
  readonly #sure = new Map<SectionKind, SectionInfo>();
  /** By index of the block: whether it says something, where that was asked. */
  readonly #informative: boolean[] = [];
  #reads: readonly Read[] = [];
  #counted: ReadonlyMap<SectionKind, readonly Counted[]> = new Map();

  constructor(outlined: Outlined) {
    this.#outlined = outlined;
  }

  /** The kinds of which only the words of the text can show whether they are there; statements are always marked. */
  open(): Set<SectionKind> {
    const open = new Set<SectionKind>(STATEMENT_KINDS);
    const { definitions, frontMatter } = this.#outlined;
    for (const { section } of definitions) {
      if (section === 'compensation') continue;
      const found =
        this.#announced(section, (announced) => this.#isSure(section, announced)) ?? frontMatter.get(section);
      if (found) this.#sure.set(section, found);
      else open.add(section);
    }
    return open;
  }

  /** Fills `posting.sections`. */
  fill(reads: readonly Read[], statements: readonly Statement[]): void {
    const { posting, definitions } = this.#outlined;
    this.#reads = reads;
    this.#counted = countCues(reads);
    for (const { section } of definitions) {
      const found =
        section === 'compensation'
          ? this.#compensation()
          : (this.#sure.get(section) ??
            this.#announced(section, (announced) => this.#keepsPromise(section, announced)) ??
            this.#statement(section, statements) ??
            this.#content(section));
      posting.sections[section] = found ?? { present: false };
    }
  }

  #compensation(): SectionInfo | undefined {
    const { posting, announced } = this.#outlined;
    const labelled = new Set<number>();
    for (const { meaning, content } of announced) {
      if (meaning.strong.includes('compensation')) for (const at of content) labelled.add(at);
    }
    const pay = findPay(posting, ({ index }) => labelled.has(index));
    const first = pay.find(({ block }) => block !== undefined) ?? pay[0];
    if (!first) return undefined;
    const { block, span: source } = first;
    if (block === undefined) return { present: true, evidence: 'front-matter', source };
    const holder = announced.find(
      ({ meaning, content }) => meaning.strong.includes('compensation') && content.includes(block),
    );
    return { present: true, evidence: holder?.by ?? 'content', source };
  }

  /** The first label, else the first heading, that announces a kind and holds what it promises. */
  #announced(kind: SectionKind, holds: (announced: Announced) => boolean): SectionInfo | undefined {
    const { announced, posting } = this.#outlined;
    let heading: Announced | undefined;
    for (const each of announced) {
      const { strong, weak } = each.meaning;
      if (each.by === 'heading' && heading) continue;
      if (!(strong.includes(kind) || weak.includes(kind)) || !holds(each)) continue;
      if (each.by === 'label') return { present: true, evidence: 'label', source: this.#valueOf(each) };
      heading = each;
    }
    return heading && { present: true, evidence: 'heading', source: posting.blocks[heading.at]!.source };
  }

  /** Whether a heading or label shows the information without a look at what exactly stands there. */
  #isSure(kind: SectionKind, { meaning, content }: Announced): boolean {
    const holds = (says: (at: number) => boolean) =>
      content.some((at) => this.#isInformative(at) && says(at));
    if (kind === 'deadline') return holds((at) => this.#namesDay(at));
    if (!meaning.strong.includes(kind) || (meaning.strong.length > 1 && SHOWN.has(kind))) return false;
    return holds((at) => kind !== 'location' || !NO_PLACE.test(this.#value(at)));
  }

  /** The same where it takes a cue. */
  #keepsPromise(kind: SectionKind, { meaning, content, by }: Announced): boolean {
    const needsCue = !meaning.strong.includes(kind) || meaning.strong.length > 1 || kind === 'deadline';
    if (!needsCue || !content.some((at) => this.#isInformative(at))) return false;
    if (kind === 'location' && content.some((at) => this.#reads[at]!.places.length > 0)) return true;
    // A heading that may announce the job as well, such as *Mission* or *Background*: its paragraphs are on the company.
    if (kind === 'about-company' && (meaning.weak.includes('responsibilities') || meaning.strong.length > 0))
      return content.some((at) => this.#reads[at]!.block.kind === 'paragraph');
    if (kind === 'responsibilities' && by === 'label' && content.some((at) => isList(this.#value(at))))
      return true;
    if (kind === 'how-to-apply' && content.some((at) => hasContact(this.#reads[at]!.block))) return true;
    return this.#hasCue(kind, content);
  }

  #isInformative(at: number): boolean {
    const known = this.#informative[at];
    if (known !== undefined) return known;
    const { posting, finder } = this.#outlined;
    const block = posting.blocks[at]!;
    const answer = isInformative({ block, tokens: tokensOf(block) }, finder);
    this.#informative[at] = answer;
    return answer;
  }

  #value(at: number): string {
    const block = this.#outlined.posting.blocks[at]!;
    return block.text.slice(labelOf(block)?.end ?? 0);
  }

  #hasCue(kind: SectionKind, content: readonly number[]): boolean {
    return (this.#counted.get(kind) ?? []).some(({ block }) => content.includes(block));
  }

  #namesDay(at: number): boolean {
    const text = this.#value(at);
    return namesLastDay(text);
  }

  #valueOf({ at, content }: Announced): Span {
    const { blocks } = this.#outlined.posting;
    const block = blocks[content[0] ?? at]!;
    const label = labelOf(block);
    const text = block.text;
    let start = label ? label.end : 0;
    while (start < text.length && /\s/.test(text[start]!)) start++;
    return start < text.length ? block.map.cover({ start, end: text.length }) : block.source;
  }

  /** By a statement of the kind, wherever it stands. */
  #statement(kind: SectionKind, statements: readonly Statement[]): SectionInfo | undefined {
    const own = statements.filter((statement) => statement.kind === kind);
    const { blocks } = this.#outlined.posting;
    const first = own.find(
      ({ block }) =>
        this.#isInformative(block) || (hasGap(blocks[block]!.text) && speaksBesideGaps(blocks[block]!.text)),
    );
    if (!first) return undefined;
    const block = this.#outlined.posting.blocks[first.block]!;
    const source = block.map.cover({ start: first.start, end: first.end });
    return { present: true, evidence: first.headed ? 'heading' : 'content', source };
  }

  /** By the words of sentences and lines that no heading announces. */
  #content(kind: SectionKind): SectionInfo | undefined {
    if (isStatementKind(kind)) return undefined;
    const run = this.#run(kind);
    if (run) {
      const read = this.#reads[run.block]!;
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
      if (!this.#isInformative(counted.block)) continue;
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
    for (const read of this.#reads) {
      const { block, tokens, places } = read;
      if (!block.title) seen++;
      if (block.section !== undefined && !read.detached && PLACES_OF_OTHERS.has(block.section)) continue;
      const label = labelOf(block);
      if (label && NOT_A_SITE.test(block.text.slice(0, label.end))) continue;
      if (places.length > 0 && (block.title || seen <= HEAD || tokens.length <= 8)) {
        const line =
          block.title ||
          (tokens.length <= 16 && !/[.!?]$/.test(block.text)) ||
          (seen <= 2 && isShort(tokens, places[0]!.first));
        const segment = placeSegment(tokens, places, line);
        if (segment) return this.#inBlock(read, segment, 'content');
        // "Bookkeeper in Leeds".
        const named = block.title ? places.find(({ first }) => tokens[first - 1]?.norm === 'in') : undefined;
        if (named) {
          return this.#inBlock(
            read,
            { start: tokens[named.first]!.start, end: tokens[named.last]!.end },
            'content',
          );
        }
      }
      if (block.kind !== 'heading' && hasAddress(block.text) && !TO_SEND_TO.test(block.text)) {
        return this.#inBlock(read, { start: 0, end: block.text.length }, 'content');
      }
    }
    return undefined;
  }

  /** An address or number under a heading that names nothing, or an e-mail address near the end. */
  #lastAddress(): SectionInfo | undefined {
    for (const read of this.#reads) {
      const { block, tokens } = read;
      if (!read.unnamed || tokens.length > SHORT || !hasContact(block) || isOnlyLinked(block)) continue;
      if (block.regions.some(({ kind }) => STATEMENTS.has(kind)) || NOT_TO_APPLY.test(block.text)) continue;
      return this.#inBlock(read, { start: 0, end: block.text.length }, 'content');
    }
    for (const read of this.#reads.slice(-LAST)) {
      const { block } = read;
      const taken = block.section !== undefined && !read.detached;
      if (taken || block.kind === 'heading' || block.regions.some(({ kind }) => STATEMENTS.has(kind)))
        continue;
      const email = block.regions.find(({ kind }) => kind === 'email');
      if (email) return this.#inBlock(read, email, 'content');
    }
    return undefined;
  }

  #inBlock({ block }: Read, span: Span, evidence: Evidence): SectionInfo {
    return { present: true, evidence, source: block.map.cover(span) };
  }
}
