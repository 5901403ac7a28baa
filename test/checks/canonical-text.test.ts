import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTextCheck } from '../../src/checks/canonical-text.ts';
import type { Finding } from '../../src/contract/finding.ts';
import type { House } from '../../src/contract/house.ts';
import type { Format, ReportFinding } from '../../src/contract/report.ts';
import { createLinter, DEFAULT_CONFIG, type Linter } from '../../src/lint/index.ts';
import { apply, environment, read, ruleFile } from './reading.ts';

const RULE = 'style/canonical-text';

const linterFor = (texts: House['texts'], places: string[] = []): Linter =>
  createLinter({ ...DEFAULT_CONFIG, employer: { places }, house: { texts } });

function found(linter: Linter, text: string, format: Format = 'markdown'): ReportFinding[] {
  return linter.lint(text, { path: 'job', format }).findings.filter(({ rule }) => rule === RULE);
}

function fixed(text: string, finding: ReportFinding | undefined): string | undefined {
  const edits = finding?.fixes[0]?.edits;
  if (!edits) return undefined;
  let result = text;
  for (const { range, text: replacement } of [...edits].reverse())
    result = result.slice(0, range.start.offset) + replacement + result.slice(range.end.offset);
  return result;
}

const EQUAL =
  'Tarnbeck is an equal opportunity employer. We hire for what people can do, without regard to race, religion, sex, age, disability or any other ground that the law protects.';

describe('a passage that is the house’s text', () => {
  const linter = linterFor({ 'equal-opportunity': { section: 'equal-opportunity', text: EQUAL } });

  it.each<[string, string, Format]>([
    ['as it is', EQUAL, 'markdown'],
    ['over two paragraphs', EQUAL.replace('. We', '.\n\nWe'), 'markdown'],
    [
      'with line breaks and marks',
      EQUAL.replace('We hire', '**We\nhire**').replace(', or', ' or'),
      'markdown',
    ],
    [
      'with a link in it',
      EQUAL.replace('the law protects', '[the law](https://law.example) protects'),
      'markdown',
    ],
    ['with other punctuation', EQUAL.replaceAll(',', ';').replace('employer.', 'employer!'), 'markdown'],
    ['in HTML', `<p>${EQUAL.replace('equal', '<em>equal</em>')}</p>`, 'html'],
    ['in text, in short lines', EQUAL.replace(/(.{40,60}) /g, '$1\n'), 'text'],
    ['between other sentences', `Come and see. ${EQUAL} Write to us.`, 'markdown'],
    ['after a label', `**Equal opportunity:** ${EQUAL}`, 'markdown'],
    ['as items', EQUAL.replace('. We', '.\n- We').replace(/^/, '- '), 'markdown'],
  ])('%s is left alone', (_, passage, format) => {
    const title = format === 'html' ? '<h1>Baker</h1>\n' : '# Baker\n\n';
    expect(found(linter, `${title}${passage}\n`, format)).toEqual([]);
  });

  it.each([
    ['an addition in its last sentence', EQUAL.replace('protects.', 'protects, if we can.'), 'if we can'],
    ['a change of case', EQUAL.replace('religion', 'Religion'), 'Religion'],
    ['a word less', EQUAL.replace('religion, ', ''), 'race, sex'],
  ])('%s is told', (_, passage, marked) => {
    const text = `# Baker\n\n${passage}\n`;
    const [finding, ...others] = found(linter, text);
    expect(others).toEqual([]);
    const { start, end } = finding?.range ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(text.slice(start.offset, end.offset)).toContain(marked);
    expect(fixed(text, finding)).toBe(`# Baker\n\n${EQUAL}\n`);
  });
});

