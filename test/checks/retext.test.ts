import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RetextFields, retextCheck } from '../../src/checks/retext.ts';
import { RuleError } from '../../src/contract/check.ts';
import type { Finding } from '../../src/contract/finding.ts';
import type { Format } from '../../src/contract/report.ts';
import type { Rule } from '../../src/contract/rule.ts';
import { apply, environment, read } from './reading.ts';

function rule(fields: Partial<RetextFields> & Partial<Rule>): Rule<RetextFields> {
  return {
    id: 'gender/test',
    category: 'gender',
    check: 'retext',
    severity: 'warning',
    summary: '',
    why: '',
    evidence: 'convention',
    sources: [],
    languages: ['en'],
    examples: { catch: [], pass: [] },
    plugin: 'equality',
    message: '“{match}”: {suggestion}',
    ...fields,
  } as Rule<RetextFields>;
}

const titles = rule({
  ids: [
    'fireman-firewoman',
    'waiter-waitress',
    'salaryman-salarywoman',
    'handicapped',
    'handicapped-parking',
  ],
  options: { binary: true, ignore: ['businesswoman'] },
  suggest: {
    'fireman-firewoman': ['firefighter'],
    businessman: ['executive'],
    'salaryman-salarywoman': ['businessperson'],
    'handicapped-parking': ['accessible parking'],
  },
});
const repeated = rule({ plugin: 'repeated-words', id: 'style/repeated' });
const article = rule({ plugin: 'indefinite-article', id: 'style/article' });

function find(rules: Rule<RetextFields>[], text: string, format: Format = 'markdown'): Finding[] {
  const runner = retextCheck.compile(rules, environment);
  const posting = read(text, format);
  return posting.blocks.flatMap((block) => runner.block?.(block, posting) ?? []);
}
const passages = (rules: Rule<RetextFields>[], text: string) =>
  find(rules, text).map(({ span }) => text.slice(span.start, span.end));
const fixed = (rules: Rule<RetextFields>[], text: string, format?: Format) => {
  const [first] = find(rules, text, format);
  return first?.fixes[0] && apply(text, first.fixes[0].edits);
};

