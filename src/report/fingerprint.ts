import type { ReportFinding } from '../contract/report.ts';

/** Words on either side of a passage that help to tell it from another with the same words. */
const NEIGHBOURS = 3;
/** So far, in UTF-16 code units, they are looked for. */
const REACH = 160;

/**
 * What a finding is known by while lines move and the rest of the draft changes: its rule, the words of its passage,
 * and those right around them in the same paragraph or list item. Capitals, punctuation, markup and line breaks do not
 * count. What is missing stands nowhere, so it is known by what it is.
 *
 * Two findings of one file can have the same; whoever compares counts them.
 *
 * @param text - the draft that it was found in
 * @returns 16 hexadecimal digits; the same in every version that finds the same there
 */
export function fingerprint(finding: Pick<ReportFinding, 'rule' | 'range' | 'data'>, text: string): string {
  const { rule, range, data } = finding;
  const missing = data.missing ?? data.section;
  if (typeof missing === 'string') return hash(`${rule}\n${String(data.jurisdiction ?? '')}\n${missing}`);
  const { start, end } = { start: range.start.offset, end: range.end.offset };
  const before = wordsOf(lastPart(text.slice(Math.max(0, start - REACH), start)));
  const after = wordsOf(firstPart(text.slice(end, end + REACH)));
  const parts = [
    rule,
    before.slice(-NEIGHBOURS).join(' '),
    wordsOf(text.slice(start, end)).join(' ') || text.slice(start, end),
    after.slice(0, NEIGHBOURS).join(' '),
  ];
  return hash(parts.join('\n'));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A line break before an empty line, a list item, a heading, a quotation or a row of a table. */
const BREAK = /\r?\n(?=[ \t]*(?:\r?\n|[-*+#>|]|\d{1,9}[.)]))/g;

function lastPart(text: string): string {
  return text.split(BREAK).at(-1) ?? '';
}

function firstPart(text: string): string {
  return text.split(BREAK)[0] ?? '';
}

/** 64 bits of a text's UTF-16 code units, mixed in two lanes; for telling texts apart, not for keeping secrets. */
function hash(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193) ^ (a >>> 15);
    b = Math.imul(b ^ code, 0xc2b2ae35) ^ (b >>> 13);
  }
  return [mixed(a, b), mixed(b, a)].map((lane) => lane.toString(16).padStart(8, '0')).join('');
}

function mixed(lane: number, other: number): number {
  let value = lane ^ Math.imul(other ^ (other >>> 16), 0x45d9f3b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
