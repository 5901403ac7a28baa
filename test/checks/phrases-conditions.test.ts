import { describe, expect, it } from 'vitest';
import type { PhrasesFields } from '../../src/checks/phrases.ts';
import type { Posting } from '../../src/contract/posting.ts';
import { found, posting } from './phrases-support.ts';

type Conditions = PhrasesFields['unless'];
type Draft = string | Posting;

const holds = (condition: Conditions, draft: Draft) => {
  const only = found({ only: condition }, draft).length;
  const unless = found({ unless: condition }, draft).length;
  // What holds drops the match in one place and keeps it in the other.
  expect(only + unless).toBe(1);
  return only === 1;
};
const block = (init: Partial<Parameters<typeof posting>[0][number] & object>) =>
  posting([{ text: 'A ninja.', ...(init as object) }]);

describe('each condition', () => {
  it.each<[Conditions, Draft, Draft]>([
    [{ section: 'benefits' }, block({ section: 'benefits' }), block({ section: 'requirements' })],
    [{ section: ['benefits', 'legal'] }, block({ section: 'legal' }), block({})],
    [{ block: 'item' }, block({ kind: 'item' }), block({ kind: 'cell' })],
    [{ block: ['title'] }, block({ kind: 'heading', title: true }), block({ kind: 'heading' })],
    [{ block: ['heading', 'paragraph'] }, block({ kind: 'heading', title: true }), block({ kind: 'item' })],
    [{ before: 'sales' }, 'A sales ninja.', 'A ninja. Sales ninjutsu.'],
    [{ before: 'sales' }, 'A sales “ninja', 'A sales, ninja.'],
    [{ before: 'sales' }, 'A sales ninja.', 'A sales and ninja.'],
    [{ before: '(sales|code) (and|or)' }, 'Code or ninja.', 'Code and a ninja.'],
    [{ before: 'help/v *4' }, 'You help the new ninja.', 'Help. A ninja.'],
    [{ before: 'sales', within: 2 }, 'Sales and a ninja.', 'Sales and only a ninja.'],
    [{ before: 'sales', within: 2 }, 'Sales, a ninja.', 'Sales. A ninja.'],
    [{ before: '^ a' }, 'A ninja.', 'We want a ninja.'],
    [{ after: 'games' }, 'A ninja games shop.', 'A ninja, games.'],
    [{ after: "'s week" }, "The ninja's week.", 'The ninja week.'],
    [{ after: '(and|or) (guru|wizard)' }, 'A ninja or wizard.', 'A ninja or sage.'],
    [{ after: '*2 games' }, 'A ninja of the games.', 'A ninja of all the games.'],
    [{ after: 'games', within: 2 }, 'A ninja of many games.', 'A ninja of very many games.'],
    [{ after: 'games', within: 9 }, 'A ninja in games.', 'A ninja. Games.'],
    [{ sentence: 'game/n' }, 'Games for a ninja.', 'Games. A ninja.'],
    [{ sentence: 'ninja' }, 'A ninja is a big ninja', 'A ninja.'],
    [{ nearby: 'game/n' }, 'Games. A ninja.', 'A ninja.'],
    [{ negated: true }, 'No ninja.', 'A ninja.'],
    [{ 'proper-noun': true }, 'At Ninja Games in Leeds.', 'At a ninja school.'],
    [
      { section: 'benefits', sentence: 'game/n' },
      block({ section: 'benefits', text: 'Ninja game' }),
      block({ section: 'benefits' }),
    ],
    [[{ sentence: 'one' }, { sentence: 'two' }], 'Two ninja.', 'A ninja.'],
    [{ sentence: ['one', 'two'] }, 'Two ninja.', 'A ninja.'],
  ])('%j', (condition, yes, no) => {
    // The guards are not what is tried here.
    const keep = { negated: 'keep', names: 'keep' } as const;
    const only = (draft: Draft) => found({ only: condition, ...keep }, draft).length;
    const unless = (draft: Draft) => found({ unless: condition, ...keep }, draft).length;
    expect(only(yes)).toBeGreaterThan(0);
    expect(unless(yes)).toBe(0);
    expect(only(no)).toBe(0);
    expect(unless(no)).toBeGreaterThan(0);
  });

  it('statement: stands in such a statement', () => {
    const statement = posting([{ text: 'A ninja.', regions: [{ kind: 'fair-chance', start: 0, end: 8 }] }]);
    const keep = { 'in-statements': 'keep' } as const;
    expect(found({ ...keep, only: { statement: 'fair-chance' } }, statement)).toEqual(['ninja']);
    expect(found({ ...keep, only: { statement: ['accommodation'] } }, statement)).toEqual([]);
  });

  it('under: the heading it stands under', () => {
    const draft = posting([
      { text: 'Perks for all', kind: 'heading' },
      { text: 'A ninja.', heading: 0 },
    ]);
    expect(holds({ under: 'perk/n' }, draft)).toBe(true);
    expect(holds({ under: 'pay' }, draft)).toBe(false);
    expect(holds({ under: 'perk/n' }, 'A ninja.')).toBe(false);
  });

  it('title: of the posting, or its front matter when none is in the text', () => {
    const draft = posting(['Perks', { text: 'Games tester', title: true }, 'A ninja.']);
    expect(holds({ title: 'game/n' }, draft)).toBe(true);
    expect(holds({ title: 'perk/n' }, draft)).toBe(false);
    const front = posting(
      ['A ninja.'],
      [{ key: 'title', value: 'Games tester', source: { start: 0, end: 0 } }],
    );
    expect(holds({ title: 'game/n' }, front)).toBe(true);
  });

  it('posting: anywhere else, front matter included', () => {
    expect(holds({ posting: 'game/n' }, posting(['Games', 'A ninja.']))).toBe(true);
    expect(holds({ posting: 'game/n' }, posting(['A ninja.', 'Pay']))).toBe(false);
    expect(holds({ posting: 'ninja' }, 'A ninja.')).toBe(false);
    const front = posting(['A ninja.'], [{ key: 'tags', value: 'games', source: { start: 0, end: 0 } }]);
    expect(holds({ posting: 'game/n' }, front)).toBe(true);
  });

  it('is asked anew for every posting', () => {
    const condition = { posting: 'game/n' };
    expect(holds(condition, posting(['Games', 'A ninja.']))).toBe(true);
    expect(holds(condition, posting(['Pay', 'A ninja.']))).toBe(false);
  });
});

describe('conditions of a rule and of a phrase', () => {
  it('add up', () => {
    const fields = {
      unless: [{ sentence: 'game/n' }],
      only: [{ sentence: 'hire/v' }],
      phrases: [{ match: 'ninja', unless: [{ sentence: 'movie/n' }], only: [{ nearby: 'today' }] }],
    };
    expect(found(fields, 'We hire a ninja today.')).toEqual(['ninja']);
    expect(found(fields, 'We hire a ninja.')).toEqual([]);
    expect(found(fields, 'A ninja today.')).toEqual([]);
    expect(found(fields, 'We hire a ninja for games today.')).toEqual([]);
    expect(found(fields, 'We hire a ninja for movies today.')).toEqual([]);
  });
});
