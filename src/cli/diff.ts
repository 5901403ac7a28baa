import { createTwoFilesPatch } from 'diff';
import { type Paint, printable } from '../report/index.ts';

/** The change as a patch that `patch -p1` and `git apply` take. */
export function unifiedDiff(file: string, before: string, after: string, paint: Paint): string {
  const name = printable(file).replace(/^\/+/, '');
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
  });
  // A line of dashes and a tab after each name are of no use to either.
  const lines = patch.replace(/^=+\n/, '').replace(/^((?:---|\+\+\+) [^\n]*)\t$/gm, '$1');
  return lines
    .split('\n')
    .map((line, index) => (index < 2 ? paint('strong', line) : paintLine(line, paint)))
    .join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint('good', line);
  if (line.startsWith('-')) return paint('error', line);
  return line.startsWith('@@') ? paint('info', line) : line;
}
