import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/client/report/view.ts';
import type { FindingEntry, PostingReport } from '../../src/protocol/index.ts';

const t = (message: string, ...args: (string | number)[]) =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 5 } });

function report(part: Partial<PostingReport> = {}): PostingReport {
  return {
    uri: 'file:///a.md',
    version: 1,
    title: 'Nurse',
    format: 'markdown',
    language: 'en',
    counts: { error: 0, warning: 0, info: 0 },
    sections: [],
    groups: [],
    metrics: {
      words: 400,
      sentences: 30,
      minutes: 2,
      readingEase: 65,
      readingLevel: 'plain',
      you: 9,
      candidate: 0,
      we: 4,
      coded: { masculine: [], feminine: [] },
      mustHaves: 5,
      niceToHaves: 2,
    },
    ...part,
  };
}

const view = (part?: Partial<PostingReport>) => viewOf(report(part), 'jobs/a.md', 'en', t);
const finding = (excerpt: string, line = 1): FindingEntry => ({
  rule: 'age/young',
  severity: 'warning',
  message: 'Leave it out.',
  range: range(line),
  excerpt,
});

describe('the summary', () => {
  it('says first what has to be fixed, then what may be', () => {
    expect(view({ counts: { error: 1, warning: 2, info: 4 } }).summary).toEqual({
      tone: 'fix',
      headline: '3 to fix',
      detail: '4 to consider',
    });
    expect(view({ counts: { error: 0, warning: 0, info: 4 } }).summary.headline).toBe('4 to consider');
    expect(view().summary).toMatchObject({ tone: 'clear', headline: 'Nothing to fix' });
  });
});

describe('sections', () => {
  const sections: PostingReport['sections'] = [
    {
      kind: 'location',
      name: 'Place',
      rule: 'sections/location',
      level: 'warning',
      state: 'present',
      evidence: 'label',
      range: range(2),
    },
    {
      kind: 'benefits',
      name: 'Perks',
      rule: 'sections/benefits',
      level: 'warning',
      state: 'missing',
      insert: [],
    },
    {
      kind: 'deadline',
      name: 'Until',
      rule: 'sections/deadline',
      level: 'info',
      state: 'empty',
      range: range(9),
    },
    {
      kind: 'about-team',
      name: 'Team',
      rule: 'sections/about-team',
      level: 'off',
      state: 'present',
      evidence: 'heading',
      range: range(4),
    },
    { kind: 'legal', name: 'Legal', rule: 'sections/legal', level: 'off', state: 'missing' },
  ];

  it('are those that somebody asks for; others are named when they are there', () => {
    const { items, caption, extra } = view({ sections }).sections;
    expect(items.map(({ kind }) => kind)).toEqual(['location', 'benefits', 'deadline']);
    expect(caption).toBe('1 of 3 there');
    expect(extra).toBe('Also there: The team');
  });

  it('say in words what their sign says, and offer what can be done', () => {
    const [location, benefits, deadline] = view({ sections }).sections.items;
    expect(location).toMatchObject({ stateName: 'There', note: 'named in a line', range: range(2) });
    expect(location).not.toHaveProperty('insert');
    expect(benefits).toMatchObject({ stateName: 'Missing', note: 'expected', insert: 'Insert' });
    expect(deadline).toMatchObject({ stateName: 'Empty' });
  });
});

describe('findings', () => {
  const groups = (excerpts: string[]): PostingReport['groups'] => [
    { category: 'age', name: 'Age', findings: excerpts.map((excerpt, line) => finding(excerpt, line)) },
  ];

  it('are told apart where the same words stand twice', () => {
    const [group] = view({ groups: groups(['young', 'old', 'young']) }).wording.groups;
    const ids = group?.findings.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(3);
    // The rest keep their names, and with them the focus, when one before them goes.
    const after = view({ groups: groups(['old', 'young']) }).wording.groups[0];
    expect(after?.findings[0]?.id).toBe(ids[1]);
  });

  it('start closed where there are many, with the passages to be seen', () => {
    expect(view({ groups: groups(['a', 'b']) }).wording.groups[0]?.open).toBe(true);
    const many = view({ groups: groups([...'aabcdefgh']) }).wording.groups[0];
    expect(many?.open).toBe(false);
    expect(many?.preview).toBe('“a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”');
  });
});

describe('figures', () => {
  const meter = (id: string, metrics: Partial<PostingReport['metrics']>) =>
    view({ metrics: { ...report().metrics, ...metrics } }).glance.meters.find((found) => found.id === id);

  it('have no mark where nothing was measured', () => {
    expect(meter('reading', { readingEase: null, readingLevel: null })).toMatchObject({
      value: 'Not measured',
      at: null,
    });
  });

  it('stay on their scale', () => {
    expect(meter('length', { words: 9000 })).toMatchObject({
      at: 1,
      note: 'Longer than most. What could go?',
    });
  });

  it('name whom the posting speaks to', () => {
    expect(meter('address', { you: 2, candidate: 7 })).toMatchObject({ value: 'A third person' });
    expect(meter('address', { you: 0, candidate: 0 })).toMatchObject({ value: 'No one yet' });
  });

  it('warn of long lists of requirements only', () => {
    expect(meter('musts', { mustHaves: 5, niceToHaves: 0 })).toMatchObject({
      value: '5',
      note: 'A list that can be taken in.',
    });
    expect(meter('musts', { mustHaves: 14 })).toMatchObject({
      note: 'A long list. Which are needed on the first day?',
    });
  });

  it('call a balance even unless one side is clearly longer', () => {
    const leaning = (masculine: number, feminine: number) =>
      view({
        metrics: {
          ...report().metrics,
          coded: {
            masculine: [{ word: 'lead', count: masculine }],
            feminine: [{ word: 'support', count: feminine }],
          },
        },
      }).balance;
    expect(leaning(5, 4).sentence).toBe('About even.');
    expect(leaning(9, 2).sentence).toBe('Leans to words that read as masculine.');
    expect(leaning(1, 7)).toMatchObject({
      sentence: 'Leans to words that read as feminine.',
      feminine: { count: 7, words: ['support ×7'] },
    });
  });
});
