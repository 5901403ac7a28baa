import { describe, expect, it } from 'vitest';
import type { LintedDocument } from '../../src/service/index.ts';
import { type ActionOptions, codeActions, diagnosticsOf, FIX_ALL } from '../../src/service/index.ts';
import { applied, atCursor, editsOf, open } from './open.ts';

const DOCS = 'posting-lint:/rules/';
const OPTIONS: ActionOptions = { snippets: false, config: '.posting-lint.yml' };

function actionsAt(marked: string, options: Partial<ActionOptions> = {}, name?: string) {
  const { text, position } = atCursor(marked);
  const document = open(text, name);
  return { document, actions: actionsOf(document, position, options) };
}

function actionsOf(
  document: LintedDocument,
  position: { line: number; character: number },
  options: Partial<ActionOptions> = {},
) {
  const range = { start: position, end: position };
  return codeActions(
    document,
    range,
    diagnosticsOf(document, DOCS),
    { ...OPTIONS, ...options },
    (change) => ({
      data: change,
    }),
  );
}

/** The text after the action whose title begins so. */
function after(marked: string, title: string, name?: string): string {
  const { document, actions } = actionsAt(marked, {}, name);
  const action = actions.find((one) => one.title.startsWith(title));
  if (!action) throw new Error(`No “${title}” among:\n${actions.map((one) => one.title).join('\n')}`);
  return applied(document.text, editsOf(action, document.uri));
}

