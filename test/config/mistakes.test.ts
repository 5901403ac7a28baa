import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/index.ts';
import { mistakes, resolver } from './memory.ts';

describe('mistakes in a configuration', () => {
  it.each([
    ['an unknown key', 'rule:\n  age: off\n', ['1:1 Unknown key “rule”. Did you mean “rules”?']],
    [
      'an unknown key that resembles none',
      'colour: blue\n',
      [
        '1:1 Unknown key “colour”. Known here: extends, rules, overrides, terms, employer, company, english, sections, order, texts, vocabulary, title, style, limits, houseRules, ignore.',
      ],
    ],
    [
      'an unknown key of the employer',
      'employer:\n  usesAi: true\n',
      ['2:3 Unknown key “usesAi”. Did you mean “usesAI”?'],
    ],
    [
      'an unknown key of an override',
      'overrides:\n  - files: jobs/**\n    rulez: {}\n',
      ['3:5 Unknown key “rulez”. Did you mean “rules”?'],
    ],
    [
      'an unknown rule',
      'rules:\n  age/recent-gradute: off\n',
      ['2:3 Unknown rule “age/recent-gradute”. Did you mean “age/recent-graduate”?'],
    ],
    [
      'a rule without its category',
      'rules: {pronouns: off}\n',
      ['1:9 Unknown rule “pronouns”. Did you mean “gender/pronouns”?'],
    ],
    [
      'a rule like no other',
      'rules:\n  zzzzzzzz: off\n',
      ['2:3 Unknown rule “zzzzzzzz”. “posting-lint rules” lists them all.'],
    ],
    [
      'an unknown rule in an override',
      'overrides:\n  - files: a.md\n    rules:\n      ages: off\n',
      ['4:7 Unknown rule “ages”. Did you mean “age”?'],
    ],
    [
      'an unknown level',
      'rules:\n  age/young: warn\n',
      ['2:14 “age/young” must be off, info, warning or error; here it is “warn”. Did you mean “warning”?'],
    ],
    [
      'a level that YAML reads as false',
      'rules:\n  age: false\n',
      ['2:8 “age” must be off, info, warning or error; here it is false. Did you mean “off”?'],
    ],
    [
      'a level that is not there',
      'rules:\n  age:\n',
      ['2:3 “age” must be off, info, warning or error; here it is empty.'],
    ],
    [
      'an unknown preset',
      'extends: recomended\n',
      ['1:10 Unknown base “recomended”. Did you mean “recommended”?'],
    ],
    [
      'an unknown preset in a list',
      'extends:\n  - strict\n  - house\n',
      ['3:5 Unknown base “house”. Known are recommended, strict, all; a path starts with ./ or ../.'],
    ],
    [
      'something else than a name in extends',
      'extends: [strict, 3]\n',
      ['1:19 “extends” must be recommended, strict, all or a path; here it is 3.'],
    ],
    [
      'a mapping in extends',
      'extends: {a: b}\n',
      [
        '1:10 “extends” must be recommended, strict, all or a path, or a list of these; here it is a mapping.',
      ],
    ],
    [
      'a list in place of the mapping',
      '- age\n- gender\n',
      [
        '1:1 The configuration must be a mapping with keys such as extends, rules, terms, company or texts; here it is a list.',
      ],
    ],
    [
      'a word in place of the mapping',
      'recommended\n',
      [
        '1:1 The configuration must be a mapping with keys such as extends, rules, terms, company or texts; here it is “recommended”.',
      ],
    ],
    ['a single term', 'terms: Rockcraft\n', ['1:8 “terms” must be a list of names; here it is “Rockcraft”.']],
    [
      'a number among the terms',
      'terms:\n  - Rockcraft\n  - 1847\n',
      ['3:5 “terms” must be a name, in quotes where YAML reads it as a number or a date; here it is 1847.'],
    ],
    [
      'a size in words',
      'employer:\n  size: many\n',
      ['2:9 “size” must be a whole number; here it is “many”.'],
    ],
    ['a size of none', 'employer: {size: 0}\n', ['1:18 “size” must be 1 or more; here it is 0.']],
    [
      'a place by its name',
      'employer:\n  places: [Colorado]\n',
      [
        '2:12 “places” must be the code of a country or state, such as US-CO, DE or CA-ON; here it is “Colorado”.',
      ],
    ],
    [
      'an override without files',
      'overrides:\n  - rules: {age: off}\n',
      ['2:5 “files” is missing: it must be a pattern of paths or a list of them.'],
    ],
    [
      'an override for no files',
      'overrides:\n  - files: []\n',
      ['2:12 “files” must have a pattern in it; here it is an empty list.'],
    ],
    [
      'a pattern that leads out of the folder',
      'ignore: [../old/**]\n',
      [
        '1:10 “ignore” must not lead out of the folder of the configuration; put a configuration there instead; here it is “../old/**”.',
      ],
    ],
    [
      'the same key twice',
      'terms: [a]\nrules: {}\nterms: [b]\n',
      ['3:1 This key stands here twice; keep one of them.'],
    ],
    ['a tab', 'rules:\n\tage: off\n', ['2:1 A tab is used to indent; YAML wants spaces.']],
    [
      'a bracket left open',
      'terms: [a, b\nrules: {}\n',
      ['2:1 A [ or { that was opened before is not closed here.'],
    ],
    ['a quote left open', 'terms: ["a, b]\n', ['2:1 A quote that was opened before is not closed here.']],
    ['a colon left out', 'rules\n  age: off\n', ['1:1 A colon is missing after this key.']],
    [
      'two on a line',
      'extends: rules: age\n',
      ['1:10 There are two colons on this line; put what follows on a line of its own, or in quotes.'],
    ],
    [
      'lines out of line',
      'rules:\n  age: off\n gender: off\n',
      ['3:1 This line is not indented like those it belongs to.'],
    ],
    [
      'a mark of YAML',
      'terms: [@home]\n',
      ['1:9 This is not valid YAML: Plain value cannot start with reserved character @.'],
    ],
    ['a tag', 'terms: !join [a]\n', ['1:8 Tags (!name) have no meaning here; take it out.']],
    [
      'two documents',
      'terms: [a]\n---\nterms: [b]\n',
      ['2:1 A second document starts here (---); a configuration is one document.'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });

  it('are told all at once, in their order, also those of bases', async () => {
    const text = 'extends: ./house.yml\nrules:\n  age: of\n  agee/young: off\nterm: []\n';
    const found = await mistakes(text, { '/w/house.yml': 'rules:\n  gender: loud\n' });
    expect(found).toEqual([
      '3:8 “age” must be off, info, warning or error; here it is “of”. Did you mean “off”?',
      '4:3 Unknown rule “agee/young”. Did you mean “age/young”?',
      '5:1 Unknown key “term”. Did you mean “terms”?',
    ]);
    expect(await mistakes('extends: ./house.yml\n', { '/w/house.yml': 'rules:\n  gender: loud\n' })).toEqual([
      '/w/house.yml:2:11 “gender” must be off, info, warning or error; here it is “loud”.',
    ]);
  });

  it('in a base that two others share are told once', async () => {
    const shared = { '/w/a.yml': 'extends: ./c.yml', '/w/b.yml': 'extends: ./c.yml', '/w/c.yml': 'tems: []' };
    expect(await mistakes('extends: [./a.yml, ./b.yml]', shared)).toEqual([
      '/w/c.yml:1:1 Unknown key “tems”. Did you mean “terms”?',
    ]);
  });

  it('count columns and offsets after a byte order mark, CRLF and aliases', async () => {
    const text =
      '\uFEFFrules: &levels\r\n  age: off\r\noverrides:\r\n  - files: a.md\r\n    rules: *levels\r\nterns: []\r\n';
    expect(await mistakes(text)).toEqual(['6:1 Unknown key “terns”. Did you mean “terms”?']);
    await expect(resolver({ '/w/.posting-lint.yml': text }).forFile('/w/job.md')).rejects.toSatisfy(
      (error) => {
        const [mistake] = (error as ConfigError).mistakes;
        return mistake !== undefined && text.slice(mistake.span.start, mistake.span.end) === 'terns';
      },
    );
    expect(await mistakes('\uFEFFterns: []')).toEqual(['1:1 Unknown key “terns”. Did you mean “terms”?']);
  });

  it('in JSON stand where they are, tabs and all', async () => {
    const json = '{\n\t"rules": {\n\t\t"age": "off",\n\t\t"age/yung": "off"\n\t}\n}\n';
    await expect(resolver({ '/w/.posting-lint.json': json }).forFile('/w/job.md')).rejects.toThrow(
      '/w/.posting-lint.json:4:3 Unknown rule “age/yung”. Did you mean “age/young”?',
    );
    const pack = '{\n  "name": "jobs",\n  "posting-lint": {\n    "terms": "Rockcraft"\n  }\n}\n';
    await expect(resolver({ '/w/package.json': pack }).forFile('/w/job.md')).rejects.toThrow(
      '/w/package.json:4:14 “terms” must be a list of names; here it is “Rockcraft”.',
    );
    await expect(
      resolver({ '/w/package.json': '{\n  "posting-lint": []\n}\n' }).forFile('/w/job.md'),
    ).rejects.toThrow(/^\/w\/package.json:2:19 The configuration must be a mapping/);
  });

  it('of aliases that multiply are refused', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `  x${i + 1}: &x${i + 1} [${`*x${i},`.repeat(9).slice(0, -1)}]`,
    );
    const found = await mistakes(`x:\n  x0: &x0 [a]\n${levels.join('\n')}\n`);
    expect(found).toEqual(['1:1 Too many aliases (*name): write out what they stand for.']);
  });

  it('a base that is not there, and a circle', async () => {
    expect(await mistakes('extends: ./gone.yml\n')).toEqual([
      '1:10 “./gone.yml” cannot be read: there is no /w/gone.yml.',
    ]);
    const circle = {
      '/w/a.yml': 'extends: ./sub/b.yml',
      '/w/sub/b.yml': 'terms: [x]\nextends:\n  - ../a.yml\n',
    };
    expect(await mistakes('extends: a.yml\n', circle)).toEqual([
      '/w/sub/b.yml:3:5 “../a.yml” goes round in a circle: a.yml → b.yml → a.yml.',
    ]);
    expect(await mistakes('extends: ./.posting-lint.yml\n')).toEqual([
      '1:10 “./.posting-lint.yml” goes round in a circle: .posting-lint.yml → .posting-lint.yml.',
    ]);
  });

  it('a file that cannot be read', async () => {
    const files = {
      read(path: string) {
        if (path.endsWith('house.yml')) throw new Error('permission denied');
        return path === '/w/.posting-lint.yml' ? 'extends: ./house.yml' : undefined;
      },
    };
    const { ConfigResolver } = await import('../../src/config/index.ts');
    await expect(new ConfigResolver(files, { known: { rules: [] } }).forFile('/w/job.md')).rejects.toThrow(
      '“./house.yml” cannot be read: permission denied.',
    );
    await expect(
      new ConfigResolver(files, { known: { rules: [] }, file: '/w/none.yml' }).forFile('/w/job.md'),
    ).rejects.toThrow('/w/none.yml:1:1 There is no such file.');
  });
});

