import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spellingData } from '../../scripts/spelling.js';
import { SPELLINGS } from '../../src/words/english/spelling-data.ts';

describe('the list of spellings', () => {
  it('is what the dictionaries say', () => {
    const file = new URL('../../src/words/english/spelling-data.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(spellingData());
  });

  it('is long, and holds each word once', () => {
    const words = SPELLINGS.flatMap(([us, , , , list]) =>
      list.split(' ').map((word) => word.replace('~', us)),
    );
    expect(words.length).toBeGreaterThan(2000);
    expect(new Set(words).size).toBe(words.length);
  });
});
