// Measures the command as a whole process on many postings, against alex 11 on some of the same files:
// npm run bench:scale [-- --files 20000 --alex 300 --keep FOLDER]
//
// The postings are the real ones of the corpus, again and again with small changes, so that no two are the same.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importSource } from './import-source.js';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '20000' },
    few: { type: 'string', default: '1000' },
    alex: { type: 'string', default: '300' },
    keep: { type: 'string' },
  },
});
const many = Number(values.files);
const few = Math.min(many, Number(values.few));
const command = path.join(project, 'dist/cli.js');
if (!existsSync(command)) throw new Error('There is no dist/cli.js: run npm run build first.');

const { corpusFiles } = await importSource(`export { corpusFiles } from './test/corpus/files.ts';`);
const corpus = corpusFiles(project).filter(
  ({ language, format }) => language === 'en' && format === 'markdown',
);
if (corpus.length === 0) {
  console.log(
    'There is no corpus of real postings here (POSTING_LINT_CORPUS), so there is nothing to measure.',
  );
  process.exit(0);
}

const folder = values.keep ?? mkdtempSync(path.join(tmpdir(), 'posting-lint-scale-'));
try {
  await measure();
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const bytes = makePostings();
  console.log(
    `${many} postings of ${(bytes / many / 1000).toFixed(1)} kB, made of ${corpus.length} real ones in English Markdown`,
  );
  console.log(`Node ${process.version}, ${cpus().length} cores; whole processes, each once\n`);
  console.log('                                    seconds  CPU secs   files/s   ms/file   peak MB');

  // The disk's own memory is warm before anything counts.
  await ours('', ['all', '--concurrency', '2'], 0);
  const rows = new Map();
  const row = async (name, args, files) => rows.set(name, await ours(name, args, files));
  for (const threads of ['1', '2']) {
    const with_ = ['--concurrency', threads];
    await row(`${few} files, ${threads} thread(s)`, ['all/000', ...with_], few);
    await row(`${many} files, ${threads} thread(s)`, ['all', ...with_], many);
    const cache = ['--cache-location', path.join(folder, `cache-${threads}`), ...with_];
    await row(`  with an empty cache`, ['all', ...cache], many);
    await row(`  with a full cache`, ['all', ...cache], many);
  }
  const growth = (threads) =>
    (
      rows.get(`${many} files, ${threads} thread(s)`).peak /
      rows.get(`${few} files, ${threads} thread(s)`).peak
    ).toFixed(2);
  console.log(
    `\nmemory at ${many} files: ${growth(1)} (1 thread) and ${growth(2)} (2 threads) times that at ${few}`,
  );

  const sample = Number(values.alex);
  if (sample === 0) return;
  const names = Array.from({ length: sample }, (_, at) => nameOf(Math.floor((at * many) / sample)));
  console.log(`\nalex would take too long for all: ${sample} files, evenly spread, whole process`);
  const same = await ours('the same files, 1 thread', [...names, '--concurrency', '1'], sample);
  const alex = await timed('alex 11', [path.join(project, 'node_modules/alex/cli.js'), ...names], sample);
  const times = (mine) =>
    `${(alex.perFile / mine.perFile).toFixed(1)} times as fast as alex (${(alex.worked / mine.worked).toFixed(1)} by CPU time)`;
  console.log(`\n${times(same)} on these files, start included;`);
  for (const threads of ['1', '2'])
    console.log(
      `${times(rows.get(`${many} files, ${threads} thread(s)`))} a file at ${many} files with ${threads} thread(s)`,
    );
}

/** Writes them in folders of a thousand; returns how many bytes. */
function makePostings() {
  let bytes = 0;
  for (let at = 0; at < many; at++) {
    const file = path.join(folder, nameOf(at));
    if (at % 1000 === 0) mkdirSync(path.dirname(file), { recursive: true });
    const text = varied(corpus[at % corpus.length].text, at);
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function nameOf(at) {
  const name = String(at).padStart(6, '0');
  return `all/${name.slice(0, 3)}/${name}.md`;
}

/** The posting with another number in it, without one of its paragraphs, and with some words in another case. */
function varied(text, at) {
  const paragraphs = text.split(/\n{2,}/);
  const round = Math.floor(at / corpus.length);
  if (round > 0 && paragraphs.length > 4) paragraphs.splice(2 + (round % (paragraphs.length - 3)), 1);
  const last = paragraphs.length - 1;
  paragraphs[last] = `${paragraphs[last].trimEnd()}\n\nReference number R-${at}.\n`;
  const swapped = (round * 7) % paragraphs.length;
  paragraphs[swapped] = paragraphs[swapped].replace(
    /\b(\d+) years\b/g,
    (_, years) => `${Number(years) + round} years`,
  );
  return paragraphs.join('\n\n');
}

function ours(name, args, files) {
  return timed(name, [command, ...args, '-f', 'json', '-o', path.join(folder, 'report.json')], files);
}

/** Runs a Node program in the folder and prints how long it took and how much memory it had at most. */
async function timed(name, args, files) {
  const started = performance.now();
  const before = childrenSeconds();
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(look);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0 && code !== 1) throw new Error(`${name}: exit code ${code}`);
  const worked = childrenSeconds() - before;
  const perFile = (1000 * seconds) / files;
  if (files > 0) {
    const cells = [
      seconds.toFixed(1),
      worked.toFixed(1),
      (files / seconds).toFixed(0),
      perFile.toFixed(2),
      peak.toFixed(0),
    ];
    console.log(name.padEnd(33) + cells.map((cell) => cell.padStart(10)).join(''));
  }
  return { perFile, worked: (1000 * worked) / files, peak };
}

/** Seconds of work, on all cores, of child processes that have ended; only Linux tells. It counts on a busy machine. */
function childrenSeconds() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

/** Megabytes of memory that a process had at most so far; only Linux tells. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
