import path from 'node:path';
import fc from 'fast-check';
import { retext } from 'retext';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';

import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { builtinRules } from '../../../src/catalog/index.ts';
import { Detector, type Plugin } from '../../../src/checks/retext/detector.ts';
import { equalityIds, equalityPhrases } from '../../../src/checks/retext/equality.ts';
import { LEFT_OUT, OWN_RULES } from '../../../src/checks/retext/left-out.ts';
import type { RetextFields } from '../../../src/checks/retext.ts';
import type { Rule } from '../../../src/contract/rule.ts';
import { createLinter, DEFAULT_CONFIG } from '../../../src/lint/index.ts';
import { isBias } from '../../../src/lint/overlaps.ts';
import { corpusFiles } from '../../corpus/files.ts';

const rules = [...builtinRules.values()].filter((rule) => rule.check === 'retext') as Rule<RetextFields>[];
const equality = rules.filter((rule) => rule.plugin === 'equality');
const kept = equality.flatMap((rule) => rule.ids ?? []);
// No phrase stands under two ids, so what one rule ignores does not bear on another.
const ignored = equality.flatMap((rule) => rule.options?.ignore ?? []);
// That goes for the ids that no rule covers, too; without them the plugin, which makes its index anew for every
// paragraph, is done in half the time.
const ignore = [...ignored, ...[...LEFT_OUT.keys()].flatMap(equalityPhrases)];
const paired = new Set(equality.filter((rule) => rule.options?.binary).flatMap((rule) => rule.ids ?? []));

// retext as its users run it; the parser for English takes the place of the one for Latin script.
const parser = retext().use(retextEnglish).freeze();
type Transform = (tree: ReturnType<typeof parser.parse>, file: VFile) => unknown;

/** What plugins find when run as their authors wrote them, as `id start end`, sorted. */
function real(text: string, transforms: readonly Transform[]): string[] {
  const file = new VFile(text);
  const tree = parser.parse(file);
  for (const transform of transforms) transform(tree, file);
  return file.messages
    .map(({ ruleId, place }) => {
      if (!place || !('start' in place)) throw new Error('a message without a place');
      return `${ruleId} ${place.start.offset} ${place.end.offset}`;
    })
    .sort();
}

const alone = retextEquality({ binary: false, ignore });
const inPairs = retextEquality({ binary: true, ignore });

/** What retext-equality itself finds under the ids that our rules cover, with the options of each rule; and others find. */
function realEquality(text: string, others: readonly Transform[] = []): string[] {
  const id = (line: string) => line.slice(0, line.indexOf(' '));
  const all = real(text, [alone, ...others]);
  // Knowing pairs only ever takes matches away.
  if (!all.some((line) => paired.has(id(line)))) return all;
  const unpaired = real(text, [inPairs]).filter((line) => paired.has(id(line)));
  return [...all.filter((line) => !paired.has(id(line))), ...unpaired].sort();
}

function detector(plugins: readonly Plugin[]): Detector<undefined> {
  return new Detector(
    rules
      .filter((rule) => plugins.includes(rule.plugin))
      .map((rule) => ({
        plugin: rule.plugin,
        ids: rule.ids ?? [],
        binary: rule.options?.binary ?? false,
        ignore: rule.options?.ignore ?? [],
        value: undefined,
      })),
  );
}

const ours = detector(['equality']);
const found = (one: Detector<undefined>, text: string): string[] =>
  one
    .find(text)
    .map(({ remark: { id, start, end } }) => `${id} ${start} ${end}`)
    .sort();

