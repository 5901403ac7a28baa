import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/words/matcher.ts';
import { parsePattern } from '../../src/words/pattern.ts';
import { build, type Program } from '../../src/words/program.ts';
import { tokenize } from '../../src/words/tokens.ts';

const compile = (pattern: string) =>
  build(parsePattern(pattern), () => ({ type: 'choice', group: 0, options: [] }));

/** Steps for one pattern, started at every word of a text. */
function steps(program: Program, text: string): number {
  const tokens = tokenize(text);
  const matcher = new Matcher(tokens);
  for (let at = 0; at < tokens.length; at++) matcher.longest(program, at);
  return matcher.steps;
}

const times = (count: number, part: string) => Array(count).fill(part).join(' ');
const nested = (depth: number): string =>
  depth === 0 ? 'b' : `(a|*9 ${nested(depth - 1)}|a? ${nested(depth - 1)})`;

/** Each is exponential for a matcher that forgets what it has tried. */
const PATTERNS: Record<string, string> = {
  'optional words': `${times(40, 'a?')} ${times(40, 'a')}`,
  'equal alternatives': `${times(40, '(a|a|a a)')} b`,
  'overlapping alternatives': `${times(20, '(a|a a|a a a|a a a a|a a a a a|a a a a a a|a a a a a a a)')} b`,
  gaps: `a ${times(12, '*9 a')} b`,
  'gaps side by side': `a ${times(12, '*9')} b`,
  'nested alternatives and gaps': `a ${nested(3)} c`,
  'words that are all optional': `${times(30, '(a?|b?|c?)')} d`,
  'optional groups of gaps': `a ${times(20, '(a *3 a)?')} b`,
};
const TEXTS: Record<string, (count: number) => string> = {
  'one word over and over': (count) => times(count, 'a'),
  'hyphens throughout': (count) => Array(count).fill('a').join('-'),
  'hyphens and spaces': (count) => times(count / 4, 'a-a-a a'),
  'quotation marks throughout': (count) => times(count, '"a"'),
  'endings throughout': (count) => times(count, "a's"),
};

describe('the work for a pattern', () => {
  const cases = Object.entries(PATTERNS).flatMap(([what, pattern]) =>
    Object.entries(TEXTS).map(([where, text]) => [what, where, pattern, text] as const),
  );

  it.each(cases)('of %s, on %s, grows no faster than the text', (_what, _where, pattern, text) => {
    const program = compile(pattern);
    const short = steps(program, text(200));
    const long = steps(program, text(600));
    expect(long / short).toBeLessThan(5);
    // A gap of nine words is one state, and can end in nineteen places.
    expect(short / 200).toBeLessThan(50 * (program.slots + pattern.length));
  });
});
