import { globMatcher } from '../config/glob.ts';
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

/** Patterns that stand one after another and say the same, in or out. */
interface Group {
  out: boolean;
  patterns: string[];
  /** Of a path in lower case. */
  means: (path: string) => boolean;
}

const compiled = new Map<string, Group[]>();

/** Whether the patterns mean a path; `!` takes out again, later ones win, case does not matter. */
export function isPostingByName(path: string, patterns: readonly string[], folder?: string): boolean {
  const base = (folder ?? path.slice(0, path.lastIndexOf('/'))).replace(/\/$/, '');
  const inside = path.startsWith(`${base}/`);
  const relative = inside ? path.slice(base.length + 1) : path.replace(/^.*\//, '');
  if (relative === '') return false;
  // Whoever opens the folder `jobs` itself has postings in it as well.
  const name = inside ? base.slice(base.lastIndexOf('/') + 1) : '';
  const named = name === '' || name.includes(':') ? relative : `${name}/${relative}`;
  const [own, withFolder] = [relative.toLowerCase(), named.toLowerCase()];
  const last = groups(patterns).findLast(({ out, means }) => means(own) || (!out && means(withFolder)));
  return last !== undefined && !last.out;
}

function groups(patterns: readonly string[]): Group[] {
  const key = patterns.join('\n');
  const known = compiled.get(key);
  if (known) return known;
  const made: Group[] = [];
  for (const pattern of patterns.flatMap(expandBraces)) {
    const out = pattern.startsWith('!');
    let group = made.at(-1);
    if (group?.out !== out) {
      group = { out, patterns: [], means: () => false };
      made.push(group);
    }
    group.patterns.push((out ? pattern.slice(1) : pattern).toLowerCase());
  }
  for (const group of made) group.means = globMatcher(group.patterns);
  if (compiled.size > 50) compiled.clear();
  compiled.set(key, made);
  return made;
}
