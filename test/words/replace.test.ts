import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceWords } from '../../src/words/replace.ts';

/** `text` with the words between ‹ and › replaced. */
function apply(marked: string, replacement: string): string | undefined {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  const edit = replaceWords(text, { start, end }, replacement);
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

describe('replacing words', () => {
  it.each([
    ['‹Salesmen› wanted in Leeds.', 'salespeople', 'Salespeople wanted in Leeds.'],
    ['We want a ‹salesman›.', 'salesperson', 'We want a salesperson.'],
    ['Find a ‹craftsman› for the stairs.', 'artisan', 'Find an artisan for the stairs.'],
    ['Be an ‹anchorman›.', 'news presenter', 'Be a news presenter.'],
    ['An ‹actress› is needed.', 'performer', 'A performer is needed.'],
    ['A ‹craftsman› is needed.', 'artisan', 'An artisan is needed.'],
    ['A ‹CRAFTSMAN› IS NEEDED', 'artisan', 'AN ARTISAN IS NEEDED'],
    ['‹ROCKSTAR› DEVELOPER', 'skilled', 'SKILLED DEVELOPER'],
    ['The ‹foremen›’s hut', 'supervisors', 'The supervisors’ hut'],
    ["The ‹foreman›'s hut", 'supervisor', "The supervisor's hut"],
    ["A ‹draughtsman›'s eye", 'drafter', "A drafter's eye"],
    ["The ‹salesgirls›' room", 'sales staff', "The sales staff's room"],
    ["The 'dinner ‹ladies›' eat", 'staff', "The 'dinner staff' eat"],
    ['Experienced ‹Handyman› Wanted', 'maintenance technician', 'Experienced Maintenance Technician Wanted'],
    [
      '‹Handyman› wanted for our hotel',
      'maintenance technician',
      'Maintenance technician wanted for our hotel',
    ],
    ['‹Cleaning Lady› for two offices', 'office cleaner', 'Office Cleaner for two offices'],
    ['Report to the ‹Chairman› of the board.', 'chair', 'Report to the Chair of the board.'],
    ['Plan the ‹manpower› for two mills.', 'the workforce', 'Plan the workforce for two mills.'],
    ['Plan ‹manpower› for two mills.', 'the workforce', 'Plan the workforce for two mills.'],
    ['An ‹8-hour› shift', 'one-off', 'A one-off shift'],
    ['A ‹temp› role', 'HR', 'An HR role'],
    ['You are ‹OCD› about labels.', 'meticulous', 'You are meticulous about labels.'],
    ['‹OCD› about labels?', 'meticulous', 'Meticulous about labels?'],
    ['You need ‹Canadian experience› here.', 'relevant experience', 'You need relevant experience here.'],
    ['‹Canadian experience› is a must.', 'relevant experience', 'Relevant experience is a must.'],
    ['We need a ‹Chinese› driver.', 'good', 'We need a good driver.'],
    ['Our ‹Marketing Guru› leads.', 'expert', 'Our Expert leads.'],
    ['We need a ‹Girl Friday›.', 'office assistant', 'We need an office assistant.'],
    ['Ex-‹policemen› do well.', 'police officers', 'Ex-police officers do well.'],
    ['Work as a  ‹stewardess›.', 'inflight host', 'Work as an  inflight host.'],
  ])('%s + %s', (text, replacement, expected) => {
    expect(apply(text, replacement)).toBe(expected);
  });
});

describe('taking words out', () => {
  it.each([
    ['We are a ‹young› and friendly team of ten.', 'We are a friendly team of ten.'],
    ['We are a friendly and ‹young› team.', 'We are a friendly team.'],
    ['A friendly, ‹young› team', 'A friendly team'],
    ['a friendly, ‹young› and dynamic team', 'a friendly and dynamic team'],
    ['a small, friendly, ‹young› and dynamic team', 'a small, friendly and dynamic team'],
    ['a friendly, ‹young›, and dynamic team', 'a friendly and dynamic team'],
    ['a friendly, ‹young›, dynamic team', 'a friendly, dynamic team'],
    ['a ‹young›, friendly team', 'a friendly team'],
    ['an ‹energetic› person', 'a person'],
    ['a ‹vibrant› office', 'an office'],
    ['A very ‹young› office', 'An office'],
    ['‹Young›, dynamic team in Leeds', 'Dynamic team in Leeds'],
    ['‹Young› professionals wanted', 'Professionals wanted'],
    ['We hire. ‹Energetic› people fit.', 'We hire. People fit.'],
    ['We are friendly and ‹young›.', 'We are friendly.'],
    ['We are friendly, open and ‹young›.', 'We are friendly and open.'],
    ['We are friendly, open, and ‹young›.', 'We are friendly and open.'],
    ['You are ‹young› and friendly.', 'You are friendly.'],
    ['You are ‹young› and able to travel.', 'You are able to travel.'],
    ['You are ‹young›, friendly and open.', 'You are friendly and open.'],
    ['Delivery driver (‹male›)', 'Delivery driver'],
    ['Delivery driver (‹male›), Pune', 'Delivery driver, Pune'],
    ['Front office, ‹female preferred›, Jaipur', 'Front office, Jaipur'],
    ['Front office, ‹female preferred›.', 'Front office.'],
    ['Front office – ‹female preferred›', 'Front office'],
    ['In 2020, ‹young› people joined.', 'In 2020, people joined.'],
    ['We coach ‹energetic› people.', 'We coach people.'],
  ])('%s', (text, expected) => {
    expect(apply(text, '')).toBe(expected);
  });

  it.each([
    'You must be ‹young›.',
    'You must be ‹young› to apply.',
    '‹Females only.›',
    'Bring your licence. ‹Females only›.',
    'You are ‹young› and live in Leeds.',
    'You are ‹young›, but we do not mind.',
    'We work with the ‹young›.',
    'The ‹young› in our team win.',
    'Gender: ‹female›',
    'A ‹male›/female role',
    '‹young›-at-heart people',
    'If you apply, ‹young› and old are welcome.',
    'Call now and ‹young› people answer.',
    "The ‹young›'s choice",
    '‹Ladies only›, please.',
    ', and ‹young›',
  ])('%s: no good English would be left', (text) => {
    expect(apply(text, '')).toBeUndefined();
  });

  it('never touches text far from the words, never leaves double spaces', () => {
    const word = fc.constantFrom(
      'a',
      'friendly',
      'team',
      'and',
      ',',
      'young',
      'we',
      'are',
      'open',
      '.',
      'very',
      'Big',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 8 }), (before, after) => {
        const join = (words: string[]) =>
          words
            .join(' ')
            .replace(/ ([,.)])/g, '$1')
            .replace(/\( /g, '(');
        const text = join([...before, 'young', ...after]);
        const start = join([...before, 'young']).length - 5;
        const edit = replaceWords(text, { start, end: start + 5 }, '');
        if (!edit) return;
        const result = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        expect(edit.span.start).toBeLessThanOrEqual(start);
        expect(edit.span.end).toBeGreaterThanOrEqual(start + 5);
        expect(result).not.toMatch(/ {2}| [,.]/);
        expect(result.trim()).not.toBe('');
      }),
    );
  });
});
