/** A place in the tree of phrases: what may come next, and the ids whose phrase ends here. */
export interface PhraseNode {
  next: Map<number, PhraseNode>;
  ids: string[];
  /** This place alone, made once. */
  alone: readonly PhraseNode[];
}

function makeNode(): PhraseNode {
  const node: PhraseNode = { next: new Map(), ids: [], alone: [] };
  node.alone = [node];
  return node;
}

const FILTER = 1 << 14;

/**
 * The words of phrases, so arranged that one pass over a text tells which phrases may stand in it. It never misses
 * one; now and then it names one that does not (two words can have one hash): the plugin itself then says no.
 */
export class PhraseIndex {
  readonly #root = makeNode();
  /** A cheap no for most words: one bit of the first words' hashes. */
  readonly #first = new Uint8Array(FILTER);
  readonly ids: readonly string[];

  /** @param entries - phrases as retext-equality writes them: words apart by spaces, `*` for any word */
  constructor(entries: readonly { id: string; phrase: string }[]) {
    const ids = new Set<string>();
    for (const { id, phrase } of entries) {
      ids.add(id);
      let node = this.#root;
      for (const word of anchorOf(phrase)) {
        const hash = hashOf(word);
        if (node === this.#root) this.#first[hash & (FILTER - 1)] = 1;
        const next = node.next.get(hash) ?? makeNode();
        node.next.set(hash, next);
        node = next;
      }
      if (!node.ids.includes(id)) node.ids.push(id);
    }
    this.ids = [...ids];
  }

  /** The phrases that begin with a word. */
  start(hash: number): PhraseNode | undefined {
    return this.#first[hash & (FILTER - 1)] === 1 ? this.#root.next.get(hash) : undefined;
  }
}

/** FNV-1a over the lower-case ASCII letters and digits of a word: where it starts, and what each step multiplies by. */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_STEP = 0x01000193;

function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_STEP);
  return hash;
}

/**
 * The words of a phrase by which its passage is noticed: the longest stretch without a `*`, in lower case, without
 * hyphens and apostrophes, which retext leaves out too. A word with another mark in it (`o.c.d.`) ends the stretch,
 * because the scan of the text sees more than one word there.
 */
function anchorOf(phrase: string): string[] {
  let best: string[] = [];
  for (const part of phrase.toLowerCase().split(/(?:^| )\*(?= |$)/)) {
    const words: string[] = [];
    for (const word of part.trim().split(/ +/)) {
      const letters = word.replace(/['’-]/g, '');
      const plain = /^[a-z0-9]+/.exec(letters)?.[0];
      if (plain) words.push(plain);
      if (plain !== letters) break;
    }
    if (words.length > best.length) best = words;
  }
  if (best.length === 0) throw new RangeError(`“${phrase}” has no word to notice it by`);
  return best;
}
