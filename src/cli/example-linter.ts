import { stringify } from 'yaml';
import { ConfigResolver, type KnownNames } from '../config/index.ts';
import type { Rule } from '../contract/rule.ts';
import { createLinter, type Linter, type LinterConfig } from '../lint/index.ts';
import { findAcross } from '../project/joined.ts';

const FILE = '/.posting-lint.yml';

/**
 * The linter for a rule's examples: with the house style they hold under, which is written as in a configuration, and
 * comparing the postings of one example where the rule does that.
 *
 * @param plain - the linter of `config`, for rules that need nothing else
 * @throws {ConfigError} when the house style has mistakes
 */
export async function exampleLinter(
  { check, examples }: Rule,
  plain: Linter,
  config: LinterConfig,
  known: KnownNames,
): Promise<Linter> {
  let linter = plain;
  if (examples.house) {
    const text = stringify(examples.house);
    const files = { read: (path: string) => (path === FILE ? text : undefined) };
    const { house } = (await new ConfigResolver(files, { known }).forFile('/posting.md')).config;
    linter = createLinter({ ...config, house });
  }
  if (check !== 'across-postings') return linter;
  return {
    ...linter,
    lint: (text, file) => ({ ...linter.lint('', file), findings: findAcross(linter, text, file.format) }),
  };
}
