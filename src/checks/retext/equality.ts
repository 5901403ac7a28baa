// The phrases are not part of the package's public face, and the plugin indexes all 900 of them again for every
// paragraph. So this module, and it alone, reaches into the package; the bundler takes the data from there.
import { createPlugin } from '../../../node_modules/retext-equality/lib/create-plugin.js';
import { type Pattern, patterns } from '../../../node_modules/retext-equality/lib/patterns-en.js';
import type { Transform } from './tree.ts';

const byId: ReadonlyMap<string, Pattern> = new Map(patterns.map((pattern) => [pattern.id, pattern]));

/** Every id of retext-equality, in its order. */
export const equalityIds: readonly string[] = patterns.map((pattern) => pattern.id);

/** The phrases that retext-equality looks for under an id; none for an unknown one. */
export function equalityPhrases(id: string): readonly string[] {
  return Object.keys(byId.get(id)?.inconsiderate ?? {});
}

/**
 * The plugin's own code for one of its ids: what it does for the others does not bear on this one, as no phrase
 * stands under two ids.
 *
 * @param id - one of `equalityIds`
 * @param binary - leave alone pairs that name both (*waiter or waitress*), as the plugin's option of that name does
 * @param ignore - phrases that do not count, as the plugin's option of that name
 */
export function equalityPlugin(id: string, binary: boolean, ignore: readonly string[]): Transform {
  const pattern = byId.get(id);
  if (!pattern) throw new RangeError(`retext-equality has no “${id}”`);
  return createPlugin([pattern], 'en')({ binary, ignore });
}
