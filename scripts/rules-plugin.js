// The rules are YAML; the program wants them parsed. Both bundlers resolve `virtual:rules` to one module that holds
// all of `rules/`, so there is no generated file to go stale.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NAME = 'virtual:rules';

/** Every file below `rules/`, sorted, as `{ file, text }`; `file` is relative to the project with `/`. */
export function ruleFiles() {
  return readdirSync(path.join(root, 'rules'), { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({ file: `rules/${name}`, text: readFileSync(path.join(root, 'rules', name), 'utf8') }));
}

function source() {
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
    else rules.push({ file, data });
  }
  // JSON.parse of a string is quicker to start than an object literal of this size.
  return [
    `const all = JSON.parse(${JSON.stringify(JSON.stringify({ rules, lists, places }))});`,
    'export const ruleData = all.rules;',
    'export const lists = all.lists;',
    'export const places = all.places;',
  ].join('\n');
}

export const esbuildRules = {
  name: 'rules',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: NAME, namespace: 'rules' }));
    build.onLoad({ filter: /.*/, namespace: 'rules' }, () => ({
      contents: source(),
      loader: 'js',
      watchDirs: [path.join(root, 'rules')],
    }));
  },
};

export const viteRules = {
  name: 'rules',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? source() : undefined),
};
