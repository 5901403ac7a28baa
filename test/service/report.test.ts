import { describe, expect, it } from 'vitest';
import { createLinter } from '../../src/lint/index.ts';
import { postingReport, postingTemplates } from '../../src/service/index.ts';
import { syllables } from '../../src/words/english/syllables.ts';
import { applied, open } from './open.ts';

const DRAFT = `# Salesman

We are a bakery of nine in Leeds. You will be our third driver, and you report to Ana.

## What you will do

- Drive the van to our shops
- Talk with the candidate's customers

## What you need

You need a licence. You can lift a tray of bread.

- A driving licence
- Two years of driving
- Kindness

## Nice to have

- French

## How to apply

`;

describe('the posting report', () => {
  const report = postingReport(open(DRAFT));
  const section = (kind: string) => report.sections.find((entry) => entry.kind === kind);

  it('says of each section whether it is there, and where', () => {
    expect(section('responsibilities')).toMatchObject({
      state: 'present',
      evidence: 'heading',
      range: { start: { line: 4 } },
    });
    expect(section('how-to-apply')).toMatchObject({ state: 'empty', range: { start: { line: 21 } } });
    expect(section('benefits')).toMatchObject({ state: 'missing', level: 'warning', name: 'Benefits' });
    expect(section('fair-chance')).toMatchObject({ level: 'off' });
  });

  it('has the edit that inserts what is missing', () => {
    const text = applied(DRAFT, section('benefits')?.insert ?? []);
    expect(text.indexOf('## What we offer')).toBeGreaterThan(text.indexOf('## Nice to have'));
    expect(text.indexOf('## What we offer')).toBeLessThan(text.indexOf('## How to apply'));
    const filled = text.replace(/\[[^\]]*\]/g, '28').replace('- 28\n', '- A pension\n');
    const after = postingReport(open(filled)).sections.find(({ kind }) => kind === 'benefits');
    expect(after?.state).toBe('present');
  });

  it('groups findings by category, without what is missing', () => {
    expect(report.groups.map(({ category }) => category)).not.toContain('sections');
    const gender = report.groups.find(({ category }) => category === 'gender');
    expect(gender?.findings[0]).toMatchObject({ excerpt: 'Salesman', fix: 'Replace with “Salesperson”' });
  });

  it('counts who is spoken to, and what is asked for', () => {
    expect(report.metrics).toMatchObject({ mustHaves: 3, niceToHaves: 1, candidate: 1, readingEase: null });
    expect(report.metrics.you).toBe(6);
    expect(report.title).toBe('Salesman');
  });

  it('finds plain words easier to read than bureaucratic ones', () => {
    const ease = (sentence: string) =>
      postingReport(open(`${sentence} `.repeat(30))).metrics.readingEase ?? -1;
    const plain = ease('You drive the van to our shops and sell good bread to kind folk.');
    const hard = ease(
      'Operational responsibilities necessitate comprehensive administrative documentation of organisational accountability.',
    );
    expect(plain).toBeGreaterThan(80);
    expect(hard).toBeLessThan(10);
    expect(ease('Sie fahren den Wagen zu unseren Läden und verkaufen gutes Brot an nette Leute.')).toBe(-1);
  });

  it('counts coded words even where their balance is nothing to remark on', () => {
    const { coded } = postingReport(
      open('# Cook\n\nWe look for an ambitious and compassionate cook.\n'),
    ).metrics;
    expect(coded.masculine.map(({ word }) => word)).toEqual(['ambitious']);
    expect(coded.feminine.map(({ word }) => word)).toEqual(['compassionate']);
  });
});

describe('syllables', () => {
  it.each([
    ['team', 1],
    ['worked', 1],
    ['wanted', 2],
    ['table', 2],
    ['being', 2],
    ['people', 2],
    ['salary', 3],
    ['area', 3],
    ['experience', 4],
    ['responsible', 4],
    ['individual', 5],
    ['qualifications', 5],
  ])('of %s are %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });
});

describe('templates', () => {
  const templates = postingTemplates(createLinter());

  it('hold every section the rules ask for, recognised once the brackets are filled in', () => {
    for (const { id, text, languageId } of templates) {
      const filled = text
        .replace(/\[([^\]]*)\]/g, 'something')
        .replace('something to something', '30,000 to 40,000 EUR');
      const report = postingReport(open(filled, languageId === 'markdown' ? 'a.md' : 'a.txt'));
      const asked = report.sections.filter(({ level }) => level === 'warning').map(({ kind }) => kind);
      const missing = report.sections.filter(({ state }) => state !== 'present').map(({ kind }) => kind);
      // A place and an address are only known when they are real.
      const open2 = missing.filter(
        (kind) => asked.includes(kind) && kind !== 'location' && kind !== 'how-to-apply',
      );
      expect([id, open2]).toEqual([id, []]);
    }
  });

  it('trigger no rule of wording besides what is still to be filled in', () => {
    for (const { text, languageId } of templates) {
      const { groups } = postingReport(open(text, languageId === 'markdown' ? 'a.md' : 'a.txt'));
      expect(
        groups.flatMap(({ findings }) =>
          findings
            .filter(({ rule }) => rule !== 'style/placeholder')
            .map(({ rule, excerpt }) => `${rule}: ${excerpt}`),
        ),
      ).toEqual([]);
    }
  });

  it('number the places to type over', () => {
    const { snippet, text } = templates[0]!;
    const stops = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, stop]) => Number(stop));
    expect(stops).toEqual(Array.from({ length: stops.length }, (_, index) => index + 1));
    expect(stops.length).toBe(text.match(/\[[^\]]+\]/g)?.length);
  });
});
