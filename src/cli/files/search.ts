import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathMatcher } from '../../config/patterns.ts';
import { reasonOf } from './errors.ts';
import { IgnoreFiles } from './ignores.ts';

/** What a posting's file may end in, for folders that are searched. */
export const EXTENSIONS = ['.md', '.markdown', '.mdx', '.txt', '.html', '.htm', '.docx'] as const;

/** A file to lint. */
export interface Target {
  /** As it was named, or below the folder that was named; with `/`. */
  shown: string;
  absolute: string;
  /** Named itself, so it is linted whatever ignore files say. */
  named: boolean;
  /** For one that was named: the ignore file that would leave it out. */
  ignoredBy?: string | undefined;
}

export interface SearchOptions {
  cwd: string;
  /** Patterns of `--ignore-pattern`; files they name are left out even when they are named. */
  ignorePatterns: readonly string[];
  /** Whether `.gitignore` and `.posting-lintignore` count. */
  useIgnoreFiles: boolean;
}

export interface SearchResult {
  /** Sorted by `shown`, each file once. */
  targets: Target[];
  /** Files that are named and not there. */
  missing: string[];
  /** Folders that cannot be opened. */
  failed: { shown: string; message: string }[];
  /** Folders and patterns without anything to lint, with the reason. */
  unmatched: { shown: string; message: string }[];
  /** Files that are named and left out all the same. */
  excluded: string[];
}