describe('retext-equality through our rules', () => {
  it('covers each id of the plugin once, or says why not', () => {
    const placed = [...kept, ...LEFT_OUT.keys()];
    expect(placed.filter((id, at) => placed.indexOf(id) !== at)).toEqual([]);
    expect(new Set(placed)).toEqual(new Set(equalityIds));
  });

  it('leaves to our other rules what these do find', () => {
    const off = Object.fromEntries(rules.map(({ id }) => [id, 'off' as const]));
    const linter = createLinter({ ...DEFAULT_CONFIG, rules: off });
    const isFound = (phrase: string) =>
      [
        `We are looking for a ${phrase} for our team.`,
        `You work with ${phrase} every day.`,
        `You ${phrase} on Mondays.`,
      ].some((text) =>
        linter
          .lint(text, { path: '', format: 'markdown' })
          .findings.some(
            ({ category, range }) => isBias(category) && text.indexOf(phrase) < range.end.offset,
          ),
      );
    const left = [...LEFT_OUT].filter(([, reason]) => reason === OWN_RULES).map(([id]) => id);
    expect(left.filter((id) => !equalityPhrases(id).some(isFound))).toEqual([]);
  });

  it('ignores and replaces only phrases that the plugin has under the ids of the rule', () => {
    for (const rule of equality) {
      const phrases = (rule.ids ?? []).flatMap((id) => [id, ...equalityPhrases(id)]);
      const named = [...(rule.options?.ignore ?? []), ...Object.keys(rule.suggest ?? {})];
      expect(named.filter((phrase) => !phrases.includes(phrase))).toEqual([]);
    }
  });

  const sentences = (phrase: string): string[] => {
    const capital = phrase.charAt(0).toUpperCase() + phrase.slice(1);
    const filled = phrase.replaceAll('*', 'three');
    const shouted = filled.toUpperCase();
    return [
      filled,
      `We met a ${filled} there.`,
      `${capital.replaceAll('*', 'Mr. Ruiz’s')} wanted`,
      `THE ${shouted}!`,
      `Is it the ${filled}'s or the ${filled}’s?`,
      `a well-known ${filled.replaceAll(' ', '-')}-like thing, ${filled.replaceAll(' ', '  ')}`,
      `“${filled}” (${filled}) – ${filled} – ${filled}`,
      `A ${filled.slice(0, 2)}-${filled.slice(2)}, ${filled}. next ${filled}; e.g. ${filled}/${filled}`,
    ];
  };

  it('finds every phrase of the ids it keeps, where and as the plugin finds it', () => {
    const silent: string[] = [];
    for (const id of kept) {
      for (const phrase of equalityPhrases(id)) {
        if (ignore.includes(phrase)) continue;
        if (
          !found(ours, `the ${phrase} here`.replaceAll('*', 'three')).some((line) =>
            line.startsWith(`${id} `),
          )
        ) {
          silent.push(phrase);
        }
        for (const sentence of sentences(phrase))
          expect(found(ours, sentence)).toEqual(realEquality(sentence));
      }
    }
    expect(silent).toEqual([]);
  });

  it('leaves pairs alone where the plugin does', () => {
    for (const id of kept) {
      const [one, other] = [equalityPhrases(id)[0], equalityPhrases(id).at(-1)];
      if (!one || !other || one === other) continue;
      for (const joint of [' and ', ' or ', '/', ' / ', ' and/or ', ', ', '-', ' & ', '\n']) {
        for (const text of [
          `A ${one}${joint}${other}.`,
          `a ${other}${joint}${one} or ${one}${joint}${other}`,
        ]) {
          expect(found(ours, text)).toEqual(realEquality(text));
        }
      }
    }
  });

  it('agrees with the plugin on any mix of its words, marks and white space', () => {
    const words = kept.flatMap((id) => equalityPhrases(id)).flatMap((phrase) => phrase.split(' '));
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.constantFrom(...words.map((word) => word.toUpperCase())) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('of', 'the', 'or', 'and', 'U.S.', 'Dr.', '24/7', 'é', 'İ', '\u212a'),
      },
    );
    const gap = fc.constantFrom(
      ' ',
      ' ',
      ' ',
      '  ',
      '-',
      '--',
      "'",
      "''",
      '’',
      "'-",
      '. ',
      '.',
      ', ',
      '/',
      '&',
      '\n',
      '\u00a0',
      '(',
      '"',
      '“',
      '–',
    );
    const text = fc
      .array(fc.tuple(piece, gap), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (sample) => {
        expect(found(ours, sample)).toEqual(realEquality(sample));
      }),
      { numRuns: 1500, seed: 1 },
    );
  });
});

describe.each([
  ['repeated-words', retextRepeatedWords()],
  ['indefinite-article', retextIndefiniteArticle()],
] as const)('retext-%s through our rules', (plugin, transform) => {
  const one = detector([plugin]);

  it('agrees with the plugin on any mix of words and marks', () => {
    const word = fc.oneof(
      fc.constantFrom('a', 'A', 'an', 'An', 'AN', 'a', 'an'),
      fc.constantFrom(
        'the',
        'The',
        'hour',
        'user',
        'and',
        'or',
        'MBA',
        'FBI',
        'R&D',
        'UN',
        'one-off',
        'e.g.',
        'U.S.',
      ),
      fc.constantFrom(
        '8',
        '11',
        '1,000',
        '18-month',
        '401(k)',
        '24/7',
        'UI/UX',
        'w/',
        'é',
        'Éa',
        'İ',
        'α',
        'o’clock',
      ),
      fc.constantFrom(
        '"heir',
        '(honest)',
        "'em",
        '“umbrella”',
        '.NET',
        '&co',
        '$5',
        'apple.',
        'etc.',
        '*',
        '|',
        '-',
        'that',
      ),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const gap = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\u00a0', '\n', '-', '');
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (sample) => {
        expect(found(one, sample)).toEqual(real(sample, [transform]));
      }),
      { numRuns: 4000, seed: 1 },
    );
  });
});

const postings = corpusFiles(path.resolve(import.meta.dirname, '../../..'));
describe.skipIf(postings.length === 0)('over real postings', () => {
  it('finds what the plugins find, nothing more and nothing less', () => {
    const all = detector(['equality', 'repeated-words', 'indefinite-article']);
    const { read } = createLinter();
    const blocks = postings.flatMap(({ text, format }) => read(text, format).blocks);
    const texts = new Set(blocks.filter(({ language }) => language === 'en').map(({ text }) => text));
    const others = [retextRepeatedWords(), retextIndefiniteArticle()];
    const wrong: unknown[] = [];
    for (const text of texts) {
      const theirs = realEquality(text, others);
      const ours = found(all, text);
      if (ours.join() !== theirs.join()) wrong.push({ text, ours, theirs });
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
