import { describe, expect, it } from 'vitest';
import type { Level } from '../../src/contract/report.ts';
import { createLinter, DEFAULT_CONFIG, type LinterConfig } from '../../src/lint/index.ts';
import { Lines } from '../../src/lint/lines.ts';

const quiet: Record<string, Level> = { sections: 'off' };

function lint(text: string, config: Partial<LinterConfig> = {}) {
  const linter = createLinter({ ...DEFAULT_CONFIG, ...config, rules: { ...quiet, ...config.rules } });
  return linter.lint(text, { path: 'draft.md', format: 'markdown' }).findings;
}

const seen = (text: string, config?: Partial<LinterConfig>) =>
  lint(text, config).map((finding) => `${finding.severity} ${finding.rule}`);

describe('levels', () => {
  const text = 'You enjoy a fast-paced office. We need a rock-star barista.';

  it('are those of the rules by default', () => {
    expect(seen(text)).toEqual(['info culture/fast-paced', 'warning culture/hype-title']);
  });

  it('can be set for a rule and for a category, the rule outweighing', () => {
    expect(seen(text, { rules: { 'culture/fast-paced': 'error', culture: 'off' } })).toEqual([
      'error culture/fast-paced',
    ]);
    expect(seen(text, { rules: { 'culture/*': 'info' } })).toEqual([
      'info culture/fast-paced',
      'info culture/hype-title',
    ]);
  });

  it('rise under strict', () => {
    expect(seen(text, { preset: 'strict' })).toContain('warning culture/fast-paced');
    const linter = createLinter({ ...DEFAULT_CONFIG, preset: 'strict' });
    const { findings } = linter.lint('# Porter\n\nYou mind the desk.', {
      path: 'draft.md',
      format: 'markdown',
    });
    expect(findings.find((finding) => finding.rule === 'sections/benefits')?.severity).toBe('error');
  });

  it('of every rule are on under all', () => {
    const off = createLinter()
      .rules()
      .filter(({ level }) => level === 'off')
      .map(({ rule }) => rule.id);
    const all = new Map(
      createLinter({ ...DEFAULT_CONFIG, preset: 'all' })
        .rules()
        .map(({ rule, level }) => [rule.id, level]),
    );
    expect(off.length).toBeGreaterThan(0);
    expect(off.map((id) => all.get(id))).toEqual(off.map(() => 'info'));
  });
});

describe('terms', () => {
  it('are left alone as they are written', () => {
    expect(seen('Our product is Ninja Barista Kit.', { terms: ['Ninja Barista'] })).toEqual([]);
    expect(seen('We need a ninja barista.', { terms: ['Ninja Barista'] })).toEqual([
      'warning culture/hype-title',
    ]);
  });
});

