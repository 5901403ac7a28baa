import { describe, expect, it } from 'vitest';
import { builtinLists, builtinRules } from '../../src/catalog/index.ts';
import { PatternSet } from '../../src/words/pattern.ts';
import { tokenize } from '../../src/words/tokens.ts';
import { sample, widestChoice } from './sample.ts';

const environment = { lists: builtinLists };

/** Everything in a rule that is a pattern: strings under these keys. */
const KEYS = new Set([
  'match',
  'phrases',
  'headings',
  'labels',
  'before',
  'after',
  'sentence',
  'nearby',
  'under',
  'title',
  'posting',
  'says',
  'together',
  'but-not',
  'exempt-titles',
  'containing',
  'cues',
]);

const NOT_PATTERNS = new Set(['examples', 'template', 'sources']);

function patternsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return KEYS.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => patternsOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    NOT_PATTERNS.has(name) ? [] : patternsOf(item, name),
  );
}

const all = [...builtinRules.values()].flatMap((rule) =>
  patternsOf(rule).map((pattern) => ({ rule: rule.id, pattern })),
);

function compile(pattern: string): PatternSet<true> | string {
  try {
    return new PatternSet([{ pattern, value: true as const }], environment);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('every pattern of every rule', () => {
  it('is looked at', () => {
    expect(all.length).toBeGreaterThan(500);
  });

  it('can match, with each of its alternatives', () => {
    const dead: string[] = [];
    for (const { rule, pattern } of all) {
      const set = compile(pattern);
      if (typeof set === 'string') {
        dead.push(`${rule}: ${pattern} — ${set}`);
        continue;
      }
      for (let choice = 0; choice < widestChoice(pattern); choice++) {
        for (const full of [true, false]) {
          const text = sample(pattern, builtinLists, choice, full);
          if (set.matches(tokenize(text), text).length === 0)
            dead.push(`${rule}: ${pattern} — not in “${text}”`);
        }
      }
    }
    expect(dead).toEqual([]);
  });
});
