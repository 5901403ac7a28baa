import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportFinding } from '../../src/contract/report.ts';
import { createLinter, type Linter } from '../../src/lint/index.ts';
import { compareProject, surveyDraft } from '../../src/project/index.ts';
import { likeness, NearIndex, shinglesOf } from '../../src/project/minhash.ts';
import { difference } from '../../src/project/words.ts';

let linter: Linter;
beforeAll(() => {
  linter = createLinter();
});

const survey = (path: string, text: string) => surveyDraft(linter, text, { path, format: 'markdown' });
const compare = (drafts: Readonly<Record<string, string>>) =>
  compareProject(Object.entries(drafts).map(([path, text]) => survey(path, text)));
const offer = (title: string, heading: string) => `# ${title}\n\n## ${heading}\n\n- Bread every day\n`;
const ABOUT = 'Crumb has baked bread for the cafés of Leeds since the old mill closed its doors in spring.';

describe('comparing postings', () => {
  it('finds nothing in one posting, or in none', () => {
    expect(compare({})).toEqual(new Map());
    expect(compare({ 'a.md': offer('Baker', 'Perks') })).toEqual(new Map());
  });

  it('says what most have, how many, where, and what stands here', () => {
    const found = compare({
      'jobs/b.md': offer('Baker', 'What we offer'),
      'jobs/a.md': offer('Cook', 'What we offer'),
      'jobs/c.md': offer('Waiter', 'What we offer'),
      'jobs/d.md': offer('Driver', 'Perks'),
    });
    expect([...found.keys()]).toEqual(['jobs/d.md']);
    const [finding] = found.get('jobs/d.md') ?? [];
    expect(finding).toMatchObject({
      rule: 'style/project-headings',
      category: 'style',
      severity: 'info',
      message: expect.stringContaining('“What we offer” (3, for example jobs/a.md); this one says “Perks”'),
      range: { start: { line: 3, column: 4 } },
      data: { most: 'What we offer', count: 3, where: 'jobs/a.md' },
    });
    expect(finding?.fixes[0]).toMatchObject({ safety: 'suggestion', edits: [{ text: 'What we offer' }] });
  });

  it('gives the same in any order', () => {
    const headings = fc.constantFrom('What we offer', 'Benefits', 'Perks', 'Our offer');
    const titles = fc.constantFrom('Front-end Baker', 'Frontend Baker', 'Front End baker', 'Cook');
    const about = fc.constantFrom(ABOUT, ABOUT.replace('cafés', 'shops'), ABOUT.replace('spring', 'May'));
    const draft = fc
      .tuple(titles, headings, about)
      .map(([title, heading, text]) => `${offer(title, heading)}\n## About us\n\n${text}\n`);
    fc.assert(
      fc.property(
        fc.array(draft, { maxLength: 9 }),
        fc.infiniteStream(fc.double({ noNaN: true })),
        (texts, keys) => {
          const surveys = texts.map((text, at) => survey(`${at}.md`, text));
          const shuffled = surveys
            .map((each) => ({ each, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          const sorted = (found: Map<string, ReportFinding[]>) =>
            [...found].sort(([a], [b]) => (a < b ? -1 : 1));
          expect(sorted(compareProject(shuffled))).toEqual(sorted(compareProject(surveys)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves out what a comment leaves out, and does not call that comment unused', () => {
    const comment = '<!-- posting-lint-disable-next-line style/project-headings -- bakers say perks -->\n';
    const text = `# Driver\n\n${comment}\n## Perks\n\n- Bread every day\n`;
    const found = compare({
      'a.md': offer('Baker', 'What we offer'),
      'b.md': offer('Cook', 'What we offer'),
      'c.md': offer('Waiter', 'What we offer'),
      'd.md': text,
    });
    expect(found.size).toBe(0);
    const own = linter.lint(text, { path: 'd.md', format: 'markdown' }).findings;
    expect(own.filter(({ rule }) => rule === 'style/unused-disable')).toEqual([]);
  });

  it('takes time in proportion to the number of postings', () => {
    const made = (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const words = Array.from({ length: 120 }, (_, word) => `w${(at * 31 + word * 7) % 997}`).join(' ');
        return survey(`${at}.md`, `${offer(`Baker ${at}`, 'Perks')}\n## About us\n\n${ABOUT}\n\n${words}.\n`);
      });
    const time = (count: number) => {
      const surveys = made(count);
      const started = performance.now();
      compareProject(surveys);
      return performance.now() - started;
    };
    time(200);
    const few = Math.max(5, time(400));
    expect(time(3200)).toBeLessThan(few * 8 * 4);
  });
});

describe('near-equal texts', () => {
  const words = (text: string) => shinglesOf(text.split(' '));

  it('are found by what they have in common', () => {
    const index = new NearIndex<string>(16, 2);
    index.add('about', words(ABOUT));
    index.add('other', words('You can lift a sack of flour and like the smell of bread in the morning air.'));
    expect(index.nearest(words(ABOUT.replace('cafés', 'shops')), 0.5)?.value).toBe('about');
    expect(
      index.nearest(words('An entirely different text about driving a van to the coast.'), 0.5),
    ).toBeUndefined();
  });

  it('have all in common with themselves and nothing with others', () => {
    expect(likeness(words(ABOUT), words(ABOUT))).toBe(1);
    expect(likeness(words('a b c d'), words('e f g h'))).toBe(0);
    expect(likeness(words(''), words(''))).toBe(1);
  });

  it('differ where their words do', () => {
    expect(difference('we bake good bread', 'we bake bad bread')).toEqual({ one: 'good', other: 'bad' });
    expect(difference('we bake bread', 'we bake good bread')).toEqual({ one: 'bake', other: 'bake good' });
    expect(difference('bread', 'good bread')).toEqual({ one: 'bread', other: 'good bread' });
  });
});
