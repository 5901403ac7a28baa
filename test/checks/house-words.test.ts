import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseWordsCheck } from '../../src/checks/house-words.ts';
import { namesCheck } from '../../src/checks/names.ts';
import { spellingVarietyCheck } from '../../src/checks/spelling-variety.ts';
import { ConfigError, ConfigResolver } from '../../src/config/index.ts';
import type { CheckKind } from '../../src/contract/check.ts';
import type { Finding } from '../../src/contract/finding.ts';
import type { House } from '../../src/contract/house.ts';
import type { Format } from '../../src/contract/report.ts';
import { KNOWN } from '../../src/lint/known.ts';
import { spellingOf } from '../../src/words/spelling.ts';
import { apply, environment, read, ruleFile } from './reading.ts';

function finder<Fields>(kind: CheckKind<Fields>, id: string, house: House) {
  const rule = ruleFile<Fields>(id);
  const runner = kind.compile([rule], { ...environment, house });
  return (text: string, format: Format = 'markdown'): Finding[] => {
    const posting = read(text, format);
    return [
      ...posting.blocks.flatMap((block) => runner.block?.(block, posting) ?? []),
      ...(runner.posting?.(posting) ?? []),
    ];
  };
}

const NAMES: House = {
  company: { name: 'Halden Row', not: ['Haldenrow'] },
  terms: [{ name: 'PostgreSQL', not: ['Postgres SQL'] }, { name: 'Shape' }, { name: 'LoomKit' }],
};
const names = finder(namesCheck, 'style/names', NAMES);

describe('names', () => {
  it.each([
    ['We use Postgres SQL.', 'Postgres SQL', 'PostgreSQL'],
    ["Halden row's looms", 'Halden row', 'Halden Row'],
    ['HALDEN ROW is where you weave.', 'HALDEN ROW', 'Halden Row'],
    ['A Loomkit-based mill', 'Loomkit', 'LoomKit'],
    ['[Haldenrow](https://haldenrow.example)', 'Haldenrow', 'Halden Row'],
    ['You tune postgresql.', 'postgresql', 'PostgreSQL'],
  ])('%s', (text, wrong, right) => {
    const [finding, ...others] = names(`${text}\n`);
    expect(others).toEqual([]);
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe(wrong);
    expect(apply(text, finding?.fixes[0]?.edits ?? [])).toBe(text.replace(wrong, right));
  });

  it.each([
    'Halden Row, PostgreSQL and LoomKit',
    'HALDEN ROW WEAVES',
    'Send it to weave@haldenrow.example or https://loomkit.example/postgresql.',
    'Edit postgresql.conf and ~/loomkit/loomkit_main.py, run `loomkit`, follow @Loomkit.',
    'In what shape is the haldenrowing boat?',
  ])('%s is right', (text) => {
    expect(names(`${text}\n`)).toEqual([]);
  });

  it('may be one the beginning of the other', () => {
    const find = finder(namesCheck, 'style/names', {
      terms: [{ name: 'Quarry Mead', not: ['Quarry'] }, { name: 'Quarry Mead Labs' }],
    });
    expect(find('Quarry Mead Labs is a part of Quarry Mead.\n')).toEqual([]);
    expect(find('Quarry is a part of Quarry.\n')).toHaveLength(2);
  });
});

describe('words of the house', () => {
  const find = finder(houseWordsCheck, 'style/house-words', {
    vocabulary: [
      { avoid: ['employee/n'], use: ['colleague/n', 'team member/n'], because: 'One team {of us}' },
      { avoid: ['utilise/v', 'utilize/v'], use: ['use/v'] },
      { avoid: ['leverage/v'], level: 'error' },
    ],
  });

  it('keep case, number and form', () => {
    const text = 'Employees utilised 3 looms. No employee is left alone.\n';
    const found = find(text);
    expect(found.map(({ message }) => message)).toEqual([
      'The house style has “colleagues” for “Employees”. One team of us.',
      'The house style has “used” for “utilised”.',
      'The house style has “colleague” for “employee”. One team of us.',
    ]);
    const fixed = [...found]
      .reverse()
      .reduce((draft, { fixes }) => apply(draft, fixes[0]?.edits ?? []), text);
    expect(fixed).toBe('Colleagues used 3 looms. No colleague is left alone.\n');
    expect(found[0]?.fixes.map(({ title }) => title)).toEqual([
      'Replace with “Colleagues”',
      'Replace with “Team members”',
    ]);
  });

  it('weigh as much as the house says', () => {
    expect(find('You leverage looms.\n')).toMatchObject([
      { severity: 'error', message: 'The house style does without “leverage”.', fixes: [] },
    ]);
  });

  it('with a mistake are told with their place in the configuration', async () => {
    const text = [
      'vocabulary:',
      '  - avoid: [staff, "(staff"]',
      '  - avoid: guru',
      '    use: "{1} expert"',
      '  - avoid: <sillylist> word',
      'title: {form: "* ["}',
      'overrides:',
      '  - files: a/**',
      '    vocabulary: [{avoid: "very?"}]',
    ].join('\n');
    const files = { read: (path: string) => (path === '/.posting-lint.yml' ? text : undefined) };
    const error = await new ConfigResolver(files, { known: KNOWN })
      .forFile('/job.md')
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    const told = (error as ConfigError).mistakes.map(({ line, column }) => `${line}:${column}`);
    expect(told).toEqual(['2:20', '4:10', '5:12', '6:15', '9:26']);
    for (const { message } of (error as ConfigError).mistakes)
      expect(message).toMatch(/^This pattern cannot be used: [A-Z“‘<].{10,}/);
  });
});

