import { describe, expect, it } from 'vitest';
import { outline, read, regions } from './helpers.ts';

describe('Markdown', () => {
  it('reads headings of both kinds, nested lists and tasks', () => {
    const text = [
      '# Nurse',
      '',
      'Pay',
      '---',
      '',
      '- one',
      '  - two',
      '    over two lines',
      '- [ ] three',
      '',
      '  more of three',
      '',
      '1. four',
    ].join('\n');
    expect(outline(text)).toEqual([
      'title: Nurse'.replace('title', 'title 1'),
      'heading 2: Pay',
      'item 1: one',
      'item 2: two over two lines',
      'item 1: three',
      'paragraph 1: more of three',
      'item 1: four',
    ]);
  });

  it('takes a long text over a row of dashes for a paragraph', () => {
    const long =
      'We look after people who cannot look after themselves, and we have done so for ninety years in this very town and in the villages around it, by day and by night.';
    expect(outline(`# Carer\n\n${long}\n---\n\nMore.`)).toEqual([
      'title 1: Carer',
      `paragraph: ${long}`,
      'paragraph: More.',
    ]);
  });

  it.each([
    ['a bold line', '**What you do**\n\nBake.', 'heading 2~: What you do'],
    ['a bold line right above its text', '**What you do**\nBake bread.', 'heading 2~: What you do'],
    ['underscores', '__What you do__\n\nBake.', 'heading 2~: What you do'],
    ['HTML', '<strong>What you do</strong>\n\nBake.', 'heading 2~: What you do'],
    ['a bold line with its colon outside', '**What you do**:\n\nBake.', 'heading 2~: What you do:'],
    ['capitals', 'MAIN DUTIES\n\nBake.', 'heading 2~: MAIN DUTIES'],
    ['a colon', 'Requirements:\n\n- Strong arms', 'heading 2~: Requirements:'],
    ['a French colon', 'Missions :\n- Faire le pain', 'heading 2~: Missions :'],
    ['a short line above a list', 'Your days with us\n\n- Bake', 'heading 2~: Your days with us'],
    ['a known word above a sentence', 'Duties\nBake bread and rolls.', 'heading 2~: Duties'],
    ['an emoji', '🍞 Your tasks\n\n- Bake', 'heading 2~: 🍞 Your tasks'],
  ])('takes %s for a heading', (_what, text, heading) => {
    expect(outline(`# Baker\n\n${text}`)).toContain(heading);
  });

  it.each([
    ['a bold sentence', '**We bake every night, all night long, and sell in the morning.**\n\nJoin us.'],
    ['a bold line at the very end', 'Join us.\n\n**Apply today**'],
    ['a labelled value', '**Location:** Ghent\n\nJoin us.'],
    ['a bold labelled value', '**Location: Ghent**\n\nJoin us.'],
    ['a lead-in', 'In this role you will:\n\n- Bake'],
    ['a header line with bars', '**Bakery | Ghent | Nights**\n\nJoin us.'],
    ['a wrapped sentence', 'We bake for hotels in\nGhent and Bruges.'],
  ])('does not take %s for a heading', (_what, text) => {
    const kinds = read(`# Baker\n\n${text}`)
      .blocks.slice(1)
      .map(({ kind }) => kind);
    expect(kinds).not.toContain('heading');
  });

  it('parts labelled lines, and joins wrapped ones', () => {
    expect(outline('# Baker\n\nLocation: Ghent\nPay: €2,650\nOrt: Gent\n\nWe bake\nall night.')).toEqual([
      'title 1: Baker',
      'paragraph: Location: Ghent',
      'paragraph: Pay: €2,650',
      'paragraph: Ort: Gent',
      'paragraph: We bake all night.',
    ]);
  });

  it('reads bullets that Markdown does not know, and lines wrapped by backslashes', () => {
    const text =
      'What you do\\\n● Bake bread and rolls for the hotels and the restaurants of the whole\\\ntown every night\\\n● Sell';
    expect(outline(`# Baker\n\n${text}`)).toEqual([
      'title 1: Baker',
      'heading 2~: What you do',
      'item 1: Bake bread and rolls for the hotels and the restaurants of the whole town every night',
      'item 1: Sell',
    ]);
  });

  it('reads links, code, escapes, entities and emphasis as a reader sees them', () => {
    const text =
      'See [our *guide*](https://a.example "t"), [terms][t], `npm` and \\*this\\* &amp; <b>that</b>![alt](x.png).\n\n[t]: https://b.example';
    expect(outline(text)).toEqual(['paragraph: See our guide, terms, npm and *this* & that.']);
    expect(regions(text)).toEqual([
      'link: our guide',
      'emphasis: guide',
      'link: terms',
      'code: npm',
      'strong: that',
    ]);
  });

  it('keeps brackets that are no link, and leaves out footnote marks', () => {
    expect(outline('Write to [Company Name] now[^1].\n\n[^1]: Or later.\n\n[x]')).toEqual([
      'paragraph: Write to [Company Name] now.',
      'paragraph: Or later.',
      'paragraph: [x]',
    ]);
  });

  it('reads tables: the first of two cells names the second', () => {
    const text = '| | |\n|---|---|\n| Location | Ghent |\n| Pay | |\n\nEnd.';
    expect(outline(text)).toEqual(['cell: Location', 'cell: Ghent', 'cell: Pay', 'paragraph: End.']);
    expect(regions(text)).toContain('label: Location');
  });

  it('keeps comments apart, and reads what follows on their line', () => {
    const posting = read('One <!-- a --> two.\n\n<!-- b\nc --> three\n');
    expect(posting.blocks.map(({ text }) => text)).toEqual(['One  two.', 'three']);
    expect(posting.comments.map(({ text }) => text)).toEqual([' a ', ' b\nc ']);
    const { start, end } = posting.comments[0]!.source;
    expect(posting.source.slice(start, end)).toBe('<!-- a -->');
  });

  it('reads HTML blocks', () => {
    expect(
      outline(
        '# Vet\n\n<table><tr><th>Pay</th><td>€40&nbsp;000</td></tr></table>\n\n<details><summary>Benefits</summary>\n\nLunch\n\n</details>',
      ),
    ).toEqual([
      'title 1: Vet',
      'cell: Pay',
      'cell: €40\u00A0000',
      'heading 2~: Benefits',
      'paragraph: Lunch',
    ]);
  });

  it('leaves out silent template tags, and marks those that print', () => {
    const text =
      "{% if page.state == 'open' %}\n{{ page.org }} is hiring. {{< apply >}}\n{% endif %}\n\n{% comment ---- %}\nNot shown.\n{% endcomment ---- %}\n\n    Indented {# note #} text.";
    expect(outline(text)).toEqual([
      'paragraph: {{ page.org }} is hiring. {{< apply >}}',
      'paragraph: Indented  text.',
    ]);
    expect(regions(text)).toEqual(['placeholder: {{ page.org }}', 'placeholder: {{< apply >}}']);
  });

  it('joins the lines of a quotation, and marks it as quoted where somebody is named', () => {
    expect(regions('> We are\n> one team.\n>\n> — Ada, baker')).toEqual(['quotation: We are one team.']);
    expect(regions('> We are one team.')).toEqual([]);
  });

  it('places blocks under their headings', () => {
    const blocks = read('# A\n\n## B\n\n**Cats**\n\nText.\n\n## D\n\nText.').blocks;
    expect(blocks.map(({ text, heading }) => [text, heading])).toEqual([
      ['A', undefined],
      ['B', 0],
      ['Cats', 1],
      ['Text.', 2],
      ['D', 0],
      ['Text.', 4],
    ]);
  });

  it('gives the source of a block with its markers', () => {
    const text = '## Head ##\r\n\r\n- **item** one\r\n\r\n> quoted\r\n> twice\r\n';
    const posting = read(text);
    expect(posting.blocks.map(({ source }) => text.slice(source.start, source.end))).toEqual([
      '## Head ##',
      '- **item** one',
      'quoted\r\n> twice',
    ]);
  });
});

