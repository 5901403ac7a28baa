// Runs acceptance cases: node scripts/cases.js FOLDER [--json] [--min phrases-catch=90,sections=95]
// Ends with 0 whatever the scores, 1 when one is below --min, 2 when the folder cannot be read.
import { parseArgs } from 'node:util';
import { importSource } from './import-source.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, min: { type: 'string', default: '' } },
});
const [folder] = positionals;
if (!folder) fail('Which folder? npm run cases -- FOLDER');

const { createLinter, runCases } = await importSource(
  `export { createLinter } from './src/lint/index.ts';
   export { runCases } from './test/acceptance/cases.ts';`,
);

const linters = new Map();
function lint(text, { format = 'markdown', employer = {}, asOf } = {}) {
  const key = JSON.stringify([employer, asOf]);
  if (!linters.has(key))
    linters.set(key, createLinter({ preset: 'recommended', rules: {}, terms: [], employer, asOf }));
  return linters.get(key).lint(text, { path: 'case', format });
}

let scores;
try {
  scores = runCases(folder, lint);
} catch (error) {
  fail(error.message);
}

const percent = ({ right, total }) => (100 * right) / total;
if (values.json) {
  console.log(JSON.stringify(scores, null, 2));
} else {
  for (const { name, failures } of scores) {
    for (const { id, text, expected, found } of failures) {
      const shown = text.length > 400 ? `${text.slice(0, 400)} …` : text;
      console.log(`${name} ${id}\n  ${shown.replaceAll('\n', '\n  ')}\n  expected: ${expected}`);
      if (found) console.log(`  found:    ${found}`);
      console.log();
    }
  }
  for (const score of scores) {
    const share = `${score.right} of ${score.total}`.padStart(12);
    console.log(
      `${score.name.padEnd(14)}${share}  ${percent(score).toFixed(1).padStart(5)} %  ${score.label}`,
    );
  }
}

const low = values.min
  .split(',')
  .filter(Boolean)
  .map((one) => one.split('='))
  .filter(([name, least]) => {
    const score = scores.find((each) => each.name === name);
    return !score || percent(score) < Number(least);
  });
if (low.length > 0) {
  console.error(`Below the least wanted: ${low.map(([name, least]) => `${name} ${least} %`).join(', ')}`);
  process.exitCode = 1;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
