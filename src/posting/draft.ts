import type { Posting, Span } from '../contract/posting.ts';
import { type Fences, findFences } from './fences.ts';
import { INVISIBLE } from './mapped-text.ts';
import { findHoles, type Hole } from './template-tags.ts';

/**
 * A source made ready for parsing. `parsed` is as long as `source`, so that every offset holds for both: template
 * tags, which would confuse a Markdown or HTML parser, are overwritten, and line ends are all `\n`.
 */
export interface Draft {
  source: string;
  parsed: string;
  /** Template tags, in order, never overlapping. */
  holes: readonly Hole[];
  /** Whether invisible characters stand anywhere. */
  invisible: boolean;
  comments: Posting['comments'];
  frontMatter: Fences | undefined;
}

/** Stands for a character of a template tag: a letter, so that words and emphasis around it read as they would. */
const FILLER = 'x';

/**
 * @param source the whole file, byte order mark included
 */
export function prepareDraft(source: string): Draft {
  let parsed = source;
  if (parsed.charCodeAt(0) === 0xfeff) parsed = ` ${parsed.slice(1)}`;
  if (parsed.includes('\0')) parsed = parsed.replaceAll('\0', '\uFFFD');
  if (parsed.includes('\r')) parsed = parsed.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n'));
  const frontMatter = findFences(source, parsed);
  const holes = findHoles(source, frontMatter?.end ?? 0);
  if (holes.length > 0) parsed = fillHoles(parsed, holes);
  return { source, parsed, holes, invisible: INVISIBLE.test(source), comments: [], frontMatter };
}

function fillHoles(text: string, holes: readonly Hole[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const hole of holes) {
    parts.push(text.slice(done, hole.start), fill(text, hole));
    done = hole.end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** A tag that prints nothing and has its lines to itself leaves blank lines: it parts paragraphs as a reader sees it. */
function fill(text: string, hole: Hole): string {
  const blank = !hole.shown && standsAlone(text, hole);
  const tag = text.slice(hole.start, hole.end);
  const filler = blank ? ' ' : FILLER;
  return tag.includes('\n') ? tag.replace(/[^\n]/g, filler) : filler.repeat(tag.length);
}

function standsAlone(text: string, span: Span): boolean {
  let before = span.start - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  if (before >= 0 && text[before] !== '\n') return false;
  let after = span.end;
  while (after < text.length && (text[after] === ' ' || text[after] === '\t')) after++;
  return after >= text.length || text[after] === '\n';
}
