import ignore, { type Ignore } from 'ignore';
import { expandBraces } from '../config/patterns.ts';
import type { Settings } from '../protocol/settings.ts';

/** What front matter says of a file that is a posting, under `type` or `layout`. */
const TYPES = new Set(['job-posting', 'jobposting', 'job_posting', 'job posting']);
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n\1[ \t]*(?:\r?\n|$)/;
const TYPE = /^type[ \t]*[:=][ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^#\r\n]*))/im;

/**
 * Whether a document is a posting: its front matter says so (`type: job-posting`), or its name does. Nothing else is
 * looked at, so that READMEs and notes stay without marks.
 *
 * @param path - of the document, with `/`; that of an unsaved one may be a mere name
 * @param folder - the workspace folder it stands in; without one, the folder of the file itself counts
 */
export function isPosting(
  path: string,
  text: string,
  settings: Pick<Settings, 'files'>,
  folder?: string,
): boolean {
  return declaresPosting(text) || isPostingByName(path, settings.files, folder);
}

/** Whether the front matter says `type: job-posting`. */
export function declaresPosting(text: string): boolean {
  const front = FRONT_MATTER.exec(text)?.[2];
  const type = front === undefined ? null : TYPE.exec(front);
  return type !== null && TYPES.has((type[1] ?? type[2] ?? type[3] ?? '').trim().toLowerCase());
}

const matchers = new Map<string, Ignore>();

/** Whether the patterns mean a path; `!` takes out again, later ones win, case does not matter. */
export function isPostingByName(path: string, patterns: readonly string[], folder?: string): boolean {
  const base = (folder ?? path.slice(0, path.lastIndexOf('/'))).replace(/\/$/, '');
  const inside = path.startsWith(`${base}/`);
  const relative = inside ? path.slice(base.length + 1) : path.replace(/^.*\//, '');
  if (relative === '') return false;
  const matcher = matcherFor(patterns);
  if (matcher.test(relative).unignored) return false;
  // Whoever opens the folder `jobs` itself has postings in it as well.
  const name = inside ? base.slice(base.lastIndexOf('/') + 1) : '';
  const named = name === '' || name.includes(':') ? relative : `${name}/${relative}`;
  return matcher.ignores(relative) || matcher.ignores(named);
}

function matcherFor(patterns: readonly string[]): Ignore {
  const key = patterns.join('\n');
  let matcher = matchers.get(key);
  if (!matcher) {
    // An exclusion cannot reach into a folder that is in as a whole: patterns for folders mean what is in them.
    const lines = patterns.flatMap(expandBraces).map((pattern) => pattern.replace(/\/$/, '/**'));
    matcher = ignore({ ignorecase: true, allowRelativePaths: true }).add(lines);
    if (matchers.size > 50) matchers.clear();
    matchers.set(key, matcher);
  }
  return matcher;
}
