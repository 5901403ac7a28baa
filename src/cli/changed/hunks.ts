/** Lines from 1, both inclusive. */
export type LineRange = readonly [first: number, last: number];

/**
 * The lines that a diff adds or changes.
 *
 * @param diff - of git, without lines of context (`-U0`) and with the prefix `b/`
 * @returns by path of the new side; a file that only lost lines has none
 */
export function hunkLines(diff: string): Map<string, LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  // Lines of the hunk still to come: what stands there can look like anything.
  let skip = 0;
  for (let start = 0; start < diff.length; ) {
    const found = diff.indexOf('\n', start);
    const end = found < 0 ? diff.length : found;
    const line = diff.slice(start, end);
    start = end + 1;
    if (skip > 0 && /^[-+]/.test(line)) {
      skip--;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const added = Number(hunk[3] ?? 1);
      const first = Number(hunk[2]);
      skip = added + Number(hunk[1] ?? 1);
      if (added > 0) ranges.push([first, first + added - 1]);
    } else if (line.startsWith('+++ ')) {
      ranges = [];
      // A tab ends a name with spaces in it.
      files.set(unquote(line.slice(4).replace(/\t$/, '')).replace(/^b\//, ''), ranges);
    } else if (line.startsWith('rename to ')) {
      // Without a change of its text there is no line with plus signs.
      files.set(unquote(line.slice('rename to '.length)), []);
    }
  }
  return files;
}

const ESCAPES: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** A name as git quotes it when it holds a quotation mark, a backslash or a control character. */
function unquote(name: string): string {
  if (!/^".*"$/.test(name)) return name;
  const bytes: number[] = [];
  for (const [, octal, escaped, plain] of name.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (escaped !== undefined) bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? '', 'utf8'));
  }
  return Buffer.from(bytes).toString('utf8');
}

/** Whether some of the lines stand in the ranges. Lines from 1, both inclusive. */
export function touches(ranges: readonly LineRange[], first: number, last: number): boolean {
  return ranges.some(([from, to]) => from <= last && to >= first);
}
