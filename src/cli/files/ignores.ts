import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

export const OWN_IGNORE_FILE = '.posting-lintignore';

/** Patterns of one folder. */
interface Patterns {
  folder: string;
  matcher: Ignore;
}

/**
 * Tells what `.gitignore` and `.posting-lintignore` leave out. Those of inner folders and, in one folder, our own file
 * come later and win. `.gitignore` counts from the folder of the repository downwards; outside of a repository, from
 * `cwd`, or from the folder that is searched.
 */
export class IgnoreFiles {
  readonly #cwd: string;
  readonly #chains = new Map<string, readonly Patterns[]>();
  readonly #folders = new Map<string, string | undefined>();
  readonly #repositories = new Map<string, string | undefined>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /**
   * @param file - absolute path of a file
   * @param searched - the folder that is searched; its own path is not judged, for it was named
   * @returns the ignore file that leaves the file out, or a folder on its way there
   */
  reason(file: string, searched: string): string | undefined {
    const folder = path.dirname(file);
    return this.folderReason(folder, searched) ?? this.#judge(file, folder, searched, false);
  }

  /** The same for a folder below `searched`. */
  folderReason(folder: string, searched: string): string | undefined {
    if (folder === searched || !folder.startsWith(withSlash(searched))) return undefined;
    const key = `${searched}\n${folder}`;
    if (!this.#folders.has(key)) {
      const parent = path.dirname(folder);
      const reason = this.folderReason(parent, searched) ?? this.#judge(folder, parent, searched, true);
      this.#folders.set(key, reason);
    }
    return this.#folders.get(key);
  }

  #judge(entry: string, folder: string, searched: string, isFolder: boolean): string | undefined {
    let reason: string | undefined;
    for (const { folder: base, matcher } of this.#chain(folder, this.#floor(searched))) {
      const relative = path.relative(base, entry).split(path.sep).join('/') + (isFolder ? '/' : '');
      const { ignored, unignored, rule } = matcher.test(relative);
      if (ignored) reason = path.join(base, rule?.mark ?? '');
      else if (unignored) reason = undefined;
    }
    return reason;
  }

  /** The outermost folder whose `.gitignore` counts. */
  #floor(searched: string): string {
    const repository = this.#repository(searched);
    if (repository !== undefined) return repository;
    return withSlash(searched).startsWith(withSlash(this.#cwd)) ? this.#cwd : searched;
  }

  #repository(folder: string): string | undefined {
    if (!this.#repositories.has(folder)) {
      const parent = path.dirname(folder);
      const here = existsSync(path.join(folder, '.git'));
      this.#repositories.set(
        folder,
        here ? folder : parent === folder ? undefined : this.#repository(parent),
      );
    }
    return this.#repositories.get(folder);
  }

  /** The patterns of a folder and those above it, outermost first. */
  #chain(folder: string, floor: string): readonly Patterns[] {
    const key = `${floor}\n${folder}`;
    let chain = this.#chains.get(key);
    if (!chain) {
      const parent = path.dirname(folder);
      const above = parent === folder ? [] : this.#chain(parent, floor);
      const names = withSlash(folder).startsWith(withSlash(floor))
        ? ['.gitignore', OWN_IGNORE_FILE]
        : [OWN_IGNORE_FILE];
      const own = patternsOf(folder, names);
      chain = own ? [...above, own] : above;
      this.#chains.set(key, chain);
    }
    return chain;
  }
}

function patternsOf(folder: string, names: readonly string[]): Patterns | undefined {
  let matcher: Ignore | undefined;
  for (const name of names) {
    const text = readIfThere(path.join(folder, name));
    if (text === undefined) continue;
    matcher ??= ignore({ ignorecase: false });
    // One by one, each with the name of its file, for the notice.
    for (const pattern of text.replace(/^\uFEFF/, '').split(/\r?\n/)) matcher.add({ pattern, mark: name });
  }
  return matcher && { folder, matcher };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function withSlash(folder: string): string {
  return folder.endsWith(path.sep) ? folder : folder + path.sep;
}
