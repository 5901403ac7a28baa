// Compares the postings of a folder with each other and prints what differs, for reading by eye:
// node scripts/project.js FOLDER [--rule ID] [--sample 20]
import { parseArgs } from 'node:util';
import { importSource } from './import-source.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rule: { type: 'string', default: '' }, sample: { type: 'string', default: '20' } },
});
const [folder] = positionals;
if (!folder) {
  console.error('Which folder? node scripts/project.js FOLDER');
  process.exit(2);
}
const { createLinter, compareProject, draftsIn, surveyDraft } = await importSource(
  `export { createLinter } from './src/lint/index.ts';
   export { compareProject, surveyDraft } from './src/project/index.ts';
   export { draftsIn } from './test/corpus/files.ts';`,
);
const linter = createLinter();
const drafts = draftsIn(folder);
const surveys = drafts.map(({ text, name, format }) => surveyDraft(linter, text, { path: name, format }));
const started = performance.now();
const found = compareProject(surveys);
const elapsed = Math.round(performance.now() - started);

const counts = new Map();
const shown = new Map();
for (const [path, findings] of found) {
  for (const { rule, message, range, fixes } of findings) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    if (values.rule && rule !== values.rule) continue;
    const lines = shown.get(rule) ?? [];
    shown.set(rule, lines);
    lines.push(`${path}:${range.start.line}  ${message}${fixes.length > 0 ? '  [fix]' : ''}`);
  }
}
const most = Number(values.sample);
for (const [rule, lines] of shown) {
  console.log(`\n${rule}`);
  const step = Math.max(1, lines.length / most);
  for (let at = 0; at < lines.length; at += step) console.log(`  ${lines[Math.floor(at)]}`);
}
console.log();
for (const [rule, count] of [...counts].sort()) console.log(`${String(count).padStart(6)}  ${rule}`);
console.log(`${drafts.length} drafts compared in ${elapsed} ms`);
