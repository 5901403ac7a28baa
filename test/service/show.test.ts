import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type MarkupContent } from 'vscode-languageserver-types';
import {
  completionsAt,
  type DiagnosticData,
  diagnosticsOf,
  documentSymbols,
  foldingRanges,
  hoverAt,
} from '../../src/service/index.ts';
import { applied, atCursor, open } from './open.ts';

const DOCS = 'https://example.com/1.2.3/rules/';

describe('diagnostics', () => {
  const text = '# Cook\n\nYou are a **rock**star and work with the the salesman.\n';
  const diagnostics = diagnosticsOf(open(text), DOCS);
  const of = (code: string) => diagnostics.find((diagnostic) => diagnostic.code === code);

  it('have a code, the address of its page, our source and their fixes', () => {
    const found = of('gender/service-titles');
    expect(found?.codeDescription?.href).toBe(`${DOCS}gender/service-titles.md`);
    expect(found?.source).toBe('posting-lint');
    const fix = (found?.data as DiagnosticData | undefined)?.fixes[0];
    expect(applied(text, fix?.edits ?? [])).toContain('the salesperson.');
  });

  it('count lines and columns from 0', () => {
    expect(of('gender/service-titles')?.range).toEqual({
      start: { line: 2, character: text.split('\n')[2]?.indexOf('salesman') },
      end: { line: 2, character: (text.split('\n')[2]?.indexOf('salesman') ?? 0) + 'salesman'.length },
    });
  });

  it('count characters beyond the basic plane as two, and lines that end in CR LF as one', () => {
    const found = diagnosticsOf(open('# Cook\r\n\r\n🧑‍🍳 Our salesman.\r\n'), DOCS);
    const { range } = found.find(({ code }) => code === 'gender/service-titles') ?? {};
    expect(range?.start).toEqual({ line: 2, character: '🧑‍🍳 Our '.length });
  });

  it('are information where the report says info', () => {
    expect(of('sections/deadline')?.severity).toBe(DiagnosticSeverity.Information);
    expect(of('sections/benefits')?.severity).toBe(DiagnosticSeverity.Warning);
  });
});

describe('a hover', () => {
  function hover(marked: string, markdown = true) {
    const { text, position } = atCursor(marked);
    return hoverAt(open(text), position, DOCS, markdown);
  }
  const value = (found: ReturnType<typeof hover>) =>
    (found?.contents as MarkupContent | undefined)?.value ?? '';

  it('says what, why, how strong the evidence is, what else, and where it comes from', () => {
    const shown = value(hover('# Cook\n\nHelp our sales|man.\n'));
    expect(shown).toContain('Replace with “salesperson”');
    expect(shown).toMatch(/\*(?:Law|Field|Laboratory|Survey|Guidance|Convention): /);
    expect(shown).toContain('Sources: ');
    expect(shown).toContain(`[gender/service-titles](<${DOCS}gender/service-titles.md>)`);
  });

  it('is plain text for who shows no Markdown', () => {
    const found = hover('# Cook\n\nHelp our sales|man.\n', false);
    expect(found?.contents).toMatchObject({ kind: 'plaintext' });
    expect(value(found)).not.toMatch(/[*\\[]/);
  });

  it('names what is missing in one line each', () => {
    const shown = value(hover('# Ba|ker\n\nYou bake bread.\n'));
    expect(shown.split('\n').filter((line) => line.startsWith('- ')).length).toBeGreaterThan(5);
    expect(shown).not.toContain('Sources: ');
  });

  it('is silent where nothing was found', () => {
    expect(hover('# Cook\n\nYou co|ok.\n')).toBeUndefined();
  });
});

describe('symbols', () => {
  it('are the title and its sections, with the kind that was recognised', () => {
    const [title, ...more] = documentSymbols(
      open(
        '# Baker\n\n## What you will do\n\n- Bake\n\n### At night\n\n- Bake\n\n## What we offer\n\n- Bread\n',
      ),
    );
    expect(more).toEqual([]);
    expect(title?.name).toBe('Baker');
    expect(title?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['What you will do', 'Responsibilities'],
      ['What we offer', 'Benefits'],
    ]);
    const duties = title?.children?.[0];
    expect(duties?.children?.map(({ name }) => name)).toEqual(['At night']);
    expect(duties?.range).toMatchObject({ start: { line: 2 }, end: { line: 10 } });
  });

  it('of a draft without headings are none', () => {
    expect(documentSymbols(open('We look for a baker.\n'))).toEqual([]);
    expect(documentSymbols(open(''))).toEqual([]);
  });
});