describe('what differs', () => {
  const linter = linterFor({ 'equal-opportunity': { section: 'equal-opportunity', text: EQUAL } });

  it('is told word for word, and only as much as one can read', () => {
    const few = EQUAL.replace('religion', 'faith').replace('age, ', '').replace('the law', 'our law');
    const [finding] = found(linter, `# Baker\n\n${few}\n`);
    expect(finding?.message).toBe(
      'This is not quite the house’s text “equal-opportunity”: “faith” should be “religion”; “age” is missing; “our” should be “the”.',
    );
    expect(finding?.data).toEqual({
      text: 'equal-opportunity',
      state: 'drifted',
      changes: [
        { here: 'faith', house: 'religion' },
        { here: '', house: 'age' },
        { here: 'our', house: 'the' },
      ],
      similarity: expect.closeTo(0.93, 1),
    });
    const many = few.replace('Tarnbeck', 'Tarn Beck').replace('hire', 'employ');
    expect(found(linter, `# Baker\n\n${many}\n`)[0]?.message).toMatch(/; 2 more places differ\.$/);
  });

  it('is put right word by word, so that marks and line breaks stay', () => {
    const text = `# Baker\n\nTarnbeck is an **equal opportunity** firm. We hire for what\npeople can do, without regard to race, faith, sex,\nage, disability or [any other ground](https://x.example) that the law protects. Come in.\n`;
    const [finding] = found(linter, text);
    expect(finding?.fixes[0]?.safety).toBe('safe');
    expect(fixed(text, finding)).toBe(text.replace('firm', 'employer').replace('faith', 'religion'));
  });

  it('is told beside brackets that are filled in', () => {
    const open = linterFor({
      access: {
        section: 'accommodation',
        text: 'If you need an adjustment for the interview, write to [name] or call [number]. Nobody else learns of it.',
        use: 'optional',
      },
    });
    const said = 'If you need an adjustment for the interview, write to Ann Lee or call 555 0142.';
    const text = `# Baker\n\n${said} Come in.\n`;
    const [finding] = found(open, text);
    expect(finding?.data['changes']).toEqual([{ here: '', house: 'Nobody else learns of it' }]);
    expect(fixed(text, finding)).toBe(`# Baker\n\n${said} Nobody else learns of it. Come in.\n`);
  });

  it('is a suggestion when much differs', () => {
    const text = `# Baker\n\nTarnbeck is a fair employer. We hire for what people can do, without regard to race, faith, sex, age or whatever else there is that the law protects.\n`;
    const [finding] = found(linter, text);
    expect(finding?.fixes[0]?.safety).toBe('suggestion');
    expect(found(linter, fixed(text, finding) ?? '')).toEqual([]);
  });

  it('is replaced whole where words of one paragraph now stand in two', () => {
    const two = linterFor({
      benefits: {
        section: 'benefits',
        text: 'Thirty days of leave for everyone each year.\n\n- A pension that we pay into\n- A bicycle for the way to work\n',
      },
    });
    const text = `# Baker\n\n## Benefits\n\nThirty days of leave for everyone each year, a pension that we pay into, a bicycle for the way.\n\n## Apply\n\nWrite to us.\n`;
    const [finding] = found(two, text);
    expect(fixed(text, finding)).toBe(
      text.replace(
        /Thirty.*way\./,
        'Thirty days of leave for everyone each year.\n\n- A pension that we pay into\n- A bicycle for the way to work',
      ),
    );
    const html =
      '<h1>Baker</h1>\n<h2>Benefits</h2>\n<p>Thirty days of leave for everyone each year, a pension that we pay into, a bicycle for the way.</p>\n';
    expect(fixed(html, found(two, html, 'html')[0])).toBe(
      '<h1>Baker</h1>\n<h2>Benefits</h2>\n<p>Thirty days of leave for everyone each year.</p>\n<ul>\n  <li>A pension that we pay into</li>\n  <li>A bicycle for the way to work</li>\n</ul>\n',
    );
  });
});

describe('versions', () => {
  const linter = linterFor({
    notice: {
      section: 'legal',
      text: 'We keep your papers for six months and show them to nobody else.',
      older: ['Applications are stored for up to two years in our archive.'],
      use: 'optional',
      variants: [
        { places: ['US'], text: 'We keep your papers for as long as the law of your state asks us to.' },
        { brands: ['Tarnbeck Labs'], text: 'The lab keeps your papers for six months and then burns them.' },
      ],
    },
  });
  const states = (text: string) => found(linter, text).map(({ data }) => data['state']);

  it('that are old are told and replaced', () => {
    const text = '# Baker\n\nApplications are stored for up to two years in our archive.\n';
    expect(states(text)).toEqual(['outdated']);
    expect(fixed(text, found(linter, text)[0])).toBe(
      '# Baker\n\nWe keep your papers for six months and show them to nobody else.\n',
    );
  });

  it('hold for places and brands', () => {
    const us = 'We keep your papers for as long as the law of your state asks us to.';
    expect(states(`# Baker in Denver, Colorado\n\n${us}\n`)).toEqual([]);
    expect(states(`# Baker in Berlin, Germany\n\n${us}\n`)).toEqual(['elsewhere']);
    const lab = 'The lab keeps your papers for six months and then burns them.';
    expect(states(`# Baker at Tarnbeck Labs\n\n${lab}\n`)).toEqual([]);
    expect(states(`# Baker at Tarnbeck Labours\n\n${lab}\n`)).toEqual(['elsewhere']);
  });

  it('hold where the employer hires when the posting does not say', () => {
    const texts: House['texts'] = {
      legal: { section: 'legal', variants: [{ places: ['US'], text: 'We take part in E-Verify here.' }] },
    };
    const text = '# Baker\n\n## Notices\n\nWe keep papers for a year.\n';
    expect(found(linterFor(texts, ['US-CO']), text).map(({ data }) => data['state'])).toEqual(['missing']);
    expect(found(linterFor(texts, ['DE']), text)).toEqual([]);
    expect(found(linterFor(texts), text)).toEqual([]);
  });

  it('are compared only in their own language', () => {
    const german =
      '# Bäckerin\n\n## Hinweise\n\nWir bewahren Ihre Unterlagen sechs Monate lang auf und geben sie an niemanden weiter. Danach werden sie vernichtet.\n';
    const required = linterFor({ legal: { section: 'legal', text: 'We keep your papers for six months.' } });
    expect(found(required, german)).toEqual([]);
  });
});

