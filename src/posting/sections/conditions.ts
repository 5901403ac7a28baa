import type { Block, Region } from '../../contract/posting.ts';
import { isUpper } from '../../words/characters.ts';
import type { Token } from '../../words/tokens.ts';
import { findDates, namesDay } from '../facts/dates.ts';
import type { Place } from '../facts/places.ts';
import { beginsWithDuty, endsInParticiple, isDutyLine, tellsActs, titleActs } from './acts.ts';
import type { CompiledCondition, CueMatch, Finds } from './cues.ts';
import type { Fact } from './definition.ts';

/** A block with all that is known of its words. */
export interface Read {
  block: Block;
  tokens: readonly Token[];
  finds: Finds;
  places: readonly Place[];
  /** A paragraph after the list of its section, or a last one: it may well speak of something else. */
  detached: boolean;
  /** Under a heading, or behind a label, that names no section. */
  unnamed: boolean;
  /** Verbs that tell of work, in their base form. */
  verbs: ReadonlySet<string>;
  /** The words of the posting's title. */
  title: ReadonlySet<string>;
}

/** Of each block, whether it is a paragraph that stands apart from what its section lists. */
export function findDetached(blocks: readonly Block[]): boolean[] {
  const detached: boolean[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const inSection =
      block.kind === 'paragraph' &&
      !block.title &&
      before !== undefined &&
      before.kind !== 'heading' &&
      block.heading !== undefined &&
      block.heading === before.heading;
    const last = index >= blocks.length - 2;
    detached.push(
      inSection && (before.kind === 'item' || before.kind === 'cell' || last || detached[index - 1] === true),
    );
  }
  return detached;
}

/** Whether a cue counts where it stands. */
export function counts(read: Read, { cue, match }: CueMatch): boolean {
  const { block } = read;
  if (cue.block ? !cue.block.includes(block.title ? 'title' : block.kind) : block.kind === 'heading')
    return false;
  if (inAddress(block, match.start)) return false;
  const holds = (condition: CompiledCondition, only: boolean): boolean => {
    const { section, before, after, sentence, nearby, fact } = condition;
    if (section.length > 0) {
      const here = section.includes(block.section ?? 'none');
      const free = read.detached && (only ? section.includes('none') : true);
      if (only ? !here && !free : !here || free) return false;
    }
    const { tokens } = read;
    if (before && !before.endsBefore(tokens, match.first)) return false;
    if (after && !after.startsAfter(tokens, match.last)) return false;
    if (fact !== undefined && !FACTS[fact](read, match)) return false;
    if (sentence && !sentence.inSentence(tokens, match.first, block.text)) return false;
    return nearby === undefined || nearby.inBlock(tokens, block.text);
  };
  if (cue.only.length > 0 && !cue.only.some((condition) => holds(condition, true))) return false;
  return !cue.unless.some((condition) => holds(condition, false));
}

function inAddress(block: Block, at: number): boolean {
  return block.regions.some(
    ({ kind, start, end }) =>
      (kind === 'url' || kind === 'email' || kind === 'code') && start <= at && at < end,
  );
}

/** Verbs with which an offer begins as well: *Take 28 days off*, *Work from home*. */
const GIVES = new Set(
  'take work save share build grow help train support cover use start apply send submit post write reply return complete fill call email register'.split(
    ' ',
  ),
);

type Passage = CueMatch['match'];

const FACTS: Readonly<Record<Fact, (read: Read, match: Passage) => boolean>> = {
  place: ({ tokens, places }, { first, last }) => {
    const { sentence } = tokens[last]!;
    return places.some(
      (place) =>
        place.first > first &&
        place.first <= last + 4 &&
        tokens[place.first]!.sentence === sentence &&
        !breaks(tokens, last + 1, place.first),
    );
  },
  'place-before': ({ tokens, places }, { first }) =>
    places.some(({ last }) => last === first - 1 || (last === first - 2 && tokens[first - 1]!.norm === '-')),
  name: (read, match) => FACTS.place(read, match) || nameFollows(read, match.last),
  contact: ({ block, tokens }, { first, last }) => contactAround(block, tokens, first, last),
  'date-after': ({ block, tokens }, { first }) => dateWithin(block, tokens, first, 24),
  'date-next': ({ block, tokens }, { last }) =>
    tokens[last + 1]?.sentence === tokens[last]!.sentence && dateWithin(block, tokens, last + 1, 8),
  segment: ({ tokens }, { first, last }) => startsPart(tokens, first) && endsPart(tokens, last + 1),
  part: ({ tokens }, { first }) => startsPart(tokens, first),
  'title-acts': ({ tokens, title }, { last }) => titleActs(tokens, last + 1, title),
  'duty-line': ({ block, tokens }, { first, last }) => isDutyLine(block, tokens, first, last),
  duty: (read) => read.block.kind === 'item' && beginsWithDuty(read, GIVES),
  participle: ({ tokens }, { last }) => endsInParticiple(tokens, last + 1),
  acts: ({ tokens, verbs, unnamed }, { last }) => tellsActs(tokens, last, verbs, unnamed),
  unnamed: ({ unnamed }) => unnamed,
};

