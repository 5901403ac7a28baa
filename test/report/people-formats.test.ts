import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { markedText } from '../../src/report/html-text.ts';
import { markdown } from '../../src/report/markdown.ts';
import { fileReport, finding } from './make.ts';
import { NURSE, SAMPLES, show } from './samples.ts';

const golden = (name: string, text: string) => expect(text).toMatchFileSnapshot(`golden/${name}`);

interface Element {
  name?: string;
  attribs?: { lang?: string; id?: string; href?: string; class?: string; 'aria-labelledby'?: string };
  children?: Element[];
  data?: string;
}

function* all(node: Element): Generator<Element> {
  yield node;
  for (const child of node.children ?? []) yield* all(child);
}

const text = (node: Element): string =>
  node.data ?? (node.children ?? []).map((child) => text(child)).join('');

describe('html', () => {
  const page = show(html);
  const elements = [...all(parseDocument(page) as unknown as Element)];
  const named = (name: string) => elements.filter((element) => element.name === name);

  it('is as it was', () => golden('html.html', page));

  it('needs no script and loads nothing', () => {
    expect(named('script')).toEqual([]);
    expect(named('img')).toEqual([]);
    expect(named('link')).toEqual([]);
    expect(page).not.toContain('url(');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('can be found one’s way in: a title, a language, headings in steps, ids once, links that lead somewhere', () => {
    expect(named('html')[0]?.attribs?.lang).toBe('en');
    expect(named('title').map(text)).toEqual(['Posting Lint report']);
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name ?? '') ? [Number(name?.[1])] : []));
    expect(levels[0]).toBe(1);
    for (let at = 1; at < levels.length; at++) expect(levels[at]! - levels[at - 1]!).toBeLessThanOrEqual(1);
    const ids = elements.flatMap(({ attribs }) => attribs?.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inner = named('a').flatMap(({ attribs }) =>
      attribs?.href?.startsWith('#') ? [attribs.href.slice(1)] : [],
    );
    expect(inner.length).toBeGreaterThan(8);
    for (const target of inner) expect(ids).toContain(target);
    for (const { attribs } of elements)
      if (attribs?.['aria-labelledby']) expect(ids).toContain(attribs['aria-labelledby']);
  });

  it('has a card a posting, with sections and the draft as it is, marked', () => {
    expect(named('article')).toHaveLength(4);
    const drafts = named('pre').map((element) => {
      const shown = [...all(element)].filter(({ attribs }) => attribs?.class === 'note');
      for (const note of shown) note.children = [];
      return text(element);
    });
    expect(drafts[1]).toBe(NURSE);
    expect(named('mark').map(text)).toContain('young');
    expect(named('mark').map(text)).toContain('<b>"well"</b>');
    expect(text(named('article')[1]!)).toContain('No remarks');
    expect(text(named('article')[2]!)).toContain('✗ Benefits: missing');
    expect(text(named('article')[3]!)).toContain('It is not text.');
  });

  it('says so when there is nothing', () => {
    expect(show(html, [])).toContain('<strong>0</strong> postings checked');
    expect(show(html, [SAMPLES[1]!])).not.toContain('What comes up most');
  });

  it('shows the weightier of two remarks that overlap, with the number of each', () => {
    const draft = 'A very young team.';
    const file = fileReport('a.md', [
      finding(draft, 'very young', { severity: 'info' }),
      finding(draft, 'young', { severity: 'error' }),
    ]);
    const marked = markedText(file, draft, 'p1').replace(/<a[^>]*>.*?<\/span>(\d+)<\/a>/g, '[$1]');
    expect(marked).toBe('A <mark class="info">very </mark><mark class="error">young</mark>[1][2] team.');
  });
});

describe('markdown', () => {
  it('is as it was', () => golden('markdown.txt', show(markdown)));

  it('mentions nobody and breaks no table', () => {
    const shown = show(markdown);
    expect(shown).not.toMatch(/@all|[^&]#1\b|<people>/);
    const rows = shown.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
  });

  it('is never longer than a comment can be, and says what is left out', () => {
    const many = Array.from({ length: 2000 }, (_, number) => ({ ...SAMPLES[2]!, path: `jobs/${number}.md` }));
    const shown = show(markdown, many);
    expect(shown.length).toBeLessThan(62_000);
    expect(shown).toContain('8000 findings in 2000 of 2000 postings');
    const given = shown.split('#### ').length - 1;
    expect(shown).toContain(
      `_${(2000 - given) * 4} more findings in ${2000 - given} postings not shown here._`,
    );
  });

  it('is glad when there is nothing', () => {
    expect(show(markdown, [SAMPLES[1]!])).toContain('### ✅ Nothing found in 1 posting');
  });
});
