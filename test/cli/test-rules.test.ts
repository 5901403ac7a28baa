import { describe, expect, it } from 'vitest';
import { folder } from './harness.ts';

const SYNERGY = `check: phrases
severity: warning
summary: Synergy
why: Nobody knows what it means.
evidence: convention
message: Say what “{match}” stands for.
phrases:
  - match: synergy/n
    suggest: [teamwork]
  - deep dive
examples:
  catch:
    - text: Synergies matter.
      find: Synergies
      fixed: Teamwork matter.
  pass: [Energy matters.]
`;

const OPTIONS = { real: true };

describe('posting-lint test-rules', () => {
  it('says that all is well', async () => {
    const made = folder({
      '.posting-lint.yml': 'houseRules: own',
      'own/style/synergy.yml': SYNERGY,
      'own/README.md': 'Ours.',
    });
    const { code, stdout, stderr } = await made.posting(['test-rules'], OPTIONS);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'ok     style/synergy  own/style/synergy.yml: 1 to catch, 1 to leave alone\n1 rule tested, all as their examples say.\n',
    );
    expect(code).toBe(0);
    expect((await made.posting(['test-rules', 'own'], OPTIONS)).stdout).toBe(stdout);
    expect((await made.posting(['test-rules', 'own/style/synergy.yml'], OPTIONS)).stdout).toBe(stdout);
    expect((await made.posting(['test-rules', '--config', '.posting-lint.yml'], OPTIONS)).stdout).toBe(
      stdout,
    );
  });

  it.each([
    [
      'what is not caught',
      SYNERGY.replace('find: Synergies', 'find: matter'),
      'It finds nothing at “matter”',
    ],
    [
      'an example without the words',
      SYNERGY.replace('find: Synergies', 'find: xyz'),
      'The example does not contain “xyz”.',
    ],
    [
      'what is not left alone',
      SYNERGY.replace('[Energy', '[Synergy'),
      'It marks “Synergy”: Say what “Synergy” stands for.',
    ],
    ['another fix', SYNERGY.replace('fixed: Teamwork', 'fixed: Work'), 'Its fix gives “Teamwork matter.”.'],
    [
      'a fix where none is meant',
      SYNERGY.replace('fixed: Teamwork matter.', 'fixed: null'),
      'where no fix is meant',
    ],
    [
      'another level',
      SYNERGY.replace('fixed: T', 'severity: error\n      fixed: T'),
      'Its level is warning, not error.',
    ],
    [
      'a fix that does not settle it',
      SYNERGY.replace('[teamwork]', '[synergy of work]').replace('      fixed: Teamwork matter.\n', ''),
      'leaves or makes a finding of its own rule',
    ],
    ['no examples', SYNERGY.replace(/examples:[\s\S]*/, ''), 'There is no example of what it catches.'],
    [
      'a fix that is unkind',
      SYNERGY.replace('[teamwork]', '[guys]').replace('      fixed: Teamwork matter.\n', ''),
      'makes a finding of another rule',
    ],
  ])('tells of %s', async (_, text, told) => {
    const made = folder({ 'own/style/synergy.yml': text });
    const { code, stdout, stderr } = await made.posting(['test-rules', 'own'], OPTIONS);
    expect(stderr).toBe('');
    expect(stdout).toContain('fails  style/synergy');
    expect(stdout).toContain(told);
    expect(stdout).toMatch(/1 rule tested, 1 with failures\.\n$/);
    expect(code).toBe(1);
  });

  it('tries house styles of examples', async () => {
    const text = `check: names
severity: warning
summary: Ours
why: Ours.
evidence: convention
message: '{match} is {name}'
examples:
  house: {terms: [LoomKit]}
  catch: [Loomkit weaves.]
  pass: [LoomKit weaves.]
`;
    const made = folder({ 'own/style/loom.yml': text });
    expect((await made.posting(['test-rules', 'own'], OPTIONS)).code).toBe(0);
  });

  it.each([
    ['a mistake in a rule', ['test-rules', 'own'], /^own\/style\/synergy\.yml:3:1 unknown key “sumary”/],
    ['a folder that is not there', ['test-rules', 'gone'], /“gone” cannot be read: there is no .*gone/],
    ['no rules at all', ['test-rules'], /names none under houseRules/],
    ['a flag of others', ['test-rules', '--fix'], /--fix does not go with “posting-lint test-rules”/],
  ])('fails for %s', async (_, argv, told) => {
    const made = folder({ 'own/style/synergy.yml': SYNERGY.replace('summary', 'sumary') });
    const { code, stdout, stderr } = await made.posting(argv, OPTIONS);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(told);
  });
});
