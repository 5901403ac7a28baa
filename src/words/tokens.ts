import type { Block } from '../contract/posting.ts';
import {
  APOSTROPHE,
  DIGIT,
  isAstralLetter,
  isLower,
  isUpper,
  kindAt,
  LETTER,
  MARK,
  SPACE,
  SURROGATE,
} from './characters.ts';
import { ending, endsSentence, NONE } from './sentences.ts';
import { HASH_START, hashStep, plainWordOf, type Word, wordOf } from './vocabulary.ts';

export type TokenKind = 'word' | 'number' | 'clitic' | 'punctuation';

export interface Token {
  kind: TokenKind;
  /** Offsets in the text, UTF-16 code units. */
  start: number;
  end: number;
  /**
   * Lower case, NFC, every apostrophe `'`, every hyphen `-`. The stems of *can't, won't, shan't* are given as
   * `can`, `will`, `shall`; initials have all their full stops (`u.s.`).
   */
  norm: string;
  /** Number of the norm among all norms met: equal norms have equal numbers. 0 when there were too many to count. */
  id: number;
  raw: string;
  /** Number of its sentence in the text, from 0. */
  sentence: number;
  spaceBefore: boolean;
}

const CLITICS = new Set(['s', 'll', 're', 've', 'd', 'm']);
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };
/** Endings of a number that are part of it: thousands, millions, the plural of *under 35s*. */
const MAGNITUDES = new Set(['k', 'm', 'mm', 'mn', 'bn', 'b', 's', 'ks']);
/** Units that are often glued to a number, and are a word of their own. */
const UNITS = new Set(
  'lb lbs kg kgs km mi ft cm mm hr hrs h yr yrs min mins am pm usd eur gbp cad aud chf inr lpa pa'.split(' '),
);
/** ASCII characters that a word of letters surely ends at, a full stop only before another character than a letter. */
const ENDS_PLAIN_WORD = new Uint8Array(0x80);
for (const character of ' \t\n\r.,;:!?()[]{}/-"*|&%<>=~_$@') ENDS_PLAIN_WORD[character.charCodeAt(0)] = 1;

/** Words that begin with an apostrophe, which opens no quotation then. */
const ELISIONS = new Set(['em', 'til', 'tis', 'twas', 'cause', 'n']);

/**
 * Splits a text into words, numbers, clitics (*'s, n't, 'll …*) and punctuation marks, one by one. Every character
 * that is not white space belongs to exactly one token. Hyphenated words are split: word, `-`, word.
 *
 * @param text - plain text; a line feed in it is a hard break
 * @returns the tokens in order
 */
export function tokenize(text: string): Token[] {
  return new Scanner(text).run();
}

const cache = new WeakMap<Block, Token[]>();

/** The tokens of a block's text, made once. The text of a block must not change afterwards. */
export function tokensOf(block: Block): Token[] {
  let tokens = cache.get(block);
  if (tokens === undefined) {
    tokens = tokenize(block.text);
    cache.set(block, tokens);
  }
  return tokens;
}

/** Gives a block the tokens that another block of the same text has, so that it need not make its own. */
export function shareTokens(block: Block, tokens: Token[]): void {
  cache.set(block, tokens);
}

class Scanner {
  private readonly text: string;
  private readonly tokens: Token[] = [];
  private at = 0;
  private sentence = 0;
  private space = false;
  private newline = false;
  /** How the token before could end the sentence; settled by the one that follows. */
  private pending = NONE;
  private quoteOpen = false;

  constructor(text: string) {
    this.text = text;
  }

  run(): Token[] {
    const { text } = this;
    while (this.at < text.length) {
      const kind = kindAt(text, this.at);
      if (kind === SPACE) {
        this.space = true;
        if (text.charCodeAt(this.at) === 10) this.newline = true;
        this.at++;
      } else if (kind === LETTER) {
        if (!this.plainWord()) this.word(this.at, this.at + 1);
      } else if (kind === DIGIT) this.number();
      else if (kind === APOSTROPHE) this.apostrophe();
      else if (kind === SURROGATE && isAstralLetter(text, this.at)) this.word(this.at, this.at + 2);
      else this.punctuation();
    }
    return this.tokens;
  }

  private emit(kind: TokenKind, end: number, norm?: string): void {
    const raw = this.text.slice(this.at, end);
    const word = wordOf(norm ?? raw);
    this.push(kind, end, word, norm === undefined ? word.raw : raw);
  }

