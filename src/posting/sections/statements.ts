import type { Block, RegionKind } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import type { Token } from '../../words/tokens.ts';
import { beginsWithDuty } from './acts.ts';
import { counts, type Read } from './conditions.ts';
import { isStatementKind, type StatementKind } from './definition.ts';

/** Where a statement was found. */
export interface Statement {
  kind: StatementKind;
  block: number;
  start: number;
  end: number;
  /** Under a heading of its kind. */
  headed: boolean;
}

const FEWEST_GROUNDS = 3;
/** In lists of these, what sounds like a statement is a duty or a wish: masked, but the posting makes no statement by it. */
const WORK: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'requirements',
  'nice-to-have',
  'about-team',
]);

/** What a line asks the reader to do, not the jobholder. */
const ASKS = new Set('apply ask call contact tell request show answer post'.split(' '));

/**
 * Finds equal-opportunity, accommodation and fair-chance statements and adds their regions to the blocks: whole
 * paragraphs that name three protected characteristics and say that these do not count, sentences that say so without
 * a list, and all that stands under a heading of the kind.
 *
 * @returns those by which the posting makes the statement
 */
export function markStatements(reads: readonly Read[]): Statement[] {
  const made: Statement[] = [];
  const mark = (kind: StatementKind, block: Block, start: number, end: number, headed: boolean): void => {
    if (start >= end) return;
    const region: RegionKind = kind;
    const same = block.regions.some(
      (other) => other.kind === region && other.start <= start && other.end >= end,
    );
    if (!same) block.regions.push({ kind: region, start, end });
    const duty = block.kind === 'item' && (isWork(block) || beginsWithDuty(reads[block.index]!, ASKS));
    if (headed || !duty) made.push({ kind, block: block.index, start, end, headed });
  };
  for (const { block, tokens, finds } of reads) {
    const { text, section } = block;
    const headed = section !== undefined && isStatementKind(section) && block.kind !== 'heading';
    if (headed) mark(section, block, 0, text.length, true);
    if (block.title || (block.kind === 'heading' && !speaks(block.index, reads))) continue;
    if (namesGrounds(block.index, reads)) {
      mark('equal-opportunity', block, 0, text.length, false);
    }
    for (const { kind, first } of finds.statements) {
      const { start, end } = sentenceAround(tokens, first);
      mark(kind, block, start, end, false);
    }
    for (const cue of finds.cues) {
      const { kind } = cue.cue;
      if (!isStatementKind(kind) || !counts(reads[block.index]!, cue)) continue;
      const { start, end } = sentenceAround(tokens, cue.match.first);
      mark(kind, block, start, end, false);
    }
  }
  return made;
}

function isWork({ section }: Block): boolean {
  return section !== undefined && WORK.has(section);
}

/** Whether a heading is a line of its own: nothing stands under it, and it is more than the name of a section. */
function speaks(index: number, reads: readonly Read[]): boolean {
  const { block, tokens } = reads[index]!;
  return reads[index + 1]?.block.heading !== index && (block.pseudo || tokens.length > 4);
}

/** Whether a block, or one that ends in a colon with the list after it, is an equal-opportunity statement. */
function namesGrounds(index: number, reads: readonly Read[]): boolean {
  const { block, finds } = reads[index]!;
  if (finds.grounds.size >= FEWEST_GROUNDS && finds.groundsCue) return true;
  const lead = block.kind === 'item' ? leadOf(index, reads) : index;
  if (lead === undefined || /[.!?]$/.test(reads[lead]!.block.text) || !reads[lead]!.finds.groundsCue)
    return false;
  const grounds = new Set(reads[lead]!.finds.grounds);
  for (let at = lead + 1; reads[at]?.block.kind === 'item'; at++)
    for (const ground of reads[at]!.finds.grounds) grounds.add(ground);
  return grounds.size >= FEWEST_GROUNDS;
}

function leadOf(index: number, reads: readonly Read[]): number | undefined {
  let at = index;
  while (reads[at]?.block.kind === 'item') at--;
  return at < 0 ? undefined : at;
}

/** The sentence that a token stands in, as offsets of the text. */
export function sentenceAround(tokens: readonly Token[], at: number): { start: number; end: number } {
  const { sentence } = tokens[at]!;
  let first = at;
  let last = at;
  while (first > 0 && tokens[first - 1]!.sentence === sentence) first--;
  while (tokens[last + 1]?.sentence === sentence) last++;
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}