/** Whether a day is named in the tokens from `first` on, in their sentence. */
function dateWithin(block: Block, tokens: readonly Token[], first: number, most: number): boolean {
  const begin = tokens[first];
  if (begin === undefined) return false;
  let last = first;
  while (tokens[last + 1]?.sentence === begin.sentence && last - first < most) last++;
  const rest = block.text.slice(begin.start, tokens[last]!.end);
  return findDates(rest).length > 0 || namesDay(rest);
}

/** Marks between words across which a place does not belong to what stands before. */
function breaks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/[;:.!?|]/.test(tokens[at]!.norm)) return true;
  return false;
}

const SKIPPED = new Set(
  'the our a an central downtown north south east west northern southern eastern western greater beautiful sunny rural lovely historic old in at near either'.split(
    ' ',
  ),
);
const NO_PLACE =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun|spring|summer|autumn|winter|english|german|french|spanish|dutch|java|python|javascript|typescript|react|agile|scrum|sql|excel|office|word|sap|i$|hr$|it$|q[1-4]$|year$)/;

function nameFollows({ block, tokens }: Read, last: number): boolean {
  const { sentence } = tokens[last]!;
  for (let at = last + 1; at <= last + 3; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence || token.kind !== 'word') return false;
    if (isUpper(block.text, token.start)) return !NO_PLACE.test(token.norm);
    if (!SKIPPED.has(token.norm)) return false;
  }
  return false;
}

const PHONE = /(?:\+|\b0|\(\d{3}\)|\b\d{3}[-. ])\d[\d\s()./-]{5,}\d/;
const ADDRESS: ReadonlySet<Region['kind']> = new Set(['url', 'email']);

/** Whether an address or number stands in a block; a link counts as its address. */
export function hasContact({ regions, text }: Block): boolean {
  return regions.some(({ kind }) => ADDRESS.has(kind) || kind === 'link') || PHONE.test(text);
}

/** Whether an address or number stands in the sentence of a passage; a link counts as its address. */
function contactAround(block: Block, tokens: readonly Token[], first: number, last: number): boolean {
  const { sentence } = tokens[first]!;
  let from = first;
  let to = last;
  while (from > 0 && tokens[from - 1]!.sentence === sentence) from--;
  while (tokens[to + 1]?.sentence === sentence) to++;
  const start = tokens[from]!.start;
  const end = tokens[to]!.end;
  const touches = (region: Region): boolean =>
    (ADDRESS.has(region.kind) || region.kind === 'link') && region.start < end && region.end > start;
  return block.regions.some(touches) || PHONE.test(block.text.slice(start, end));
}

const PART = new Set([',', '|', '•', '·', ':', ';', '(', ')', '–', '—', '/', '.', '*', '#', '&', '+']);

function startsPart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.sentence !== tokens[at]!.sentence) return true;
  if (before.norm === '-') return before.spaceBefore;
  return before.kind === 'punctuation' && (PART.has(before.norm) || !/["'“”‘’]/.test(before.raw));
}

function endsPart(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined || after.sentence !== tokens[at - 1]!.sentence) return true;
  if (after.norm === '-') return after.spaceBefore;
  if (after.norm === 'or' || after.norm === 'and') return tokens[at + 1] !== undefined;
  return after.kind === 'punctuation' && (PART.has(after.norm) || !/["'“”‘’&]/.test(after.raw));
}
