import { isLower, isUpper } from '../../words/characters.ts';
import { atSentenceStart } from '../../words/edges.ts';
import type { Token } from '../../words/tokens.ts';

const words = (list: string) => new Set(list.split(' '));

/** Words whose case says nothing. */
const SMALL = words(
  'a an and as at but by for from in into nor of on or over the to via vs with without is are be our your we you it ' +
    'this that its i if not per up',
);
/** What names of firms, places, papers and events end in; they are names in headings, too. */
const NAME_ENDS = words(
  'games inc ltd llc gmbh plc corp lounge university college hospital trust foundation institute studios society ' +
    'association council church street road museum theatre theater festival week award awards act ordinance license ' +
    'licence certificate certification nhs ministry department bureau federation ' +
    'conference orders regulations brewery brewing press records productions books holdings pty pvt ' +
    'gallery library academy chapel cathedral abbey castle arms inn tavern',
);
/** After these a run of capitals is a job's title more often than a name: *a Sales Ninja to join us*. */
const BEFORE_TITLE = words(
  'a an another every each any seeking hiring recruiting hire recruit employ need needs want wants require requires',
);
const AFTER_TITLE = words(
  'to who for in with at and or that on based needed wanted required looking willing able when whose must will can ' +
    'is has as from you we',
);
/** No title is longer, in tokens. */
const FAR = 80;
const LOOKING = words('looking searching search hunt hunting');
const IS = words('is are was');
/** No aside between commas after a name is longer, in tokens. */
const APPOSED = 8;
const DOES = words(
  'needs wants seeks hires offers invites runs makes operates provides serves supplies employs',
);
/** What is said of a job and not of a firm: *Foreman Wanted*. */
const ASKED_FOR = words(
  'wanted needed required sought vacancy vacancies job jobs position positions role roles',
);
const SELLS = words(
  'a an the one hiring looking seeking recruiting proud based growing expanding part among committed',
);

/**
 * Whether what stands from token `first` to `last` is, or is part of, a name: capitalised where that says something, and
 * next to another capitalised word.
 *
 * @param tokens - all of the block
 */
export function isName(tokens: readonly Token[], text: string, first: number, last: number): boolean {
  const at = (index: number) => tokens[index]!.start;
  const start = tokens[first]!;
  const capitalFirst = isUpper(text, at(first));
  const capitalLast = isUpper(text, at(last));
  if (!capitalFirst && !capitalLast) return false;
  const reader = new Reader(tokens, text, start.sentence);
  const after = capitalLast ? reader.after(last) : [];
  if (isAllCapitals(text, start.start, tokens[last]!.end) && reader.isLoud(first, last)) return false;
  if (after.some((index) => NAME_ENDS.has(tokens[index]!.norm))) return true;
  if (capitalLast && reader.possessivePair(last)) return true;
  if (reader.isTitleCase(first, last)) return false;
  // *Guy's and St Thomas'*
  if (atSentenceStart(tokens, first))
    return (
      capitalLast &&
      (reader.ampersand(last) || reader.possessiveWith(last) || reader.firmAsSubject(last, after))
    );
  const before = capitalFirst ? reader.before(first) : [];
  if (before.length + after.length === 0) return false;
  const runFirst = before[before.length - 1] ?? first;
  const runLast = after[after.length - 1] ?? last;
  const joined = runLast - runFirst !== last - first + before.length + after.length;
  if (!joined && reader.followsHiring(runFirst)) return !reader.endsTitle(runLast);
  // The capital of a sentence's first word says nothing: *Experienced Salesmen wanted*.
  if (!joined && after.length === 0 && before.length === 1 && atSentenceStart(tokens, runFirst))
    return reader.isSubject(last);
  return true;
}

/** The block around a match, as far as capitals matter. */
class Reader {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private readonly sentence: number;

  constructor(tokens: readonly Token[], text: string, sentence: number) {
    this.tokens = tokens;
    this.text = text;
    this.sentence = sentence;
  }

  private norm(index: number): string {
    const token = this.tokens[index];
    return token?.sentence === this.sentence ? token.norm : '';
  }

  /** A capitalised word that is neither an abbreviation in capitals nor a little word. */
  private isCapital(index: number): boolean {
    const token = this.tokens[index];
    if (token === undefined || token.sentence !== this.sentence || token.kind !== 'word') return false;
    if (!isUpper(this.text, token.start) || SMALL.has(token.norm)) return false;
    return (
      token.raw.length === 1 || token.norm === 'nhs' || !isAllCapitals(this.text, token.start, token.end)
    );
  }

  /** The capitalised words of the run right after `last`. */
  after(last: number): number[] {
    const run: number[] = [];
    let at = last + 1;
    for (;;) {
      if (this.tokens[at]?.kind === 'clitic') at++;
      if (this.norm(at) === '&') at++;
      if (!this.isCapital(at)) return run;
      run.push(at++);
    }
  }