/** With `/`, whatever the system uses. */
export function toSlash(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

/**
 * Finds the files that arguments mean. A file that is there is taken as it is, a folder is searched, anything with
 * `*`, `?`, `[` or `{` is a pattern, and a pattern that starts with `!` leaves files out.
 */
export async function findTargets(given: readonly string[], options: SearchOptions): Promise<SearchResult> {
  const found: SearchResult = { targets: [], missing: [], failed: [], unmatched: [], excluded: [] };
  const search = new Search(options, found);
  const kinds = given.map((argument) => ({ argument, kind: search.kindOf(argument) }));
  search.exclude(kinds.filter(({ kind }) => kind === 'exclusion').map(({ argument }) => argument.slice(1)));
  for (const { argument, kind } of kinds) {
    if (kind === 'file') search.addNamed(argument);
    else if (kind === 'folder') search.addFolder(argument);
    else if (kind === 'pattern') await search.addPattern(argument);
    else if (kind === 'missing') found.missing.push(toSlash(argument));
  }
  found.targets.sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return found;
}

class Search {
  readonly #options: SearchOptions;
  readonly #found: SearchResult;
  readonly #ignores: IgnoreFiles;
  readonly #byPath = new Map<string, Target>();
  #excluded: (file: string) => boolean = () => false;

  constructor(options: SearchOptions, found: SearchResult) {
    this.#options = options;
    this.#found = found;
    this.#ignores = new IgnoreFiles(options.cwd);
  }

  kindOf(argument: string): 'file' | 'folder' | 'pattern' | 'exclusion' | 'missing' {
    const stats = statSync(path.resolve(this.#options.cwd, argument), { throwIfNoEntry: false });
    if (stats) return stats.isDirectory() ? 'folder' : 'file';
    if (argument.startsWith('!')) return 'exclusion';
    return /[*?[\]{}]/.test(argument) ? 'pattern' : 'missing';
  }

  exclude(patterns: readonly string[]): void {
    const matcher = pathMatcher(toSlash(this.#options.cwd), [...this.#options.ignorePatterns, ...patterns]);
    this.#excluded = (file) => matcher(toSlash(file));
  }

  addNamed(argument: string): void {
    const absolute = path.resolve(this.#options.cwd, argument);
    if (this.#excluded(absolute)) {
      this.#found.excluded.push(toSlash(argument));
      return;
    }
    this.#add({ shown: toSlash(argument), absolute, named: true, ignoredBy: this.#ignoredBy(absolute) });
  }

  addFolder(argument: string): void {
    const root = path.resolve(this.#options.cwd, argument);
    const prefix = toSlash(argument).replace(/\/+$/, '');
    const before = this.#found.targets.length;
    const left = { out: undefined as string | undefined };
    this.#walk(root, root, prefix === '.' ? '' : `${prefix}/`, left);
    if (this.#found.targets.length > before) return;
    const message = left.out
      ? `no postings that are not left out by ${this.#relative(left.out)} (--no-ignore looks at them)`
      : `no postings (${EXTENSIONS.join(', ')})`;
    this.#found.unmatched.push({ shown: toSlash(argument), message });
  }

  async addPattern(argument: string): Promise<void> {
    const { glob } = await import('tinyglobby');
    const pattern = toSlash(argument);
    // A pattern that says how names end means just those; any other means postings, and folders to search for them.
    const saysExtension = /\.[^/.*?]*[^/]*$/.test(pattern.slice(pattern.lastIndexOf('/') + 1));
    const patterns = saysExtension ? [pattern] : [pattern, `${pattern.replace(/\/+$/, '')}/**`];
    const files = await glob(patterns, {
      cwd: this.#options.cwd,
      absolute: true,
      expandDirectories: false,
      ignore: ['**/node_modules/**', '**/.git/**'],
    });
    const before = this.#found.targets.length;
    let left: string | undefined;
    for (const name of files) {
      const absolute = path.resolve(name);
      if ((!saysExtension && !isPosting(absolute)) || this.#excluded(absolute)) continue;
      const ignoredBy = this.#ignoredBy(absolute);
      left ??= ignoredBy;
      if (ignoredBy) continue;
      const shown = path.isAbsolute(argument) ? toSlash(absolute) : this.#relative(absolute);
      this.#add({ shown, absolute, named: false });
    }
    if (this.#found.targets.length > before) return;
    const message = left ? `nothing that is not left out by ${this.#relative(left)}` : 'nothing that matches';
    this.#found.unmatched.push({ shown: pattern, message });
  }

  #walk(folder: string, root: string, prefix: string, left: { out: string | undefined }): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#found.failed.push({ shown: prefix.replace(/\/$/, '') || '.', message: reasonOf(error) });
      return;
    }
    for (const entry of entries) {
      const absolute = path.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder ? skipped(entry.name) : !isPosting(entry.name) || entry.name.startsWith('.')) continue;
      if (!isFolder && !entry.isFile() && !isFile(absolute)) continue;
      if (this.#excluded(absolute)) continue;
      const reason = this.#options.useIgnoreFiles
        ? isFolder
          ? this.#ignores.folderReason(absolute, root)
          : this.#ignores.reason(absolute, root)
        : undefined;
      if (reason) left.out ??= reason;
      else if (isFolder) this.#walk(absolute, root, `${prefix}${entry.name}/`, left);
      else this.#add({ shown: prefix + entry.name, absolute, named: false });
    }
  }

  #add(target: Target): void {
    const known = this.#byPath.get(target.absolute);
    if (known) {
      known.named ||= target.named;
      return;
    }
    this.#byPath.set(target.absolute, target);
    this.#found.targets.push(target);
  }

  #ignoredBy(absolute: string): string | undefined {
    if (!this.#options.useIgnoreFiles) return undefined;
    const { cwd } = this.#options;
    const inside = absolute.startsWith(cwd.endsWith(path.sep) ? cwd : cwd + path.sep);
    return this.#ignores.reason(absolute, inside ? cwd : path.dirname(absolute));
  }

  #relative(absolute: string): string {
    return toSlash(path.relative(this.#options.cwd, absolute));
  }
}

/** Folders that hold no drafts of the house: hidden ones (`.git` among them) and packages. */
function skipped(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

function isPosting(name: string): boolean {
  // Word keeps such a file beside a document that is open.
  if (path.basename(name).startsWith('~$')) return false;
  const extension = path.extname(name).toLowerCase();
  return (EXTENSIONS as readonly string[]).includes(extension);
}

/** A symbolic link to a file counts, one to a folder does not: it could lead round in a circle. */
function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
