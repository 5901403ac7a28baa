// Times the whole pipeline, one thread, in process, against alex 11 on the same drafts in the same run:
// node scripts/bench.js [FOLDER] [--drafts 120] [--rounds 5]
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { html, markdown } from 'alex';
import { importSource } from './import-source.js';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { drafts: { type: 'string', default: '120' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);

const { corpusFiles, draftsIn, makeTimers, timeStages, timeStart } = await importSource(
  `export { corpusFiles, draftsIn } from './test/corpus/files.ts';
   export { makeTimers, timeStages, timeStart } from './test/bench/stages.ts';`,
);

const { drafts, source } = chosen();
const bytes = drafts.reduce((sum, { text }) => sum + text.length, 0);
console.log(
  `${drafts.length} drafts from ${source}, ${(bytes / drafts.length / 1000).toFixed(1)} k characters each`,
);
console.log(`Node ${process.version}, ${rounds} rounds, medians; warmed up\n`);

// Both are warm before anything counts: a round of ours is short, so it takes several.
const { warm, fresh } = makeTimers();
for (let round = 0; round < 3; round++) warm(drafts);
timeStages(drafts);
timeAlex(drafts.slice(0, 40));

const ours = [];
const started = [];
const theirs = [];
const profiles = [];
// In turns, so that a busy moment of the machine hits both.
for (let round = 0; round < rounds; round++) {
  ours.push(warm(drafts) / drafts.length);
  started.push(fresh(drafts) / drafts.length);
  if (round < 3) theirs.push(timeAlex(drafts) / drafts.length);
  profiles.push(timeStages(drafts));
}
const us = median(ours);
const alex = median(theirs);
console.log(`posting-lint  ${us.toFixed(2).padStart(7)} ms a draft   (${range(ours)})`);
console.log(`alex 11       ${alex.toFixed(2).padStart(7)} ms a draft   (${range(theirs)})`);
console.log(`              ${(alex / us).toFixed(1).padStart(7)} times as fast\n`);
console.log(
  `from the start of a run, as the command: ${median(started).toFixed(2)} ms a draft, ${(alex / median(started)).toFixed(1)} times as fast\n`,
);

console.log('where the time goes, µs a draft');
let known = 0;
const stages = [...profiles[0].keys()].map((stage) => {
  const cost = median(profiles.map((profile) => profile.get(stage))) / drafts.length;
  known += cost;
  return { stage, cost };
});
stages.push({ stage: 'positions, overlaps, report', cost: Math.max(0, us - known) });
for (const { stage, cost } of stages.sort((a, b) => b.cost - a.cost)) {
  const share = `${((100 * cost) / us).toFixed(0)} %`.padStart(5);
  console.log(`${(1000 * cost).toFixed(0).padStart(7)} ${share}  ${stage}`);
}
console.log(
  `\n${median([timeStart(), timeStart(), timeStart()]).toFixed(1)} ms to compile the rules, once a run`,
);

/** The drafts of the folder given, else real postings in English, else our own, often enough to be measured. */
function chosen() {
  const most = Number(values.drafts);
  const [folder] = positionals;
  if (folder) return { drafts: spread(draftsIn(folder), most), source: folder };
  const corpus = corpusFiles(project).filter(
    ({ language, format }) => language === 'en' && format === 'markdown',
  );
  if (corpus.length > 0)
    return { drafts: spread(corpus, most), source: 'the real postings, English Markdown' };
  const own = ['examples', 'test/fixtures/postings']
    .map((name) => path.join(project, name))
    .filter(existsSync)
    .flatMap(draftsIn);
  if (own.length === 0) throw new Error('There are no drafts to measure on.');
  const times = Math.max(1, Math.ceil(40 / own.length));
  return {
    drafts: Array.from({ length: times }, () => own).flat(),
    source: `our examples and fixtures, ${times} times`,
  };
}

/** As many as wanted, evenly spread. */
function spread(drafts, most) {
  if (drafts.length <= most) return drafts;
  return Array.from({ length: most }, (_, at) => drafts[Math.floor((at * drafts.length) / most)]);
}

/** As the alex command has it: text files are Markdown to it. */
function timeAlex(drafts) {
  const started = performance.now();
  for (const { text, format } of drafts) (format === 'html' ? html : markdown)(text);
  return performance.now() - started;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function range(numbers) {
  return `${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)}`;
}
