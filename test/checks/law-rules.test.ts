import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '../../src/contract/report.ts';
import { createLinter } from '../../src/lint/index.ts';
import { apply } from './reading.ts';

type Employer = NonNullable<Parameters<typeof createLinter>[0]>['employer'];

function law(text: string, employer: Employer = { size: 200 }, asOf = '2026-11-23'): ReportFinding[] {
  return createLinter({ preset: 'recommended', rules: {}, terms: [], employer, asOf })
    .lint(text, { path: 'draft', format: 'markdown' })
    .findings.filter(({ category }) => category === 'law');
}

/** Jurisdiction and what is missing or wrong. */
const said = (...args: Parameters<typeof law>): string[] =>
  law(...args).map(({ data }) => `${data['jurisdiction']} ${data['missing'] ?? data['problem']}`);

describe('what fulfils a duty', () => {
  const posting = (place: string, rest: string) => `# Seller\n\n${place}\n\n${rest}\n\nYou sell pumps.\n`;

  it.each([
    'Medical, dental, 401(k), 10 paid holidays.',
    '**Benefits:** health, vision, 12 days off',
    'We pay half of your health insurance.',
    '**Benefits:** medical, 401(k) and more',
  ])('describes benefits: %s', (benefits) => {
    expect(said(posting('Peoria, Illinois', `$21 to $24 an hour.\n\n${benefits}`))).toEqual([]);
  });

  it.each([
    '**Benefits:** a full package',
    'Great benefits!',
    '**Benefits:** health insurance and more',
    'Free coffee and a good crew.',
    'You file medical and dental records.',
  ])('does not describe benefits: %s', (benefits) => {
    expect(said(posting('Peoria, Illinois', `$21 to $24 an hour.\n\n${benefits}`))).toEqual([
      'US-IL benefits',
    ]);
  });

  it.each([
    ['Albany, New York', 'Compensation is based on commission only.', []],
    ['Camden, Maine', 'Paid solely by commission.', []],
    ['Stowe, Vermont', '100% commission, 5% of each sale.', []],
    ['Stowe, Vermont', 'A competitive base plus commission.', ['US-VT pay-range']],
    ['Fresno, California', 'Commission only.', ['US-CA pay-range']],
  ])('commission in %s: %s', (place, pay, expected) => expect(said(posting(place, pay))).toEqual(expected));

  it.each([
    ['We use artificial intelligence to rank applications.', true],
    ['A computer program sorts résumés; a person decides.', true],
    ['Applications are scored with an automated tool.', true],
    ['We do not use AI to screen applications.', false],
    ['You use our software to schedule interviews.', false],
    ['Our platform matches freight with trucks.', false],
  ])('a notice of AI: %s', (notice, fulfils) => {
    const text = `# Seller\n\nPeoria, Illinois\n\n$21 an hour. Medical, dental, 401(k).\n\n${notice}\n`;
    expect(said(text, { size: 200, usesAI: true })).toEqual(fulfils ? [] : ['US-IL-AI ai-disclosure']);
  });

  it('exempts members of boards in Austria', () => {
    expect(said('# Member of the Executive Board (f/m/d)\n\nGraz, Austria\n\nYou lead.\n')).toEqual([]);
    expect(said('# Head of Sales (f/m/d)\n\nGraz, Austria\n\nYou lead.\n')).toEqual(['AT pay-range']);
  });

  it('does not apply where remote work is not open', () => {
    const found = said('# Writer\n\nRemote in the US, except Colorado.\n\nYou write.\n');
    expect(found).toContain('US-CA pay-range');
    expect(found.some((one) => one.startsWith('US-CO'))).toBe(false);
  });
});

describe('wording that a law forbids', () => {
  it('is judged by place, size and day', () => {
    const text = '# Clerk\n\nRoanoke, Virginia\n\n$23 an hour. Tell us your current salary.\n';
    expect(said(text)).toEqual(['US-VA salary-history']);
    expect(said(text, { size: 200 }, '2026-06-30')).toEqual([]);
    expect(said(text.replace('Roanoke, Virginia', 'Boise, Idaho'))).toEqual([]);
    const office = '# Clerk\n\nReno, Nevada\n\nOffice boy wanted.\n';
    expect(said(office)).toEqual(['US-ADEA age-preference']);
    expect(said(office, { size: 19 })).toEqual([]);
  });

  it('is told once for one passage', () => {
    const text = '# Clerk\n\nReno, Nevada\n\nWe want a young, recent college graduate.\n';
    const spans = law(text).map(({ range }) => [range.start.offset, range.end.offset]);
    expect(new Set(spans.map(String)).size).toBe(spans.length);
  });
});

describe('titles in Germany and Austria', () => {
  const title = (text: string, place = 'Bremen') =>
    said(`# ${text}\n\n${place}\n\nSie arbeiten in Vollzeit.\n`);

  it.each([
    'Kellner',
    'Putzfrau gesucht',
    'Krankenschwester',
    'Ingenieur Maschinenbau',
    'Sachbearbeiterin Einkauf',
    'Projektleiter für den Hochbau',
    'Beikoch',
    'Verkäufer in Teilzeit',
    'Bürokauffrau',
    'Technischer Zeichner',
    'Kaufmännischer Angestellter',
    'Zimmermädchen',
    'Salesman',
    'Foreman, night shift',
  ])('for one sex: %s', (text) => expect(title(text)).toEqual(['DE gender-neutral-title']));

  it.each([
    'Kellner (m/w/d)',
    'Kellner m/w/d',
    'Kellner (w/m/x)',
    'Kellner (d|m|w)',
    'Kellner (gn)',
    'Kellner (all genders)',
    'Kellner:in',
    'Koch*in',
    'Koch_in',
    'KellnerIn',
    'Verkäufer/in',
    'Verkäufer/-in',
    'Verkäufer(in)',
    'Kellner oder Kellnerin',
    'Köchin/Koch',
    'Kaufmann/-frau',
    'Angestellte:r',
    'Servicekraft',
    'Pflegehilfe',
    'Assistenz der Geschäftsführer',
    'Leitung Einkauf',
    'Auszubildende',
    'Software Engineer',
    'Account Manager',
    'Packer',
    'Kochen mit Kindern',
  ])('for everyone: %s', (text) => expect(title(text)).toEqual([]));

  it('is left alone elsewhere, and where the text says that all are meant', () => {
    expect(title('Kellner', 'Zürich')).toEqual([]);
    expect(said('# Kellner\n\nBremen\n\nWir suchen Menschen aller Geschlechter.\n')).toEqual([]);
    expect(said('# Kellner\n\nBremen\n\nWir suchen einen Kellner (m/w/d) für die Terrasse.\n')).toEqual([]);
  });

  it('marks the word and offers a mark for all', () => {
    const text = '# Erfahrener **Koch** gesucht\n\nBremen\n\nSie kochen für 60 Gäste und bestellen ein.\n';
    const [finding] = law(text);
    expect(text.slice(finding!.range.start.offset, finding!.range.end.offset)).toBe('Koch');
    const edits = finding!.fixes[0]!.edits.map(({ range, text: words }) => ({
      span: { start: range.start.offset, end: range.end.offset },
      text: words,
    }));
    const fixed = apply(text, edits);
    expect(fixed).toMatch(/Koch\S* \(m\/w\/d\)/);
    expect(law(fixed)).toEqual([]);
  });
});
