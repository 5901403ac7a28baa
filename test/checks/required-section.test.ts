import { describe, expect, it } from 'vitest';
import type { Format, ReportFinding, SectionKind } from '../../src/contract/report.ts';
import { createLinter } from '../../src/lint/index.ts';

const linter = createLinter();

function missing(text: string, kind: SectionKind, format: Format = 'markdown'): ReportFinding | undefined {
  return linter
    .lint(text, { path: 'draft', format })
    .findings.find((finding) => finding.rule === `sections/${kind}`);
}

/** The draft with the section of this kind inserted. */
function inserted(text: string, kind: SectionKind, format: Format = 'markdown'): string {
  const edits = missing(text, kind, format)?.fixes[0]?.edits ?? [];
  expect(edits.length, 'a section is offered').toBe(1);
  const [{ range, text: section } = { range: { start: { offset: 0 } }, text: '' }] = edits;
  return text.slice(0, range.start.offset) + section + text.slice(range.start.offset);
}

describe('a missing section', () => {
  it('is told on the words of the title, once, with its kind', () => {
    const finding = missing('# Night *porter*\n\nYou mind the desk.\n', 'benefits');
    expect(finding?.range.start).toEqual({ line: 1, column: 3, offset: 2 });
    expect(finding?.range.end.offset).toBe('# Night *porter'.length);
    expect(finding?.data).toEqual({ section: 'benefits' });
  });

  it('is told on the title of the front matter where the text has none', () => {
    const text = '---\ntitle: Night porter\n---\n\nYou mind the desk of a small hotel by the sea.\n';
    const { range } = missing(text, 'benefits')!;
    expect(text.slice(range.start.offset, range.end.offset)).toBe('Night porter');
  });

  it('is not told of a draft without words', () => {
    expect(linter.lint('', { path: 'draft', format: 'text' }).findings).toEqual([]);
    expect(linter.lint('\n<!-- later -->\n', { path: 'draft', format: 'markdown' }).findings).toEqual([]);
  });

  it('that stands there empty is told where it stands, and not inserted again', () => {
    const text =
      '# Night porter\n\nYou mind the desk.\n\n## Benefits\n\n## How to apply\n\nWrite to desk@hotel.example.\n';
    const finding = missing(text, 'benefits')!;
    expect(finding.range.start.line).toBe(5);
    expect(finding.fixes).toEqual([]);
  });

  it('is offered in English only for English drafts', () => {
    const text =
      '# Nachtportier\n\nDu betreust die Rezeption eines kleinen Hotels und bist in der Nacht für die Gäste da.\n';
    expect(missing(text, 'benefits')?.fixes).toEqual([]);
  });
});

describe('an inserted section', () => {
  it.each<[string, Format, string, string, string]>([
    [
      'follows ATX headings',
      'markdown',
      '# Porter\n\n### What you do\n\nMind the desk.\n\n### How to apply\n\nWrite to a@b.example.\n',
      '\n### What we offer\n\n- [Days]',
      '### How to apply',
    ],
    [
      'follows Setext headings',
      'markdown',
      'Porter\n======\n\nWhat you do\n-----------\n\nMind the desk.\n\nHow to apply\n------------\n\nWrite to a@b.example.\n',
      '\nWhat we offer\n-------------\n\n- [Days]',
      'How to apply',
    ],
    [
      'follows bold lines',
      'markdown',
      '# Porter\n\n**What you do**\nMind the desk.\n\n**How to apply**\nWrite to a@b.example.\n',
      '\n**What we offer**\n- [Days]',
      '**How to apply**',
    ],
    [
      'follows capitals',
      'text',
      'PORTER\n\nDUTIES\n\nMind the desk.\n\nHOW TO APPLY\n\nWrite to a@b.example.\n',
      '\nWHAT WE OFFER\n\n- [Days]',
      'HOW TO APPLY',
    ],
    [
      'follows colons and bullets',
      'text',
      'Porter\n\nDuties:\n* Mind the desk\n* Carry bags\n\nHow to apply:\nWrite to a@b.example.\n',
      '\nWhat we offer:\n* [Days]',
      'How to apply:',
    ],
    [
      'keeps CRLF',
      'markdown',
      '# Porter\r\n\r\n## What you do\r\n\r\nMind the desk.\r\n\r\n## How to apply\r\n\r\nWrite to a@b.example.\r\n',
      '\r\n## What we offer\r\n\r\n- [Days]',
      '## How to apply',
    ],
    [
      'is HTML in HTML, outside the next section',
      'html',
      '<h1>Porter</h1>\n<section class="a"><h3>What you do</h3><p>Mind the desk.</p></section>\n<section class="b"><h3>How to apply</h3><p>Write to a@b.example.</p></section>\n',
      '<h3>What we offer</h3>\n<ul>\n  <li>[Days]',
      '<section class="b"><h3>How to apply',
    ],
  ])('%s', (_, format, text, expected, next) => {
    const result = inserted(text, 'benefits', format);
    expect(result.replace('[Days] days', '[Days]')).toContain(expected);
    // Before the section that belongs after it, and the rest of the draft as it was.
    expect(result.indexOf('hat we offer'.toLowerCase(), 0) >= 0 || result.includes('WHAT WE OFFER')).toBe(
      true,
    );
    expect(result.toLowerCase().indexOf('what we offer')).toBeLessThan(result.indexOf(next));
    expect(result.endsWith(text.slice(text.indexOf(next)))).toBe(true);
    expect(result.startsWith(text.slice(0, text.indexOf(next)))).toBe(true);
    // Read again it is a heading of its kind; there is nothing more to insert.
    const again = linter.read(result, format);
    expect(
      again.blocks.filter((block) => block.kind === 'heading' && block.section === 'benefits'),
    ).toHaveLength(1);
    expect(missing(result, 'benefits', format)?.fixes ?? []).toEqual([]);
  });

  it('goes to the end where nothing belongs after it', () => {
    expect(inserted('# Porter\n\nYou mind the desk.\n', 'equal-opportunity')).toMatch(
      /desk\.\n\n## Equal opportunity\n\n.+\n$/s,
    );
  });

  it('stays inside the page', () => {
    const text =
      '<html><body><main><h1>Porter</h1><p>You mind the desk.</p></main><footer>Example Hotels</footer></body></html>';
    const result = inserted(text, 'benefits', 'html');
    expect(result.indexOf('<h2>What we offer</h2>')).toBeLessThan(result.indexOf('<footer>'));
  });

  it('makes an equal opportunity statement that counts', () => {
    const text = inserted('# Porter\n\nYou mind the desk.\n', 'equal-opportunity');
    expect(missing(text, 'equal-opportunity')).toBeUndefined();
  });
});

it('without a title is told before the first words, on none of them', () => {
  const { range } = missing('\n\nHe will manage the night shift.\n', 'benefits')!;
  expect([range.start.offset, range.end.offset]).toEqual([2, 2]);
});