  /** Adds the token that begins here. */
  private push(kind: TokenKind, end: number, { norm, id }: Word, raw: string): void {
    const start = this.at;
    if (this.pending !== NONE || this.newline) this.settle(kind, start);
    const token: Token = {
      kind,
      start,
      end,
      norm,
      id,
      raw,
      sentence: this.sentence,
      spaceBefore: this.space,
    };
    this.tokens.push(token);
    this.at = end;
    this.space = false;
    this.newline = false;
  }

  /** Decides, before the token at `start`, whether a new sentence begins. */
  private settle(kind: TokenKind, start: number): void {
    const { text } = this;
    if (this.newline) this.quoteOpen = false;
    const lineEnds = this.newline && !isLower(text, start) && this.tokens.length > 0;
    // A closing mark that touches the full stop still belongs to its sentence.
    if (!lineEnds && !this.space && kind === 'punctuation' && isClosing(text, start)) return;
    if (lineEnds || endsSentence(this.pending, text, start, this.space)) this.sentence++;
    this.pending = NONE;
  }

  /**
   * A word of nothing but ASCII letters, with nothing behind it that could belong to it: most words are such, and need
   * no look at anything else.
   *
   * @returns false when the word here is not one
   */
  private plainWord(): boolean {
    const { text } = this;
    let end = this.at;
    let hash = HASH_START;
    let code = text.charCodeAt(end);
    while (isAsciiLetter(code)) {
      hash = hashStep(hash, code);
      code = text.charCodeAt(++end);
    }
    if (!(code < 0x80 ? ENDS_PLAIN_WORD[code] === 1 : Number.isNaN(code))) return false;
    if (code === 46 && kindAt(text, end + 1) === LETTER) return false;
    const word = plainWordOf(text, this.at, end, hash);
    this.push('word', end, word, word.raw);
    return true;
  }

  /** Scans a word whose first character ends at `from`; `this.at` may lie before, on digits or a full stop. */
  private word(start: number, from: number): void {
    const { text } = this;
    let end = from;
    let segment = start;
    let initials = isLetterAlone(text, start, from);
    let dots = 0;
    for (;;) {
      const kind = kindAt(text, end);
      if (kind === LETTER || kind === DIGIT || kind === MARK) end++;
      else if (kind === SURROGATE && isAstralLetter(text, end)) end += 2;
      else if (kind === APOSTROPHE && !this.splitsAt(start, end) && kindAt(text, end + 1) === LETTER)
        end += 2;
      else if (text.charCodeAt(end) === 46 && this.joinsAt(segment, end)) {
        initials &&= end - segment === 1;
        dots++;
        segment = end + 1;
        end += 2;
      } else break;
    }
    initials &&= end - segment === 1 && dots > 0;
    if (kindAt(text, end) === APOSTROPHE && isNegation(text, end) && end - start > 1) {
      const stem = text.slice(start, end - 1);
      this.emit('word', end - 1, STEMS[stem.toLowerCase()] ?? stem);
      this.emit('clitic', end + 2, "n't");
      return;
    }
    if (initials) {
      const full = text.charCodeAt(end) === 46 && kindAt(text, end + 1) !== LETTER;
      this.emit('word', full ? end + 1 : end, `${text.slice(start, end)}.`);
      if (full) this.pending = ending('u.s.');
      return;
    }
    if (end - start === 1) end = programmingLanguage(text, end);
    this.emit('word', end);
  }

  /** Whether the word that began at `start` ends at the apostrophe, because a clitic follows. */
  private splitsAt(start: number, apostrophe: number): boolean {
    const { text } = this;
    if (isNegation(text, apostrophe) && apostrophe - start > 1) return true;
    return cliticEnd(text, apostrophe) > 0;
  }

  /** Whether the full stop joins what stands around it: *node.js*, *U.S.*, *ASP.NET*; not *experience.We*. */
  private joinsAt(segment: number, dot: number): boolean {
    const { text } = this;
    if (kindAt(text, dot + 1) !== LETTER) return false;
    if (isLower(text, dot + 1)) return true;
    if (isUpper(text, dot - 1) && (dot - segment === 1 || isUpper(text, dot + 2))) return true;
    const afterNext = kindAt(text, dot + 2);
    return afterNext !== LETTER && afterNext !== APOSTROPHE && dot - segment <= 3;
  }

