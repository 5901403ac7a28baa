// Lints a folder of postings and prints what rules find there, for reading by eye:
// node scripts/corpus.js FOLDER [--rule id|category] [--severity warning] [--language en] [--sample 50] [--seed 1] [--preset all]
import { parseArgs } from 'node:util';
import { importSource } from './import-source.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string', default: '' },
    severity: { type: 'string', default: 'info' },
    language: { type: 'string', default: '' },
    sample: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    preset: { type: 'string', default: 'recommended' },
    bias: { type: 'boolean', default: false },
    fixes: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('Which folder? npm run corpus -- FOLDER');
  process.exit(2);
}

const { createLinter, draftsIn, isBias } = await importSource(
  `export { createLinter } from './src/lint/index.ts';
   export { isBias } from './src/lint/overlaps.ts';
   export { draftsIn } from './test/corpus/files.ts';`,
);

const WEIGHT = { error: 3, warning: 2, info: 1 };
const drafts = draftsIn(folder).filter(({ language }) => !values.language || language === values.language);
const linter = createLinter({
  preset: values.preset,
  rules: {},
  terms: [],
  employer: {},
  asOf: new Date().toISOString().slice(0, 10),
});

const started = performance.now();
const found = drafts.flatMap((draft) =>
  linter
    .lint(draft.text, { path: draft.name, format: draft.format })
    .findings.filter(
      (finding) =>
        WEIGHT[finding.severity] >= WEIGHT[values.severity] &&
        (!values.bias || isBias(finding.category)) &&
        (!values.rule || finding.rule === values.rule || finding.category === values.rule),
    )
    .map((finding) => ({ draft, finding })),
);
const elapsed = performance.now() - started;

for (const { draft, finding } of sampled(found, Number(values.sample), Number(values.seed))) {
  const { start, end } = finding.range;
  const { text } = draft;
  const around = [
    text.slice(Math.max(0, start.offset - 90), start.offset),
    text.slice(end.offset, end.offset + 90),
  ];
  const [before, after] = around.map((part) => part.replace(/\s+/g, ' '));
  const passage = text.slice(start.offset, end.offset).replace(/\s+/g, ' ');
  console.log(`${draft.name}:${start.line}:${start.column}  ${finding.rule}  ${finding.severity}`);
  console.log(`    ${before}⟦${passage.length > 200 ? `${passage.slice(0, 200)}…` : passage}⟧${after}`);
  if (values.fixes)
    console.log(`    ${finding.message}  ${finding.fixes.map(({ title }) => title).join(' | ')}`);
}

const counts = new Map();
for (const { draft, finding } of found) {
  const key = `${finding.severity.padEnd(8)} ${finding.rule}`;
  const count = counts.get(key) ?? { findings: 0, drafts: new Set() };
  count.findings++;
  count.drafts.add(draft);
  counts.set(key, count);
}
console.log(`\nfindings  drafts  level    rule`);
for (const [key, count] of [...counts].sort((a, b) => b[1].findings - a[1].findings))
  console.log(`${String(count.findings).padStart(8)}${String(count.drafts.size).padStart(8)}  ${key}`);
const each = (found.length / drafts.length).toFixed(2);
console.log(
  `\n${found.length} findings in ${drafts.length} drafts, ${each} a draft, ${Math.round(elapsed)} ms`,
);

/** Some of the items, the same for the same seed, in their order. */
function sampled(items, count, seed) {
  let state = seed >>> 0;
  // mulberry32
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item, at) => ({ item, at, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