describe('a text that is missing', () => {
  it('is put behind what its section says, and in place of another statement', () => {
    const linter = linterFor({
      benefits: { section: 'benefits', text: 'Everyone has 30 days of leave.' },
      'equal-opportunity': { section: 'equal-opportunity', text: EQUAL },
    });
    const text =
      '# Baker\r\n\r\n## Benefits\r\n\r\n- Bread\r\n- Butter\r\n\r\n## Equal opportunity\r\n\r\nAll races, religions and sexes are welcome.\r\n';
    const [benefits, statement] = found(linter, text);
    expect(benefits?.fixes[0]?.safety).toBe('suggestion');
    expect(fixed(text, benefits)).toBe(
      text.replace('Butter', 'Butter\r\n\r\nEveryone has 30 days of leave.'),
    );
    expect(fixed(text, statement)).toBe(text.replace(/All races.*welcome\./, EQUAL));
  });

  it('without its section is told once, by the rule for sections', () => {
    const linter = linterFor({
      'about-team': { section: 'about-team', text: 'We are six bakers and a cat.' },
    });
    const { findings } = linter.lint('# Baker\n\nYou bake.\n', { path: 'job', format: 'markdown' });
    const own = findings.filter(({ rule }) => rule === RULE || rule === 'sections/about-team');
    expect(own.map(({ rule }) => rule)).toEqual(['sections/about-team']);
  });
});

describe('any text', () => {
  // The check by itself: a linter for each text would take most of the time.
  const rule = ruleFile<Parameters<typeof canonicalTextCheck.compile>[0][number]>(RULE);
  function check(text: string): (draft: string, format?: Format) => Finding[] {
    const house: House = { texts: { x: { section: 'legal', text, use: 'optional' } } };
    const runner = canonicalTextCheck.compile([rule], { ...environment, house });
    return (draft, format = 'markdown') => runner.posting?.(read(draft, format)) ?? [];
  }

  const WORDS =
    'amber basin cedar dune ember fjord glade heath inlet jetty knoll lagoon marsh north orchard'.split(' ');
  const word = fc.constantFrom(...WORDS);
  const sentence = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => `We ${words.join(' ')}.`);
  const canonical = fc.array(sentence, { minLength: 2, maxLength: 5 });
  type Change = { at: number; how: 'drop' | 'swap' | 'add' };
  const changes = fc.array(
    fc.record({ at: fc.nat(60), how: fc.constantFrom<Change['how']>('drop', 'swap', 'add') }),
    { maxLength: 4 },
  );

  function drift(text: string, list: readonly Change[]): string {
    const words = text.split(' ');
    for (const { at, how } of list) {
      const index = at % words.length;
      if (how === 'drop') words.splice(index, 1);
      else words.splice(index, how === 'swap' ? 1 : 0, 'zephyr');
    }
    return words.join(' ');
  }

  const BEFORE = '# Baker\n\nYou knead, shape and bake what the village eats.\n\n';
  const AFTER = '\n\n## Apply\n\nSend a loaf to the mill.\n';

  it('that drifted is put right by its fix, once and for all, and nothing around it moves', () => {
    let fixes = 0;
    fc.assert(
      fc.property(canonical, changes, fc.boolean(), (sentences, list, parted) => {
        const text = sentences.join(parted ? '\n\n' : ' ');
        const find = check(text);
        const draft = BEFORE + drift(text, list) + AFTER;
        const edits = find(draft)[0]?.fixes[0]?.edits;
        if (!edits) return;
        fixes++;
        const result = apply(draft, edits);
        expect(find(result)).toEqual([]);
        expect(result.startsWith(BEFORE.trimEnd())).toBe(true);
        expect(result.endsWith(AFTER)).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(fixes).toBeGreaterThan(100);
  });

  it('in any format is left alone as it stands', () => {
    const formats = fc.constantFrom<Format>('markdown', 'text', 'html');
    fc.assert(
      fc.property(canonical, formats, fc.boolean(), (sentences, format, items) => {
        const pieces = sentences.map((each) => (items ? `- ${each}` : each));
        const find = check(pieces.join(items ? '\n' : '\n\n'));
        const tag = items ? 'li' : 'p';
        const body =
          format === 'html'
            ? sentences.map((each) => `<${tag}>${each}</${tag}>`).join('\n')
            : pieces.join(items ? '\n' : '\n\n');
        const html = `<h1>Baker</h1>\n${items ? `<ul>${body}</ul>` : body}`;
        const draft = format === 'html' ? html : `# Baker\n\n${body}\n`;
        expect(find(draft, format)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('of other words is no copy of it', () => {
    const other = fc.array(fc.constantFrom(...'the a we you and of for bread in with'.split(' ')), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(canonical, other, (sentences, words) => {
        const find = check(sentences.join(' '));
        expect(find(`# Baker\n\n${words.join(' ')}.\n`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('however long and repetitive is compared in no time', () => {
    const text = `${'we bake and '.repeat(200)}rest.`;
    const find = check(text);
    const draft = `# Baker\n\n${'we bake and '.repeat(20_000)}sleep.\n\n${'we bake and rest. '.repeat(5_000)}`;
    const start = performance.now();
    find(draft);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
