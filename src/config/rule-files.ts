import { CATEGORIES } from '../contract/report.ts';
import type { Files } from './load.ts';
import { folderOf, isAbsolute, joinPath } from './paths.ts';

export interface RuleText {
  file: string;
  text: string;
}

/**
 * The rule files that an entry of `houseRules` means: a file, the files of a folder, or those of a package in the
 * nearest `node_modules`.
 *
 * @param folder - of the configuration
 * @returns the files, or what is wrong with the entry
 */
export async function ruleFiles(
  folder: string,
  entry: string,
  files: Files,
): Promise<{ files: RuleText[] } | { message: string }> {
  const path = entry.replaceAll('\\', '/').replace(/\/$/, '');
  const places = [joinPath(folder, path), ...(isPackage(path) ? packagePlaces(folder, path) : [])];
  for (const place of places) {
    try {
      if (/\.(?:ya?ml|json)$/i.test(place)) {
        const text = await files.read(place);
        if (text !== undefined) return { files: [{ file: place, text }] };
      } else if (!files.list) {
        return {
          message: `“${entry}” is a folder, which cannot be looked into here. Name its files one by one.`,
        };
      } else {
        const listed = await files.list(place);
        if (listed) return await readAll(listed, entry, files);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { message: `“${entry}” cannot be read: ${reason}.` };
    }
  }
  const where = isPackage(path) ? ', nor a package of this name in node_modules' : '';
  return { message: `“${entry}” cannot be read: there is no ${places[0]}${where}.` };
}

/** Only files in a folder named after a category are rules; a package has a readme and more. */
async function readAll(
  listed: readonly string[],
  entry: string,
  files: Files,
): Promise<{ files: RuleText[] } | { message: string }> {
  const rules = listed.filter((file) => {
    const category = folderOf(file).split('/').at(-1) ?? '';
    return /\.(?:ya?ml|json)$/i.test(file) && (CATEGORIES as readonly string[]).includes(category);
  });
  if (rules.length === 0) {
    const message = `“${entry}” has no rules in it. A rule is a file in a folder named after its category, such as ${entry}/style/synergy.yml.`;
    return { message };
  }
  const read: RuleText[] = [];
  for (const file of [...rules].sort()) {
    const text = await files.read(file);
    if (text !== undefined) read.push({ file, text });
  }
  return { files: read };
}

/** `rules-of-ours`, `@ours/rules`. */
function isPackage(path: string): boolean {
  return !isAbsolute(path) && /^(?:@[\w.-]+\/)?[\w-][\w.-]*$/.test(path) && !/\.(?:ya?ml|json)$/i.test(path);
}

function packagePlaces(folder: string, name: string): string[] {
  const places: string[] = [];
  for (let at = folder; ; at = folderOf(at)) {
    places.push(joinPath(at, `node_modules/${name}`));
    if (folderOf(at) === at) return places;
  }
}
