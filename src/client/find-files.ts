import {
  type CancellationToken,
  FileType,
  RelativePattern,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { isPostingByName } from '../service/is-posting.ts';
import { pathOf } from '../service/uri.ts';

const NEVER = '**/node_modules/**';
/** Where files have to be listed folder by folder, no more than so many folders are looked into. */
const MOST_FOLDERS = 2000;

/** Schemes in which a search was never answered: it waits for an extension that can search, and there may be none. */
const unsearched = new Set<string>();
/** What can search answers within this, in milliseconds; what does not is gone through instead. */
const PATIENCE = 3000;

/**
 * Files of a workspace folder that a pattern means. In a virtual workspace that cannot be searched, the folders are
 * gone through one by one.
 *
 * @param pattern - a glob from the workspace folder
 */
export async function findFiles(
  folder: WorkspaceFolder,
  pattern: string,
  token?: CancellationToken,
): Promise<Uri[]> {
  const search = () => workspace.findFiles(new RelativePattern(folder, pattern), NEVER, undefined, token);
  if (isSearched(folder)) return search();
  const { scheme } = folder.uri;
  if (!unsearched.has(scheme)) {
    const found = await Promise.race([search(), pause(PATIENCE)]);
    if (found) return found;
    unsearched.add(scheme);
  }
  const base = pathOf(folder.uri.toString());
  const all = await listFiles(folder.uri, token);
  return all.filter((uri) => isPostingByName(pathOf(uri.toString()), [pattern], base));
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}

/** Whether VS Code itself can search there. */
export function isSearched({ uri }: WorkspaceFolder): boolean {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote';
}

async function listFiles(root: Uri, token?: CancellationToken): Promise<Uri[]> {
  const files: Uri[] = [];
  const folders = [root];
  for (let at = 0; at < Math.min(folders.length, MOST_FOLDERS) && !token?.isCancellationRequested; at++) {
    const folder = folders[at] ?? root;
    // One that cannot be read has no files for us.
    const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
    for (const [name, type] of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      if (type & FileType.Directory) folders.push(Uri.joinPath(folder, name));
      else if (type & FileType.File) files.push(Uri.joinPath(folder, name));
    }
  }
  return files;
}
