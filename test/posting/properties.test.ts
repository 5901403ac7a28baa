import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/contract/posting.ts';
import type { Format } from '../../src/contract/report.ts';
import { read } from './helpers.ts';

/** A piece of a draft: how it is written in each format, and what a reader sees. */
interface Piece {
  markdown: string;
  text: string;
  html: string;
  seen: string;
}

const same = (written: string, seen = written): Piece => ({
  markdown: written,
  text: written,
  html: written,
  seen,
});

const word = fc
  .constantFrom('nurse', 'Zürich', 'l’équipe', 'Ärztin', 'C', 'welder', 'naïve', '看護師', 'a1')
  .map((w) => same(w));
const marked = fc.constantFrom<Piece>(
  { markdown: '**ward**', text: 'ward', html: '<b>ward</b>', seen: 'ward' },
  { markdown: '*care*', text: 'care', html: '<em>care</em>', seen: 'care' },
  { markdown: 'R&amp;D', text: 'R&D', html: 'R&amp;D', seen: 'R&D' },
  { markdown: 'caf&eacute;s', text: 'cafés', html: 'caf&eacute;s', seen: 'cafés' },
  {
    markdown: '[ring us](https://a.example)',
    text: 'ring us',
    html: '<a href="https://a.example">ring us</a>',
    seen: 'ring us',
  },
  { markdown: '`npm`', text: 'npm', html: '<code>npm</code>', seen: 'npm' },
  { markdown: '**half**way', text: 'halfway', html: '<b>half</b>way', seen: 'halfway' },
  { markdown: 'a\\*b', text: 'a*b', html: 'a*b', seen: 'a*b' },
  { markdown: '&#x1F600;', text: '😀', html: '&#x1F600;', seen: '😀' },
);
const invisible = fc.constantFrom(
  same('hand\u00ADbook', 'handbook'),
  same('\u200Bteam', 'team'),
  same('shift\uFEFFs', 'shifts'),
  same('on\u2060call', 'oncall'),
);
const emoji = fc.constantFrom(same('🩺'), same('👩‍🔬'), same('🏳️‍🌈'));
const piece = fc.oneof({ weight: 4, arbitrary: word }, marked, invisible, emoji);
const space = fc.constantFrom(' ', ' ', '\u00A0', '\t', '  ');
const lineEnd = fc.constantFrom('\n', '\r\n');

