import { describe, expect, it } from 'vitest';
import { builtinRules } from '../../src/catalog/index.ts';
import { deadParts, patternsOf } from '../../src/lint/test-rule.ts';

const all = [...builtinRules.values()].flatMap((rule) =>
  patternsOf(rule).map((pattern) => ({ rule: rule.id, pattern })),
);

describe('every pattern of every rule', () => {
  it('is looked at', () => {
    expect(all.length).toBeGreaterThan(500);
  });

  it('can match, with each of its alternatives', () => {
    const dead = all.flatMap(({ rule, pattern }) => deadParts(pattern).map((part) => `${rule}: ${part}`));
    expect(dead).toEqual([]);
  });
});
