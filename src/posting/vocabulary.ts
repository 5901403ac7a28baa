import type { SectionKind } from '../contract/report.ts';

/** What the words of a heading or label mean, where that is known. Both are given bare words: no marks, no colon. */
export interface SectionVocabulary {
  heading(text: string): SectionKind | undefined;
  label(text: string): SectionKind | undefined;
}

const LEADING_MARKS = /^(?:[^\p{L}\p{N}]+|\d{1,2}[.)]\s+)+/u;
const TRAILING_MARKS = /[\s:：.…*_#-]+$/u;

/** The bare words of a heading: no emoji, number or bullet before them, no colon after them. */
export function bareWords(text: string): string {
  if (text.length > 120) return text;
  return text.replace(LEADING_MARKS, '').replace(TRAILING_MARKS, '');
}
