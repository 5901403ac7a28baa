import { describe, expect, it } from 'vitest';
import { createLinter, DEFAULT_CONFIG } from '../../src/lint/index.ts';

const on = (asOf: string | undefined) => createLinter({ ...DEFAULT_CONFIG, asOf });
const june = on('2027-06-15');

function passed(text: string, linter = june): unknown[] {
  const { findings } = linter.lint(text, { path: 'draft.md', format: 'markdown' });
  return findings.filter(({ rule }) => rule.endsWith('-date-passed')).map(({ data: { date } }) => date);
}

describe('a closing date', () => {
  it.each([
    ['**Closing date:** 14 June 2027', '2027-06-14'],
    ['Applications close at noon on Friday, 4 June 2027.', '2027-06-04'],
    ['## How to apply\n\nSend us your CV by 1 June 2027.', '2027-06-01'],
    ['| Deadline | 1 June 2027 |\n|---|---|\n| Pay | $20 an hour |', '2027-06-01'],
    ['Apply by 1 May 2027. The deadline is now 1 June 2027.', '2027-06-01'],
  ])('that has passed: %s', (text, day) => {
    expect(passed(`# Baker\n\n${text}`)).toEqual([day]);
  });

  it.each([
    'Closing date: 15 June 2027',
    'Closing date: 4/7/2027',
    'Apply by 1 May 2027. The second round closes on 1 July 2027.',
    'Apply by 1 May 2027, or later: we recruit on a rolling basis.',
    'Applications are open. We opened on 1 May 2021.',
    'You closed the books on 1 May 2021.',
  ])('that has not: %s', (text) => {
    expect(passed(`# Baker\n\n${text}`)).toEqual([]);
  });

  it('is not judged without a day to judge by', () => {
    expect(passed('# Baker\n\nClosing date: 14 June 1999', on(undefined))).toEqual([]);
  });

  it('is found in the front matter', () => {
    expect(passed('---\ntitle: Baker\ncloses: 2027-06-01\n---\n\nYou bake.')).toEqual(['2027-06-01']);
  });
});
