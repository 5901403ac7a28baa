import type { KnownNames } from '../config/index.ts';
import type { Rule } from '../contract/rule.ts';
import type { Linter, LinterConfig } from '../lint/index.ts';

/** The part of the linter that the command uses. */
export interface Engine {
  rules: ReadonlyMap<string, Rule>;
  /** What configurations are checked against, besides the rules. */
  known?: Omit<KnownNames, 'rules'>;
  /** @param options.remember - keeps what is found in blocks, for drafts that share some */
  createLinter(config: LinterConfig, options?: { remember: boolean }): Linter;
}

/** The real one; loaded when something is to be linted, since that takes longer than showing the version. */
export async function loadEngine(): Promise<Engine> {
  const [{ builtinRules }, { createLinter }, { KNOWN: known }] = await Promise.all([
    import('../catalog/index.ts'),
    import('../lint/index.ts'),
    import('../lint/known.ts'),
  ]);
  return { rules: builtinRules, known, createLinter };
}
