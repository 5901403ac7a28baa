// Writes test/snapshots/: what the rules find in our drafts and, where they are on the machine, in real postings.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSource } from './import-source.js';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(project, 'test/snapshots');
const { snapshots } = await importSource(`export { snapshots } from './test/corpus/snapshot.ts';`);

mkdirSync(folder, { recursive: true });
for (const { file, text } of snapshots(project)) {
  if (text !== undefined) writeFileSync(path.join(folder, file), text);
  console.log(`${file}: ${text === undefined ? 'left as it is, the postings are not here' : 'written'}`);
}