  /** The capitalised words of the run right before `first`, nearest first. */
  before(first: number): number[] {
    const run: number[] = [];
    let at = first - 1;
    for (;;) {
      if (this.tokens[at]?.kind === 'clitic') at--;
      // 'Mr S. Foreman'
      if (this.norm(at) === '.' && this.tokens[at - 1]?.raw.length === 1) at--;
      if (this.norm(at) === '&') at--;
      else if (this.norm(at) === 'of' && this.isCapital(at - 1)) at--;
      else if (
        (this.norm(at) === 'a' || this.norm(at) === 'the') &&
        this.norm(at - 1) === 'of' &&
        this.isCapital(at - 2)
      )
        at -= 2;
      if (!this.isCapital(at)) return run;
      run.push(at--);
    }
  }

  /** *Young & Rubicam* */
  ampersand(last: number): boolean {
    return this.norm(last + 1) === '&' && this.isCapital(last + 2);
  }

  possessiveWith(last: number): boolean {
    if (this.tokens[last + 1]?.kind !== 'clitic') return false;
    return this.isCapital(last + (this.isAnd(last + 2) ? 3 : 2));
  }

  /** *the Headmasters' and Headmistresses' Conference*, in titles, too */
  possessivePair(last: number): boolean {
    if (this.tokens[last + 1]?.kind !== 'clitic' || !this.isAnd(last + 2)) return false;
    return this.isCapital(last + 3) && this.tokens[last + 4]?.kind === 'clitic';
  }

  private isAnd(index: number): boolean {
    return this.norm(index) === 'and' || this.norm(index) === '&';
  }

  /** Whether what follows shows that a job's title has just ended. */
  endsTitle(last: number): boolean {
    const next = this.tokens[last + 1];
    if (next === undefined || next.sentence !== this.sentence || next.kind === 'punctuation') return true;
    return AFTER_TITLE.has(next.norm);
  }

  /** Whether an article or a verb of hiring stands before the run that begins at `runFirst`, or up to two words before. */
  followsHiring(runFirst: number): boolean {
    let at = runFirst - 1;
    // 'an experienced Journeyman Electrician'
    for (let skipped = 0; skipped < 2 && this.isLowerWord(at) && !BEFORE_TITLE.has(this.norm(at)); skipped++)
      at--;
    if (this.norm(at) === 'for') return LOOKING.has(this.norm(at - 1));
    return BEFORE_TITLE.has(this.norm(at));
  }

  private isLowerWord(index: number): boolean {
    const token = this.tokens[index];
    if (token?.kind !== 'word' || token.sentence !== this.sentence) return false;
    return isLower(this.text, token.start) && !SMALL.has(token.norm);
  }

  /** *Handyman Connection is a …*, *Barman Steel Works, Kolkata, is hiring*: capitals, a place perhaps, and a verb. */
  firmAsSubject(last: number, after: readonly number[]): boolean {
    if (after.length === 0 || after.some((index) => ASKED_FOR.has(this.norm(index)))) return false;
    const end = after[after.length - 1]!;
    if (end - last !== after.length) return false;
    let next = end + 1;
    // What stands between two commas is said of the name.
    if (this.norm(next) === ',') {
      let far = next + 2;
      while (far < next + APPOSED && this.norm(far) !== ',') far++;
      if (this.norm(far) === ',') next = far + 1;
    }
    // *Insane Clown Posse is on*: of three capitals in a row less is asked.
    if (after.length > 1 && IS.has(this.norm(next))) return !ASKED_FOR.has(this.norm(next + 1));
    return this.isSubject(next - 1) || DOES.has(this.norm(next));
  }

  /** *Delivery Hero is hiring* */
  isSubject(last: number): boolean {
    return IS.has(this.norm(last + 1)) && SELLS.has(this.norm(last + 2));
  }

  /**
   * Whether every word around the match that could be in lower case is capitalised, up to a colon or the ends of its
   * sentence: a title or a heading, in which capitals say nothing.
   */
  isTitleCase(first: number, last: number): boolean {
    // 'Audits by Ernst & Young.' is a sentence: it has a full stop and little words.
    const sentence = this.endsInStop(last);
    const look = (from: number, step: number): boolean => {
      for (let i = from; Math.abs(i - from) < FAR; i += step) {
        const token = this.tokens[i];
        if (token === undefined || token.sentence !== this.sentence) return true;
        if (token.norm === ':' || token.norm === '|') return true;
        if (token.kind !== 'word' || (SMALL.has(token.norm) && !sentence)) continue;
        if (isLower(this.text, token.start)) return false;
      }
      return true;
    };
    return look(first - 1, -1) && look(last + 1, 1);
  }

  private endsInStop(last: number): boolean {
    for (let i = last + 1; i < last + FAR; i++) {
      const token = this.tokens[i];
      if (token === undefined || token.sentence !== this.sentence) return false;
      if (token.norm === '.' && this.tokens[i + 1]?.sentence !== this.sentence) return true;
    }
    return false;
  }

  /** Whether the words around are in capitals as well. */
  isLoud(first: number, last: number): boolean {
    for (const index of [first - 2, first - 1, last + 1, last + 2]) {
      const token = this.tokens[index];
      if (token?.kind !== 'word' || token.sentence !== this.sentence || token.raw.length < 2) continue;
      if (!isAllCapitals(this.text, token.start, token.end)) return false;
    }
    return true;
  }
}

function isAllCapitals(text: string, start: number, end: number): boolean {
  let letters = 0;
  for (let i = start; i < end; i++) {
    if (isLower(text, i)) return false;
    if (isUpper(text, i)) letters++;
  }
  return letters > 1;
}
