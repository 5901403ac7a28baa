import type { Finding, Fix } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import { shareTokens, type Token, tokensOf } from '../words/tokens.ts';

/** Texts whose words are remembered, of all drafts together. A long posting has about two hundred. */
const TEXTS = 4000;
/** Blocks whose findings are: far smaller, and worth more, since most of a company's postings are made of the same. */
const BLOCKS = 16_000;

/** Findings of a check in a block, with the place it had then. */
interface Remembered {
  start: number;
  findings: readonly Finding[];
}

/** What is found in the block is another thing in another posting. */
const DEPENDS = 'depends on the posting';
/** What is found in most. */
const NOTHING: readonly Finding[] = [];

/** What each check has found in a block, by the check's number. */
type OfBlock = (Remembered | typeof DEPENDS | typeof NOTHING | undefined)[];

/**
 * What was found in blocks before. An editor changes one block at a time, and postings of one company share most of
 * theirs, so most blocks have been seen.
 */
export class BlockMemory {
  readonly #tokens = new Recent<Token[]>(TEXTS);
  readonly #found = new Recent<OfBlock>(BLOCKS);
  /** Looked up once for all checks. */
  readonly #known = new WeakMap<Block, OfBlock>();

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
   *
   * @param check - the number of the check, the same for every posting
   */
  findings(check: number, runner: BlockRunner, block: Block, posting: Posting): readonly Finding[] {
    const ofBlock = this.#ofBlock(block, posting);
    const known = ofBlock[check];
    if (known === NOTHING) return NOTHING;
    if (known === DEPENDS) return runner.block(block, posting);
    const { start } = block.source;
    if (known) {
      const { start: before, findings } = known as Remembered;
      return before === start ? findings : moved(findings, start - before);
    }
    // One for each block: what a check remembers of a posting it has not looked at here.
    const watched = new WatchedPosting(posting);
    const findings = runner.block(block, watched);
    ofBlock[check] = watched.lookedAt ? DEPENDS : findings.length === 0 ? NOTHING : { start, findings };
    return findings;
  }

  #ofBlock(block: Block, posting: Posting): OfBlock {
    let ofBlock = this.#known.get(block);
    if (ofBlock) return ofBlock;
    const key = keyOf(block, posting);
    ofBlock = this.#found.get(key);
    if (!ofBlock) {
      ofBlock = [];
      this.#found.set(key, ofBlock);
    }
    this.#known.set(block, ofBlock);
    return ofBlock;
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
