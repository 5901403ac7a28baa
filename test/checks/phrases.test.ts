import { describe, expect, it } from 'vitest';
import { phrasesCheck } from '../../src/checks/phrases.ts';
import { apply, check, environment, found, posting, rule } from './phrases-support.ts';

/** The text after each fix of the only finding. */
function fixed(fields: Parameters<typeof rule>[0], text: string): string[] {
  const draft = posting([text]);
  const [finding, ...more] = check(rule(fields), draft);
  expect(more).toEqual([]);
  return finding!.fixes.map(({ edits }) => apply(draft.source, edits).trim());
}

describe('a rule', () => {
  it('points at the marked part and says what its message says', () => {
    const draft = posting(['Hello.', 'Recent  college graduates welcome.']);
    const [finding] = check(
      rule({
        severity: 'info',
        message: '“{match}” of a {1}; say {suggestion}.',
        phrases: [{ match: '[recent (college|school) graduate/n]', suggest: ['early-career applicant/n'] }],
      }),
      draft,
    );
    expect(finding).toMatchObject({
      rule: 'age/test',
      severity: 'info',
      message: '“Recent college graduates” of a college; say early-career applicants.',
    });
    expect(draft.source.slice(finding!.span.start, finding!.span.end)).toBe('Recent  college graduates');
  });

  it('lets a phrase have its own level and message', () => {
    const phrases = ['ninja', { match: 'guru', severity: 'error' as const, message: 'No {match}.' }];
    const findings = check(rule({ phrases }), 'Ninja or guru.');
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', '“Ninja” is found.'],
      ['error', 'No guru.'],
    ]);
  });

  it('that is off by default warns when it is on', () => {
    expect(check(rule({ severity: 'off' }), 'A ninja.')[0]?.severity).toBe('warning');
  });

  it('looks at paragraphs in its languages only', () => {
    const german = posting([{ text: 'Ein Ninja.', language: 'de' }]);
    expect(found({}, german)).toEqual([]);
    expect(found({ languages: ['de'] }, german)).toEqual(['Ninja']);
    expect(found({ languages: ['*'] }, german)).toEqual(['Ninja']);
  });
});

describe('several phrases of a rule at one place', () => {
  it('are one finding, of the longest', () => {
    expect(found({ phrases: ['young', 'young people', 'people'] }, 'Young people.')).toEqual([
      'Young people',
    ]);
    expect(found({ phrases: ['sales ninja', 'ninja guru'] }, 'A sales ninja guru.')).toEqual(['sales ninja']);
  });

  it('are one finding of the first, where they are equally long', () => {
    const phrases = [
      { match: 'young/a', message: 'first' },
      { match: 'young', message: 'second' },
    ];
    expect(check(rule({ phrases }), 'Young.').map(({ message }) => message)).toEqual(['first']);
  });

  it('are several findings where their marked parts are apart', () => {
    expect(found({ phrases: ['[young] and dynamic', 'young and [dynamic]'] }, 'young and dynamic')).toEqual([
      'young',
      'dynamic',
    ]);
  });

  it('leave alone what a longer one takes as harmless', () => {
    const phrases = ['ninja', { match: 'code ninja', unless: [{ after: 'conference' }] }];
    expect(found({ phrases }, 'The code ninja conference.')).toEqual([]);
    expect(found({ phrases }, 'A code ninja.')).toEqual(['code ninja']);
  });

  it('find the shorter one where the longer one counts only elsewhere', () => {
    const phrases = ['ninja', { match: 'code ninja', only: [{ section: 'requirements' as const }] }];
    expect(found({ phrases }, 'A code ninja.')).toEqual(['ninja']);
  });

  it('are findings of each rule when they are of two', () => {
    const rules = [rule({ phrases: ['young people'] }, 'age/one'), rule({ phrases: ['young'] }, 'age/two')];
    expect(check(rules, 'young people').map((finding) => finding.rule)).toEqual(['age/one', 'age/two']);
  });
});