describe('suppressions', () => {
  const phrase = 'Recent graduates are welcome.';

  it.each([
    [
      'the next line',
      `<!-- posting-lint-disable-next-line age/recent-graduate -- graduate scheme -->\n${phrase}`,
    ],
    [
      'the next line after an empty one',
      `<!-- posting-lint-disable-next-line age/recent-graduate -- graduate scheme -->\n\n${phrase}`,
    ],
    ['this line', `${phrase} <!-- posting-lint-disable-line age -- graduate scheme -->`],
    [
      'a range',
      `<!-- posting-lint-disable age/* -- graduate scheme -->\n\n${phrase}\n\n${phrase}\n\n<!-- posting-lint-enable age/* -->`,
    ],
    ['the file', `${phrase}\n\n<!-- posting-lint-disable-file age/recent-graduate -- graduate scheme -->`],
    ['every rule', `<!-- posting-lint-disable-next-line -- graduate scheme -->\n${phrase}`],
    [
      'the file, in the front matter',
      `---\nposting-lint:\n  disable: [age/recent-graduate]\n  reason: graduate scheme\n---\n\n${phrase}`,
    ],
  ])('reach %s', (_, text) => {
    expect(seen(text)).toEqual([]);
  });

  it('end where they are ended, and reach no further than a line', () => {
    expect(
      seen(
        `<!-- posting-lint-disable age -- scheme -->\n\n${phrase}\n\n<!-- posting-lint-enable -->\n\n${phrase}`,
      ),
    ).toEqual(['warning age/recent-graduate']);
    expect(
      seen(`<!-- posting-lint-disable-next-line age -- scheme -->\n${phrase}\n\n${phrase}`),
    ).toHaveLength(1);
  });

  it('of another rule leave the finding, and are told to be of no use', () => {
    expect(seen(`<!-- posting-lint-disable-next-line culture/hype-title -- scheme -->\n${phrase}`)).toEqual([
      'warning style/unused-disable',
      'warning age/recent-graduate',
    ]);
  });

  it('without a reason are told', () => {
    expect(seen(`<!-- posting-lint-disable-next-line age -->\n${phrase}`)).toEqual([
      'warning style/disable-reason',
    ]);
  });

  it('of unknown rules are told at the name, with the nearest', () => {
    const text = `<!-- posting-lint-disable-next-line age/recent-gradaute -- scheme -->\n${phrase}`;
    const finding = lint(text).find(({ rule }) => rule === 'style/disable-unknown');
    expect(finding?.message).toContain('age/recent-graduate');
    expect(text.slice(finding?.range.start.offset, finding?.range.end.offset)).toBe('age/recent-gradaute');
  });

  it('of a rule that is off are not judged', () => {
    const text = '<!-- posting-lint-disable-next-line age/recent-graduate -- scheme -->\nYou keep the books.';
    expect(seen(text)).toEqual(['warning style/unused-disable']);
    expect(seen(text, { rules: { 'age/recent-graduate': 'off' } })).toEqual([]);
  });

  it('are comments of their own, not words that start like one', () => {
    expect(seen(`<!-- posting-lint-disabled -->\n\n${phrase}`)).toEqual(['warning age/recent-graduate']);
  });
});

describe('one passage', () => {
  it('gets one remark of a category, the weightier', () => {
    const findings = lint('He or she will be a young, energetic person.');
    const spans = findings.map(({ category, range }) => ({
      category,
      start: range.start.offset,
      end: range.end.offset,
    }));
    for (const [index, one] of spans.entries()) {
      for (const other of spans.slice(index + 1)) {
        if (one.category === other.category) expect(other.start).toBeGreaterThanOrEqual(one.end);
      }
    }
    expect(findings.length).toBeGreaterThan(1);
  });
});

describe('law', () => {
  const text = '# Clerk\n\n**Location:** Altadena, California\n\nApplicants must have a clean background.';
  const found = (config: Partial<LinterConfig>) =>
    lint(text, config)
      .filter(({ category }) => category === 'law')
      .map(({ data }) => `${data['jurisdiction']} ${data['missing'] ?? data['problem']}`);

  it('is silent without a date', () => {
    expect(found({})).toEqual([]);
  });

  it('holds from its first day, and from its number of employees', () => {
    expect(found({ asOf: '2026-01-01' })).toEqual(
      expect.arrayContaining([
        'US-CA pay-range',
        'US-LAC fair-chance-statement',
        'US-LAC criminal-exclusion',
      ]),
    );
    expect(found({ asOf: '2024-09-02' })).toEqual(['US-CA pay-range']);
    expect(found({ asOf: '2026-01-01', employer: { size: 4 } })).toEqual([]);
  });
});

describe('lines', () => {
  it('end with CRLF, LF and CR, and count from 1', () => {
    const lines = new Lines('a\r\nb\nc\rd');
    expect([0, 1, 3, 5, 7, 8].map((offset) => lines.position(offset))).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 1, column: 2, offset: 1 },
      { line: 2, column: 1, offset: 3 },
      { line: 3, column: 1, offset: 5 },
      { line: 4, column: 1, offset: 7 },
      { line: 4, column: 2, offset: 8 },
    ]);
  });

  it('count code units, a byte order mark included', () => {
    const text = '\ufeff👩‍🔧 A rock-star barista.';
    const [finding] = lint(text);
    expect(text.slice(finding?.range.start.offset, finding?.range.end.offset)).toBe('rock-star');
    expect(finding?.range.start.column).toBe((finding?.range.start.offset ?? 0) + 1);
  });
});
