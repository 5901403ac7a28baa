import { describe, expect, it } from 'vitest';
import { type CodedWordsFields, codedWordsCheck } from '../../src/checks/coded-words.ts';
import { RuleError } from '../../src/contract/check.ts';
import type { Rule } from '../../src/contract/rule.ts';
import { type BlockInit, posting } from './phrases-support.ts';
import { environment, ruleFile } from './reading.ts';

const rule: Rule<CodedWordsFields> = {
  ...ruleFile<CodedWordsFields>('gender/coded-words'),
  masculine: ['assert*', 'confident', 'domina*', 'dominant', 'compet*'],
  feminine: ['together*', 'warm*', 'kind'],
  except: ['competitive salary', 'a kind of'],
  imbalance: { least: 4, ratio: 3, 'per-hundred': 1 },
  message: '{heavier} {more}, {lighter} {fewer}: {words}',
};
const HEAVY = 'You are assertive, confident, dominant and competitive.';

function check(...blocks: (string | BlockInit)[]) {
  const draft = posting([{ text: 'Sales manager', kind: 'heading', title: true }, ...blocks]);
  return codedWordsCheck.compile([rule], environment).posting?.(draft) ?? [];
}

describe('the balance of coded words', () => {
  it('is one piece of advice on the title, with the words of both sides', () => {
    const [finding, ...more] = check(HEAVY, 'Confident and warm.');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      span: { start: 0, end: 'Sales manager'.length },
      severity: 'info',
      fixes: [],
      message: 'masculine 5, feminine 1: confident (2), assertive, dominant, competitive',
      data: { masculine: { count: 5 }, feminine: { count: 1, words: { warm: 1 } } },
    });
  });

  it('is silent when both sides have their share', () => {
    expect(check(HEAVY, 'We work together, and we are warm and kind.')).toEqual([]);
  });

  it('is silent when the words are few for the length', () => {
    expect(
      check(HEAVY, 'You plan the week and keep the books of two small shops by the sea. '.repeat(40)),
    ).toEqual([]);
  });

  it('is silent when one word is said again and again', () => {
    expect(check('Confident, confident, confident, confident, confident.')).toEqual([]);
  });

  it('counts a word that two stems match once', () => {
    expect(check('You are dominant, confident and assertive.')).toEqual([]);
  });

  it.each<[string, BlockInit]>([
    ['headings', { text: HEAVY, kind: 'heading' }],
    ['an equal-opportunity section', { text: HEAVY, section: 'equal-opportunity' }],
    ['code', { text: HEAVY, regions: [{ kind: 'code', start: 0, end: HEAVY.length }] }],
    ['another language', { text: HEAVY, language: 'de' }],
    [
      'names and exceptions',
      { text: 'At Dominant Software, a competitive salary, a kind of a team. Join the Confident Group.' },
    ],
  ])('does not count %s', (_, block) => {
    expect(check(block)).toEqual([]);
  });

  it('refuses a pattern with a mistake, with its place', () => {
    const broken = { ...rule, feminine: ['kind', '(warm'] };
    expect(() => codedWordsCheck.compile([broken], environment)).toThrow(RuleError);
    try {
      codedWordsCheck.compile([broken], environment);
    } catch (error) {
      expect((error as RuleError).path).toEqual(['feminine', 1]);
    }
  });
});
