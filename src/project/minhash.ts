/** Texts compare by runs of so many words. */
const SHINGLE = 3;

/** Hashes of all runs of a few words: what a text has in common with another, whatever the order of its parts. */
export function shinglesOf(words: readonly string[]): ReadonlySet<number> {
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= hashes.length; at++) {
    let hash = 0;
    for (let word = 0; word < SHINGLE; word++) hash = mixed(hash ^ (hashes[at + word] ?? 0));
    shingles.add(hash);
  }
  return shingles;
}

/** Share of what two texts have in common: 0 nothing, 1 everything. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common++;
  const all = one.size + other.size - common;
  return all === 0 ? 1 : common / all;
}

/** A text among others: what it is found by. */
export interface Leader<Value> {
  value: Value;
  shingles: ReadonlySet<number>;
}

/**
 * Finds near-equal texts without comparing all with all: texts that share one of several bands of minimum hashes are
 * candidates, and only these are compared. Takes time in proportion to the texts' length.
 */
export class NearIndex<Value> {
  readonly #bands: readonly Map<number, Leader<Value>[]>[];
  readonly #rows: number;

  /**
   * @param bands - more find less alike texts
   * @param rows - more pass over less alike texts
   */
  constructor(bands: number, rows: number) {
    this.#bands = Array.from({ length: bands }, () => new Map());
    this.#rows = rows;
  }

  add(value: Value, shingles: ReadonlySet<number>): void {
    const leader = { value, shingles };
    this.#bandsOf(shingles).forEach((key, band) => {
      const bucket = this.#bands[band]?.get(key);
      if (!bucket) this.#bands[band]?.set(key, [leader]);
      // Texts that share a band with so many others have it of a phrase that is everywhere.
      else if (bucket.length < 16) bucket.push(leader);
    });
  }

  /** The most alike of the texts added, when it is at least so alike; of equally alike ones the first added. */
  nearest(shingles: ReadonlySet<number>, least: number): { value: Value; likeness: number } | undefined {
    const seen = new Set<Leader<Value>>();
    let best: { value: Value; likeness: number } | undefined;
    this.#bandsOf(shingles).forEach((key, band) => {
      for (const leader of this.#bands[band]?.get(key) ?? []) {
        if (seen.has(leader)) continue;
        seen.add(leader);
        const alike = likeness(shingles, leader.shingles);
        if (alike >= least && alike > (best?.likeness ?? 0)) best = { value: leader.value, likeness: alike };
      }
    });
    return best;
  }

  #bandsOf(shingles: ReadonlySet<number>): number[] {
    return this.#bands.map((_, band) => {
      let key = 0;
      for (let row = 0; row < this.#rows; row++) {
        const seed = mixed(band * this.#rows + row + 1);
        let least = 0xffffffff;
        for (const shingle of shingles) {
          const hash = mixed(shingle ^ seed);
          if (hash < least) least = hash;
        }
        key = mixed(key ^ least);
      }
      return key;
    });
  }
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads the bits of a number over all 32. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
