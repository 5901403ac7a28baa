import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licences of the packages inside the bundles, as they ask to be handed on.
 *
 * @param {Iterable<string>} inputs - files that went into a bundle, relative to `root`
 * @param {string} root - the project's folder
 */
export function notices(inputs, root) {
  const folders = new Set();
  const all = [...inputs];
  // Made from dictionaries, which are not themselves in the bundle.
  if (all.some((input) => input.endsWith('english/spelling-data.ts'))) {
    for (const name of ['dictionary-en', 'dictionary-en-gb', 'dictionary-en-ca', 'dictionary-en-au'])
      folders.add(`node_modules/${name}`);
    folders.add('node_modules/american-british-english-translator');
  }
  for (const input of all) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const parts = [...folders].map((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text =
      file && existsSync(path.join(root, folder, file))
        ? readFileSync(path.join(root, folder, file), 'utf8')
        : `Licence: ${manifest.license}`;
    return { name: `${manifest.name} ${manifest.version}`, text: text.trim() };
  });
  parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  return `Posting Lint contains these packages.\n\n${parts.map(({ name, text }) => `## ${name}\n\n${text}\n`).join('\n')}`;
}
