import type { Block, Posting, Span } from '../../contract/posting.ts';
import type { SectionKind } from '../../contract/report.ts';
import { numberOf } from '../../words/numbers.ts';
import { type Token, tokensOf } from '../../words/tokens.ts';

/**
 * How firmly something is asked for: as a condition, as a wish, or as one of several ways in (*a degree or five years*).
 */
export type Strength = 'must' | 'wish' | 'alternative';

/** Years of experience that the posting asks for. */
export interface YearsDemand {
  /** Undefined where only an upper end is given: *up to two years*. */
  min: number | undefined;
  /** Undefined where no upper end is given. */
  max: number | undefined;
  strength: Strength;
  /** From the first number to the word for years, in the source. */
  span: Span;
  /** The same words, in the block's text. */
  at: Span;
  /** Index of its block. */
  block: number;
}

const words = (list: string) => new Set(list.split(' '));

const YEARS = words('year years yr yrs');
/** Between a number and *years*: *5 or more full years*. */
const FILL = words('+ - or more plus full solid good consecutive total whole complete ) minimum');
const DASHES = words('- – — −');
const UPPER = words('maximum max most exceeding under below');
/** After *years* where it is no experience: *years old, years of age, year contract, years ago*. */
const NOT_WORK = words(
  'old age ago contract term warranty guarantee plan degree diploma program programme course college university ' +
    'school education post appointment assignment agreement lease mortgage history tradition fellowship cycle period secondment anniversary',
);
/** Before the number where it is a stretch of time: *in the last five years, every two years*. */
const STRETCH = words(
  'last past previous preceding next recent every within since after coming first another during',
);
const WISHES = words(
  'preferred preferably prefer ideally ideal plus bonus desirable desired desire nice advantage advantageous asset ' +
    'helpful optional wish beneficial welcome',
);
const OTHER_WAYS = words(
  'equivalent substitute substituted substitution lieu combination waived waive instead alternatively',
);
/** What may follow *or* in another way in. */
const WAY_IN = words(
  'degree bachelor bachelors master masters phd doctorate diploma certificate certification qualification education ' +
    'training apprenticeship graduate completion',
);
const EMPLOYER = words('we our us founded company firm agency team clients');
/** Whose years are told in these, it is not the reader's. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'about-company',
  'about-team',
  'benefits',
  'compensation',
  'equal-opportunity',
  'accommodation',
  'fair-chance',
  'legal',
  'how-to-apply',
  'interview-process',
]);
/** Nobody asks for more; a larger number is a slip or something else. */
const MOST_YEARS = 40;

const remembered = new WeakMap<Posting, readonly YearsDemand[]>();

/**
 * Finds the years of experience that a posting asks for, in its English blocks, and leaves ages, contracts and the
 * employer's own history alone.
 *
 * @param posting - with sections set on its blocks
 * @returns in the order of the source; found once per posting
 */
export function findYears(posting: Posting): readonly YearsDemand[] {
  let found = remembered.get(posting);
  if (!found) {
    found = posting.blocks.flatMap((block) => yearsIn(block, posting));
    remembered.set(posting, found);
  }
  return found;
}

function yearsIn(block: Block, posting: Posting): YearsDemand[] {
  if (block.language !== 'en' || block.kind === 'heading') return [];
  if (block.section !== undefined && ELSEWHERE.has(block.section)) return [];
  const found: YearsDemand[] = [];
  const tokens = tokensOf(block);
  for (let at = 1; at < tokens.length; at++) {
    if (!YEARS.has(tokens[at]!.norm)) continue;
    const figures = figuresBefore(tokens, at);
    if (!figures || !isExperience(tokens, figures.first, at, block)) continue;
    const span = { start: tokens[figures.first]!.start, end: tokens[at]!.end };
    found.push({
      min: figures.min,
      max: figures.max,
      strength: strengthOf(tokens, figures.first, at, block, posting),
      span: block.map.cover(span),
      at: span,
      block: block.index,
    });
  }
  return found;
}

interface Figures {
  min: number | undefined;
  max: number | undefined;
  /** Token of the first number. */
  first: number;
}

/** Reads the number or range that ends before token `at`. */
function figuresBefore(tokens: readonly Token[], at: number): Figures | undefined {
  let place = at - 1;
  while (place > 0 && at - place < 5 && FILL.has(tokens[place]!.norm) && !isClosing(tokens, place)) place--;
  const upper = figureAt(tokens, place);
  if (!upper) return undefined;
  const joint = tokens[upper.first - 1]?.norm ?? '';
  const lower =
    DASHES.has(joint) || joint === 'to' || (joint === 'and' && tokens[upper.first - 3]?.norm === 'between')
      ? figureAt(tokens, upper.first - 2)
      : undefined;
  if (lower) return { min: lower.value, max: upper.value, first: lower.first };
  const before = [
    tokens[upper.first - 1]?.norm,
    tokens[upper.first - 2]?.norm,
    tokens[upper.first - 3]?.norm,
  ];
  const most =
    UPPER.has(before[0] ?? '') ||
    (before[0] === 'of' && UPPER.has(before[1] ?? '')) ||
    (before[0] === 'to' && before[1] === 'up') ||
    (before[0] === 'than' && (before[1] === 'less' || before[1] === 'fewer' || before[2] === 'no'));
  return most
    ? { min: undefined, max: upper.value, first: upper.first }
    : { min: upper.value, max: undefined, first: upper.first };
}

