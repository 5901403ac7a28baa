/**
 * Paths as the configuration knows them: absolute, with `/`, possibly with a drive (`C:/jobs`) or a scheme and host
 * (`vscode-vfs://github/team/jobs`, `memfs:/jobs`) in front.
 */

const ROOT = /^(?:[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)?\//i;

/** The part of a path that `..` cannot leave; undefined when the path is relative. */
function rootOf(path: string): string | undefined {
  return ROOT.exec(path)?.[0];
}

export function isAbsolute(path: string): boolean {
  return rootOf(path) !== undefined;
}

/** The folder a path stands in; that of a root is the root itself. */
export function folderOf(path: string): string {
  const root = rootOf(path) ?? '';
  const cut = path.lastIndexOf('/');
  return cut < root.length ? root : path.slice(0, cut);
}

/** Joins and tidies: `.` and empty parts go, `..` goes up but never out of the root. */
export function joinPath(folder: string, relative: string): string {
  const path = isAbsolute(relative) ? relative : `${folder}/${relative}`;
  const root = rootOf(path) ?? '';
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return root + parts.join('/');
}

/**
 * `path` as seen from `folder`.
 *
 * @returns undefined when it does not stand below it
 */
export function below(folder: string, path: string): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) && path.length > start.length ? path.slice(start.length) : undefined;
}