const draft = fc.record({
  format: fc.constantFrom<Format>('markdown', 'text', 'html'),
  bom: fc.boolean(),
  end: lineEnd,
  paragraphs: fc.array(
    fc.record({
      kind: fc.constantFrom('paragraph', 'item', 'heading'),
      pieces: fc.array(fc.tuple(piece, space), { minLength: 1, maxLength: 12 }),
      broken: fc.nat({ max: 12 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

function write({ format, bom, end, paragraphs }: Draft): string {
  const blocks = paragraphs.map(({ kind, pieces, broken }) => {
    const body = pieces
      .map(([part, gap], i) => {
        if (i === pieces.length - 1) return part[format];
        return part[format] + (i === broken && kind === 'paragraph' ? end : gap);
      })
      .join('');
    if (format === 'html') {
      const tag = kind === 'paragraph' ? 'p' : kind === 'item' ? 'li' : 'h2';
      return `<${tag}>${body}</${tag}>`;
    }
    if (kind === 'item') return `- ${body}`;
    return kind === 'heading' && format === 'markdown' ? `## ${body}` : body;
  });
  return (bom ? '\uFEFF' : '') + blocks.join(end + end) + end;
}

/** What the reader sees, without white space. */
function seen({ paragraphs }: Draft): string {
  return paragraphs
    .flatMap(({ pieces }) => pieces.map(([part]) => part.seen))
    .join('')
    .replace(/\s/g, '');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&eacute;': 'é', '&#x1F600;': '😀' };

function decode(source: string, format: Format): string {
  let text = source.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '');
  if (format !== 'text') text = text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);
  return format === 'markdown' ? text.replace(/\\(?=\*)/g, '') : text;
}

function sourceOf(block: Block, source: string, start: number, end: number): string {
  return block.map
    .toSource({ start, end })
    .map((span) => source.slice(span.start, span.end))
    .join('');
}

describe('readPosting', () => {
  it('shows a reader every character, once and in order', () => {
    fc.assert(
      fc.property(draft, (model) => {
        const blocks = read(write(model), model.format).blocks;
        expect(
          blocks
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(seen(model));
      }),
      { numRuns: 400 },
    );
  });

  it('finds behind every word of a block the source that says that word', () => {
    fc.assert(
      fc.property(draft, (model) => {
        const source = write(model);
        for (const block of read(source, model.format).blocks) {
          for (const match of block.text.matchAll(/[^\s\u00A0]+/g)) {
            const written = sourceOf(block, source, match.index, match.index + match[0].length);
            expect(decode(written, model.format)).toBe(match[0]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps blocks in order, their text inside their source, regions inside their text', () => {
    fc.assert(
      fc.property(draft, (model) => {
        const source = write(model);
        let last = 0;
        for (const block of read(source, model.format).blocks) {
          expect(block.source.start).toBeGreaterThanOrEqual(last);
          last = block.source.end;
          const cover = block.map.cover({ start: 0, end: block.text.length });
          expect(cover.start).toBeGreaterThanOrEqual(block.source.start);
          expect(cover.end).toBeLessThanOrEqual(block.source.end);
          for (const { start, end } of block.regions) {
            expect(0 <= start && start < end && end <= block.text.length).toBe(true);
          }
        }
        expect(last).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives stretches in order that never overlap, and one empty stretch for an empty span', () => {
    fc.assert(
      fc.property(draft, fc.nat(), fc.nat(), (model, a, b) => {
        for (const { map, text } of read(write(model), model.format).blocks) {
          const start = Math.min(a, b) % (text.length + 1);
          const end = Math.max(start, Math.max(a, b) % (text.length + 1));
          const spans = map.toSource({ start, end });
          if (start === end) {
            expect(spans).toHaveLength(1);
            expect(spans[0]!.start).toBe(spans[0]!.end);
          }
          for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThan(spans[i - 1]!.end);
          expect(map.cover({ start, end })).toEqual({ start: spans[0]!.start, end: spans.at(-1)!.end });
        }
      }),
      { numRuns: 300 },
    );
  });
});

const SOUP = [
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '> ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '  \n',
    '\\\n',
    '**',
    '*',
    '__',
    '_',
    '`',
    '```\n',
    '|',
    '~~',
  ],
  ...[
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<p>',
    '<br>',
    '<ul><li>',
    '</li>',
    '<table><tr><td>',
    '<pre>',
  ],
  ...[
    '---\n',
    '+++\n',
    'a: b\n',
    'a: [\n',
    'a = "b"\n',
    '[t]\n',
    '{{ x }}',
    '{% if a %}',
    '{% comment %}',
    '{#',
    '#}',
    '{{',
    '}}',
    '<<a>>',
  ],
  ...[
    '[a](b)',
    '[',
    '](',
    '![x](y)',
    '[x]: http://y\n',
    '[^1]: ',
    '&amp;',
    '&nbsp;',
    '&',
    '\u00AD',
    '\u200B',
    '\uFEFF',
    '\u00A0',
    '\t',
  ],
  ...[
    '😀',
    '👩‍💻',
    '\uD800',
    '\0',
    'word ',
    'Another line of text',
    'Location: ',
    'What you do',
    '“',
    '”',
    '"',
    "'",
    '(',
    'http://a.b/c',
  ],
  ...[
    'x@y.example',
    '•',
    '\\*',
    '<script>',
    '</script>',
    '<main>',
    '<footer>',
    '<dl><dt>',
    '<dd>',
    '<head>',
    '<',
    '>',
    '===\n',
  ],
];

describe('robustness', () => {
  it('reads any soup of markup', () => {
    const soup = fc.oneof(
      fc.array(fc.constantFrom(...SOUP), { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(soup, fc.constantFrom<Format>('markdown', 'text', 'html'), (text, format) => {
        const posting = read(text, format);
        let last = 0;
        for (const { source, text: words, map } of posting.blocks) {
          expect(words.trim()).toBe(words);
          expect(words).not.toBe('');
          expect(source.start).toBeGreaterThanOrEqual(last);
          expect(source.end).toBeLessThanOrEqual(text.length);
          const cover = map.cover({ start: 0, end: words.length });
          expect(source.start <= cover.start && cover.end <= source.end).toBe(true);
          last = source.end;
        }
        for (const comment of posting.comments) {
          expect(text.slice(comment.source.start, comment.source.end)).toContain(comment.text);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('takes time in proportion to the length of hostile input', { timeout: 60_000 }, () => {
    const hostile = [
      '*a_ ',
      'a** b* ',
      '[a](',
      '**a',
      '> ',
      '<b>',
      '<a ',
      '{{',
      '{% ',
      '“a',
      "'s ",
      ' ',
      '   a',
      'a\u200B',
      '&a',
      'A\n',
      'x: ',
      '[A B] ',
      'a.com {{x}} ',
      '*B C* ',
    ];
    for (const unit of hostile) {
      for (const format of ['markdown', 'text', 'html'] as const) {
        const text = unit.repeat(150_000 / unit.length);
        const started = process.cpuUsage();
        read(text, format);
        const { user } = process.cpuUsage(started);
        // Milliseconds of this process alone, whatever else the machine does. Quadratic readers take many times more.
        expect(user / 1000, `${format}: ${unit}`).toBeLessThan(3000);
      }
    }
  });

  it('takes names of object properties for any other name', () => {
    expect(read('<constructor>a</constructor> <b role="constructor">c</b>').blocks).toHaveLength(1);
    expect(read('<div role="toString"><constructor>a</constructor></div>', 'html').blocks[0]!.text).toBe('a');
    expect(read('---\nlang: constructor\n__proto__: x\n---\nText').language).toBe('en');
  });

  it('reads deep nesting', () => {
    expect(() => read('> '.repeat(20_000))).not.toThrow();
    expect(() => read('<div>'.repeat(20_000), 'html')).not.toThrow();
    expect(() => read(`---\na: ${'['.repeat(5000)}\n---\n`)).not.toThrow();
  });
});