describe('quick fixes', () => {
  it('replace words, and name the diagnostic they are for', () => {
    const { document, actions } = actionsAt('# Sales|man\n\nWe sell boots.\n');
    const fix = actions[0];
    expect(fix?.title).toBe('Replace with “Salesperson”');
    expect(fix?.diagnostics?.map(({ code }) => code)).toEqual(['gender/service-titles']);
    expect(applied(document.text, editsOf(fix ?? { title: '' }, document.uri))).toBe(
      '# Salesperson\n\nWe sell boots.\n',
    );
  });

  it('are offered for what is at the place only', () => {
    const { actions } = actionsAt('# Cook\n\nYou are a |rockstar.\n\nOur salesman helps.\n');
    const codes = actions.flatMap(({ diagnostics = [] }) => diagnostics.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(['culture/hype-title']));
  });

  it('change all of a rule where it has several to fix', () => {
    const text = '# Clerk\n\nOur sales|man and our saleswoman help.\n\nThe salesmen are kind.\n';
    const title = actionsAt(text).actions.find((action) => action.title.startsWith('Fix all'))?.title;
    expect(title).toBe('Fix all 3 of gender/service-titles in this file');
    expect(after(text, 'Fix all')).not.toMatch(/sales(?:wo)?m[ae]n/);
  });

  it('insert a missing section, and all of them in their order', () => {
    const draft = '# Ba|ker\n\n## What you will do\n\n- Bake bread\n';
    expect(after(draft, 'Insert “What we offer”')).toContain('\n\n## What we offer\n\n- [Days] days');
    const all = after(draft, 'Insert all');
    const headings = [...all.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toContain('Pay');
    expect(headings.indexOf('Pay')).toBeLessThan(headings.indexOf('What you will do'));
    expect(headings.indexOf('What we offer')).toBeGreaterThan(headings.indexOf('What you need'));
    expect(headings.indexOf('How to apply')).toBeGreaterThan(headings.indexOf('What we offer'));
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('carry snippets for clients that know them', () => {
    const { actions } = actionsAt('# Cook\n\nYou are a |rockstar.\n', { snippets: true });
    const leave = actions.find(({ title }) => title.startsWith('Leave'));
    expect(JSON.stringify(leave?.edit)).toMatch(/-- \$\{1:the reason\} -->/);
  });

  it('lower the level of a rule, never raise it', () => {
    const titles = actionsAt('# Cook\n\nYou are a |rockstar.\n').actions.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Set'))).toEqual([
      'Set culture/hype-title to info in .posting-lint.yml',
      'Set culture/hype-title to off in .posting-lint.yml',
    ]);
  });

  it('leave the configuration alone where none can be written', () => {
    const { actions } = actionsAt('# Cook\n\nYou are a |rockstar.\n', { config: undefined });
    expect(actions.filter(({ data }) => data !== undefined)).toEqual([]);
  });

  it('take capitalised words for a name, but not the first word of a sentence', () => {
    const termsAt = (marked: string) =>
      actionsAt(marked).actions.flatMap(({ data }) => (data as { term?: string })?.term ?? []);
    expect(termsAt('# Cook\n\nYou will use Sales|man, our product.\n')).toEqual(['Salesman']);
    expect(termsAt('# Cook\n\nOur Nin|ja helps you.\n')).toEqual(['Ninja']);
    expect(termsAt('# Cook\n\nSalesmen| wanted.\n')).toEqual([]);
    expect(termsAt('# Cook\n\nWe look for a rockstar|.\n')).toEqual([]);
    expect(termsAt('# Sales|man\n\nWe sell boots.\n')).toEqual([]);
  });
});

describe('leaving something alone', () => {
  const cases: [what: string, marked: string, name: string, expected: string][] = [
    [
      'before a paragraph of Markdown',
      '# Cook\n\nYou are a |rockstar.\n',
      'a.md',
      '# Cook\n\n<!-- posting-lint-disable-next-line culture/hype-title -- the reason -->\nYou are a rockstar.\n',
    ],
    [
      'at the end of a list item',
      '# Cook\n\n- Be a |rockstar\n- Cook\n',
      'a.md',
      '# Cook\n\n- Be a rockstar <!-- posting-lint-disable-line culture/hype-title -- the reason -->\n- Cook\n',
    ],
    [
      'inside of a paragraph, before its line break',
      '# Cook\n\nYou cook well and\nare a |rockstar  \nin the kitchen.\n',
      'a.md',
      '# Cook\n\nYou cook well and\nare a rockstar <!-- posting-lint-disable-line culture/hype-title -- the reason -->  \nin the kitchen.\n',
    ],
    [
      'in the last cell of a table row',
      '# Cook\n\n| Who | What |\n|---|---|\n| you | a ¦rockstar |\n',
      'a.md',
      '# Cook\n\n| Who | What |\n|---|---|\n| you | a rockstar <!-- posting-lint-disable-line culture/hype-title -- the reason --> |\n',
    ],
    [
      'in text',
      'Cook\n\nYou are a |rockstar.\n',
      'a.txt',
      'Cook\n\n<!-- posting-lint-disable-next-line culture/hype-title -- the reason -->\nYou are a rockstar.\n',
    ],
    [
      'in HTML, before the element',
      '<h1>Cook</h1>\n  <p>You are a |rockstar.</p>\n',
      'a.html',
      '<h1>Cook</h1>\n  <!-- posting-lint-disable-next-line culture/hype-title -- the reason -->\n  <p>You are a rockstar.</p>\n',
    ],
    [
      'in HTML, within a paragraph',
      '<h1>Cook</h1>\n<p>You cook and\nare a |rockstar.</p>\n',
      'a.html',
      '<h1>Cook</h1>\n<p>You cook and\nare a <!-- posting-lint-disable-line culture/hype-title -- the reason -->rockstar.</p>\n',
    ],
    [
      'with another rule on the line',
      '# Cook\n\n<!-- posting-lint-disable-next-line gender/service-titles -- a quote -->\nOur salesman is a |rockstar.\n',
      'a.md',
      '# Cook\n\n<!-- posting-lint-disable-next-line gender/service-titles, culture/hype-title -- a quote -->\nOur salesman is a rockstar.\n',
    ],
  ];

  it.each(cases)('%s', (_, marked, name, expected) => {
    const cursor = marked.includes('¦') ? marked.replaceAll('|', '\0').replace('¦', '|') : marked;
    const { text, position } = atCursor(cursor);
    const document = open(text.replaceAll('\0', '|'), name);
    const actions = actionsOf(document, position);
    const action = actions.find(
      ({ title }) => title === 'Leave this alone here (culture/hype-title), with a reason',
    );
    if (!action) throw new Error(actions.map(({ title }) => title).join('\n'));
    const result = applied(document.text, editsOf(action, document.uri));
    expect(result).toBe(expected);
    const left = open(result, name).findings.map(({ rule }) => rule);
    expect(left).not.toContain('culture/hype-title');
    // The comment changes nothing else, and is one the engine has no complaint about.
    const before = document.findings.map(({ rule }) => rule).filter((rule) => rule !== 'culture/hype-title');
    expect(left).toEqual(before);
  });

  it.each([
    ['yaml', '---\ntitle: Sales|man\n---\n\nWe sell boots.\n'],
    ['toml', '+++\ntitle = "Sales|man"\n+++\n\nWe sell boots.\n'],
  ])('in a front matter of %s', (_, marked) => {
    const { text, position } = atCursor(marked);
    const document = open(text);
    const shown = document.findings.filter(({ range }) => range.start.line === 2).map(({ rule }) => rule);
    const rule = shown[0] ?? '';
    const action = actionsOf(document, position).find(({ title }) => title.includes(`(${rule})`));
    if (!action) throw new Error('No action');
    const result = applied(text, editsOf(action, document.uri));
    expect(open(result).findings.map((finding) => finding.rule)).not.toContain(rule);
    expect(open(result).findings.length).toBe(document.findings.length - 1);
  });

  it('of what is missing stands before the title', () => {
    const document = open('# Baker\n\nYou bake bread.\n');
    const action = actionsOf(document, { line: 0, character: 3 }).find(({ title }) =>
      title.includes('(sections/benefits)'),
    );
    const result = applied(document.text, editsOf(action ?? { title: '' }, document.uri));
    expect(result).toMatch(
      /^<!-- posting-lint-disable-next-line sections\/benefits -- the reason -->\n# Baker/,
    );
    expect(open(result).findings.map(({ rule }) => rule)).not.toContain('sections/benefits');
  });
});

describe('source.fixAll.postingLint', () => {
  const text = '# Cook\n\nYou work with the the salesman.\n';

  it('makes the safe fixes and no others', () => {
    const document = open(text);
    const actions = actionsOf(document, { line: 0, character: 0 }, { only: ['source.fixAll'] });
    expect(actions.map(({ kind }) => kind)).toEqual([FIX_ALL]);
    expect(applied(text, editsOf(actions[0] ?? { title: '' }, document.uri))).toBe(
      '# Cook\n\nYou work with the salesman.\n',
    );
  });

  it('is only given when asked for', () => {
    const kinds = (only?: string[]) =>
      actionsOf(open(text), { line: 0, character: 0 }, { only }).map(({ kind }) => kind);
    expect(kinds()).not.toContain(FIX_ALL);
    expect(kinds(['quickfix'])).not.toContain(FIX_ALL);
    expect(kinds(['source'])).toEqual([FIX_ALL]);
    expect(kinds(['source.organizeImports'])).toEqual([]);
    expect(kinds([FIX_ALL])).toEqual([FIX_ALL]);
  });
});