describe('folding', () => {
  it('goes from a heading to the last line of its section', () => {
    const text = 'Baker\n\nWhat you will do:\n- Bake bread\n- Sell it\n\nWhat we offer:\n- Bread\n';
    const ranges = foldingRanges(open(text, 'a.txt')).map(({ startLine, endLine }) => [startLine, endLine]);
    expect(ranges).toContainEqual([2, 4]);
    expect(ranges).toContainEqual([6, 7]);
  });
});

describe('completion', () => {
  function complete(marked: string, snippets = true, name?: string) {
    const { text, position } = atCursor(marked);
    return { text, items: completionsAt(open(text, name), position, snippets) };
  }
  const draft = '# Baker\n\n## What you will do\n\n- Bake bread\n\n|\n';

  it('offers the sections that are missing, in the style of the others', () => {
    const { items } = complete(draft);
    const labels = items.map(({ label }) => label);
    expect(labels).toContain('What we offer');
    expect(labels).not.toContain('What you will do');
    const offer = items.find(({ label }) => label === 'What we offer');
    expect(offer?.textEdit?.newText).toMatch(/^## What we offer\n\n- \$\{1:\[Days\]\} days of paid leave/);
  });

  it('takes the place of what was begun', () => {
    const { text, items } = complete('# Baker\n\nYou bake.\n\n## Wh|\n', false);
    const offer = items.find(({ label }) => label === 'What we offer');
    const edit = offer?.textEdit;
    if (!edit || !('range' in edit)) throw new Error('No edit');
    expect(applied(text, [edit])).toMatch(/\n\n## What we offer\n\n- \[Days\]/);
    expect(offer?.filterText?.startsWith('## Wh')).toBe(true);
  });

  it('offers whole postings where nothing stands yet', () => {
    const templates = (marked: string, name?: string) =>
      complete(marked, true, name).items.filter(({ label }) => /posting/i.test(label));
    expect(templates('|').map(({ label }) => label)).toEqual(['Job posting', 'Short job posting']);
    expect(templates('|')[0]?.textEdit?.newText).toMatch(/^# \$\{1:\[Job title\]\}\n/);
    expect(templates('---\ntype: job-posting\n---\n\n# |\n')).toHaveLength(2);
    expect(templates('Jo|', 'draft.txt').map(({ label }) => label)).toEqual(['Job posting, plain text']);
    expect(templates('# Baker\n\n|\n')).toEqual([]);
    expect(templates('|\n\nYou bake.\n')).toEqual([]);
  });

  it('is silent in the middle of a text, in front matter and behind words', () => {
    expect(complete('# Baker\n\nYou bake |bread.\n').items).toEqual([]);
    expect(complete('# Baker\n\nYou bake.\n|\n').items).toEqual([]);
    expect(complete('---\ntitle: Baker\n|\n---\n\nYou bake.\n').items).toEqual([]);
  });

  it('knows directives and rules in comments; what this file has comes first', () => {
    const directives = complete('# Cook\n\n<!-- posting|\nOur salesman.\n').items.map(({ label }) => label);
    expect(directives).toContain('posting-lint-disable-next-line');
    const { items } = complete('# Cook\n\n<!-- posting-lint-disable-next-line gen| -->\nOur salesman.\n');
    const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    expect(sorted.findIndex(({ label }) => label === 'gender/service-titles')).toBeLessThan(
      sorted.findIndex(({ label }) => label === 'age/young'),
    );
    expect(complete('# Cook\n\n<!-- posting-lint-disable age/young -- my | -->\n').items).toEqual([]);
  });
});
