import type { FileReport, ReportFinding } from '../contract/report.ts';

/**
 * A name for each finding of a file that stays the same while it is the same remark on the same words: it is made of
 * the rule, the words of the passage, and those right around them in the same paragraph or list item. Lines may move and
 * break elsewhere; capitals, punctuation and markup do not count. Findings that are alike in all that are told apart by
 * their order. Different within a file; to be unique among files, the path is part of `scope`.
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

/**
 * What one finding is known by, as above; two findings of one file can have the same, and whoever compares counts them.
 *
 * @param text - the file as it was linted
 */
export function fingerprint(finding: ReportFinding, text: string): string {
  return hash([finding.rule, ...subject(finding, text)].join('\0'));
}

/** Words on either side of a passage that help to tell it from another with the same words. */
const NEIGHBOURS = 3;
/** So far, in UTF-16 code units, they are looked for. */
const REACH = 160;

function subject({ message, range, data }: ReportFinding, text: string | undefined): string[] {
  // What is missing is missing from the posting; the passage only says where that is shown.
  const { missing, section, jurisdiction } = data;
  const what = missing ?? section;
  if (typeof what === 'string') return [String(jurisdiction ?? ''), what];
  if (text === undefined) return [message];
  const { start, end } = { start: range.start.offset, end: range.end.offset };
  const passage = text.slice(start, end);
  const before = wordsOf(
    text
      .slice(Math.max(0, start - REACH), start)
      .split(BREAK)
      .at(-1) ?? '',
  );
  const after = wordsOf(text.slice(end, end + REACH).split(BREAK)[0] ?? '');
  return [
    before.slice(-NEIGHBOURS).join(' '),
    wordsOf(passage).join(' ') || passage,
    after.slice(0, NEIGHBOURS).join(' '),
  ];
}

/** A line break before an empty line, a list item, a heading, a quotation or a row of a table. */
const BREAK = /\r?\n(?=[ \t]*(?:\r?\n|[-*+#>|]|\d{1,9}[.)]))/g;

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
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
