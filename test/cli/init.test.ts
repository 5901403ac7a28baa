import { describe, expect, it } from 'vitest';
import { folder } from './harness.ts';

const offer = (title: string) => `# ${title}\n\n## What we offer\n\n- Bread every day\n`;
const FILES = { 'jobs/a.md': offer('Baker'), 'jobs/b.md': offer('Cook'), 'jobs/c.md': offer('Waiter') };

describe('init', () => {
  it('writes a configuration that the command accepts', async () => {
    const here = folder(FILES);
    expect(await here.posting(['init', 'jobs'], { real: true })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('.posting-lint.yml is written, from what most of 3 postings do.'),
    });
    expect(here.read('.posting-lint.yml')).toContain('heading: What we offer # 3 of 3 call it this');
    const { code, stderr } = await here.posting(['jobs', '--fail-on', 'never'], { real: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('looks at this folder when none is named, and shows without writing', async () => {
    const here = folder(FILES);
    const { code, stdout } = await here.posting(['init', '--print'], { real: true });
    expect(code).toBe(0);
    expect(stdout).toContain('# Looked at: 3 postings.');
    expect(() => here.read('.posting-lint.yml')).toThrow();
  });

  it('does not overwrite a configuration', async () => {
    const here = folder({ ...FILES, '.posting-lint.yml': 'extends: strict\n' });
    const { code, stderr } = await here.posting(['init'], { real: true });
    expect(code).toBe(2);
    expect(stderr).toContain('There is a .posting-lint.yml here already.');
    expect(here.read('.posting-lint.yml')).toBe('extends: strict\n');
  });

  it('says when there is nothing to look at', async () => {
    const here = folder({ 'picture.png': '' });
    expect(await here.posting(['init'], { real: true })).toMatchObject({ code: 2 });
    const { code, stderr } = await here.posting(['init', 'gone'], { real: true });
    expect(code).toBe(2);
    expect(stderr).toContain('gone: There is no such file or folder.');
  });
});
