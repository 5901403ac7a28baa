import { describe, expect, it } from 'vitest';
import { type PronounFields, pronounsCheck } from '../../src/checks/pronouns.ts';
import { RuleError } from '../../src/contract/check.ts';
import { apply, environment, read, ruleFile } from './reading.ts';

const rules = ['gender/pronouns', 'gender/paired-pronouns'].map((id) => ruleFile<PronounFields>(id));
const runner = pronounsCheck.compile(rules, environment);

function lint(text: string) {
  return (runner.posting?.(read(text)) ?? []).map(({ span, severity, fixes, rule }) => ({
    rule,
    severity,
    match: text.slice(span.start, span.end),
    fixed: fixes.map(({ edits }) => apply(text, edits)),
  }));
}

describe('the first fix', () => {
  it.each([
    ['He will manage the night shift.', 'You will manage the night shift.'],
    ['She reports to the ward manager.', 'You report to the ward manager.'],
    ['In this role he is responsible for stock.', 'In this role you are responsible for stock.'],
    ['If she has questions, we help.', 'If you have questions, we help.'],
    ['When he’s on call, a deputy steps in.', 'When you’re on call, a deputy steps in.'],
    ["He's been with us before.", "You've been with us before."],
    [
      "He's completed a course and isn't afraid of heights.",
      "You've completed a course and aren't afraid of heights.",
    ],
    ['Ideally she’ll have worked here.', 'Ideally you’ll have worked here.'],
    ['Has she led a shift before?', 'Have you led a shift before?'],
    ["Doesn't he drive?", "Don't you drive?"],
    ['Neither does she.', 'Neither do you.'],
    ['How many shifts was he given?', 'How many shifts were you given?'],
    ['He usually works nights and never complains.', 'You usually work nights and never complain.'],
    ['She plans, checks and signs orders.', 'You plan, check and sign orders.'],
    ['He plans routes and schedules.', 'You plan routes and schedules.'],
    ['He plans routes and keeps the log.', 'You plan routes and keep the log.'],
    [
      'He carries parcels, has a licence, and is friendly.',
      'You carry parcels, have a licence, and are friendly.',
    ],
    ['He was trained on site.', 'You were trained on site.'],
    ['He led two teams and must lead again.', 'You led two teams and must lead again.'],
    ['He plans his own rota.', 'You plan your own rota.'],
    ['He himself decides.', 'You yourself decide.'],
    ['He checks stock and orders parts.', 'You check stock and order parts.'],
    [
      'He is fluent in Welsh, has a van and likes dogs.',
      'You are fluent in Welsh, have a van and like dogs.',
    ],
    ['She can drive and has a van.', 'You can drive and have a van.'],
    ['He will handle orders and returns.', 'You will handle orders and returns.'],
    ['He works hard and customers trust us.', 'You work hard and customers trust us.'],
    ['He and his team plan the route.', 'You and your team plan the route.'],
    ['The applicant should send her CV by Friday.', 'The applicant should send their CV by Friday.'],
    ['Each teacher gives her pupils feedback.', 'Each teacher gives their pupils feedback.'],
    ['She lies low on risk and pushes for quality.', 'You lie low on risk and push for quality.'],
    ['He digs in and copes with change.', 'You dig in and cope with change.'],
    ['She plans routes and schedules for drivers.', 'You plan routes and schedules for drivers.'],
    ['She sells tickets and programmes at the gate.', 'You sell tickets and programmes at the gate.'],
    ['He (or she) is on call.', 'You are on call.'],
    ['Only HE WILL do.', undefined],
    [
      'If he has questions and needs help, we are there.',
      'If you have questions and need help, we are there.',
    ],
    ['HE IS ON CALL', 'YOU ARE ON CALL'],
    ['S/he is on call.', 'You are on call.'],
    ['(S)he is on call.', 'You are on call.'],
    ['He/She is on call.', 'You are on call.'],
    ['- He plans routes\n- Keeps the log', '- You plan routes\n- Keeps the log'],
    ['**He** is on call.', '**You** are on call.'],
    ['The team will support her.', 'The team will support them.'],
    ['You report to the principal. She loves music.', 'You report to the principal. They love music.'],
    ['The choice is hers.', 'The choice is theirs.'],
    ['Help her plan the rota.', 'Help them plan the rota.'],
    ['Manage his diary.', 'Manage their diary.'],
    ['You assist the director with her diary.', 'You assist the director with their diary.'],
    [
      'A good charge nurse knows when he should escalate.',
      'A good charge nurse knows when they should escalate.',
    ],
    ['Each manager plans his/her own rota.', 'Each manager plans their own rota.'],
    ['Every driver checks his van before he leaves.', 'Every driver checks their van before they leave.'],
    [
      'The technician, who has his own van, is on call.',
      'The technician, who has their own van, is on call.',
    ],
    [
      'Someone who knows his craft and motivates himself.',
      'Someone who knows their craft and motivates themselves.',
    ],
    [
      'The successful candidate reports to the board. He must travel.',
      'The successful candidate reports to the board. They must travel.',
    ],
  ])('%s', (text, fixed) => {
    const [finding] = lint(text);
    expect(finding?.fixed[0]).toBe(fixed);
  });

  it('is the same for every pronoun of the sentence and leaves none', () => {
    const found = lint('Every driver checks his van before he leaves.');
    expect(found.map(({ match }) => match)).toEqual(['his', 'he']);
    expect(new Set(found.map(({ fixed }) => fixed[0])).size).toBe(1);
    expect(lint(found[0]?.fixed[0] ?? '')).toEqual([]);
  });

  it.each([
    'He checks stock and orders quickly.',
    'The driver himself loads the van.',
    'He checks that the gate is shut and locks the till.',
    'Every driver checks the van before he leaves and signs the log.',
    'Give her feedback often.',
    'Help her work.',
    'He, of all people, knows.',
  ])('is not offered where the verb or the role cannot be told: %s', (text) => {
    expect(lint(text).map(({ fixed }) => fixed)).toEqual([[]]);
  });

  it('offers “they” only where “you” would be someone else', () => {
    expect(lint('A good nurse knows when he should ask.')[0]?.fixed).toHaveLength(1);
    expect(lint('He should ask.')[0]?.fixed).toEqual(['You should ask.', 'They should ask.']);
  });
});

