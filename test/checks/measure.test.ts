import { describe, expect, it } from 'vitest';
import type { House } from '../../src/contract/house.ts';
import { createLinter, DEFAULT_CONFIG } from '../../src/lint/index.ts';

const lists = (items: number, item = (at: number) => `- point ${at}`) =>
  Array.from({ length: items }, (_, at) => item(at)).join('\n');

function measured(text: string, house: House = {}): unknown[] {
  const linter = createLinter({ ...DEFAULT_CONFIG, house });
  const { findings } = linter.lint(text, { path: 'draft.md', format: 'markdown' });
  const own = findings.filter(({ data }) => 'limit' in data && 'count' in data);
  return own.map(({ rule, data, range }) => [rule, data, text.slice(range.start.offset).split('\n')[0]]);
}

describe('what a posting asks for', () => {
  it('is counted by items, without wishes, other ways in and explanations', () => {
    const wishes = '- Knowledge of roses preferred\n- A tractor licence is a plus';
    const ways = '- A diploma; or\n- five years in a park';
    const text = `# Gardener\n\n## Requirements\n\n${lists(5)}\n  - explained\n${wishes}\n${ways}`;
    expect(measured(text, { limits: { mustHaves: 5 } })).toEqual([
      ['clarity/must-have-count', { count: 6, limit: 5 }, 'Requirements'],
    ]);
    expect(measured(text, { limits: { mustHaves: 6 } })).toEqual([]);
  });

  it('is not counted in running text', () => {
    const text = `# Gardener\n\n## Requirements\n\n${'You know roses. '.repeat(30)}`;
    expect(measured(text)).toEqual([]);
  });
});

describe('a list', () => {
  it('is counted without the lists inside it, and marked at its first point', () => {
    const nested = `${lists(16, (at) => `- point ${at}\n  - detail`)}`;
    expect(measured(`# Gardener\n\n## What you do\n\n${nested}`)).toEqual([
      ['clarity/long-list', { count: 16, limit: 15 }, 'point 0'],
    ]);
  });

  it('ends at a heading', () => {
    expect(measured(`# Gardener\n\n## Morning\n\n${lists(10)}\n\n## Evening\n\n${lists(10)}`)).toEqual([]);
  });
});

describe('a sentence', () => {
  const words = (count: number) => `${'and more '.repeat(count / 2)}.`;

  it('is counted to its next rest', () => {
    expect(measured(`# Gardener\n\nYou prune ${words(40)}`)).toEqual([]);
    expect(measured(`# Gardener\n\nYou prune ${words(40)} You mow ${words(40)}`)).toEqual([]);
    expect(measured(`# Gardener\n\nYou prune ${words(40)} – you mow – ${words(40)}`)).toEqual([]);
    expect(measured(`# Gardener\n\nYou prune ${words(60)}`)).toEqual([
      ['clarity/long-sentence', { count: 62, limit: 60 }, expect.any(String)],
    ]);
  });

  it('is held to the limit of the house', () => {
    const text = `# Gardener\n\nYou prune ${words(30)}`;
    expect(measured(text, { limits: { sentence: 30 } })).toEqual([
      ['clarity/long-sentence', { count: 32, limit: 30 }, expect.any(String)],
    ]);
  });

  it('of a statement that every posting carries is left alone', () => {
    const text = `# Gardener\n\n## Equal opportunity\n\nWe hire without regard to race, colour, religion, age, sex ${words(80)}`;
    expect(measured(text)).toEqual([]);
  });
});
