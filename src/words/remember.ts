import type { Token } from './tokens.ts';

/**
 * What was told from the words of a block. Blocks of one text can share their words (see `shareTokens`), so while a
 * posting is written this is known of all blocks but one.
 */
export class WordMemory<Value> {
  readonly #known = new WeakMap<readonly Token[], Map<string | number, Value>>();

  /**
   * @param key - all that the value depends on besides the words
   * @param tell - must not look at anything else; its result must not be changed afterwards
   */
  of(tokens: readonly Token[], key: string | number, tell: () => Value): Value {
    let byKey = this.#known.get(tokens);
    if (!byKey) {
      byKey = new Map();
      this.#known.set(tokens, byKey);
    }
    let value = byKey.get(key);
    if (value === undefined) {
      value = tell();
      byKey.set(key, value);
    }
    return value;
  }
}