describe('retext', () => {
  it('marks the exact place in the source, through markup and entities', () => {
    const text = '# A *fire*man &amp; co\n\n- &nbsp;“We need the **businessman**”… or\n  a businessman\n';
    expect(passages([titles], text)).toEqual(['fire*man', 'businessman']);
  });

  it('speaks in the words of the rule, with replacements by phrase before those by id', () => {
    const [one, other] = find([titles], 'A businessman, then a salaryman.');
    expect(one?.message).toBe('“businessman”: executive');
    expect(other?.message).toBe('“salaryman”: businessperson');
  });

  it('replaces in good English and keeps emphasis', () => {
    expect(fixed([titles], 'You are a **Fireman** here.')).toBe('You are a **Firefighter** here.');
    expect(fixed([titles], 'Become a businessman.')).toBe('Become an executive.');
  });

  it('reports the longest of overlapping passages of a rule', () => {
    expect(passages([titles], 'There is handicapped parking.')).toEqual(['handicapped parking']);
  });

  it('leaves pairs, ignored phrases, names, quotations, code and negated words alone', () => {
    for (const text of [
      'A waiter or waitress.',
      'A businesswoman.',
      'Visit the Fireman Museum in the city.',
      'The word “fireman” is dated.',
      'Call `fireman`.',
      'Not a fireman, but much like one.',
    ])
      expect(passages([titles], text), text).toEqual([]);
  });

  it('keeps what the rule asks to keep, and heeds its conditions', () => {
    const text = 'Visit the Fireman Museum in the city.';
    expect(passages([{ ...titles, names: 'keep' }], text)).toEqual(['Fireman']);
    expect(passages([{ ...titles, names: 'keep', unless: { sentence: 'city' } }], text)).toEqual([]);
    expect(passages([{ ...titles, only: { after: 'wanted' } }], 'Fireman wanted. A fireman leads.')).toEqual([
      'Fireman',
    ]);
  });

  it('looks at English only', () => {
    const runner = retextCheck.compile([titles], environment);
    const posting = read('Ein fireman.');
    for (const block of posting.blocks)
      expect(runner.block?.({ ...block, language: 'de' }, posting)).toEqual([]);
  });

  it('takes out the second of two equal words, and the space before it', () => {
    expect(fixed([repeated], 'The the *team is small.*')).toBe('The *team is small.*');
    expect(fixed([repeated], 'We are\nare a team.')).toBe('We are\na team.');
    expect(passages([repeated], 'They had had that that day.')).toEqual([]);
  });

  it('corrects the article as it is written', () => {
    expect(fixed([article], 'An unique role.')).toBe('A unique role.');
    expect(fixed([article], '<p>Stay a <b>hour</b>.</p>', 'html')).toBe('<p>Stay an <b>hour</b>.</p>');
    expect(passages([article], 'A European, an MBA, an 8-hour day, a one-off.')).toEqual([]);
  });

  it('outlives what plugins stumble over', () => {
    expect(find([article, repeated, titles], `a ${'9'.repeat(400)} fireman`)).toHaveLength(1);
  });

  it('looks at long paragraphs, and past what no one wrote', () => {
    expect(find([titles], `${'Our town is quiet. '.repeat(2000)}A fireman helps.`)).toHaveLength(1);
    expect(find([titles], `A fireman helps ${'a.b-c/d&e '.repeat(30_000)}.`)).toEqual([]);
  });

  it('lets several rules look at one word', () => {
    const other = rule({ id: 'style/other', ids: ['fireman-firewoman'], message: 'x' });
    expect(find([titles, other], 'A fireman.').map((finding) => finding.rule)).toEqual([
      'gender/test',
      'style/other',
    ]);
  });

  it('marks what it read, whatever stands around', () => {
    const noise = fc.constantFrom(
      '&amp; ',
      '\u00ad',
      '\u200b',
      '👩‍🚒 ',
      '**x** ',
      '\r\n',
      ' &copy; ',
      '\t',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(noise), fc.array(noise), (before, after) => {
        const text = `We need you to be the ${before.join('')} fireman ${after.join('')} of our town.`;
        expect(passages([titles], text)).toEqual(['fireman']);
      }),
    );
  });
});

describe('a retext rule that cannot work', () => {
  it.each([
    ['no ids', rule({}), ['plugin'], /needs `ids`/],
    ['an unknown id', rule({ ids: ['foremen'] }), ['ids', 0], /foremen/],
    ['a near miss', rule({ ids: ['handicaped'] }), ['ids', 0], /did you mean “handicapped”/],
    [
      'a phrase of another id',
      rule({ ids: ['handicapped'], options: { ignore: ['fireman'] } }),
      ['options', 'ignore', 0],
      /fireman/,
    ],
    [
      'a replacement for nothing',
      rule({ ids: ['handicapped'], suggest: { lame: ['x'] } }),
      ['suggest', 'lame'],
      /lame/,
    ],
    ['ids for another plugin', rule({ plugin: 'repeated-words', ids: ['handicapped'] }), ['ids'], /equality/],
    [
      'an unknown name in the message',
      rule({ ids: ['handicapped'], message: '{macth}' }),
      ['message'],
      /macth/,
    ],
    [
      'a broken condition',
      rule({ ids: ['handicapped'], unless: { after: '(a|' } }),
      ['unless', 'after'],
      /./,
    ],
  ])('is refused: %s', (_, broken, path, message) => {
    let error: unknown;
    try {
      retextCheck.compile([broken], environment);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RuleError);
    expect((error as RuleError).path).toEqual(path);
    expect((error as RuleError).message).toMatch(message);
  });
});