describe('any text at all', () => {
  const word = fc.constantFrom(
    ...[
      'extends',
      'rules',
      'overrides',
      'files',
      'terms',
      'employer',
      'size',
      'ignore',
      'age',
      'age/young',
      'off',
      'strict',
    ],
    ...[
      './a.yml',
      '7',
      'null',
      'true',
      '2026-11-23',
      '&a',
      '*a',
      '!t',
      '<<',
      '__proto__',
      'toString',
      '"',
      "'",
      '~',
    ],
  );
  const glue = fc.constantFrom(
    ': ',
    ':\n  ',
    ':\n',
    '\n',
    '\n- ',
    '\n  - ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    ' ',
    '\t',
    '\r\n',
    '# ',
    '---\n',
    '\uFEFF',
    '| ',
    '? ',
  );
  const yaml = fc.array(fc.tuple(word, glue), { maxLength: 12 }).map((parts) => parts.flat().join(''));

  it('is a configuration or has mistakes with a place in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(yaml, fc.string({ unit: 'binary' })), async (text) => {
        try {
          const { config } = await resolver({ '/w/.posting-lint.yml': text, '/w/a.yml': '' }).forFile(
            '/w/job.md',
          );
          expect(Object.keys(config)).toEqual(['preset', 'rules', 'terms', 'employer', 'house']);
        } catch (error) {
          if (!(error instanceof ConfigError)) throw error;
          expect(error.mistakes.length).toBeGreaterThan(0);
          for (const { line, column, span, message } of error.mistakes) {
            expect(Math.min(line, column)).toBeGreaterThan(0);
            expect(span.end).toBeLessThanOrEqual(text.length + 1);
            expect(message).not.toMatch(/undefined|\[object|Invalid input/);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
