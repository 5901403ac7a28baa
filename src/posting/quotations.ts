import type { Region } from '../contract/posting.ts';

/** Quoted words are few; a mark that is never closed must not swallow a paragraph. */
const LONGEST = 300;
const LONGEST_SINGLE = 120;

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  "'": "'",
};
const OPENERS = /["'“„«»‘‚]/g;

/**
 * Adds quoted words, marks included. Apostrophes, feet and inches are no quotation marks.
 *
 * @param regions added to
 */
export function findQuotations(text: string, regions: Region[]): void {
  OPENERS.lastIndex = 0;
  for (let match = OPENERS.exec(text); match; match = OPENERS.exec(text)) {
    const start = match.index;
    const mark = match[0];
    if (!opens(text, start, mark)) continue;
    const end = closing(text, start, mark);
    if (end === undefined) continue;
    regions.push({ kind: 'quotation', start, end });
    OPENERS.lastIndex = end;
  }
}

/** An opening mark stands at the beginning of a word. */
function opens(text: string, at: number, mark: string): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  if (after === undefined) return false;
  // French marks have a space inside.
  if (mark !== '«' && /\s/.test(after)) return false;
  if (before === undefined) return true;
  return mark === '“' || mark === '„' || mark === '«' ? true : /[\s([{/—–:*_-]/.test(before);
}

function closing(text: string, start: number, mark: string): number | undefined {
  const closers = CLOSERS[mark]!;
  const single = mark === "'" || mark === '‘' || mark === '‚';
  const limit = Math.min(text.length, start + (single ? LONGEST_SINGLE : LONGEST));
  for (let at = start + 2; at < limit; at++) {
    const char = text[at]!;
    if (!closers.includes(char)) continue;
    const before = text[at - 1]!;
    const after = text[at + 1];
    if (mark !== '«' && /\s/.test(before)) continue;
    if (after !== undefined && /[\p{L}\p{N}]/u.test(after)) continue;
    // A plural's apostrophe (`the drivers' room`) closes nothing when another mark follows in the same words.
    if (single && /s/i.test(before) && after === ' ' && closesLater(text, at + 1, limit, closers)) continue;
    return at + 1;
  }
  return undefined;
}

function closesLater(text: string, from: number, limit: number, closers: string): boolean {
  for (let at = from; at < limit; at++) {
    const char = text[at]!;
    if (/[.!?]/.test(char) && /\s/.test(text[at + 1] ?? ' ')) return closers.includes(text[at + 1] ?? '');
    if (!closers.includes(char)) {
      if ((char === '‘' || char === "'") && /\s/.test(text[at - 1]!)) return false;
      continue;
    }
    if (/\s/.test(text[at - 1]!)) return false;
    if (!/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ')) return true;
  }
  return false;
}
