/** A character of a segment, any one, any number of them, or one of a class. */
type Part = string | typeof ANY | typeof STAR | ClassPart;
interface ClassPart {
  negated: boolean;
  ranges: readonly (readonly [from: string, to: string])[];
}
const ANY = Symbol('?');
const STAR = Symbol('*');
/** Any number of folders; at the end of a pattern, at least one name. */
const GLOBSTAR = Symbol('**');
type Segment = readonly Part[] | typeof GLOBSTAR;

interface Glob {
  negated: boolean;
  folder: boolean;
  segments: readonly Segment[];
}

/**
 * Tells whether a path (relative, with `/`, of a file) is meant by patterns as in `.gitignore`. What a pattern means is
 * meant with all that is in it, and inside of it nothing can be taken back.
 *
 * Takes time in proportion to the product of the lengths of path and pattern, whatever they are: `*` and `**` only ever
 * go back to the last one of their kind.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => parse(pattern) ?? []);
  return (path) => {
    const names = path.split('/');
    for (let depth = 1; depth <= names.length; depth++) {
      const folder = depth < names.length;
      const above = names.slice(0, depth);
      const last = globs.findLast((glob) => (folder || !glob.folder) && matchNames(glob.segments, above));
      const meant = last !== undefined && !last.negated;
      if (meant || !folder) return meant;
    }
    return false;
  };
}

function parse(pattern: string): Glob | undefined {
  let rest = pattern.replace(/(?<!\\)\s+$/, '');
  if (rest === '' || rest.startsWith('#')) return undefined;
  const negated = rest.startsWith('!');
  if (negated) rest = rest.slice(1);
  const folder = rest.endsWith('/');
  if (folder) rest = rest.slice(0, -1);
  const anchored = rest.includes('/');
  if (rest.startsWith('/')) rest = rest.slice(1);
  if (rest === '') return undefined;
  const names = rest.split('/').map((name): Segment => (name === '**' ? GLOBSTAR : parseName(name)));
  return { negated, folder, segments: anchored || names[0] === GLOBSTAR ? names : [GLOBSTAR, ...names] };
}

function parseName(name: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < name.length; at++) {
    const char = name[at] as string;
    if (char === '\\' && at + 1 < name.length) parts.push(name[++at] as string);
    else if (char === '?') parts.push(ANY);
    else if (char === '*') {
      if (parts.at(-1) !== STAR) parts.push(STAR);
    } else {
      const end = char === '[' ? name.indexOf(']', at + 2) : -1;
      if (end < 0) parts.push(char);
      else {
        parts.push(parseClass(name.slice(at + 1, end)));
        at = end;
      }
    }
  }
  return parts;
}

function parseClass(inner: string): ClassPart {
  const negated = /^[!^]/.test(inner);
  const chars = negated ? inner.slice(1) : inner;
  const ranges: [string, string][] = [];
  for (let at = 0; at < chars.length; at++) {
    const from = chars[at] as string;
    const to = chars[at + 1] === '-' ? chars[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { negated, ranges };
}

function matchNames(segments: readonly Segment[], names: readonly string[]): boolean {
  return wild(
    segments,
    names,
    (segment) => segment === GLOBSTAR,
    (segment, name) => segment !== GLOBSTAR && matchName(segment, name),
    1,
  );
}

function matchName(parts: readonly Part[], name: string): boolean {
  return wild(parts, [...name], (part) => part === STAR, isChar, 0);
}

function isChar(part: Part, char: string): boolean {
  if (typeof part === 'string') return part === char;
  if (typeof part === 'symbol') return part === ANY;
  return part.ranges.some(([from, to]) => from <= char && char <= to) !== part.negated;
}

/**
 * Matches a list with wildcards against a list without.
 *
 * @param least - how many items a wildcard at the end stands for at least
 */
function wild<Pattern, Item>(
  pattern: readonly Pattern[],
  items: readonly Item[],
  isWild: (part: Pattern) => boolean,
  matches: (part: Pattern, item: Item) => boolean,
  least: number,
): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let resume = 0;
  const ends = (part: number) => part === pattern.length - 1 && part >= 0;
  while (item < items.length) {
    const part = pattern[at];
    if (at < pattern.length && isWild(part as Pattern)) {
      if (ends(at)) return items.length - item >= least;
      star = at++;
      resume = item;
    } else if (at < pattern.length && matches(part as Pattern, items[item] as Item)) {
      at++;
      item++;
    } else if (star >= 0) {
      at = star + 1;
      item = ++resume;
    } else return false;
  }
  while (at < pattern.length && isWild(pattern[at] as Pattern) && !(ends(at) && least > 0)) at++;
  return at === pattern.length;
}