describe('left alone', () => {
  it.each([
    'Our founder, Jane Okafor, opened the clinic in 2009; she still sees patients.',
    'Meet our CEO, Wambui Njoroge. She founded the firm in 2011.',
    'Our founder still roasts the beans herself.',
    'Mr Patel retires in May; his successor will lead ten people.',
    'Dr. Li and her team run the lab.',
    'Sam leads the team. She joined in 2015.',
    "You shadow Samira, who'll show you her route.",
    'You read Dickens and his contemporaries.',
    'Bach and his sons wrote what you play.',
    'You catalogue Turner and his sketchbooks.',
    'Ask Thandiwe; her desk is by the door.',
    "His Master's Voice archive",
    'Tell us your pronouns (she/her, he/him, they/them).',
    'Our contact is Alex (she/they).',
    'Each colleague writes he, she or they in the pronouns field.',
    'A mother and her baby share a room.',
    'Guide dogs: a dog and his handler train for a year.',
    "His Majesty's Courts and Tribunals Service",
    'Our HE sector clients and the HER2 assay',
    'She Codes is our partner.',
    "Read 'His Dark Materials' with Year 9.",
    'You guide visitors through *Her Story*.',
    'We are now part of Hims & Hers, a health company.',
    'Every nurse keeps his/her/their notes.',
    'The sign says “he must not enter”.',
    'Er hat her gefunden und sie ist he.',
    'See https://example.org/he-or-she for our style.',
    '## About Priya Shah\n\nShe grew up in Pune and trained as a chef.',
  ])('%s', (text) => {
    expect(lint(text)).toEqual([]);
  });

  it.each([
    ['Contact Sam Jones for details. Every site manager plans his rota.', 'his'],
    ['Door supervisor, Swansea. He or she will hold a licence.', 'He or she'],
    ['Door supervisor, Milton Keynes. He will hold a licence.', 'He'],
    ['Led by Jane Okafor. He or she reports to Jane.', 'He or she'],
    ['We want a manager in Sydney. She will travel.', 'She'],
    ['You work with the Foreman and his team.', 'his'],
    ['Teacher and her class', 'her'],
    ['You report to Reception, and she signs you in.', 'she'],
  ])('but not: %s', (text, match) => {
    expect(lint(text).map((finding) => finding.match)).toEqual([match]);
  });
});

it('gives advice only where the person is served, not hired', () => {
  expect(lint('Support each patient and his family.')).toMatchObject([{ severity: 'info', match: 'his' }]);
  expect(lint('Each nurse supports his patients.')).toMatchObject([{ severity: 'warning' }]);
});

it('finds a pair of pronouns once, under its own rule', () => {
  expect(lint('He or she is on call.')).toMatchObject([
    { rule: 'gender/paired-pronouns', match: 'He or she' },
  ]);
});

it('rejects a pattern with a mistake, saying where it is', () => {
  const broken = { ...(rules[0] as (typeof rules)[0]), known: ['(our|the'] };
  expect(() => pronounsCheck.compile([broken], environment)).toThrow(RuleError);
});
