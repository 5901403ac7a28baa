import type { Span } from '../contract/posting.ts';

/** A template tag in the source: Liquid, Jinja, Hugo shortcodes, merge fields, Markdown attribute lists. */
export interface Hole extends Span {
  /** Whether a reader sees something in its place: `{{ page.title }}`, but not `{% if %}`. */
  shown: boolean;
}

/** Liquid and Jinja tags that print nothing themselves. */
const SILENT_TAGS =
  /^\{%[-+~]?\s*(?:if|elsif|elif|else|endif|unless|endunless|for|endfor|case|when|endcase|assign|capture|endcapture|set|endset|block|endblock|extends|macro|endmacro|import|from|with|endwith|raw|endraw|break|continue|cycle|increment|decrement|tablerow|endtablerow|comment|endcomment|filter|endfilter|layout|liquid|end)\b/;
const COMMENT_TAG = /^\{%[-+~]?\s*comment\b/;
const END_COMMENT_TAG = /\{%[-+~]?\s*endcomment\b[^%{}]{0,300}%\}/g;
/** Kramdown's `{: .class}`, `{#id}` and `{.class}`. */
const ATTRIBUTE_LIST = /^\{(?::[^{}\n]{0,200}|[#.][\w-]{1,80}(?:\s+[#.][\w-]{1,80}){0,9})\}/;
const SINGLE_BRACES = /^\{[A-Za-z_][\w .-]{0,40}\}/;
const MERGE_FIELDS: Readonly<Record<string, RegExp>> = {
  $: /^\$\{[^{}\n]{1,80}\}/,
  '<': /^<<[A-Za-z_][\w .-]{0,40}>>/,
  '%': /^%%?[A-Za-z_]{1,40}%%?/,
  '*': /^\*\|[A-Za-z_:]{1,60}\|\*/,
  '«': /^«[A-Z_][A-Z0-9_]{1,40}»/,
};
/** No real tag is longer; a brace that is never closed must not swallow the posting. */
const LONGEST_TAG = 4000;

/**
 * All template tags of a source, in order.
 *
 * @param body where the text behind the front matter begins. Front matter is read before template tags are, so that a
 * tag there reaches no further than its line
 */
export function findHoles(source: string, body: number): Hole[] {
  const holes: Hole[] = [];
  const closers = new Closers(source);
  const starts = /\{[{%#:.*/A-Za-z_]|\$\{|<<[A-Za-z_]|%%?[A-Za-z_]|\*\||«[A-Z_]/g;
  for (let start = starts.exec(source); start; start = starts.exec(source)) {
    const hole = holeAt(source, start.index, closers);
    if (!hole || (start.index < body && crossesLine(source, hole))) {
      starts.lastIndex = start.index + 1;
      continue;
    }
    holes.push(hole);
    starts.lastIndex = hole.end;
  }
  return holes;
}

function crossesLine(source: string, { start, end }: Span): boolean {
  const line = source.slice(start, end);
  return line.includes('\n') || line.includes('\r');
}

function holeAt(source: string, start: number, closers: Closers): Hole | undefined {
  const first = source[start]!;
  if (first !== '{') return simple(source, start, MERGE_FIELDS[first], true);
  switch (source[start + 1]) {
    case '{': {
      const end = closers.after('}}', start + 2);
      return end !== undefined ? { start, end, shown: !source.startsWith('{{/*', start) } : undefined;
    }
    case '%': {
      const end = closers.after('%}', start + 2);
      if (!end) return undefined;
      const tag = source.slice(start, end);
      if (COMMENT_TAG.test(tag)) {
        END_COMMENT_TAG.lastIndex = end;
        // One search at most: what an unclosed comment hides is not known, so it hides nothing.
        const close = closers.gone('endcomment') ? null : END_COMMENT_TAG.exec(source);
        if (close) return { start, end: close.index + close[0].length, shown: false };
        closers.give('endcomment');
      }
      return { start, end, shown: !SILENT_TAGS.test(tag) };
    }
    case '#': {
      const attributes = simple(source, start, ATTRIBUTE_LIST, false);
      if (attributes) return attributes;
      const end = closers.after('#}', start + 2);
      return end !== undefined ? { start, end, shown: false } : undefined;
    }
    case '*':
    case '/': {
      const end = source.startsWith('{/*', start) ? closers.after('*/}', start + 3) : undefined;
      return end !== undefined ? { start, end, shown: false } : undefined;
    }
    case ':':
    case '.':
      return simple(source, start, ATTRIBUTE_LIST, false);
    default:
      return simple(source, start, SINGLE_BRACES, true);
  }
}

function simple(
  source: string,
  start: number,
  pattern: RegExp | undefined,
  shown: boolean,
): Hole | undefined {
  const match = pattern?.exec(source.slice(start, start + 220));
  return match ? { start, end: start + match[0].length, shown } : undefined;
}

/** Looks for closing marks and remembers where the next one is, so that unclosed tags cost one search in all. */
class Closers {
  readonly #source: string;
  readonly #next = new Map<string, number>();
  readonly #gone = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  /** End of the next closing mark at or after `from`, when it is near enough. */
  after(mark: string, from: number): number | undefined {
    let at = this.#next.get(mark);
    if (at === undefined || at < from) {
      const found = this.#source.indexOf(mark, from);
      at = found < 0 ? Number.POSITIVE_INFINITY : found;
      this.#next.set(mark, at);
    }
    return at - from <= LONGEST_TAG ? at + mark.length : undefined;
  }

  gone(mark: string): boolean {
    return this.#gone.has(mark);
  }

  give(mark: string): void {
    this.#gone.add(mark);
  }
}
