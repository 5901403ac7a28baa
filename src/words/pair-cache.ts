/** Bits of a word's number; a number beyond has no place in the cache. */
const ID_BITS = 19;
const MOST_IDS = 1 << ID_BITS;
const MOST_ENTRIES = 1 << (31 - ID_BITS);
const FEWEST = 64;
const MOST = 1 << 16;

/**
 * Answers yes or no for pairs of a pattern and a word. Each pair has one place, which a later pair may take: what is not
 * there is asked again. One look at one array is what it costs; the sets that know the answer are spread all over.
 */
export class PairCache {
  /** Pair in the upper 31 bits, answer in the lowest; 0 is no pair. */
  private table = new Uint32Array(FEWEST);
  private filled = 0;

  /**
   * @param entry - number of the pattern in its set
   * @param id - number of the word; 0 for one without
   */
  get(entry: number, id: number): boolean | undefined {
    if (id === 0 || id >= MOST_IDS || entry >= MOST_ENTRIES) return undefined;
    const pair = ((entry << ID_BITS) | id) >>> 0;
    const { table } = this;
    const value = table[spread(pair) & (table.length - 1)]!;
    return value >>> 1 === pair ? (value & 1) === 1 : undefined;
  }

  set(entry: number, id: number, answer: boolean): void {
    if (id === 0 || id >= MOST_IDS || entry >= MOST_ENTRIES) return;
    if (this.filled * 2 > this.table.length && this.table.length < MOST) this.grow();
    this.put(((entry << ID_BITS) | id) >>> 0, answer ? 1 : 0);
  }

  private put(pair: number, answer: number): void {
    const place = spread(pair) & (this.table.length - 1);
    if (this.table[place] === 0) this.filled++;
    this.table[place] = ((pair << 1) | answer) >>> 0;
  }

  private grow(): void {
    const before = this.table;
    this.table = new Uint32Array(before.length * 4);
    this.filled = 0;
    for (const value of before) if (value !== 0) this.put(value >>> 1, value & 1);
  }
}

function spread(pair: number): number {
  const mixed = Math.imul(pair, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
