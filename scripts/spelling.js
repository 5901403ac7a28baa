// Makes src/words/english/spelling-data.ts: words that American and British English spell differently, from the
// Hunspell dictionaries made from SCOWL (wordlist.aspell.net), which each hold one variety.
//
//   node scripts/spelling.js          writes the file
//   node scripts/spelling.js --check  fails when it is stale
//
// A pair counts when the American dictionary has the one word and the British the other. Candidates for the other word
// come from the ways in which the two differ, and from the list of american-british-english-translator for words that
// differ in a way of their own. The dictionaries of Canada and Australia say which of the two is usual there.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import nspell from 'nspell';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TARGET = 'src/words/english/spelling-data.ts';
const PACKAGES = {
  US: 'dictionary-en',
  GB: 'dictionary-en-gb',
  CA: 'dictionary-en-ca',
  AU: 'dictionary-en-au',
};

/** American to British; tried wherever it matches. */
const DIFFERENCES = [
  [/iz(?=[eia])/g, 'is'],
  [/yz(?=[ei])/g, 'ys'],
  [/or(?=$|[^aeiou]|ed|ing|er|a|i)/g, 'our'],
  [/(?<=[tbghvcp])er(?=s?$)/g, 're'],
  [/(?<=[ent])ter(?=ed$|ing$)/g, 'tr'],
  [/(?<=[aeiou])l(?=ed$|ing$|ers?$|ors?$|ings$|ery$)/g, 'll'],
  [/(?<=[aeiou])p(?=ed$|ing$|ers?$)/g, 'pp'],
  [/og(?=s?$|ed$|ing$|ers?$)/g, 'ogue'],
  [/ense(?=s?$|less)/g, 'ence'],
  [/e(?![sdr]?$)/g, 'ae'],
  [/e(?![sdr]?$)/g, 'oe'],
  [/ll(?=$|s$|ment|ful)/g, 'l'],
  [/gram(?=s?$)/g, 'gramme'],
  [/ol(?=[dt])/g, 'oul'],
  [/ck/g, 'que'],
];
const ENDINGS =
  's d ed r rs er ers ing ings ly ment ments al able ful less ation ations ational ist ists ite ites ous ness'.split(
    ' ',
  );
/** Words of which both spellings are in good use on both sides, or that mean something else. */
const EITHER = new Set(
  'aging airplane airplanes artifact artifacts ax balk balked balking balks behoove behooved behooves blamable chili filter filters flutist flutists groin groins inflection inflections judgment likable livable phony pummel pummeled salable sizable unshakable'.split(
    ' ',
  ),
);

function load(name) {
  const folder = path.join(root, 'node_modules', name);
  return nspell(readFileSync(path.join(folder, 'index.aff')), readFileSync(path.join(folder, 'index.dic')));
}

function stemsOf(name) {
  const lines = readFileSync(path.join(root, 'node_modules', name, 'index.dic'), 'utf8').split('\n');
  return lines.map((line) => line.split(/[/\t]/)[0] ?? '').filter((word) => /^[a-z]{4,}$/.test(word));
}

/** The file's text. */
export function spellingData() {
  const list = createRequire(import.meta.url)(
    'american-british-english-translator/data/american_spellings.json',
  );
  const dictionaries = Object.fromEntries(
    Object.entries(PACKAGES).map(([variety, name]) => [variety, load(name)]),
  );
  const { US, GB } = dictionaries;
  const american = new Set(Object.keys(list));
  for (const stem of stemsOf(PACKAGES.US)) {
    american.add(stem);
    for (const ending of ENDINGS) {
      american.add(stem + ending);
      if (stem.endsWith('e')) american.add(stem.slice(0, -1) + ending);
    }
  }
  /** Where a word is wrong and the other one right. */
  const wrongIn = (word, other) =>
    Object.keys(PACKAGES).filter(
      (variety) => !dictionaries[variety].correct(word) && dictionaries[variety].correct(other),
    );
  const groups = new Map();
  const seen = new Set();
  const add = (us, gb) => {
    if (us === gb || seen.has(us) || !/^[a-z]+$/.test(us + gb) || US.correct(gb) || !GB.correct(gb)) return;
    const where = [wrongIn(us, gb), wrongIn(gb, us)];
    if (!where.flat().length) return;
    seen.add(us);
    let head = 0;
    while (us[head] === gb[head]) head++;
    let tail = 0;
    while (tail < Math.min(us.length, gb.length) - head && us.at(-1 - tail) === gb.at(-1 - tail)) tail++;
    // Canadians write -ize; the dictionary just lacks some of these words.
    if (us[head] === 'z') where[0] = where[0].filter((variety) => variety !== 'CA');
    const key = [
      us.slice(head, us.length - tail),
      gb.slice(head, gb.length - tail),
      ...where.map((each) => each.join()),
    ];
    const group = groups.get(key.join('|')) ?? { key, words: [] };
    group.words.push(`${us.slice(0, head)}~${us.slice(us.length - tail)}`);
    groups.set(key.join('|'), group);
  };
  for (const us of [...american].sort()) {
    if (EITHER.has(us) || !US.correct(us)) continue;
    for (const [from, to] of DIFFERENCES) {
      for (const match of us.matchAll(from)) {
        add(us, us.slice(0, match.index) + to + us.slice(match.index + match[0].length));
      }
    }
    if (list[us]) add(us, list[us]);
  }
  const sorted = [...groups.values()].sort(
    (a, b) => b.words.length - a.words.length || (a.key.join() < b.key.join() ? -1 : 1),
  );
  return [
    '// Made by scripts/spelling.js from dictionaries; not to be edited.',
    '',
    '/**',
    ' * Groups of words: the letters that stand for `~` in American, in British spelling, where the American and where the',
    ' * British word is wrong, the words.',
    ' */',
    'export const SPELLINGS: readonly (readonly [us: string, gb: string, usIn: string, gbIn: string, words: string])[] = [',
    ...sorted.map(
      ({ key, words }) => `  [${[...key, words.join(' ')].map((part) => `'${part}'`).join(', ')}],`,
    ),
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = spellingData();
  const file = path.join(root, TARGET);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`Stale, run “node scripts/spelling.js”: ${TARGET}\n`);
    process.exitCode = 1;
  }
}
