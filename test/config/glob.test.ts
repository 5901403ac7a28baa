import fc from 'fast-check';
import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { globMatcher } from '../../src/config/glob.ts';

describe('patterns of paths', () => {
  const name = fc.stringMatching(/^[ab.]{1,4}$/).filter((each) => !/^\.+$/.test(each));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  const part = fc.constantFrom('a', 'b', '.', '*', '?', '**', '[ab]', '[!a]', 'ab');
  const segment = fc.oneof(
    { arbitrary: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')), weight: 4 },
    { arbitrary: fc.constant('**'), weight: 1 },
  );
  const pattern = fc
    .tuple(
      fc.constantFrom('', '', '', '!'),
      fc.constantFrom('', '', '/'),
      fc.array(segment, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '', '/'),
    )
    .map(([not, start, segments, end]) => not + start + segments.join('/') + end)
    // Runs of stars beside other characters mean different things to different programs.
    .filter((each) => !/\*\*/.test(each.replace(/(?<=^!?\/?|\/)\*\*(?=\/|$)/g, '')))
    .filter((each) => !/(?:^|\/)\.+(?:\/|$)/.test(each));

  it('mean what they mean to git', () => {
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), path, (patterns, file) => {
        expect(globMatcher(patterns)(file)).toBe(ignore({ ignorecase: false }).add(patterns).ignores(file));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['stars', `${'*a'.repeat(60)}b`, 'a'.repeat(250)],
    ['stars and any', `${'*?a'.repeat(40)}b`, 'a'.repeat(250)],
    ['folders', `${'**/a/'.repeat(40)}b`, 'a/'.repeat(400)],
    ['folders and stars', `${'**/*a*/'.repeat(30)}b`, `${'aaaa/'.repeat(300)}c`],
    ['classes', `${'*[a-z]'.repeat(50)}!`, 'a'.repeat(250)],
  ])('however many %s they have, take no time', (_, hostile, file) => {
    const start = performance.now();
    expect(globMatcher([hostile])(file)).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
