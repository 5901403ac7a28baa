import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceEdits } from '../../src/checks/edits.ts';
import type { Block } from '../../src/contract/posting.ts';
import type { Format } from '../../src/contract/report.ts';
import { replaceWords } from '../../src/words/replace.ts';
import { apply, read } from './reading.ts';

/** Replaces the first `words` of a draft's text, and gives the draft after that. */
function fix(
  source: string,
  words: string,
  replacement: string,
  format: Format = 'markdown',
): string | undefined {
  const posting = read(source, format);
  for (const block of posting.blocks) {
    const start = block.text.indexOf(words);
    if (start < 0) continue;
    const edit = replaceWords(block.text, { start, end: start + words.length }, replacement);
    const edits = edit && sourceEdits(block, format, edit, source);
    return edits && apply(source, edits);
  }
  throw new Error(`“${words}” is not in the text`);
}

describe('marks stay around what takes the place of the words', () => {
  it.each([
    [
      '**Recent** graduates apply.',
      'Recent graduates',
      'early-career applicants',
      '**Early-career** applicants apply.',
    ],
    ['Hire **recent college** graduates.', 'recent college graduates', 'new people', 'Hire **new** people.'],
    [
      'See [recent graduates](/x) now.',
      'recent graduates',
      'new applicants',
      'See [new applicants](/x) now.',
    ],
    ['A [recent](/x) graduate.', 'recent graduate', 'applicant', 'An [applicant](/x).'],
    ['Hire a **craftsman** now.', 'craftsman', 'artisan', 'Hire an **artisan** now.'],
    ['**Hire a** craftsman now.', 'craftsman', 'artisan', '**Hire an** artisan now.'],
    [
      'We need *fresh **blood*** in claims.',
      'fresh blood',
      'new people',
      'We need *new **people*** in claims.',
    ],
    ['he **or** she may', 'he or she', 'they', 'they may'],
    ['**he or** she may', 'he or she', 'they', '**they** may'],
  ])('%s', (source, words, replacement, expected) => {
    const result = fix(source, words, replacement);
    if (expected === 'they may') expect(read(result ?? '').blocks[0]?.text).toBe('they may');
    else expect(result).toBe(expected);
  });
});

describe('marks go with words that are taken out', () => {
  it.each([
    ['A **young** and friendly team', 'young', 'A friendly team'],
    ['**Young**, dynamic team', 'Young', 'Dynamic team'],
    ['- **Young** professionals wanted', 'Young', '- Professionals wanted'],
    ['a friendly, [young](https://example.org/a) team', 'young', 'a friendly team'],
    ['We **coach energetic** people.', 'energetic', 'We **coach** people.'],
    ['a ***young*** person', 'young', 'a person'],
    ['a **very *young*** person', 'young', 'a person'],
  ])('%s', (source, words, expected) => {
    expect(fix(source, words, '')).toBe(expected);
  });

  it('in HTML', () => {
    expect(fix('<p>A <b>young</b> and friendly team</p>', 'young', '', 'html')).toBe(
      '<p>A friendly team</p>',
    );
    expect(fix('<p>An <em class="x">energetic</em> person</p>', 'energetic', '', 'html')).toBe(
      '<p>A person</p>',
    );
  });
});

describe('signs of the format', () => {
  it('are escaped', () => {
    expect(fix('Use R and sales.', 'R and sales', 'R&D; <x> *a* [b] a_b', 'html')).toBe(
      '<p>Use R&amp;D; &lt;x&gt; *a* [b] a_b.</p>'.replace(/<\/?p>/g, ''),
    );
    const markdown = fix('Use that tool.', 'that tool', '<x> *a* [b] &amp; a_b') ?? '';
    expect(read(markdown).blocks[0]?.text).toBe('Use <x> *a* [b] &amp; a_b.');
    expect(fix('Use that tool.', 'that tool', '*a* & <b>', 'text')).toBe('Use *a* & <b>.');
  });

  it('of entities, soft hyphens and quoted lines are replaced whole', () => {
    expect(fix('Fresh &amp; young team', 'Fresh & young', 'new')).toBe('New team');
    expect(fix('A hand\u00ADy\u00ADman wanted', 'handyman', 'technician')).toBe('A technician wanted');
    expect(fix('> Hire recent\n> graduates now.', 'recent graduates', 'people')).toBe('> Hire people now.');
    expect(fix('> Hire recent\n> graduates now.', 'recent graduates', 'early-career applicants')).toBe(
      '> Hire early-career applicants now.',
    );
  });
});

