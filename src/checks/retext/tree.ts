import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';

const english = unified().use(retextEnglish).freeze();
type Root = ReturnType<typeof english.parse>;

/** What a retext plugin gives: it looks at the tree and leaves messages on the file. */
export type Transform = (tree: Root, file: VFile) => unknown;

/** What a plugin has to say. Offsets are UTF-16 code units of the text. */
export interface Remark {
  start: number;
  end: number;
  /** The plugin's name for it. */
  id: string;
  /** The passage, as the plugin read it. */
  actual: string;
  /** What the plugin would write instead, best first. */
  expected: readonly string[];
}

/** A text as retext reads it. The tree is made when the first plugin asks for it, and shared by all. */
export class Tree {
  readonly #text: string;
  #root: Root | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Runs a plugin over the text.
   *
   * @returns its messages in its order; none when the plugin fails, as some do on strange input (a number of thirty
   * digits): a word list must not keep a draft from being linted
   */
  run(transform: Transform): Remark[] {
    const file = new VFile(this.#text);
    try {
      this.#root ??= english.parse(file);
      transform(this.#root, file);
    } catch {
      return [];
    }
    const remarks: Remark[] = [];
    for (const { place, ruleId, actual, expected } of file.messages) {
      const start = place && 'start' in place ? place.start.offset : undefined;
      const end = place && 'end' in place ? place.end.offset : undefined;
      if (start === undefined || end === undefined) continue;
      remarks.push({ start, end, id: ruleId ?? '', actual: actual ?? '', expected: expected ?? [] });
    }
    return remarks;
  }
}
