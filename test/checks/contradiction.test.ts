import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '../../src/contract/report.ts';
import type { Rule } from '../../src/contract/rule.ts';
import { createLinter, DEFAULT_CONFIG } from '../../src/lint/index.ts';

const linter = createLinter();

function contradictions(text: string): string[] {
  return found(text).map(({ rule }) => rule);
}

function found(text: string): ReportFinding[] {
  const { findings } = linter.lint(text, { path: 'draft.md', format: 'markdown' });
  return findings.filter(({ data }) => 'other' in data);
}

const REMOTE = 'clarity/remote-or-on-site';
const ENTRY = 'clarity/entry-level-years';
const SENIOR = 'clarity/senior-without-years';
const FULL = 'clarity/full-time-hours';
const PART = 'clarity/part-time-hours';
const TERM = 'clarity/permanent-or-fixed-term';
const NOVICE = 'clarity/no-experience-needed';
const DEGREE = 'clarity/degree-or-not';
const VISA = 'clarity/visa-sponsorship';
const TRAVEL = 'clarity/travel-or-not';

describe('contradictions', () => {
  it.each([
    [REMOTE, '# Tester (Remote)\n\nYou work from our Lyon office 5 days a week.'],
    [REMOTE, '# Tester\n\n**Location:** Remote\n\nThis position is not remote.'],
    [REMOTE, '# Tester\n\nThis is a fully remote role.\n\nYou are on-site five days a week.'],
    [REMOTE, '# Tester - Remote\n\n**Work model:** On-site'],
    [
      REMOTE,
      '# Tester\n\n## Location\n\nRemote\n\n## Hours\n\nYou are expected in the office five days a week.',
    ],
    [
      REMOTE,
      '---\ntitle: Tester\nlocation: Remote\n---\n\nThis is an on-site role in Porto; no remote work.',
    ],
    [
      REMOTE,
      '# Tester\n\nYou can work from anywhere in the world. Remote work is not possible in this team.',
    ],
    [REMOTE, '# Tester\n\nWe offer a 100% remote position.\n\nAttendance: 5 days per week in the office.'],
    [ENTRY, '# Entry-level buyer\n\n## You bring\n\n- Minimum 5 years of experience in retail buying'],
    [ENTRY, '# Buyer (junior)\n\n## Requirements\n\n- 5-7 years’ experience buying shoes'],
    [ENTRY, '# Jr. Buyer\n\nRequirements:\n\n- Six years experience as a buyer'],
    [ENTRY, '# Buyer\n\nThis is an entry level role.\n\n## What you need\n\n- 5+ years of buying experience'],
    [ENTRY, '# Graduate engineer\n\n## Requirements\n\n- At least five (5) years of experience with pumps'],
    [ENTRY, '# Buyer\n\nThis entry-level position requires 5+ years of experience.'],
    [
      ENTRY,
      '# Buyer\n\n**Experience level:** Junior\n\n## Requirements\n\n- 4 years of experience in purchasing',
    ],
    [SENIOR, '# Senior tester\n\n## Requirements\n\n- 1-2 years of experience in testing'],
    [SENIOR, '# Head of testing\n\n## Requirements\n\nNo previous experience needed.'],
    [FULL, '# Clerk (full-time position)\n\nWorking hours: 16 hours per week'],
    [FULL, '# Clerk\n\n- Employment type: Full-time\n- Hours per week: 20'],
    [FULL, '---\ntitle: Clerk\nemployment_type: full-time\n---\n\nYou work twenty hours a week.'],
    [FULL, '# Clerk\n\nThis is a full-time role (20 hours/week).'],
    [FULL, '# Clerk\n\n| Contract | Full-time |\n|---|---|\n| Hours | 20 hours per week |'],
    [PART, '# Clerk\n\nThis is a part-time job.\n\n**Hours:** 40 hours per week'],
    [PART, '# Clerk\n\nEmployment type: Part-time\n\nThis full-time position reports to the town clerk.'],
    [TERM, '# Clerk\n\nWe offer a permanent contract.\n\n**Contract:** fixed-term until 30 June'],
    [TERM, '# Clerk\n\nEmployment type: Permanent\n\nThis is a temporary position for the summer.'],
    [TERM, '# Clerk\n\nContract type: Temporary\n\nThis is a permanent, full-time role.'],
    [TERM, '---\ntitle: Clerk\ntype: permanent\n---\n\nIt is a six-month contract.'],
    [
      NOVICE,
      '# Picker\n\nNo experience necessary!\n\n## Requirements\n\n- 1+ years of experience in a warehouse',
    ],
    [
      NOVICE,
      '# Picker\n\nNo prior experience is required.\n\nYou have at least three years of warehouse experience.',
    ],
    [
      DEGREE,
      '# Coder\n\nYou do not need a degree.\n\n## Requirements\n\n- You must have a degree in computing',
    ],
    [DEGREE, '# Coder\n\nA degree is not required.\n\n- University degree required'],
    [VISA, '# Coder\n\nUnable to provide visa sponsorship.\n\nWe sponsor visas and pay for the move.'],
    [VISA, '# Coder\n\nVisa sponsorship is available. Sorry, no visa sponsorship for this role.'],
    [TRAVEL, '# Coder\n\nTravel: none\n\nUp to 50% travel.'],
    [TRAVEL, '# Coder\n\nNo travel required.\n\nYou must be willing to travel to three plants.'],
  ])('%s in %j', (rule, text) => {
    expect(contradictions(text)).toEqual([rule]);
  });

  it.each([
    '# Tester\n\nRemote or hybrid. In Lyon, most come to the office five days a week.',
    '# Tester\n\nYou support our fully remote team. This role is on-site.',
    '# Tester (remote)\n\nIf the position is not remote, your pay depends on the office.',
    '# Tester (remote)\n\nThe first month is on-site five days a week, then you work from home.',
    '# Junior buyer\n\n## Nice to have\n\n- 5 years of experience in retail',
    '# Junior buyer\n\n## About us\n\nWe have 20 years of experience in retail.',
    '# Junior or mid-level buyer\n\n## Requirements\n\n- 5 years of experience for mid-level',
    '# Junior buyer\n\n## Requirements\n\n- A degree in retail or 5 years of experience',
    '# Junior college lecturer\n\n## Requirements\n\n- 5 years of experience in teaching',
    '# Clerk\n\nFull-time position\n\n## What you do\n\n- Staff the desk 20 hours a week',
    '# Clerk\n\nFull-time, or part-time from 20 hours a week.',
    '# Clerk\n\nPart-time position, 20 hours per week. Our office is open 40 hours a week.',
    '# Clerk\n\nA fixed-term contract for a year, with the prospect of a permanent position.',
    '# Clerk\n\nThis permanent position replaces two temporary ones.\n\n## What you do\n\n- Pay temporary positions',
    '# Coder\n\nNo experience with Rust needed.\n\n## Requirements\n\n- 3 years of experience in C',
    '# Coder\n\nA degree is not required but welcome.\n\n## Requirements\n\n- You must have a driving licence',
    '# Coder\n\nWe cannot sponsor visas for this role, but we do for senior roles in some of our roles.',
    '# Coder\n\nNo travel required outside the city.\n\nAbout 20% travel between our schools.',
  ])('none in %j', (text) => {
    expect(contradictions(text)).toEqual([]);
  });

  it('stand on the later passage and quote the earlier one', () => {
    const text = '# Clerk\n\nEmployment type: Permanent\n\nIt is a **six-month** contract.';
    const [finding] = found(text);
    expect(finding).toMatchObject({
      message: expect.stringContaining('“six-month contract”'),
      data: { other: 'Permanent', otherOffset: text.indexOf('Permanent') },
    });
    expect(text.slice(finding?.range.start.offset, finding?.range.end.offset)).toBe('six-month** contract');
  });

  it('stand in the front matter where that is all there is after', () => {
    const text = '---\ntitle: Junior buyer\nexperience: 5+ years of experience\n---\n\nYou buy shoes.';
    expect(contradictions(text)).toEqual([]);
  });
});

