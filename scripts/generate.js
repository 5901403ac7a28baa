// Writes what is made from rules, schemas and the table of flags: rule pages, their index, docs/cli.md, JSON Schemas, a setting in package.json.
// `--check` writes nothing and fails when a file is stale, missing or no longer made.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.js';
import { withMadeSettings } from './settings-schema.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');

const {
  builtinRules,
  ruleIndex,
  ruleDocument,
  ruleJsonSchema,
  configJsonSchema,
  LEVELS,
  CATEGORIES,
  DEFAULT_FILES,
  DEFAULT_TEMPLATES,
  cliPage,
} = await importSource(
  `export { builtinRules } from './src/catalog/index.ts';
   export { ruleDocument, ruleIndex } from './src/catalog/rule-page.ts';
   export { ruleJsonSchema } from './src/catalog/json-schema.ts';
   export { configJsonSchema } from './src/config/json-schema.ts';
   export { LEVELS } from './src/config/schema.ts';
   export { CATEGORIES } from './src/contract/report.ts';
   export { cliPage } from './src/cli/cli-page.ts';
   export { DEFAULT_FILES, DEFAULT_TEMPLATES } from './src/protocol/settings.ts';`,
);

const rules = [...builtinRules.values()];
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const files = new Map([
  ['docs/rules/README.md', ruleIndex(rules)],
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, ruleDocument(rule)]),
  ['docs/cli.md', cliPage()],
  ['schemas/rule.schema.json', json(ruleJsonSchema())],
  ['schemas/config.schema.json', json(configJsonSchema(rules))],
  [
    'package.json',
    withMadeSettings(readFileSync(path.join(root, 'package.json'), 'utf8'), rules, CATEGORIES, LEVELS, {
      files: DEFAULT_FILES,
      templates: DEFAULT_TEMPLATES,
    }),
  ],
]);

const stale = [];
for (const [name, text] of files) {
  const file = path.join(root, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale.push(name);
  if (check) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const pages = path.join(root, 'docs/rules');
for (const entry of existsSync(pages) ? readdirSync(pages, { recursive: true }) : []) {
  const name = `docs/rules/${entry.split(path.sep).join('/')}`;
  if (!name.endsWith('.md') || files.has(name)) continue;
  stale.push(`${name} (no longer made)`);
  if (!check) rmSync(path.join(root, name));
}

if (check && stale.length > 0) {
  console.error(`Stale, run “npm run generate”:\n${stale.join('\n')}`);
  process.exit(1);
}
console.log(
  check ? `${files.size} generated files are fresh.` : `${stale.length} of ${files.size} files written.`,
);