/** Whether a closing bracket ends the second half of *five (5)*. */
function isClosing(tokens: readonly Token[], place: number): boolean {
  return tokens[place]!.norm === ')' && numberOf(tokens[place - 1]?.norm ?? '') !== undefined;
}

function figureAt(tokens: readonly Token[], place: number): { value: number; first: number } | undefined {
  const token = tokens[place];
  if (!token) return undefined;
  if (token.norm === ')') {
    const digits = figureAt(tokens, place - 1);
    if (!digits || tokens[digits.first - 1]?.norm !== '(') return undefined;
    return figureAt(tokens, digits.first - 2) ?? digits;
  }
  const value = numberOf(token.norm);
  // A decimal, a year of the calendar or an amount is no number of years of work.
  if (value === undefined || value > MOST_YEARS || tokens[place - 1]?.norm === '$') return undefined;
  return { value, first: place };
}

function isExperience(tokens: readonly Token[], first: number, at: number, block: Block): boolean {
  const { sentence } = tokens[at]!;
  for (let before = first - 1; before >= Math.max(0, first - 4); before--)
    if (STRETCH.has(tokens[before]!.norm)) return false;
  let next = at + 1;
  while (tokens[next]?.kind === 'clitic' || tokens[next]?.norm === "'") next++;
  const follows = tokens[next]?.norm === 'of' ? tokens[next + 1]?.norm : tokens[next]?.norm;
  if (NOT_WORK.has(follows ?? '')) return false;
  for (let before = first - 1; before >= 0 && tokens[before]!.sentence === sentence; before--)
    if (EMPLOYER.has(tokens[before]!.norm)) return false;
  for (let after = next; after < Math.min(tokens.length, at + 14); after++) {
    const token = tokens[after]!;
    if (token.sentence !== sentence || token.norm === ';') break;
    if (token.norm === 'experience' || token.norm === 'exp') return true;
  }
  for (let before = first - 1; before >= Math.max(0, first - 8); before--) {
    const token = tokens[before]!;
    if (token.sentence !== sentence || token.norm === ';') break;
    if (token.norm === 'experience' || token.norm === 'experienced') return true;
  }
  // Under such a heading, *five years as a welder* needs no more words.
  const directly = tokens[next]?.norm ?? '';
  return block.section === 'requirements' && /^(?:as|in|of|with|working|\p{L}+ing)$/u.test(directly);
}

function strengthOf(
  tokens: readonly Token[],
  first: number,
  at: number,
  block: Block,
  posting: Posting,
): Strength {
  const { sentence } = tokens[at]!;
  const own = tokens.filter((token) => token.sentence === sentence);
  if (block.section === 'nice-to-have' || own.some(({ norm }) => WISHES.has(norm))) {
    // *5 plus years* is no wish.
    const only = own.filter(({ norm }) => WISHES.has(norm));
    const isCount = only.length === 1 && only[0]!.norm === 'plus' && tokens[at - 1]?.norm === 'plus';
    if (block.section === 'nice-to-have' || !isCount) return 'wish';
  }
  if (own.some(({ norm }) => OTHER_WAYS.has(norm))) return 'alternative';
  for (let before = first - 1; before >= Math.max(0, first - 5); before--)
    if (tokens[before]!.norm === 'or' && tokens[before]!.sentence === sentence) return 'alternative';
  for (let after = at + 1; after < tokens.length && tokens[after]!.sentence === sentence; after++) {
    if (tokens[after]!.norm !== 'or') continue;
    const following = tokens.slice(after + 1, after + 8);
    if (following.some(({ norm, kind }) => WAY_IN.has(norm) || kind === 'number')) return 'alternative';
  }
  return joinsOthers(block, posting) ? 'alternative' : 'must';
}

/** Whether a list goes on with *or* from this item to the next, or from the one before to this. */
function joinsOthers({ index }: Block, { blocks }: Posting): boolean {
  const [before, here, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  return endsInOr(before) || beginsWithOr(here) || endsInOr(here) || beginsWithOr(next);
}

function endsInOr(block: Block | undefined): boolean {
  return (
    block !== undefined && block.kind !== 'heading' && /(?:^|[\s;,/])or\W*$/i.test(block.text.slice(-12))
  );
}

function beginsWithOr(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'heading' && /^\W*or\b/i.test(block.text.slice(0, 12));
}
