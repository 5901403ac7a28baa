import { beforeAll, describe, expect, it } from 'vitest';
import { builtinRules } from '../../src/catalog/index.ts';
import { exampleLinter } from '../../src/cli/example-linter.ts';
import { createLinter, type Linter } from '../../src/lint/index.ts';
import { KNOWN } from '../../src/lint/known.ts';
import { EXAMPLE_CONFIG, testsOf } from '../../src/lint/test-rule.ts';

let plain: Linter;
beforeAll(() => {
  plain = createLinter(EXAMPLE_CONFIG);
});

describe.each([...builtinRules.values()].map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  let linter: Linter;
  beforeAll(async () => {
    linter = await exampleLinter(rule, plain, EXAMPLE_CONFIG, KNOWN);
  });

  // That every pattern can match has a test of its own.
  const tests = testsOf(rule).filter(({ kind }) => kind !== 'patterns');
  it.each(tests.map((test) => [test.kind, test.name, test] as const))('%s: %s', (_kind, _name, test) => {
    expect(test.run(linter)).toEqual([]);
  });
});