describe('source map', () => {
  it('gives one stretch for each side of markup, joined where nothing stands between', () => {
    const text = 'a **bold** word, hand\u00ADbook';
    const { map, text: words } = read(text).blocks[0]!;
    const at = (part: string) =>
      map.toSource({ start: words.indexOf(part), end: words.indexOf(part) + part.length });
    expect(at('bold').map(({ start, end }) => text.slice(start, end))).toEqual(['bold']);
    expect(at('bold word').map(({ start, end }) => text.slice(start, end))).toEqual(['bold', ' word']);
    expect(at('handbook').map(({ start, end }) => text.slice(start, end))).toEqual(['hand\u00ADbook']);
    expect(map.cover({ start: words.indexOf('bold'), end: words.length })).toEqual({
      start: 4,
      end: text.length,
    });
  });

  it('maps an entity and a line break as a whole', () => {
    const text = 'R&amp;D\n   team';
    const { map, text: words } = read(text).blocks[0]!;
    expect(words).toBe('R&D team');
    expect(map.toSource({ start: 1, end: 2 })).toEqual([{ start: 1, end: 6 }]);
    expect(map.toSource({ start: 3, end: 4 })).toEqual([{ start: 7, end: 11 }]);
  });

  it('counts a byte order mark as part of the source', () => {
    const { map, source } = read('\uFEFF# Nurse\n').blocks[0]!;
    expect(map.cover({ start: 0, end: 5 })).toEqual({ start: 3, end: 8 });
    expect(source).toEqual({ start: 1, end: 8 });
  });
});
