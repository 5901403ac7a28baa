// Times what a key press costs the language server, in an 8 KB posting: node scripts/bench-typing.js [--rounds 5]
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importSource } from './import-source.js';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

const { forgetfulLinter, longPosting, rememberingLinter, timeTyping, typingSession } = await importSource(
  `export { forgetfulLinter, longPosting, rememberingLinter, timeTyping, typingSession } from './test/bench/typing.ts';`,
);

const text = longPosting(project);
const keys = typingSession(text);
const forgetful = forgetfulLinter();
console.log(
  `${keys.length} key presses in a posting of ${text.length} characters, Node ${process.version}\n`,
);

// The first lints, and sessions, to warm up.
timeTyping(text, keys, forgetful);
timeTyping(text, keys, rememberingLinter());
timeTyping(text, keys, rememberingLinter());
const quick = [];
const full = [];
// In turns, so that a busy moment of the machine hits both.
for (let round = 0; round < Number(values.rounds); round++) {
  // A new one each time: nothing that is typed has been seen before.
  quick.push(...timeTyping(text, keys, rememberingLinter()));
  full.push(...timeTyping(text, keys, forgetful));
}
console.log('milliseconds              p50     p95     p99');
for (const [name, kind] of [
  ['by the clock', 'clock'],
  ['of work', 'work'],
]) {
  const quicker = quick.map((cost) => cost[kind]);
  const slower = full.map((cost) => cost[kind]);
  console.log(`a key press, ${name}`.padEnd(25) + shares(quicker));
  console.log(`a full lint, ${name}`.padEnd(25) + shares(slower));
  const ratio = at(quicker, 0.5) / at(slower, 0.5);
  console.log(`a key press takes ${ratio.toFixed(2)} of a full lint (medians)\n`);
}

function shares(times) {
  return [0.5, 0.95, 0.99].map((share) => at(times, share).toFixed(2).padStart(8)).join('');
}

function at(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
