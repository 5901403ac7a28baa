import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { FileError } from '../files/errors.ts';
import { hunkLines, type LineRange } from './hunks.ts';

/** What of a file changed: some lines, or all of it. */
export type ChangedLines = readonly LineRange[] | 'all';

/** Files that changed, by absolute path; deleted ones are left out. */
export type ChangedFiles = ReadonlyMap<string, ChangedLines>;

/** Enough for the names of a million files, and for the diff of as many lines. */
const MOST_OUTPUT = 1 << 29;

/**
 * Asks git what changed, committed or not, and what is new and not ignored.
 *
 * @param cwd - absolute, somewhere in the repository
 * @param since - a commit, branch or tag; changes count from where it and the present state parted. Without it: from
 *   the last commit
 * @param wanted.lines - whether it matters which lines; it takes longer
 * @throws {FileError} when there is no git, no repository or no such revision
 */
export function changedFiles(
  cwd: string,
  since: string | undefined,
  { lines }: { lines: boolean },
): ChangedFiles {
  // Not `--show-toplevel`: that resolves links, and paths must be told as the caller tells them.
  const up = git(cwd, ['rev-parse', '--show-cdup'], 'this folder is not in a git repository').trimEnd();
  const root = path.resolve(cwd, up);
  const base = baseOf(root, since);
  const changed = new Map<string, ChangedLines>();
  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--no-color', '--diff-filter=d', '--no-relative'];
  const quiet = [...diff, '--ignore-submodules', '-M'];
  if (lines) {
    const prefixes = ['--src-prefix=a/', '--dst-prefix=b/', '-U0', '-a', '--inter-hunk-context=0'];
    const output = git(root, [...quiet, ...prefixes, base, '--']);
    for (const [file, ranges] of hunkLines(output)) changed.set(path.join(root, file), ranges);
  } else {
    for (const file of names(git(root, [...quiet, '--name-only', '-z', base, '--'])))
      changed.set(path.join(root, file), 'all');
  }
  for (const file of names(git(root, ['ls-files', '--others', '--exclude-standard', '-z'])))
    changed.set(path.join(root, file), 'all');
  return changed;
}

function names(output: string): string[] {
  return output.split('\0').filter((name) => name !== '');
}

/** The commit, or tree, that changes are counted from. */
function baseOf(root: string, since: string | undefined): string {
  const head = tryGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])?.trim();
  if (since === undefined) return head ?? git(root, ['hash-object', '-t', 'tree', '--stdin']).trim();
  const commit = git(
    root,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`],
    `git knows no revision “${since}”${shallowHint(root)}`,
  );
  // The last line: git repeats `--end-of-options` in some versions.
  const target = commit.trim().split('\n').at(-1) ?? '';
  if (head === undefined) return target;
  return git(
    root,
    ['merge-base', target, head],
    `“${since}” and the present state have no commit in common${shallowHint(root)}`,
  )
    .trim()
    .split('\n')[0]!;
}

/** A clone for a build often holds the last commit only. */
function shallowHint(root: string): string {
  const shallow = tryGit(root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  return shallow ? '; this clone is shallow: fetch more of the history (fetch-depth: 0)' : '';
}

function tryGit(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = call(cwd, args);
  return status === 0 ? stdout : undefined;
}

/** @param otherwise - why it cannot be, when git says no; git's own words when not given */
function git(cwd: string, args: readonly string[], otherwise?: string): string {
  const { status, stdout, stderr } = call(cwd, args);
  if (status === 0) return stdout;
  const reason =
    otherwise ??
    stderr
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /, '');
  throw new FileError(`--changed: ${reason || `git ${args[0]} failed`}.`);
}

function call(cwd: string, args: readonly string[]) {
  const result = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd,
    input: '',
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    windowsHide: true,
  });
  if (result.error) {
    const { code } = result.error as NodeJS.ErrnoException;
    throw new FileError(
      code === 'ENOENT'
        ? '--changed asks git, and git is not installed.'
        : `--changed: ${result.error.message}`,
    );
  }
  return result;
}
