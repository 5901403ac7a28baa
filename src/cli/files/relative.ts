import path from 'node:path';

/** A path as a person in `cwd` would write it: relative below it, in full elsewhere. With `/`. */
export function relativeTo(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  const shown = relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
  return path.sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}
