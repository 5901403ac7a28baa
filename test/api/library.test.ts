import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { createLinter, formatReports } from '../../src/api/index.ts';
import postingLint from '../../src/api/unified.ts';

const TEXT = '# Nurse\n\nWe want a recent graduate.\n';

describe('the library', () => {
  it('lints with the options of a configuration', async () => {
    const rules = (findings: { rule: string }[]) => findings.map(({ rule }) => rule);
    const linter = await createLinter();
    expect(rules(linter.lint(TEXT).findings)).toContain('age/recent-graduate');
    const off = await createLinter({ rules: { 'age/*': 'off' } });
    expect(rules(off.lint(TEXT).findings)).not.toContain('age/recent-graduate');
    const strict = await createLinter({ extends: 'strict' });
    expect(strict.rules().find(({ id }) => id === 'sections/compensation')?.level).toBe('error');
  });

  it('goes by the name or the format it is told', async () => {
    const linter = await createLinter();
    expect(linter.lint('<p>x</p>', { path: 'a.html' }).format).toBe('html');
    expect(linter.lint('x', { path: 'a.txt' }).format).toBe('text');
    expect(linter.lint('x').format).toBe('markdown');
    expect(linter.lint('x', { path: 'a.md', format: 'text' })).toMatchObject({
      path: 'a.md',
      format: 'text',
    });
  });

  it.each([
    [{ rules: { 'age/yung': 'off' } }, 'Did you mean “age/young”?'],
    [{ rules: { pay: 'fatal' } }, 'off, info, warning or error'],
    [{ extend: 'strict' }, 'Did you mean “extends”?'],
    [{ asOf: 'today' }, 'asOf must be a day'],
  ])('says what is wrong with %j', async (options, message) => {
    await expect(createLinter(options as never)).rejects.toThrow(TypeError);
    await expect(createLinter(options as never)).rejects.toThrow(message);
  });

  it('judges on the day it is told', async () => {
    const text = '<!-- posting-lint-disable-next-line age until 2026-01-31 -- x -->\nA recent graduate.\n';
    const found = async (asOf?: string) =>
      (await createLinter({ asOf })).lint(text).findings.map(({ rule }) => rule);
    expect(await found('2026-02-01')).toContain('style/disable-expired');
    expect(await found()).not.toContain('style/disable-expired');
  });

  it('fixes, and writes reports in every format', async () => {
    const linter = await createLinter({ rules: { sections: 'off' } });
    const fixed = linter.fix(TEXT, {}, { suggestions: true });
    expect(fixed.text).not.toContain('recent graduate');
    expect(fixed.fixes).toBeGreaterThan(0);
    const report = linter.lint(TEXT, { path: 'a.md' });
    expect(await formatReports('stylish', [report], { text: () => TEXT })).toContain('^^^^^^');
    expect(JSON.parse(await formatReports('sarif', [report])).runs[0].tool.driver.rules[0].id).toBe(
      'age/recent-graduate',
    );
    expect(await formatReports('compact', [report], { severity: 'error' })).toBe('');
  });
});

describe('the plugin for unified', () => {
  // The tree is of no concern to it: any syntax will do.
  const messages = async (text: string, path: string, options = {}) => {
    const file = new VFile({ path, value: text });
    const processor = unified().use(retextEnglish).use(postingLint, options);
    await processor.run(processor.parse(file), file);
    return file.messages;
  };

  it('adds messages with their place, level, replacements and reason', async () => {
    const found = await messages(TEXT, 'a.md', {
      rules: { sections: 'off', 'age/recent-graduate': 'error' },
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      source: 'posting-lint',
      ruleId: 'age/recent-graduate',
      fatal: true,
      line: 3,
      column: 11,
      note: expect.stringContaining('.'),
    });
    expect(String(found[0]?.actual)).toContain('recent graduate');
    expect(found[0]?.expected?.length).toBeGreaterThan(0);
  });

  it('tells warnings and advice apart, and takes a format', async () => {
    const found = await messages('<p>A recent graduate</p>', 'a', { format: 'html' });
    const fatal = new Map(found.map(({ ruleId, fatal }) => [ruleId, fatal]));
    expect(fatal.get('age/recent-graduate')).toBe(false);
    expect([...fatal.values()]).toContain(null);
  });

  it('fails when it is set up wrongly', async () => {
    await expect(messages(TEXT, 'a.md', { rules: { nope: 'off' } })).rejects.toThrow(TypeError);
  });
});