/** Markdown with emphasis and links around words, and the text a reader sees. */
const inline = fc.constantFrom(
  'young',
  'friendly',
  'team',
  'salesman',
  'we',
  'a',
  'and',
  'R&amp;D',
  'hire',
  'open,',
  'caf&eacute;',
);
const piece = fc.oneof(
  { weight: 5, arbitrary: inline },
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((words) => `**${words.join(' ')}**`),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((words) => `*${words.join(' ')}*`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((words) => `[${words.join(' ')}](https://example.org/)`),
  fc.tuple(inline, inline).map(([a, b]) => `**${a} *${b}***`),
  fc.tuple(inline, inline).map(([a, b]) => `${a}\n${b}`),
);
const draft = fc
  .tuple(fc.constantFrom('', '- ', '> ', '## '), fc.array(piece, { minLength: 1, maxLength: 8 }))
  .map(
    ([start, pieces]) => start + (start === '## ' ? pieces.join(' ').replace(/\n/g, ' ') : pieces.join(' ')),
  );
const replacements = fc.constantFrom(
  '',
  'people',
  'early-career applicants',
  'one of many people',
  'an artisan',
);

const spanOf = (block: Block, from: number, length: number) => {
  const words = [...block.text.matchAll(/[^\s,.]+/g)];
  const first = words[from % Math.max(1, words.length)];
  const last = words[Math.min(words.length - 1, (from % Math.max(1, words.length)) + length)];
  return first && last ? { start: first.index, end: last.index + last[0].length } : undefined;
};

it('a fix gives exactly the text it promises, and touches nothing else', () => {
  let written = 0;
  let asked = 0;
  fc.assert(
    fc.property(draft, fc.nat(20), fc.nat(3), replacements, (source, from, length, replacement) => {
      const block = read(source).blocks[0];
      const span = block && spanOf(block, from, length);
      const edit = span && replaceWords(block.text, span, replacement);
      if (!block || !edit) return;
      asked++;
      const edits = sourceEdits(block, 'markdown', edit, source);
      if (!edits) return;
      written++;
      const expected = block.text.slice(0, edit.span.start) + edit.text + block.text.slice(edit.span.end);
      const fixed = apply(source, edits);
      // Where a paragraph's lines are told apart, a longer first line may join the next.
      const all = (draft: string) => read(draft).blocks.map(({ text }) => text);
      expect(all(fixed).join(' '), fixed).toBe([expected, ...all(source).slice(1)].join(' '));
      // Ordered, apart, and inside the block.
      for (const [at, one] of edits.entries()) {
        expect(one.span.start).toBeGreaterThanOrEqual(edits[at - 1]?.span.end ?? block.source.start);
        expect(one.span.end).toBeLessThanOrEqual(block.source.end);
      }
      expect(fixed).not.toMatch(/\*{5,}|\[\]\(/);
    }),
    { numRuns: 600 },
  );
  expect(written).toBeGreaterThan(asked * 0.9);
});

describe('line breaks of the author', () => {
  it('stay beside words that go', () => {
    expect(fix('We want a young\nand friendly host.', 'young', '')).toBe('We want a\nfriendly host.');
    expect(fix('We want a kind and\nyoung host.', 'young', '')).toBe('We want a kind\nhost.');
    expect(fix('> We want a kind,\n> young host.', 'young', '')).toBe('> We want a kind\n> host.');
    expect(fix('- A female\n  nurse for nights', 'female', '')).toBe('- A\n  nurse for nights');
  });

  it('stay after an article that changes', () => {
    expect(fix('You train an\nair hostess.', 'air hostess', 'flight attendant')).toBe(
      'You train a\nflight attendant.',
    );
  });
});
