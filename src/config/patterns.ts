import { globMatcher } from './glob.ts';
import { below } from './paths.ts';

/** Tells whether a path (absolute, with `/`) is meant by a list of patterns. */
export type PathMatcher = (path: string) => boolean;

/**
 * Patterns as in `.gitignore`, with `{a,b}` besides: `*.md` at any depth, `interns/` a folder and all in it, `jobs/*.md`
 * below `base`, `!…` takes back. Paths that do not stand below `base` are never meant.
 *
 * @param base - the folder that the patterns start from
 */
export function pathMatcher(base: string, patterns: readonly string[]): PathMatcher {
  if (patterns.length === 0) return () => false;
  const means = globMatcher(patterns.flatMap(expandBraces).map(withoutDot));
  return (path) => {
    const relative = below(base, path);
    return relative !== undefined && means(relative);
  };
}

function withoutDot(pattern: string): string {
  return pattern.replace(/^(!?)\.\//, '$1/');
}

/** At most so many patterns come of one: braces multiply. */
const MOST = 256;

/** `a{b,c}d` → `abd`, `acd`; nested and several ones too. A brace without its partner or a comma stands for itself. */
export function expandBraces(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length + open.length < MOST) {
    const next = open.shift() ?? '';
    const group = firstGroup(next);
    if (group)
      open.push(
        ...group.choices.map((choice) => next.slice(0, group.start) + choice + next.slice(group.end)),
      );
    else done.push(next);
  }
  return [...done, ...open];
}

function firstGroup(pattern: string): { start: number; end: number; choices: string[] } | undefined {
  for (let start = pattern.indexOf('{'); start >= 0; start = pattern.indexOf('{', start + 1)) {
    const choices: string[] = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start; at < pattern.length; at++) {
      const char = pattern[at];
      if (char === '{') depth++;
      else if (char === ',' && depth === 1) {
        choices.push(pattern.slice(from, at));
        from = at + 1;
      } else if (char === '}' && --depth === 0) {
        choices.push(pattern.slice(from, at));
        if (choices.length > 1) return { start, end: at + 1, choices };
        break;
      }
    }
  }
  return undefined;
}