describe('fixes', () => {
  it('take the form that the words have', () => {
    const phrases = [{ match: 'foreman/n', suggest: ['supervisor/n', 'site lead/n'] }];
    expect(fixed({ phrases }, "The foremen's hut")).toEqual(["The supervisors' hut", "The site leads' hut"]);
    expect(
      fixed({ phrases: [{ match: 'man/v the desk', suggest: 'staff/v the desk' }] }, 'Manning the desk'),
    ).toEqual(['Staffing the desk']);
    expect(fixed({ phrases: [{ match: 'young/a', suggest: 'new/a' }] }, 'the youngest of us')).toEqual([
      'the newest of us',
    ]);
  });

  it('take each form from the word of the same number, the marked ones first', () => {
    const phrases = [{ match: 'hire/v [girl/n and boy/n]', suggest: 'assistant/n and porter/n' }];
    expect(fixed({ phrases }, 'We hired girls and boy')).toEqual(['We hired assistants and porter']);
  });

  it('fill in captures and names', () => {
    const phrases = [
      {
        match: 'native <language> (speaker|writer)',
        suggest: ['{1} of fluent {language}', 'fluent in {language}'],
      },
    ];
    expect(fixed({ phrases }, 'A native German speaker')).toEqual([
      'A speaker of fluent German',
      'A fluent in German',
    ]);
  });

  it('keep capitals and see to articles', () => {
    const phrases = [{ match: 'craftsman/n', suggest: 'artisan/n' }];
    expect(fixed({ phrases }, 'Craftsman wanted')).toEqual(['Artisan wanted']);
    expect(fixed({ phrases }, 'Find a craftsman.')).toEqual(['Find an artisan.']);
  });

  it('take words out', () => {
    const draft = posting(['A young team.']);
    const [finding] = check(rule({ phrases: [{ match: 'young', suggest: '' }] }), draft);
    expect(finding!.fixes.map(({ title }) => title)).toEqual(['Remove “young”']);
    expect(apply(draft.source, finding!.fixes[0]!.edits).trim()).toBe('A team.');
  });

  it('are named after what they put in', () => {
    const [finding] = check(rule({ phrases: [{ match: 'foreman/n', suggest: 'supervisor/n' }] }), 'Foremen');
    expect(finding!.fixes.map(({ title, safety }) => [title, safety])).toEqual([
      ['Replace with “Supervisors”', 'suggestion'],
    ]);
  });

  it('are safe where rule or phrase say so', () => {
    const safety = (fields: Parameters<typeof rule>[0]) => check(rule(fields), 'guru')[0]!.fixes[0]!.safety;
    expect(safety({ safety: 'safe', phrases: [{ match: 'guru', suggest: 'expert' }] })).toBe('safe');
    expect(safety({ phrases: [{ match: 'guru', suggest: 'expert', safety: 'safe' }] })).toBe('safe');
  });

  it('are left out where they would change nothing', () => {
    expect(
      check(rule({ phrases: [{ match: 'guru', suggest: ['guru', 'expert'] }] }), 'guru')[0]!.fixes,
    ).toHaveLength(1);
  });
});

describe('mistakes in rules', () => {
  const mistake = (fields: Parameters<typeof rule>[0]) => {
    try {
      phrasesCheck.compile([rule(fields)], environment());
    } catch (error) {
      const { name, rule: id, path, message } = error as Error & { rule: string; path: (string | number)[] };
      return [name, id, path.join('.'), message];
    }
    return undefined;
  };

  it.each<[Parameters<typeof rule>[0], string, RegExp]>([
    [{ phrases: ['ninja', 'a (b|)'] }, 'phrases.1', /empty.*character 6/],
    [{ phrases: [{ match: 'a/x' }] }, 'phrases.0.match', /no ending/],
    [{ phrases: [{ match: ['a', '<lnaguage>'] }] }, 'phrases.0.match.1', /no list/],
    [{ unless: [{ after: '(a' }] }, 'unless.0.after', /not closed/],
    [{ unless: { nearby: ['a', '*'] } }, 'unless.nearby.1', /gap/],
    [
      { phrases: [{ match: 'a', only: [{ negated: true, posting: 'x |' }] }] },
      'phrases.0.only.0.posting',
      /between/,
    ],
    [{ phrases: [{ match: 'a', suggest: ['b', '{1}'] }] }, 'phrases.0.suggest.1', /stands for nothing/],
    [{ phrases: [{ match: '(a|b)', suggest: '{2}' }] }, 'phrases.0.suggest', /stands for nothing/],
    [{ phrases: [{ match: 'ladies', suggest: 'person/n' }] }, 'phrases.0.suggest', /takes its form/],
    [{ message: '{language}' }, 'message', /stands for nothing/],
    [{ message: 'Say {suggestion}.', phrases: ['a'] }, 'phrases.0', /suggests nothing/],
  ])('%j', (fields, path, message) =>
    expect(mistake(fields)).toEqual(['RuleError', 'age/test', path, expect.stringMatching(message)]),
  );

  it('are keys that the schema does not know', () => {
    const valid = (fields: unknown) => phrasesCheck.fields.safeParse(fields).success;
    expect(valid({ message: 'm', phrases: ['a'] })).toBe(true);
    expect(valid({ message: 'm', phrases: [] })).toBe(false);
    expect(valid({ message: 'm', phrases: [{ match: 'a', sugest: 'b' }] })).toBe(false);
    expect(valid({ message: 'm', phrases: ['a'], unless: [{ aftr: 'b' }] })).toBe(false);
    expect(valid({ message: 'm', phrases: ['a'], unless: [{}] })).toBe(false);
    expect(valid({ message: 'm', phrases: ['a'], unless: [{ sentence: 'b', within: 3 }] })).toBe(false);
    expect(valid({ message: 'm', phrases: ['a'], unless: [{ section: 'benefit' }] })).toBe(false);
  });
});

describe('rules that look beyond the block', () => {
  it('are named', () => {
    const runner = phrasesCheck.compile(
      [
        rule({ unless: [{ nearby: 'a', section: 'benefits' }] }, 'age/block'),
        rule({ unless: [{ posting: 'a' }] }, 'age/posting'),
        rule({ phrases: ['b', { match: 'a', only: [{ sentence: 'b' }, { under: 'b' }] }] }, 'age/under'),
        rule({ only: { title: 'b' } }, 'age/title'),
      ],
      environment(),
    );
    expect([...runner.dependsOnPosting!]).toEqual(['age/posting', 'age/under', 'age/title']);
  });
});