describe('spelling', () => {
  const gb = finder(spellingVarietyCheck, 'style/spelling-variety', { english: 'en-GB' });
  const wrong = (house: House, text: string) =>
    finder(
      spellingVarietyCheck,
      'style/spelling-variety',
      house,
    )(`${text}\n`).map(({ span }) => text.slice(span.start, span.end));

  it('differs from country to country', () => {
    const text = 'you organise and organize the colour and color of the centre and center';
    expect(wrong({ english: 'en-US' }, text)).toEqual(['organise', 'colour', 'centre']);
    expect(wrong({ english: 'en-GB' }, text)).toEqual(['organize', 'color', 'center']);
    expect(wrong({ english: 'en-GB-oxendict' }, text)).toEqual(['color', 'center']);
    expect(wrong({ english: 'en-CA' }, text)).toEqual(['organise', 'color', 'center']);
    expect(wrong({ english: 'en-AU' }, text)).toEqual(['organize', 'color', 'center']);
    expect(wrong({ english: 'en-IE' }, text)).toEqual(['organize', 'color', 'center']);
    expect(wrong({}, text)).toEqual([]);
  });

  it.each([
    'You practise in a practice with a licence to license.',
    'The program runs the tire press, the meter and the disk.',
    'Ask the Center for Weaving.',
    'He said “my favorite color”.',
    'Call `color()` in color.css, see /color/center.',
    'Your judgment, your inquiry, and aging well.',
  ])('%s is right in Britain', (text) => {
    expect(gb(`${text}\n`)).toEqual([]);
  });

  it('is put right in the form and case of the word', () => {
    const text = '**Labeling** looms, ANALYZING threads and *fulfilling* orders at the theaters.\n';
    const fixed = gb(text)
      .reverse()
      .reduce((draft, { fixes }) => apply(draft, fixes[0]?.edits ?? []), text);
    expect(fixed).toBe('**Labelling** looms, ANALYSING threads and *fulfilling* orders at the theatres.\n');
  });

  it('leaves names of the configuration alone', () => {
    const runner = spellingVarietyCheck.compile([ruleFile('style/spelling-variety')], {
      ...environment,
      terms: ['color.io'],
      house: { english: 'en-GB' },
    });
    const posting = read('We use color.io for color.\n');
    expect(posting.blocks.flatMap((block) => runner.block?.(block, posting) ?? [])).toHaveLength(1);
  });

  it('of a pair leads from the one to the other', () => {
    expect(spellingOf('color')).toMatchObject({ of: 'US', other: 'colour', wrongIn: ['GB', 'CA', 'AU'] });
    expect(spellingOf('colour')).toMatchObject({ of: 'GB', other: 'color', wrongIn: ['US'] });
    expect(spellingOf('program')?.wrongIn).toEqual([]);
    expect(spellingOf('loom')).toBeUndefined();
  });
});

describe('fixes of words', () => {
  const word = fc.constantFrom(
    ...'Haldenrow postgresql loomkit employees utilise color organize center Shape the a , . **bold** loom and'.split(
      ' ',
    ),
  );
  const finders = [
    names,
    finder(houseWordsCheck, 'style/house-words', {
      vocabulary: [
        { avoid: ['employee/n'], use: ['colleague/n'] },
        { avoid: ['utilise/v'], use: ['use/v'] },
      ],
    }),
    finder(spellingVarietyCheck, 'style/spelling-variety', { english: 'en-GB' }),
  ];

  it('done twice are the same as once, and touch nothing else', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 15 }), fc.constantFrom(...finders), (words, find) => {
        const text = `# Weaver\n\n${words.join(' ')}\n`;
        const findings = find(text);
        const fixed = [...findings]
          .sort((a, b) => b.span.start - a.span.start)
          .reduce((draft, { fixes }) => apply(draft, fixes[0]?.edits ?? []), text);
        expect(find(fixed).filter(({ fixes }) => fixes.length > 0)).toEqual([]);
        for (const { span, fixes } of findings)
          for (const { span: edited } of fixes[0]?.edits ?? []) {
            // The article before the word may have to change.
            expect(edited.start).toBeGreaterThanOrEqual(span.start - 'an '.length);
            expect(edited.end).toBeLessThanOrEqual(span.end);
          }
      }),
      { numRuns: 300 },
    );
  });
});
