// The rules are YAML; the program wants them parsed and known to be right. Both bundlers resolve `virtual:rules` to one
// module that holds all of `rules/`, so there is no generated file to go stale. Each rule was checked against the schema
// of its kind here: the build fails for one with a mistake, and the program need not look again at every start.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Every file below `rules/`, sorted, as `{ file, text }`; `file` is relative to the project with `/`. */
export function ruleFiles() {
  return readdirSync(path.join(root, 'rules'), { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({ file: `rules/${name}`, text: readFileSync(path.join(root, 'rules', name), 'utf8') }));
}

let underWay;

/** All that is in `rules/`; builds that ask at the same time share it. */
function source() {
  underWay ??= make().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function make() {
  const ruleFromData = await checker();
  const rules = [];
  const lists = {};
  let places = {};
  for (const { file, text } of ruleFiles()) {
    let data;
    try {
      data = parse(text);
    } catch (error) {
      throw new Error(`${file}: ${error.message}`);
    }
    const list = /^rules\/lists\/(.+)\.ya?ml$/.exec(file);
    if (list) lists[list[1]] = data;
    else if (file === 'rules/places.yml') places = data;
    else rules.push(checked(file, ruleFromData(file, data)));
  }
  return { rules, lists, places };
}

function moduleOf(all) {
  // JSON.parse of a string is quicker to start than an object literal of this size.
  return [
    `const all = JSON.parse(${JSON.stringify(JSON.stringify(all))});`,
    'export const rules = all.rules;',
    'export const lists = all.lists;',
    'export const places = all.places;',
  ].join('\n');
}

function checked(file, { rule, problems = [] }) {
  if (problems.length > 0) {
    const all = problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`${file}: ${all.join('; ')}`);
  }
  const plain = JSON.parse(JSON.stringify(rule));
  if (!isDeepStrictEqual(plain, rule))
    throw new Error(`${file}: its schema makes something that is not JSON`);
  return plain;
}

/** The program's own check of a rule, which is TypeScript. */
async function checker() {
  const { build } = await import('esbuild');
  // Inside node_modules, so that packages, which stay out of the bundle, are found from there.
  const folder = mkdtempSync(path.join(root, 'node_modules/.posting-lint-'));
  const outfile = path.join(folder, 'rule-file.mjs');
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['src/catalog/rule-file.ts'],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    return (await import(pathToFileURL(outfile).href)).ruleFromData;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Hash of all that can change what the program finds: its own text, the rules, and the versions of libraries. */
function buildName() {
  const hash = createHash('sha256');
  for (const folder of ['src', 'rules']) {
    const names = readdirSync(path.join(root, folder), { recursive: true }).sort();
    for (const name of names.filter((each) => /\.(?:ts|ya?ml)$/.test(each)))
      hash.update(`${name}\n`).update(readFileSync(path.join(root, folder, name)));
  }
  const digest = hash.update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  return `export const build = ${JSON.stringify(digest.slice(0, 16))};`;
}

/**
 * What stands in each module.
 *
 * @param {number} [examples] - see `esbuildRulesWith`
 */
const modulesWith = (examples) => ({
  'virtual:rules': async () => moduleOf(shortened(await source(), examples)),
  'virtual:build': buildName,
});

/**
 * @param {{ examples?: number }} [options] - how many examples of each kind stay; all of them where nothing is said. The
 *   extension is loaded over the network, and its rule pages are read for the first few.
 * @returns {import('esbuild').Plugin}
 */
export function esbuildRulesWith({ examples } = {}) {
  const modules = modulesWith(examples);
  return {
    name: 'rules',
    setup(build) {
      // Its main file finds its parts in a way that no bundler can follow; the other one is plain.
      build.onResolve({ filter: /^jsonc-parser$/ }, ({ resolveDir }) =>
        build.resolve('jsonc-parser/lib/esm/main.js', { resolveDir, kind: 'import-statement' }),
      );
      build.onResolve({ filter: /^virtual:(?:rules|build)$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'rules',
      }));
      build.onLoad({ filter: /.*/, namespace: 'rules' }, async ({ path: name }) => ({
        contents: await modules[name](),
        loader: 'js',
        watchDirs: [path.join(root, 'rules')],
      }));
    },
  };
}

export const esbuildRules = esbuildRulesWith();

function shortened(all, most) {
  if (most === undefined) return all;
  const short = ({ examples, ...rule }) => ({
    ...rule,
    examples: {
      ...examples,
      catch: examples.catch.slice(0, most),
      pass: examples.pass.slice(0, most),
    },
  });
  return { ...all, rules: all.rules.map(short) };
}

const modules = modulesWith();

export const viteRules = {
  name: 'rules',
  resolveId: (id) => (id in modules ? `\0${id}` : undefined),
  load: (id) => (id.startsWith('\0') ? modules[id.slice(1)]?.() : undefined),
};
