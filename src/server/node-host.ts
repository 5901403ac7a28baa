import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Host, localDay } from './host.ts';

/** Files of this machine. */
export const nodeHost: Host = {
  canRead: (file) => !/^[a-z][a-z0-9+.-]+:/i.test(file),
  async read(file) {
    try {
      return new TextDecoder().decode(await readFile(file));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A folder of that name, or a file where a folder is looked for, is as good as nothing.
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
      throw error;
    }
  },
  async list(folder) {
    try {
      return await filesBelow(folder);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  today: () => localDay(new Date()),
  docs: packagedDocs(),
};

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inner = entries.map(async (entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(file);
    return entry.isFile() ? [file] : [];
  });
  return (await Promise.all(inner)).flat();
}

/** The rule pages of this version, which stand beside the bundle; without them, an address that says which rule it is. */
function packagedDocs(): string {
  const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../docs/rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : 'posting-lint:/rules/';
}
