import { describe, expect, it } from 'vitest';
import { outline, read, regions } from './helpers.ts';

const html = (text: string) => outline(text, 'html');

describe('HTML', () => {
  it('reads headings, paragraphs, lists, line breaks and white space', () => {
    expect(
      html(
        '<h1>Vet\n  nurse</h1><p>Two <b>dogs</b>.<br>One cat.</p><ul><li>Feed<li>Wash<ul><li>Dogs</ul></ul>',
      ),
    ).toEqual([
      'title 1: Vet nurse',
      'paragraph: Two dogs.',
      'paragraph: One cat.',
      'item 1: Feed',
      'item 1: Wash',
      'item 2: Dogs',
    ]);
  });

  it('takes the first heading for the title where there is none of the first level', () => {
    expect(html('<h2>Vet nurse</h2><p>Join us.</p><h3>Your day</h3><p>Long.</p>')).toEqual([
      'title 2: Vet nurse',
      'paragraph: Join us.',
      'heading 3: Your day',
      'paragraph: Long.',
    ]);
  });

  it('takes a paragraph of bold words for a heading', () => {
    expect(html('<h1>Vet</h1><p><strong>What you do</strong></p><p>Heal.</p>')).toContain(
      'heading 2~: What you do',
    );
  });

  it('reads tables and definition lists as names and values', () => {
    const text =
      '<table><tr><th>Pay</th><td>€40,000</td></tr><tr><th>Leave</th><td></td></tr></table><dl><dt>Where<dd>Ghent</dl><p>Hi.</p>';
    expect(html(text)).toEqual([
      'cell: Pay',
      'cell: €40,000',
      'cell: Leave',
      'cell: Where',
      'cell: Ghent',
      'paragraph: Hi.',
    ]);
    expect(regions(text, 'html')).toEqual(['label: Pay', 'label: Leave', 'label: Where']);
  });

  it('leaves out what nobody sees', () => {
    const text =
      '<script>if (a < b) {}</script><style>p{}</style><p hidden>no</p><div style="display: none">no</div><p>yes</p><select><option>no</select><noscript>no</noscript>';
    expect(html(text)).toEqual(['paragraph: yes']);
  });

  it('decodes entities and leaves out soft hyphens', () => {
    const text = '<p>Pay &amp; perks: &#163;40k, care&shy;taker&nbsp;flat &copy 2026</p>';
    const { text: words, map } = read(text, 'html').blocks[0]!;
    expect(words).toBe('Pay & perks: £40k, caretaker\u00A0flat © 2026');
    const pound = words.indexOf('£');
    expect(
      map.toSource({ start: pound, end: pound + 1 }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['&#163;']);
  });

  it('reads the main part of a page, and sentences of its footer', () => {
    const job =
      'You look after cats and dogs, birds and the odd snake, in a small clinic by the sea with four vets and a bakery next door.';
    const text = `<!doctype html><html lang="en-GB"><head><title>Jobs</title></head><body><header><a href="/">Home</a></header><nav><a>Jobs</a></nav>
      <main><h1>Vet nurse</h1><p>${job}</p></main><aside><p>Other jobs</p></aside>
      <footer><p>We welcome applicants of any race, religion, sex and age, and of every ability.</p><a>Imprint</a></footer></body></html>`;
    expect(html(text)).toEqual([
      'title 1: Vet nurse',
      `paragraph: ${job}`,
      'paragraph: We welcome applicants of any race, religion, sex and age, and of every ability.',
    ]);
    expect(read(text, 'html').language).toBe('en');
  });

  it('keeps the footer of a fragment', () => {
    expect(html('<p>Join us.</p><footer><small>EOE M/F/D/V</small></footer>')).toEqual([
      'paragraph: Join us.',
      'paragraph: EOE M/F/D/V',
    ]);
  });

  it('gives the source of a block with its tags', () => {
    const text = '<ul>\n<li class="a">Feed <b>cats</b></li>\n</ul><h2>Pay</h2>';
    expect(read(text, 'html').blocks.map(({ source }) => text.slice(source.start, source.end))).toEqual([
      '<li class="a">Feed <b>cats</b></li>',
      '<h2>Pay</h2>',
    ]);
  });

  it('takes the language of an element', () => {
    const blocks = read(
      '<div lang="fr-CA"><p>Bonjour</p></div><p>Good morning to all of you</p>',
      'html',
    ).blocks;
    expect(blocks.map(({ language }) => language)).toEqual(['fr', 'en']);
  });

  it('reads comments', () => {
    const text = '<p>One<!-- posting-lint-disable-next-line --></p>';
    const [comment] = read(text, 'html').comments;
    expect(comment?.text).toBe(' posting-lint-disable-next-line ');
    expect(text.slice(comment?.source.start, comment?.source.end)).toBe(
      '<!-- posting-lint-disable-next-line -->',
    );
  });
});
