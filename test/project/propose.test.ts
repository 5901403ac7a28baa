import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { House } from '../../src/contract/house.ts';
import { createLinter, DEFAULT_CONFIG, type Linter } from '../../src/lint/index.ts';
import { propose } from '../../src/project/propose.ts';
import { renderProposal } from '../../src/project/render.ts';
import { sampleDraft } from '../../src/project/sample.ts';
import { resolver } from '../config/memory.ts';

let linter: Linter;
beforeAll(() => {
  linter = createLinter();
});

const ABOUT = 'Crumb has baked bread for the cafés of Leeds since the old mill closed its doors in spring.';
const posting = (title: string, { offer = 'What we offer', dash = ' – ' } = {}) =>
  [
    `# ${title} (m/f/d)`,
    `## About us\n\n${ABOUT}`,
    `## What you will do\n\n- Bake the bread for our cafés\n- Organise the shop${dash}it’s a small one\n- Clean the ovens and the colourful floor`,
    `## ${offer}\n\n- Bread every day\n- 28 days of leave a year`,
    '## How to apply\n\nWrite to jobs@example.org; that’s all we ask when you apply, and we’re glad to say what we offer and what you do.',
  ].join('\n\n');

const read = (texts: readonly string[]) =>
  propose(texts.map((text, at) => sampleDraft(linter, text, { path: `${at}.md`, format: 'markdown' })));

const TITLES = ['Baker', 'Cook', 'Waiter', 'Driver', 'Clerk', 'Buyer'];

describe('a proposal', () => {
  it('is what most postings do', () => {
    const texts = TITLES.map((title) => posting(title));
    const text = renderProposal(read([...texts, posting('Cleaner', { offer: 'Perks' })]));
    expect(parse(text)).toMatchObject({
      extends: 'recommended',
      english: 'en-GB',
      sections: {
        benefits: { heading: 'What we offer', also: ['Perks'] },
        responsibilities: { heading: 'What you will do' },
      },
      order: ['about-company', 'responsibilities', 'benefits', 'how-to-apply'],
      texts: { 'about-company': { section: 'about-company', text: ABOUT } },
      title: { ending: '(m/f/d)' },
      style: {
        headings: { case: 'sentence', level: 2, ending: 'none' },
        lists: { ending: 'none' },
        quotes: 'curly',
      },
    });
    expect(text).toContain('heading: What we offer # 6 of 7 call it this');
    expect(text).toContain('# Looked at: 7 postings.');
  });

  it('does not depend on the order of postings', () => {
    const texts = [...TITLES.map((title) => posting(title)), posting('Cleaner', { offer: 'Perks' })];
    const samples = texts.map((text, at) =>
      sampleDraft(linter, text, { path: `${at}.md`, format: 'markdown' }),
    );
    expect(propose([...samples].reverse())).toEqual(propose(samples));
  });

  it('says nothing of what is not clear, and of nothing nothing', () => {
    const mixed = ['Perks', 'Benefits', 'What we offer', 'In return'].map((offer) =>
      posting('Baker', { offer }),
    );
    expect(parse(renderProposal(read(mixed))).sections.benefits?.heading).toBeUndefined();
    expect(parse(renderProposal(read([])))).toEqual({ extends: 'recommended' });
  });

  it('leaves postings in other languages aside', () => {
    const french =
      '# Boulanger\n\nVous faites le pain pour nos cafés et vous le vendez dans la boutique le samedi matin.\n';
    const proposal = read([...TITLES.map((title) => posting(title)), french]);
    expect(proposal).toMatchObject({ postings: 6, others: 1, language: 'en' });
  });

  it('is a configuration under which postings that follow it have no finding of form', async () => {
    const texts = TITLES.map((title) => posting(title));
    const text = renderProposal(read(texts));
    const { config } = await resolver({ '/w/.posting-lint.yml': text }).forFile('/w/job.md');
    const house: House = config.house;
    expect(house.order).toHaveLength(4);
    const strict = createLinter({ ...DEFAULT_CONFIG, house });
    for (const followed of texts) {
      const { findings } = strict.lint(followed, { path: 'job.md', format: 'markdown' });
      const form = findings.filter(({ rule, severity }) => rule.startsWith('style/') && severity !== 'info');
      expect(form.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }
    const other = strict.lint(posting('Cleaner', { offer: 'Perks' }), { path: 'job.md', format: 'markdown' });
    expect(other.findings.map(({ rule }) => rule)).toContain('style/house-headings');
  });
});
