import { describe, expect, it } from 'vitest';
import { forms, inflect } from '../../src/words/inflect.ts';

const table = (text: string) =>
  text
    .trim()
    .split(/\s*;\s*/)
    .map((row) => row.split(' > ') as [string, string]);

describe('plurals', () => {
  it.each(
    table(`foreman > foremen; woman > women; man > men; human > humans; German > Germans; person > people;
      salesperson > salespeople; foreperson > forepersons; child > children; schoolchild > schoolchildren; wife > wives;
      housewife > housewives; midwife > midwives; staff > staff; lady > ladies; boy > boys; waitress > waitresses;
      bus > buses; quiz > quizzes; church > churches; analysis > analyses; chief > chiefs; hero > heroes; photo > photos;
      chair > chairs; Chair > Chairs; FOREMAN > FOREMEN; VP > VPs; team member > team members; rock-star > rock-stars;
      wait staff > wait staff; runner-up > runners-up; guy > guys; soliloquy > soliloquies; attorney > attorneys`),
  )('%s → %s', (singular, plural) => {
    expect(inflect(singular, 'n', 'plural')).toBe(plural);
  });

  it('are recognised in every spelling', () => {
    expect([...forms('person', 'n')]).toEqual([
      ['person', 'base'],
      ['people', 'plural'],
      ['persons', 'plural'],
    ]);
    expect(forms('staff', 'n').get('staff')).toBe('base');
    expect(forms('Rock-Star', 'n').get('rock-stars')).toBe('plural');
    expect(forms('salesman', 'n').get('salesmen')).toBe('plural');
  });
});

describe('verbs', () => {
  it.each(
    table(`work > works worked worked working; man > mans manned manned manning; plan > plans planned planned planning;
      staff > staffs staffed staffed staffing; ship > ships shipped shipped shipping; travel > travels traveled traveled traveling;
      refer > refers referred referred referring; offer > offers offered offered offering; carry > carries carried carried carrying;
      die > dies died died dying; use > uses used used using; utilize > utilizes utilized utilized utilizing;
      see > sees saw seen seeing; agree > agrees agreed agreed agreeing; age > ages aged aged aging; write > writes wrote written writing;
      go > goes went gone going; do > does did done doing; have > has had had having; be > is was been being;
      oversee > oversees oversaw overseen overseeing; push > pushes pushed pushed pushing; mimic > mimics mimicked mimicked mimicking;
      fix > fixes fixed fixed fixing; play > plays played played playing; lead > leads led led leading; quit > quits quit quit quitting;
      equip > equips equipped equipped equipping; develop > develops developed developed developing; change > changes changed changed changing;
      singe > singes singed singed singeing; arrange > arranges arranged arranged arranging; focus > focuses focused focused focusing`),
  )('%s → %s', (verb, rest) => {
    const [s = '', past = '', participle = '', ing = ''] = rest.split(' ');
    expect(inflect(verb, 'v', 's')).toBe(s);
    expect(inflect(verb, 'v', 'past')).toBe(past);
    expect(inflect(verb, 'v', 'participle')).toBe(participle);
    expect(inflect(verb, 'v', 'ing')).toBe(ing);
  });

  it('are recognised in American and British spelling', () => {
    for (const form of ['traveled', 'travelled', 'traveling', 'travelling'])
      expect(forms('travel', 'v').has(form)).toBe(true);
    expect(forms('age', 'v').get('ageing')).toBe('ing');
    expect(forms('learn', 'v').get('learnt')).toBe('past');
    expect(forms('be', 'v').get('are')).toBe('base');
    expect(forms('be', 'v').get('were')).toBe('past');
    expect(forms('plan', 'v').has('planed')).toBe(false);
    expect(forms('re-write', 'v').get('re-written')).toBe('participle');
  });
});

describe('adjectives', () => {
  it.each(
    table(`young > younger youngest; big > bigger biggest; happy > happier happiest; good > better best; large > larger largest;
      slow > slower slowest; simple > simpler simplest; friendly > friendlier friendliest; clean > cleaner cleanest;
      energetic > more energetic most energetic; recent > more recent most recent; new > newer newest`),
  )('%s → %s', (word, rest) => {
    const parts = rest.split(' ');
    const half = parts.length / 2;
    expect(inflect(word, 'a', 'er')).toBe(parts.slice(0, half).join(' '));
    expect(inflect(word, 'a', 'est')).toBe(parts.slice(half).join(' '));
  });

  it('have the base only where comparison takes two words', () => {
    expect([...forms('energetic', 'a').keys()]).toEqual(['energetic']);
    expect(forms('young', 'a').get('younger')).toBe('er');
  });
});

it('leaves a word alone when asked for a form of another part of speech', () => {
  expect(inflect('staffing', 'n', 'ing')).toBe('staffing');
});
