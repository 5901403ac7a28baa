import { describe, expect, it } from 'vitest';
import { outline, read, regions } from './helpers.ts';

const lines = (...parts: string[]): string => parts.join('\n');

describe('plain text', () => {
  it('takes the first short line for the title, and known words for headings', () => {
    const text = lines(
      'Night porter',
      '',
      'Location: Bath',
      'Pay: £13/hr',
      '',
      'Duties',
      'Open the door.',
      '',
      'Benefits',
      'A warm lobby.',
    );
    expect(outline(text, 'text')).toEqual([
      'title 1~: Night porter',
      'paragraph: Location: Bath',
      'paragraph: Pay: £13/hr',
      'heading 2~: Duties',
      'paragraph: Open the door.',
      'heading 2~: Benefits',
      'paragraph: A warm lobby.',
    ]);
  });

  it('keeps a first sentence a sentence', () => {
    expect(outline(lines('We need a porter for the night.', '', 'Ring us.'), 'text')).toEqual([
      'paragraph: We need a porter for the night.',
      'paragraph: Ring us.',
    ]);
  });

  it('takes a labelled title', () => {
    const title = read(
      lines('Acme Hotels are looking for people.', 'Job title: Porter', 'Pay: £13'),
      'text',
    ).blocks.find((b) => b.title);
    expect(title?.text).toBe('Job title: Porter');
  });

  it('joins lines that were cut at a column', () => {
    const text = lines(
      'Porter',
      '',
      'You open the door for guests who arrive late at night, and you',
      'carry their bags to the room. In the morning you hand over to the',
      'Reception Manager, who pays you.',
    );
    expect(outline(text, 'text')[1]).toBe(
      'paragraph: You open the door for guests who arrive late at night, and you carry their bags to the room. In the morning you hand over to the Reception Manager, who pays you.',
    );
  });

  it('keeps lines apart that were not cut', () => {
    const text = lines(
      'Porter',
      '',
      'You open the door for the guests.',
      'You carry their bags to the room.',
      'Your shift ends at six in the morning.',
    );
    expect(outline(text, 'text')).toHaveLength(4);
  });

  it.each(['-', '*', '•', '●', '·', '–', '○', '▪', '►', '1.', '2)', 'a)'])(
    'reads the bullet %s',
    (bullet) => {
      const text = lines(
        'Porter',
        '',
        'Duties',
        `${bullet} Open the door`,
        `  ${bullet} Close it`,
        `${bullet} Carry bags`,
      );
      expect(outline(text, 'text').slice(1)).toEqual([
        'heading 2~: Duties',
        'item 1: Open the door',
        'item 2: Close it',
        'item 1: Carry bags',
      ]);
    },
  );

  it('joins the second line of an item', () => {
    const text = lines('Duties', '- Open the door for guests', '  who come late', '- Carry bags');
    expect(outline(text, 'text').slice(1)).toEqual([
      'item 1: Open the door for guests who come late',
      'item 1: Carry bags',
    ]);
  });

  it('reads lists that lost their bullets', () => {
    const text = lines(
      'What you bring',
      '',
      'A strong back',
      'Good English',
      'A clean shirt',
      '',
      'We reply within a week.',
    );
    expect(outline(text, 'text')).toEqual([
      'heading 1~: What you bring',
      'item 1: A strong back',
      'item 1: Good English',
      'item 1: A clean shirt',
      'paragraph: We reply within a week.',
    ]);
  });

  it('reads capitals, underlines, hashes and bold marks', () => {
    const text = lines(
      'Porter',
      '======',
      '',
      'MAIN DUTIES',
      '',
      'Doors.',
      '',
      '## Pay',
      '',
      '£13.',
      '',
      '**What you do**',
      '',
      '**Salary:** good',
    );
    expect(outline(text, 'text')).toEqual([
      'title 1: Porter',
      'heading 2~: MAIN DUTIES',
      'paragraph: Doors.',
      'heading 2: Pay',
      'paragraph: £13.',
      'heading 3~: What you do',
      'paragraph: Salary: good',
    ]);
    expect(regions(text, 'text')).toContain('label: Salary:');
  });

  it('reads tabs, carriage returns and forms laid out with spaces', () => {
    const text = 'PORTER\r\n\t\t\tClass Code:\t1967\r\n\t\t\tOpen Date:  09-18-15\r\n';
    const posting = read(text, 'text');
    expect(posting.blocks.map((block) => block.text)).toEqual([
      'PORTER',
      'Class Code:\t1967',
      'Open Date:  09-18-15',
    ]);
    const date = posting.blocks[2]!;
    expect(text.slice(date.source.start, date.source.end)).toBe('Open Date:  09-18-15');
  });

  it('honours comments, and nothing else that looks like markup', () => {
    const posting = read('<!-- posting-lint-disable -->\nUse <b> & &amp; as you *like*.', 'text');
    expect(posting.blocks.map(({ text }) => text)).toEqual(['Use <b> & &amp; as you *like*.']);
    expect(posting.comments.map(({ text }) => text)).toEqual([' posting-lint-disable ']);
  });

  it('counts words', () => {
    expect(read('Porter, 24/7 – at the Ritz', 'text').words).toBe(5);
  });
});
