import { describe, expect, it } from 'vitest';
import type { House } from '../../src/contract/house.ts';
import type { SectionKind } from '../../src/contract/report.ts';
import { createLinter, DEFAULT_CONFIG, type LinterConfig } from '../../src/lint/index.ts';

function lint(text: string, house: House, config: Partial<LinterConfig> = {}) {
  const linter = createLinter({ ...DEFAULT_CONFIG, ...config, house });
  return linter.lint(text, { path: 'job.md', format: 'markdown' });
}

const missing = (text: string, house: House, config?: Partial<LinterConfig>) =>
  lint(text, house, config)
    .findings.filter(({ category }) => category === 'sections')
    .map(({ rule, severity }) => `${rule} ${severity}`);

const order = (kinds: readonly SectionKind[]) => ({ order: kinds });

describe('sections of a house', () => {
  it('are known by its headings, whatever they say', () => {
    const text = '# Baker\n\n## Flour power\n\n- A loaf a day\n\n## Ta-da!\n\nWrite to us.\n';
    const plain = lint(text, {}).sections;
    expect(plain.benefits).toEqual({ present: false });
    const house: House = {
      sections: { benefits: { heading: 'Flour power' }, 'how-to-apply': { also: ['Ta-da'] } },
    };
    const { sections } = lint(text, house);
    expect(sections.benefits).toMatchObject({ present: true, evidence: 'heading' });
    expect(sections['how-to-apply']).toMatchObject({ present: true, evidence: 'heading' });
    expect(lint(text.replace('Flour power', 'FLOUR POWER:'), house).sections.benefits.present).toBe(true);
    expect(lint(text.replace('Flour power', 'Flour, sugar, water'), house).sections.benefits.present).toBe(
      false,
    );
  });

  it('keep what else a heading announces', () => {
    const text = '# Baker\n\n## Pay and benefits\n\n- €42,000 a year\n- 30 days of leave\n';
    const house: House = { sections: { compensation: { heading: 'Pay and benefits' } } };
    const { sections } = lint(text, house);
    expect(sections.compensation.present).toBe(true);
    expect(sections.benefits.present).toBe(true);
  });

  it('are asked for when required, and only then', () => {
    const text = '# Baker\n\n## Tasks\n\n- Bake bread\n';
    expect(missing(text, {})).toContain('sections/benefits warning');
    expect(missing(text, {})).not.toContain('sections/about-team warning');
    const house: House = {
      sections: {
        'about-team': { use: 'required' },
        deadline: { use: 'required' },
        benefits: { use: 'optional' },
        compensation: { use: 'forbidden' },
      },
    };
    const found = missing(text, house);
    expect(found).toEqual(
      expect.arrayContaining(['sections/about-team warning', 'sections/deadline warning']),
    );
    expect(found.join()).not.toMatch(/benefits|compensation/);
    const rules = { 'sections/about-team': 'error', 'sections/deadline': 'off' } as const;
    const set = missing(text, house, { rules });
    expect(set).toContain('sections/about-team error');
    expect(set.join()).not.toMatch(/deadline/);
  });

  it('are inserted under the house’s heading and in its order', () => {
    const text = '# Baker\n\n## Tasks\n\n- Bake bread\n\n## Notices\n\nWe keep letters for a year.\n';
    const house: House = {
      sections: { benefits: { heading: 'What’s in it for you', use: 'required' } },
      ...order(['legal', 'benefits']),
    };
    const fix = lint(text, house).findings.find(({ rule }) => rule === 'sections/benefits')?.fixes[0];
    expect(fix?.title).toBe('Insert “What’s in it for you”');
    expect(fix?.edits[0]?.range.start.offset).toBe(text.trimEnd().length);
    const usual = lint(text, { ...house, order: ['benefits', 'legal'] }).findings.find(
      ({ rule }) => rule === 'sections/benefits',
    );
    expect(usual?.fixes[0]?.edits[0]?.range.start.offset).toBe(text.indexOf('## Notices'));
  });

  it('are inserted with its texts, in the format of the posting', () => {
    const house: House = {
      texts: {
        eeo: {
          section: 'equal-opportunity',
          text: 'We treat **everyone** alike: see [how](https://x.example/a?b&c).',
          variants: [{ places: ['US'], text: 'We follow Title VII.' }],
        },
      },
    };
    const insert = (text: string, format: 'markdown' | 'html' | 'text') =>
      createLinter({ ...DEFAULT_CONFIG, house })
        .lint(text, { path: 'job', format })
        .findings.find(({ rule }) => rule === 'sections/equal-opportunity')?.fixes[0]?.edits[0]?.text;
    expect(insert('# Baker\n\nYou bake.\n', 'markdown')).toBe(
      '\n\n## Equal opportunity\n\nWe treat **everyone** alike: see [how](https://x.example/a?b&c).',
    );
    expect(insert('<h1>Baker</h1>\n<p>You bake.</p>', 'html')).toBe(
      '\n<h2>Equal opportunity</h2>\n<p>We treat <strong>everyone</strong> alike: see <a href="https://x.example/a?b&amp;c">how</a>.</p>',
    );
    expect(insert('Baker\n\nYou bake.\n', 'text')).toMatch(/We treat everyone alike: see how\.$/);
    expect(insert('# Baker in Denver, Colorado\n\nYou bake.\n', 'markdown')).toMatch(
      /We follow Title VII\.$/,
    );
  });

  it('are asked for because of a text only where the text holds', () => {
    const house: House = {
      texts: {
        legal: { section: 'legal', variants: [{ places: ['US'], text: 'We take part in E-Verify.' }] },
      },
    };
    expect(missing('# Baker in Denver, Colorado\n\nYou bake.\n', house)).toContain('sections/legal warning');
    expect(missing('# Baker in Berlin, Germany\n\nYou bake.\n', house).join()).not.toMatch(/legal/);
  });
});
