import type { Block, Span } from '../contract/posting.ts';
import type { ReportFinding } from '../contract/report.ts';
import { Lines } from '../lint/lines.ts';
import { readSuppressions } from '../lint/suppressions.ts';
import type { LintedDocument } from './document.ts';

/** An insertion that leaves a finding alone. The reason, for the writer to fill in, stands between the two parts. */
export interface Insertion {
  span: Span;
  before: string;
  reason: string;
  after: string;
}

const REASON = 'the reason';

/**
 * The comment that leaves one finding alone, where it changes nothing else: on a line of its own before the block, or,
 * where that would part a list, a table or a paragraph, at the end of the line. In a front matter it is a key.
 *
 * @returns undefined where no comment can stand
 */
export function leaveAlone(document: LintedDocument, finding: ReportFinding): Insertion | undefined {
  const { posting, text } = document;
  const { rule } = finding;
  const at = finding.range.start.offset;
  const { frontMatter } = posting;
  if (frontMatter && at < frontMatter.source.end && at > frontMatter.source.start)
    return inFrontMatter(document, rule);

  const lines = new Lines(text);
  const line = lines.lineAt(at);
  const lineStart = lines.start(line) ?? 0;
  const added = toCommentBefore(document, lines, line, rule);
  if (added) return added;

  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const block = posting.blocks.find(({ source }) => source.start <= at && at <= source.end);
  if (ownLine(document, block, lineStart, at)) {
    const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
    // Before a byte order mark nothing may stand.
    const from = text.startsWith('\uFEFF') && lineStart === 0 ? 1 : lineStart;
    const gap = posting.format === 'text' ? '' : indent;
    return {
      span: { start: from, end: from },
      before: `${gap}<!-- posting-lint-disable-next-line ${rule} -- `,
      reason: REASON,
      after: ` -->${newline}`,
    };
  }
  const place = inLine(document, block, at, endOfLine(text, lineStart));
  return {
    span: { start: place.offset, end: place.offset },
    before: `${place.space}<!-- posting-lint-disable-line ${rule} -- `,
    reason: REASON,
    after: ' -->',
  };
}

/** A comment above that already leaves something on the line alone takes in another rule. */
function toCommentBefore(
  { posting, text }: LintedDocument,
  lines: Lines,
  line: number,
  rule: string,
): Insertion | undefined {
  const start = lines.start(line);
  const above = readSuppressions(posting, lines).find(
    ({ covers, source, rules }) =>
      covers.start === start && source.end <= covers.start && rules.length > 0 && isOneLine(text, source),
  );
  const last = above?.rules.at(-1);
  if (!last) return undefined;
  return {
    span: { start: last.source.end, end: last.source.end },
    before: `, ${rule}`,
    reason: '',
    after: '',
  };
}

function isOneLine(text: string, { start, end }: Span): boolean {
  return /^<!--\s*posting-lint-disable-next-line\s/.test(text.slice(start, end));
}

/** Can a comment stand on a line of its own before this line? */
function ownLine(
  { posting, text }: LintedDocument,
  block: Block | undefined,
  lineStart: number,
  at: number,
): boolean {
  if (!block) return text.slice(lineStart, at).trim() === '';
  // A block that goes on from the line before would be cut in two.
  if (text.slice(lineStart, Math.max(lineStart, block.source.start)).trim() !== '') return false;
  if (block.source.start < lineStart && text.slice(block.source.start, lineStart).trim() !== '') return false;
  if (posting.format === 'text') return true;
  if (posting.format === 'html') return text.slice(lineStart).trimStart().startsWith('<');
  const indented = /^[ \t>]/.test(text.slice(lineStart, lineStart + 1));
  return block.depth === 0 && block.kind !== 'item' && block.kind !== 'cell' && !indented;
}

function inLine(
  { posting, text }: LintedDocument,
  block: Block | undefined,
  at: number,
  lineEnd: number,
): { offset: number; space: string } {
  // In HTML the rest of the line may be the inside of a tag; where the words are there is none.
  if (posting.format === 'html') return { offset: at, space: '' };
  // In a table, the comment belongs into the last cell.
  const limit = block?.kind === 'cell' ? text.lastIndexOf('|', lineEnd - 1) : -1;
  const end = limit > at ? limit : lineEnd;
  // Two spaces or a backslash at the end are a line break.
  const kept = /(?:[ \t]+|\\)?$/.exec(text.slice(at, end));
  return { offset: at + (kept?.index ?? end - at), space: ' ' };
}

function endOfLine(text: string, from: number): number {
  const end = /[\r\n]/.exec(text.slice(from));
  return end ? from + end.index : text.length;
}

function inFrontMatter({ posting, text }: LintedDocument, rule: string): Insertion | undefined {
  const { frontMatter } = posting;
  if (!frontMatter || frontMatter.error) return undefined;
  if (frontMatter.values.some(({ key }) => key.startsWith('posting-lint'))) return undefined;
  const fence = text.lastIndexOf(frontMatter.kind === 'yaml' ? '---' : '+++', frontMatter.source.end);
  if (fence <= frontMatter.source.start) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const span = { start: fence, end: fence };
  return frontMatter.kind === 'yaml'
    ? {
        span,
        before: `posting-lint:${newline}  disable: [${rule}]${newline}  reason: `,
        reason: REASON,
        after: newline,
      }
    : {
        span,
        before: `[posting-lint]${newline}disable = ["${rule}"]${newline}reason = "`,
        reason: REASON,
        after: `"${newline}`,
      };
}
