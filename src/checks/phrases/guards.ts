import { type Context, inStatement, isUntouched, STATEMENTS } from './context.ts';
import { isExclusion } from './exclusion.ts';
import { isName } from './names.ts';
import { isNegated } from './negation.ts';

/** What a rule asks to be kept that is otherwise left alone. */
export interface Keeps {
  keepStatements: boolean;
  keepNames: boolean;
  keepNegated: boolean;
}

interface GuardFields {
  'in-statements'?: 'keep' | 'drop' | undefined;
  names?: 'keep' | 'drop' | undefined;
  negated?: 'keep' | 'drop' | undefined;
}

/** @param fields - of what is compiled, the most specific first: a phrase, then its rule */
export function keeps(...fields: readonly GuardFields[]): Keeps {
  const asked = (key: keyof GuardFields) => fields.find((each) => each[key] !== undefined)?.[key] === 'keep';
  return {
    keepStatements: asked('in-statements'),
    keepNames: asked('names'),
    keepNegated: asked('negated'),
  };
}

/**
 * Whether a passage is left alone without its rule asking for that.
 *
 * @param isTerm - of `termsTest`
 */
export function isGuarded(
  context: Context,
  keep: Keeps,
  isTerm: (text: string, start: number, end: number) => boolean,
): boolean {
  const { match, tokens, block } = context;
  return (
    isUntouched(context) ||
    (!keep.keepStatements && isStated(context)) ||
    (!keep.keepNegated && isNegated(tokens, match.first, match.last)) ||
    (!keep.keepNames && isName(tokens, block.text, match.markFirst, match.markLast)) ||
    isTerm(block.text, match.start, match.end)
  );
}

/** Whether it stands in a statement, as part of it: what shuts people out is not. */
function isStated(context: Context): boolean {
  const { match, tokens } = context;
  return inStatement(context, STATEMENTS) && !isExclusion(tokens, match.first, match.last);
}
