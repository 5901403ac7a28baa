import { describe, expect, it } from 'vitest';
import { PatternSet } from '../../src/words/pattern.ts';
import { SentenceWords } from '../../src/words/sentence-words.ts';
import { tokenize } from '../../src/words/tokens.ts';
import { idOf } from '../../src/words/vocabulary.ts';

describe('the words of a sentence', () => {
  const tokens = tokenize('Bring a van. Ride a bicycle.');
  const second = tokens.findIndex(({ sentence }) => sentence === 1);

  it('are those of this sentence only', () => {
    const words = new SentenceWords(tokens);
    expect(words.hasAny(0, [idOf('van')])).toBe(true);
    expect(words.hasAny(0, [idOf('bicycle')])).toBe(false);
    expect(words.hasAny(second, [idOf('bicycle')])).toBe(true);
    expect(words.hasAny(second, [idOf('van'), idOf('bring')])).toBe(false);
  });

  it('do not mix with those of another text that was looked at before', () => {
    new SentenceWords(tokenize('A lorry.')).hasAny(0, []);
    expect(new SentenceWords(tokens).hasAny(0, [idOf('lorry')])).toBe(false);
  });
});

describe('a pattern of several parts', () => {
  const set = new PatternSet([{ pattern: 'bring *4 (van|lorry)', value: true }], { lists: {} });
  const found = (text: string) => set.matches(tokenize(text), text).length;

  it('is found where its other words stand in the sentence, not where they stand in the next', () => {
    expect(found('Bring your own van.')).toBe(1);
    expect(found('Bring lunch. A van waits.')).toBe(0);
    expect(found('Bring lunch. Bring the LORRY.')).toBe(1);
  });
});
