import type { ReportRange } from '../contract/report.ts';
import { type Cell, cells } from './width.ts';

export interface Excerpt {
  /** The line of the draft, or as much of it as there is room for. */
  line: string;
  /** Cells before the passage, and cells of it that are shown (at least one). */
  before: number;
  marked: number;
}

/** The first line of a passage, cut around it where it is too long. */
export function excerpt(text: string, range: ReportRange, width: number): Excerpt {
  const lineStart = range.start.offset - (range.start.column - 1);
  const markStart = range.start.offset;
  // No more than could be shown is looked at: a draft may be one line of a megabyte.
  const lineEnd = endOfLine(text, markStart, markStart + width * 8 + 1);
  const markEnd = Math.max(markStart, Math.min(range.end.offset, lineEnd));
  const from = Math.max(lineStart, markStart - width * 4);
  const to = Math.min(lineEnd, Math.min(markEnd, markStart + width * 4) + width * 4);
  const all = cells(text.slice(from, to));

  let first = all.findIndex((cell) => from + cell.end > markStart);
  if (first < 0) first = all.length;
  let last = all.findIndex((cell) => from + cell.start >= markEnd);
  if (last < 0) last = all.length;

  const view = window(all, first, last, width, { cutBefore: from > lineStart, cutAfter: to < lineEnd });
  const shown = all.slice(view.start, view.end);
  const line = `${view.cutBefore ? '…' : ''}${textOf(shown)}${view.cutAfter ? '…' : ''}`.trimEnd();
  const before = (view.cutBefore ? 1 : 0) + sum(all.slice(view.start, first));
  const marked = Math.max(1, sum(all.slice(first, Math.min(last, view.end))));
  return { line, before, marked };
}

interface View {
  start: number;
  end: number;
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Which cells to show: the passage, or its beginning, with as much around it as fits. */
function window(
  all: readonly Cell[],
  first: number,
  last: number,
  width: number,
  beyond: { cutBefore: boolean; cutAfter: boolean },
): View {
  let start = all.findIndex((cell) => cell.text.trim() !== '');
  start = start < 0 ? first : Math.min(start, first);
  let end = all.length;
  let cutBefore = beyond.cutBefore;
  if (!cutBefore && !beyond.cutAfter && sum(all.slice(start, end)) <= width) {
    return { start, end, cutBefore, cutAfter: false };
  }
  // Room for an ellipsis at both ends. A third of what the passage leaves goes before it, more where the line ends soon.
  const room = width - 2;
  const left = room - sum(all.slice(first, last));
  const lead = Math.max(Math.floor(left / 3), left - sum(all.slice(last)), Math.floor(width / 8));
  const earliest = back(all, first, lead);
  if (earliest > start) {
    start = wordAfter(all, earliest, first);
    cutBefore = true;
  }
  let used = 0;
  let stop = start;
  for (; stop < end; stop++) {
    used += all[stop]?.width ?? 0;
    if (used > room) break;
  }
  const cutAfter = stop < end || beyond.cutAfter;
  if (cutAfter) stop = wordBefore(all, stop, last);
  end = stop;
  return { start, end, cutBefore, cutAfter };
}

/** The cell that lies `room` cells of the screen before `from`. */
function back(all: readonly Cell[], from: number, room: number): number {
  let used = 0;
  for (let at = from; at > 0; at--) {
    used += all[at - 1]?.width ?? 0;
    if (used > room) return at;
  }
  return 0;
}

/** The beginning of the next word, so that none is cut in two; `from` itself where there is none before `limit`. */
function wordAfter(all: readonly Cell[], from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (all[at]?.text === ' ') return at + 1;
  return from;
}

/** The end of the word before `from`; `from` itself where there is none after `limit`. */
function wordBefore(all: readonly Cell[], from: number, limit: number): number {
  for (let at = from; at > limit; at--) if (all[at]?.text === ' ') return at;
  return from;
}

/** The end of the line that `from` stands in, or `limit` where that comes first. */
function endOfLine(text: string, from: number, limit: number): number {
  const end = Math.min(text.length, limit);
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return end;
}

function textOf(shown: readonly Cell[]): string {
  return shown.map((cell) => cell.text).join('');
}

function sum(shown: readonly Cell[]): number {
  return shown.reduce((total, cell) => total + cell.width, 0);
}
