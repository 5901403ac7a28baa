import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import { shareTokens, type Token, tokensOf } from '../words/tokens.ts';

/** Blocks remembered, of all drafts together. A long posting has about two hundred. */
const BLOCKS = 4000;

/** Findings of a block, with the place it had then. */
interface Remembered {
  start: number;
  findings: readonly Finding[];
}

/** What is found in the block is another thing in another posting. */
const DEPENDS = 'depends on the posting';

/**
 * What was found in blocks before. An editor changes one block at a time, and postings of one company share most of
 * theirs, so most blocks have been seen.
 */
export class BlockMemory {
  readonly #tokens = new Recent<Token[]>(BLOCKS);
  /** Made once for all checks. */
  readonly #keys = new WeakMap<Block, string>();
  readonly #findings = new Recent<Remembered | typeof DEPENDS>(BLOCKS);

  /** Gives the blocks of a posting the tokens made of the same text before. */
  shareTokens(posting: Posting): void {
    for (const block of posting.blocks) {
      const known = this.#tokens.get(block.text);
      if (known) shareTokens(block, known);
      else this.#tokens.set(block.text, tokensOf(block));
    }
  }

  /**
   * Findings of a check in a block; looked for only when the block has not been seen like this, or when what the check
   * says of it depends on the rest of the posting.
   */
  findings(name: string, runner: BlockRunner, block: Block, posting: Posting): readonly Finding[] {
    let blockKey = this.#keys.get(block);
    if (blockKey === undefined) {
      blockKey = keyOf(block, posting);
      this.#keys.set(block, blockKey);
    }
    const key = `${name}\n${blockKey}`;
    const known = this.#findings.get(key);
    const { start } = block.source;
    if (known === DEPENDS) return runner.block(block, posting);
    if (known) return known.start === start ? known.findings : moved(known.findings, start - known.start);
    // One for each block: what a check remembers of a posting it has not looked at here.
    const watched = new WatchedPosting(posting);
    const findings = runner.block(block, watched);
    this.#findings.set(key, watched.lookedAt ? DEPENDS : { start, findings });
    return findings;
  }
}

/** A check of blocks. */
export interface BlockRunner {
  block(block: Block, posting: Posting): Finding[];
}

/** Whoever looks at more of it than the block's surroundings in the source is noticed. */
class WatchedPosting implements Posting {
  lookedAt = false;
  readonly source: string;
  readonly format: Posting['format'];
  readonly #posting: Posting;

  constructor(posting: Posting) {
    this.#posting = posting;
    this.source = posting.source;
    this.format = posting.format;
  }

  get language() {
    return this.#look().language;
  }

  get frontMatter() {
    return this.#look().frontMatter;
  }

  get blocks() {
    return this.#look().blocks;
  }

  get sections() {
    return this.#look().sections;
  }

  get comments() {
    return this.#look().comments;
  }

  get words() {
    return this.#look().words;
  }

  #look(): Posting {
    this.lookedAt = true;
    return this.#posting;
  }
}

/** All that a check of a block may look at. What stands right around the block decides how its edges are edited. */
function keyOf(block: Block, { source, format }: Posting): string {
  const { start, end } = block.source;
  const regions = block.regions.map((region) => `${region.kind},${region.start},${region.end}`).join(' ');
  return [
    format,
    block.kind,
    block.title ? 'title' : '',
    block.level ?? '',
    block.pseudo ? 'pseudo' : '',
    block.depth,
    block.language,
    block.section ?? '',
    regions,
    block.text.length,
    block.text,
    source.slice(Math.max(0, start - 2), end + 2),
  ].join('\n');
}

function moved(findings: readonly Finding[], by: number): Finding[] {
  const span = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const fix = ({ edits, ...rest }: Fix): Fix => ({
    ...rest,
    edits: edits.map((edit) => ({ span: span(edit.span), text: edit.text })),
  });
  return findings.map((finding) => ({ ...finding, span: span(finding.span), fixes: finding.fixes.map(fix) }));
}

/** Remembers the most recent entries: two generations, of which the older one goes when the younger is full. */
class Recent<Value> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  readonly #size: number;

  /** @param size - entries of one generation */
  constructor(size: number) {
    this.#size = size;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