describe('a house rule of this kind', () => {
  const rule = {
    id: 'clarity/dogs',
    category: 'clarity',
    check: 'contradiction',
    severity: 'warning',
    summary: 'Dogs',
    why: 'Dogs',
    evidence: 'convention',
    sources: [],
    languages: ['en'],
    examples: { catch: [], pass: [] },
    message: '{match} / {other}',
    sides: [{ phrases: ['no dogs'] }, { phrases: ['dogs welcome'] }],
  } as unknown as Rule;
  const lint = (rule: Rule) => createLinter({ ...DEFAULT_CONFIG, houseRules: [rule] });

  it('works like the built-in ones', () => {
    const { findings } = lint(rule).lint('Dogs welcome. No dogs.', { path: 'x', format: 'markdown' });
    const own = findings.filter((finding) => finding.rule === 'clarity/dogs');
    expect(own.map(({ message }) => message)).toEqual(['No dogs / Dogs welcome']);
  });

  it.each([
    [
      [{ phrases: ['no (dogs'] }, { phrases: ['cats'] }],
      ['sides', 0, 'phrases', 0, 'match'],
    ],
    [
      [{ phrases: ['dogs'] }, { phrases: [{ match: 'cats', 'at-least': 3 }] }],
      ['sides', 1, 'phrases', 0, 'match'],
    ],
    [
      [{ phrases: ['dogs'], unless: { before: '(a' } }, { phrases: ['cats'] }],
      ['sides', 0, 'unless', 'before'],
    ],
  ])('tells where its mistake is: %j', (sides, path) => {
    expect(() => lint({ ...rule, sides } as unknown as Rule)).toThrow(
      expect.objectContaining({ rule: 'clarity/dogs', path }),
    );
  });
});
