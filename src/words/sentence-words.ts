import type { Token } from './tokens.ts';

/** Words with a number beyond are not told apart. */
const MOST_IDS = 1 << 16;

/** For each word, by number, the last sentence it was seen in. One for all, since no scan begins inside another. */
const lastSeen = new Uint32Array(MOST_IDS);
const MOST_SENTENCES = 0xffffffff;
let sentences = 0;

/** The words of the sentence that is looked at; collected when somebody asks. */
export class SentenceWords {
  private readonly tokens: readonly Token[];
  private sentence = -1;
  private stamp = 0;
  /** Some word has no number to tell it by. */
  private unknown = false;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /**
   * Whether one of some words stands in the sentence, or may.
   *
   * @param begin - index of the sentence's first token
   * @param ids - numbers of the words, none of them 0
   */
  hasAny(begin: number, ids: readonly number[]): boolean {
    const { sentence } = this.tokens[begin]!;
    if (sentence !== this.sentence) this.collect(begin, sentence);
    if (this.unknown) return true;
    for (const id of ids) if (id >= MOST_IDS || lastSeen[id] === this.stamp) return true;
    return false;
  }

  private collect(begin: number, sentence: number): void {
    if (sentences === MOST_SENTENCES) {
      lastSeen.fill(0);
      sentences = 0;
    }
    this.stamp = ++sentences;
    this.sentence = sentence;
    this.unknown = false;
    for (let at = begin; at < this.tokens.length; at++) {
      const token = this.tokens[at]!;
      if (token.sentence !== sentence) return;
      if (token.id === 0 || token.id >= MOST_IDS) this.unknown = true;
      else lastSeen[token.id] = this.stamp;
    }
  }
}
