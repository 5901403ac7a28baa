import { describe, expect, it } from 'vitest';
import { isExclusion } from '../../src/checks/phrases/exclusion.ts';
import { tokenize } from '../../src/words/tokens.ts';

/** Whether the words between ⟦ and ⟧ shut people out. */
function excludes(marked: string): boolean {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const tokens = tokenize(text);
  const first = tokens.findIndex((token) => token.start >= start);
  const last = tokens.findLastIndex((token) => token.end <= end);
  return isExclusion(tokens, first, last);
}

describe('a condition on who is hired', () => {
  it.each([
    'All faiths are welcome, but only ⟦native speakers⟧ will be shortlisted.',
    '⟦Native speakers⟧ only.',
    '⟦Native speakers⟧ will be preferred.',
    '⟦Recent graduates⟧ strongly preferred, please.',
    'We only hire ⟦recent graduates⟧.',
    'We prefer ⟦digital natives⟧.',
    'Preference is given to ⟦recent graduates⟧.',
    '⟦People over 50⟧ need not apply.',
    '⟦Applicants over 45⟧ will not be considered.',
    'Applicants ⟦over 45 will not⟧ be shortlisted.',
    'CVs from ⟦people over 60⟧ will be rejected.',
    '⟦People over 60⟧ cannot apply.',
  ])('is %s', (text) => {
    expect(excludes(text)).toBe(true);
  });

  it.each([
    'We do not prefer ⟦native speakers⟧.',
    'Without preference for ⟦recent graduates⟧',
    '⟦Age over 40⟧ will not be considered in the decision.',
    'No applicant ⟦over 50⟧ will be rejected.',
    'Tell us your preferred name, ⟦native speaker⟧ or not.',
    'We only ask about ⟦a disability⟧ to make adjustments.',
    'We will only run a ⟦background check⟧ after an offer.',
    'Preference is given to veterans and ⟦disabled people⟧ by law.',
    'Only your skills count; ⟦native speakers⟧ have no advantage.',
    'We welcome ⟦people over 50⟧ and people with a preferred language.',
    '⟦Recent graduates⟧ are encouraged to apply.',
  ])('is not %s', (text) => {
    expect(excludes(text)).toBe(false);
  });
});
