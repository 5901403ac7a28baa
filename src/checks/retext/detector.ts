import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import { equalityPhrases, equalityPlugin } from './equality.ts';
import { PhraseIndex } from './phrase-index.ts';
import { scan, type Wanted } from './scan.ts';
import { type Remark, type Transform, Tree } from './tree.ts';

/** The plugins that rules can name. */
export const PLUGINS = ['equality', 'indefinite-article', 'repeated-words'] as const;
export type Plugin = (typeof PLUGINS)[number];

/** What to run: a plugin with its options. */
export interface Request<T> {
  plugin: Plugin;
  /** Of retext-equality; the others have one each. */
  ids: readonly string[];
  /** retext-equality: leave alone pairs that name both. */
  binary: boolean;
  /** retext-equality: phrases that do not count, as the plugin's option. */
  ignore: readonly string[];
  value: T;
}

/** Longer texts are no paragraphs that someone wrote; a tree of one takes seconds. In UTF-16 code units. */
const LONGEST = 50_000;

/** A plugin ready to run for those who asked for it. */
interface Job<T> {
  transform: Transform;
  value: T;
}

/**
 * Runs several plugins over texts, with what each would find on its own, but reads a text into a tree only where one
 * of them may have something to say.
 */
export class Detector<T> {
  readonly #wanted: Wanted;
  readonly #byId = new Map<string, Job<T>[]>();
  readonly #articles: Job<T>[] = [];
  readonly #repeated: Job<T>[] = [];

  constructor(requests: readonly Request<T>[]) {
    const phrases: { id: string; phrase: string }[] = [];
    for (const { plugin, ids, binary, ignore, value } of requests) {
      if (plugin === 'indefinite-article')
        this.#articles.push({ transform: retextIndefiniteArticle(), value });
      if (plugin === 'repeated-words') this.#repeated.push({ transform: retextRepeatedWords(), value });
      if (plugin !== 'equality') continue;
      for (const id of ids) {
        const job = { transform: equalityPlugin(id, binary, ignore), value };
        const jobs = this.#byId.get(id);
        if (jobs) jobs.push(job);
        else this.#byId.set(id, [job]);
        for (const phrase of equalityPhrases(id)) if (!ignore.includes(phrase)) phrases.push({ id, phrase });
      }
    }
    this.#wanted = {
      phrases: phrases.length > 0 ? new PhraseIndex(phrases) : undefined,
      articles: this.#articles.length > 0,
      repeated: this.#repeated.length > 0,
    };
  }

  /**
   * What the plugins remark on a text, with the value of the request each came from.
   *
   * @param text - of one block; in one of more than 50,000 code units nothing is looked for
   */
  find(text: string): { remark: Remark; value: T }[] {
    if (text.length > LONGEST) return [];
    const { ids, article, repeated } = scan(text, this.#wanted);
    const found: { remark: Remark; value: T }[] = [];
    if (ids.size === 0 && !article && !repeated) return found;
    const tree = new Tree(text);
    const run = ({ transform, value }: Job<T>): void => {
      for (const remark of tree.run(transform)) found.push({ remark, value });
    };
    for (const id of ids) this.#byId.get(id)?.forEach(run);
    if (article) this.#articles.forEach(run);
    if (repeated) this.#repeated.forEach(run);
    return found;
  }
}