  private number(): void {
    const { text } = this;
    const start = this.at;
    let end = start + 1;
    for (;;) {
      const kind = kindAt(text, end);
      if (kind === DIGIT) end++;
      else if ((kind === LETTER || kind === MARK) && end > start) {
        let letters = end + 1;
        while (kindAt(text, letters) === LETTER) letters++;
        const suffix = text.slice(end, letters).toLowerCase();
        const whole = kindAt(text, letters) !== DIGIT;
        if (whole && UNITS.has(suffix)) break;
        if (whole && MAGNITUDES.has(suffix)) {
          end = letters;
          break;
        }
        this.word(start, letters);
        return;
      } else if (isSeparator(text, end) && kindAt(text, end + 1) === DIGIT) end += 2;
      else break;
    }
    if (text.charCodeAt(end) === 43) end++;
    this.emit('number', end);
  }

  private apostrophe(): void {
    const { text, tokens } = this;
    const before = this.space ? undefined : tokens[tokens.length - 1];
    const glued =
      before !== undefined &&
      (before.kind === 'word' || before.kind === 'clitic' || before.kind === 'number');
    const clitic = glued ? cliticEnd(text, this.at) : 0;
    if (clitic > 0) {
      this.emit('clitic', clitic, `'${text.slice(this.at + 1, clitic).toLowerCase()}`);
      return;
    }
    const next = kindAt(text, this.at + 1);
    if (
      glued &&
      next !== LETTER &&
      !this.quoteOpen &&
      before.norm.endsWith('s') &&
      isStraight(text, this.at)
    ) {
      this.emit('clitic', this.at + 1, "'");
      return;
    }
    if (glued) this.quoteOpen = false;
    else if (next === LETTER) this.quoteOpen = !ELISIONS.has(lettersFrom(text, this.at + 1));
    this.emit('punctuation', this.at + 1);
  }

  private punctuation(): void {
    const { text } = this;
    const code = text.charCodeAt(this.at);
    if (code === 46 && isDotNet(text, this.at) && (this.space || this.at === 0)) {
      this.word(this.at, this.at + 4);
      return;
    }
    let end = this.at + 1;
    if (kindAt(text, this.at) === SURROGATE && kindAt(text, end) === SURROGATE) end++;
    while (kindAt(text, end) === MARK) {
      end++;
      // What a joiner joins is one picture.
      if (text.charCodeAt(end - 1) === 0x200d && kindAt(text, end) === SURROGATE) end += 2;
    }
    end = Math.min(end, text.length);
    const previous = this.tokens[this.tokens.length - 1];
    this.emit('punctuation', end);
    if (code === 46) this.pending = ending(this.space ? '' : (previous?.norm ?? ''));
    else if (code === 33 || code === 63 || code === 0x2026) this.pending = ending('!');
  }
}

/** The end of the clitic that begins with the apostrophe at `index`; 0 when none does. */
function cliticEnd(text: string, index: number): number {
  const first = kindAt(text, index + 1);
  if (first !== LETTER) return 0;
  const second = kindAt(text, index + 2);
  if (second !== LETTER && second !== DIGIT)
    return CLITICS.has(text[index + 1]!.toLowerCase()) ? index + 2 : 0;
  const third = kindAt(text, index + 3);
  if (third === LETTER || third === DIGIT) return 0;
  return CLITICS.has(text.slice(index + 1, index + 3).toLowerCase()) ? index + 3 : 0;
}

/** Whether the apostrophe at `index` is that of *n't*. */
function isNegation(text: string, index: number): boolean {
  const n = text.charCodeAt(index - 1) | 0x20;
  const t = text.charCodeAt(index + 1) | 0x20;
  return n === 0x6e && t === 0x74 && kindAt(text, index + 2) !== LETTER;
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isLetterAlone(text: string, start: number, end: number): boolean {
  return end - start === 1 && kindAt(text, start) === LETTER;
}

function lettersFrom(text: string, start: number): string {
  let end = start;
  while (kindAt(text, end) === LETTER) end++;
  return text.slice(start, end).toLowerCase();
}

function isSeparator(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 44 || code === 46;
}

/** ' and ’ can end a word; ‘ ` ´ cannot. */
function isStraight(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 39 || code === 0x2019 || code === 0x2bc;
}

function isClosing(text: string, index: number): boolean {
  return '"”’\')]»}'.includes(text[index]!);
}

function isDotNet(text: string, index: number): boolean {
  return /^\.net\b/i.test(text.slice(index, index + 5));
}

/** *C++*, *C#*, *F#* are one word: the end of such a one whose letter ends at `end`. */
function programmingLanguage(text: string, end: number): number {
  if (text.charCodeAt(end) === 35 && kindAt(text, end + 1) !== LETTER) return end + 1;
  if (text.charCodeAt(end) === 43 && text.charCodeAt(end + 1) === 43) return end + 2;
  return end;
}
