import { SPELLINGS } from './english/spelling-data.ts';

/** Varieties of English whose spelling differs. */
export type Variety = 'US' | 'GB' | 'CA' | 'AU';

export interface Spelling {
  /** Whose spelling the word is. */
  of: 'US' | 'GB';
  /** The word as the others spell it. */
  other: string;
  /** Varieties in which the word is wrong and the other one right. */
  wrongIn: readonly Variety[];
  /** -ize or -ise. */
  ize: boolean;
}

let known: Map<string, Spelling> | undefined;

/**
 * How a word is spelled that American and British English spell differently.
 *
 * @param word - lower case
 * @returns undefined for any other word
 */
export function spellingOf(word: string): Spelling | undefined {
  known ??= readData();
  return known.get(word);
}

function readData(): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const [us, gb, usIn, gbIn, words] of SPELLINGS) {
    const where = (list: string) => list.split(',').filter((each) => each !== '') as Variety[];
    const american = { of: 'US', wrongIn: where(usIn), ize: us === 'z' } as const;
    const british = { of: 'GB', wrongIn: where(gbIn), ize: us === 'z' } as const;
    for (const word of words.split(' ')) {
      const own = word.replace('~', us);
      const other = word.replace('~', gb);
      spellings.set(own, { ...american, other });
      // *Practise*, wrong in America, is the spelling of a verb elsewhere.
      if (!spellings.has(other)) spellings.set(other, { ...british, other: own });
    }
  }
  return spellings;
}
