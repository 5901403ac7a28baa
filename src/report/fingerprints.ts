import type { FileReport, ReportFinding } from '../contract/report.ts';

/**
 * A name for each finding of a file that stays the same while it is the same remark on the same words: it is made of
 * the rule, the marked passage and what stands around it in its line, not of line numbers. Findings that are alike in all
 * that are told apart by their order. Different within a file; to be unique among files, the path is part of `scope`.
 *
 * @param text - the file as it was linted; without it the message stands for the passage
 * @param scope - anything else that tells one from another
 * @returns 16 hexadecimal digits each, in the order of the findings
 */
export function fingerprints(file: FileReport, text: string | undefined, scope = ''): string[] {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const key = [scope, finding.rule, ...subject(finding, text)].join('\0');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return hash(before === 0 ? key : `${key}\0${before}`);
  });
}

/** How much of the line counts, before and after the passage. */
const AROUND = 40;

function subject({ message, range, data }: ReportFinding, text: string | undefined): string[] {
  // What is missing is missing from the posting; the passage only says where that is shown.
  if (text === undefined || 'missing' in data || 'section' in data) return [message];
  const { start, end } = range;
  const lineStart = Math.max(start.offset - (start.column - 1), start.offset - AROUND);
  const lineEnd = endOfLine(text, end.offset, end.offset + AROUND);
  const parts = [
    text.slice(lineStart, start.offset),
    text.slice(start.offset, end.offset),
    text.slice(end.offset, lineEnd),
  ];
  return parts.map((part) => part.replace(/\s+/g, ' '));
}

function endOfLine(text: string, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, text.length); at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return Math.min(limit, text.length);
}

/** 64 bits of two multiplicative hashes: no secret, only a short name. Synchronous and the same everywhere. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return hex(mixed(a)) + hex(mixed(b ^ text.length));
}

/** Lets every bit count for every other. */
function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
