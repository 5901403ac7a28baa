import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from '../../src/lint/lines.ts';
import { excerpt } from '../../src/report/excerpt.ts';
import { displayWidth, printable, wrap } from '../../src/report/width.ts';

/** The excerpt as two lines, the second with the carets. */
function show(text: string, passage: string, width = 60): string[] {
  const start = text.indexOf(passage);
  const { line, before, marked } = excerpt(
    text,
    new Lines(text).range({ start, end: start + passage.length }),
    width,
  );
  return [line, ' '.repeat(before) + '^'.repeat(marked)];
}

describe('an excerpt', () => {
  it('marks the passage in its line', () => {
    expect(show('one\r\nWe want a young team.\r\nthree', 'young')).toEqual([
      'We want a young team.', //
      '          ^^^^^',
    ]);
  });

  it('leaves out the indent and keeps tabs inside in step', () => {
    expect(show('\t- a\tyoung team', 'young')).toEqual([
      '- a    young team', //
      '       ^^^^^',
    ]);
  });

  it('counts what is wide twice and what is not seen not at all', () => {
    expect(show('🎉 募集 Zoe\u0308 so\u00adught: young team', 'young')).toEqual([
      '🎉 募集 Zoe\u0308 sought: young team',
      '                    ^^^^^',
    ]);
    expect(show('a 👩‍👩‍👧 family\u200b job', '👩‍👩‍👧 family')).toEqual([
      'a 👩‍👩‍👧 family job', //
      '  ^^^^^^^^^',
    ]);
  });

  it('shows no character that a terminal would act on', () => {
    const [line] = show('red \u001b[31m \u202egnuoy\u202c young\u0007', 'young');
    expect(line).toBe('red ␛[31m gnuoy young␇');
  });

  it('cuts long lines around the passage, between words', () => {
    const text = `${'Lorem ipsum dolor sit amet. '.repeat(20)}We want a young team. ${'Ut enim ad minim. '.repeat(20)}`;
    const [line = '', carets = ''] = show(text, 'young');
    expect(line).toBe('…amet. We want a young team. Ut enim ad minim. Ut enim ad…');
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('young');
    expect(show(`${'Lorem ipsum dolor sit amet. '.repeat(20)}We are young.`, 'young', 40)).toEqual([
      '…ipsum dolor sit amet. We are young.',
      '                              ^^^^^',
    ]);
  });

  it('shows the beginning of a passage that is too long, or goes over several lines', () => {
    const long = `x ${'young and '.repeat(20)}old`;
    const [line = '', carets = ''] = show(long, long.slice(2), 40);
    expect(line).toBe('x young and young and young and young …');
    expect(carets).toBe(`  ${'^'.repeat(36)}`);
    expect(show('so young\nand old', 'young\nand')).toEqual(['so young', '   ^^^^^']);
  });

  it('has a caret for an empty passage, also at the end', () => {
    expect(show('ab', '')).toEqual(['ab', '^']);
    const { line, before, marked } = excerpt('ab', new Lines('ab').range({ start: 2, end: 2 }), 60);
    expect([line, before, marked]).toEqual(['ab', 2, 1]);
  });

  it('stays in its width and in step, wherever the passage is', () => {
    const char = fc.constantFrom(
      'a',
      'b',
      ' ',
      ' ',
      '\t',
      '\n',
      '\r\n',
      'é',
      '漢',
      '🎉',
      '\u200b',
      '\u00ad',
      'e\u0301',
      '\u001b',
    );
    const texts = fc.array(char, { minLength: 1, maxLength: 300 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.integer({ min: 20, max: 90 }),
        (filler, at, length, width) => {
          const start = at % filler.length;
          const text = `${filler.slice(0, start)}Q${'q'.repeat(length)}${filler.slice(start)}`;
          const span = { start, end: start + length + 1 };
          const { line, before, marked } = excerpt(text, new Lines(text).range(span), width);
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/[\n\r\t\u001b]/);
          const cut = line.indexOf('Q');
          expect(displayWidth(line.slice(0, cut))).toBe(before);
          expect(line.slice(cut, cut + marked)).toMatch(/^Qq*$/);
        },
      ),
    );
  });

  it('looks at no more of a long line than it shows', () => {
    const text = `${'word '.repeat(400_000)}young${' word'.repeat(400_000)}`;
    const range = new Lines(text).range({ start: text.indexOf('young'), end: text.indexOf('young') + 5 });
    const begun = performance.now();
    for (let round = 0; round < 20; round++) excerpt(text, range, 100);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('text on a terminal', () => {
  it('is put on one line', () => {
    expect(printable('two\r\n  lines\tand \u001b[1m')).toBe('two lines and ␛[1m');
  });

  it('is wrapped between words', () => {
    expect(wrap('A team 漢字漢字 of five', 10)).toEqual(['A team', '漢字漢字', 'of five']);
    expect(wrap('', 10)).toEqual([]);
  });
});
