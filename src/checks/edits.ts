import type { Edit } from '../contract/finding.ts';
import type { Block, Region, Span } from '../contract/posting.ts';
import type { Format } from '../contract/report.ts';

/** An edit of a block's text. */
interface TextEdit {
  span: Span;
  text: string;
}

/** A stretch of the source without marks in it. */
interface Stretch extends Span {
  /** What it is in the block's text. */
  text: Span;
}

/** Kinds of region that stand between marks in the source. */
const MARKED: Readonly<Partial<Record<Region['kind'], { opening: RegExp; closing: RegExp }>>> = {
  strong: { opening: /(?:\*\*|__|<(?:strong|b)\b[^<>]*>)$/i, closing: /^(?:\*\*|__|<\/(?:strong|b)\s*>)/i },
  emphasis: { opening: /(?:\*|_|<(?:em|i)\b[^<>]*>)$/i, closing: /^(?:\*|_|<\/(?:em|i)\s*>)/i },
  link: { opening: /(?:\[|<a\b[^<>]*>)$/i, closing: /^(?:\]\([^()\n]*\)|\](?:\[[^[\]\n]*\])?|<\/a\s*>)/i },
};

/** Soft hyphens, zero-width characters; the indent and quote marks of a line that goes on a paragraph. */
const INVISIBLE = /^[\u00AD\u200B-\u200D\u2060\uFEFF]*$/;
const LINE_PREFIX = /^[ \t>]*$/;

/** Longest edit, in words and gaps, whose words are matched one by one. */
const LONGEST = 60;

/**
 * Turns an edit of a block's text into edits of the source. Emphasis and links that the words stand in are kept
 * around what replaces them, and go with words that are taken out; signs that mean something in the format are escaped.
 *
 * @param edit its span is in code units of `block.text`
 * @param source the posting's source, into which `block.map` leads
 * @returns edits of the source, ordered, not overlapping; undefined when marks would be left empty or unbalanced
 */
export function sourceEdits(
  block: Block,
  format: Format,
  edit: TextEdit,
  source: string,
): Edit[] | undefined {
  const writer = new Writer(block, format, source);
  const whole = keepLine(writer.write(edit), source, block);
  if (whole?.length === 1 && (edit.text === '' || !writer.crossesMarks(edit.span))) return whole;
  const parts = aligned(block.text, edit);
  if (!parts) return whole;
  const edits: Edit[] = [];
  for (const part of parts) {
    const written = writer.write(part);
    if (!written) return whole;
    edits.push(...written);
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  return edits.every((one, at) => at === 0 || one.span.start >= (edits[at - 1]?.span.end ?? 0))
    ? edits
    : whole;
}

/**
 * The edits with a line break that one edit would take away, though it stands beside the words that go or after their
 * article: a fix must not join lines the author has wrapped.
 */
function keepLine(edits: Edit[] | undefined, source: string, { source: place }: Block): Edit[] | undefined {
  const [edit] = edits ?? [];
  if (edit === undefined || edits?.length !== 1) return edits;
  const { start, end } = edit.span;
  const replaced = source.slice(start, end);
  const line = /\r?\n[ \t>]*/.exec(replaced)?.[0];
  if (line === undefined) return edits;
  if (/^an?\s/i.test(edit.text) && /^an?[ \t]*[\r\n]/i.test(replaced))
    return [{ ...edit, text: edit.text.replace(/\s+/, line) }];
  if (edit.text !== '') return edits;
  if (start > place.start && source[start - 1] === ' ')
    return [{ span: { start: start - 1, end }, text: line }];
  return end < place.end && source[end] === ' ' ? [{ span: { start, end: end + 1 }, text: line }] : edits;
}

class Writer {
  readonly #block: Block;
  readonly #format: Format;
  readonly #source: string;
  readonly #marked: Region[];

  constructor(block: Block, format: Format, source: string) {
    this.#block = block;
    this.#format = format;
    this.#source = source;
    this.#marked = block.regions.filter(({ kind, start, end }) => MARKED[kind] !== undefined && end > start);
  }

  /** Do marks begin or end inside the span or right at its ends? */
  crossesMarks({ start, end }: Span): boolean {
    return this.#marked.some(
      (region) => (region.start >= start && region.start < end) || (region.end > start && region.end <= end),
    );
  }

  write(edit: TextEdit): Edit[] | undefined {
    const direct = this.#write(edit);
    if (direct || edit.text !== '') return direct;
    // '**We young** ones': of the two spaces the other one may be the one that can go.
    const { text } = this.#block;
    const { start, end } = edit.span;
    const before = text[start - 1];
    return before === ' ' && text[end - 1] === ' '
      ? this.#write({ span: { start: start - 1, end: end - 1 }, text: '' })
      : undefined;
  }

  #write({ span, text }: TextEdit): Edit[] | undefined {
    const stretches = this.#stretches(span);
    if (!stretches) return undefined;
    const inside = this.#marked.filter((region) => contains(span, region));
    const escaped = this.#escape(text, span.start === 0);
    // The new words go into one stretch, one that stands in every pair of marks whose words all go.
    const home = stretches.find((stretch) => inside.every((region) => contains(region, stretch.text)));
    if (!home || (text === '' && inside.length > 0)) return this.#withMarks(span, escaped, inside);
    if (!this.#flanksHold(span, text, home.text)) return undefined;
    return stretches.map(({ start, end, text: own }) => ({
      span: { start, end },
      text: own === home.text ? escaped : '',
    }));
  }

  /** One edit over everything, marks included; possible where every pair of marks that is touched lies inside. */
  #withMarks(span: Span, escaped: string, inside: Region[]): Edit[] | undefined {
    const cutThrough = this.#marked.some(
      (region) =>
        !inside.includes(region) &&
        region.start < span.end &&
        region.end > span.start &&
        !contains(region, span),
    );
    if (cutThrough) return undefined;
    const cover = this.#block.map.cover(span);
    let { start, end } = cover;
    for (const region of inside.sort((a, b) => a.end - a.start - (b.end - b.start))) {
      const marks = MARKED[region.kind];
      if (region.start === span.start) {
        const opening = marks?.opening.exec(
          this.#source.slice(Math.max(this.#block.source.start, start - 500), start),
        );
        if (!opening) return undefined;
        start -= opening[0].length;
      }
      if (region.end === span.end) {
        const closing = marks?.closing.exec(
          this.#source.slice(end, Math.min(this.#block.source.end, end + 2000)),
        );
        if (!closing) return undefined;
        end += closing[0].length;
      }
    }
    return [{ span: { start, end }, text: escaped }];
  }

  /**
   * White space on the inner side of a mark would make it no mark (`** team**`), a letter or another mark on its outer
   * side may.
   */
  #flanksHold({ start, end }: Span, replacement: string, home: Span): boolean {
    const { text } = this.#block;
    return this.#marked.every((region) => {
      if (region.start >= end || region.end <= start) return true;
      const own = contains(region, home) ? replacement : '';
      const left =
        text.slice(region.start, Math.max(region.start, start)) +
        own +
        text.slice(Math.min(region.end, end), region.end);
      const before = (home.end <= region.start ? replacement : '').at(-1) ?? text[start - 1] ?? ' ';
      const after = (home.start >= region.end ? replacement : '').at(0) ?? text[end] ?? ' ';
      return (
        left !== '' &&
        !/^\s|\s$/.test(left) &&
        (region.start <= start || /[\s(]/.test(before)) &&
        (region.end >= end || /[\s,.;:!?)]/.test(after))
      );
    });
  }

  /** The stretches of source behind a span, those joined between which nothing visible stands. */
  #stretches(span: Span): Stretch[] | undefined {
    const joined: Stretch[] = [];
    const boundaries = new Set(this.#marked.flatMap(({ start, end }) => [start, end]));
    const pieces = this.#block.map.toSource(span);
    if (pieces.length === 1 && pieces[0]) return [{ ...pieces[0], text: span }];
    // Where in the text each stretch begins: walk along, as the map only leads from the text to the source.
    let at = span.start;
    for (const piece of pieces) {
      const from = at;
      while (at < span.end && this.#block.map.cover({ start: at, end: at + 1 }).start < piece.end) at++;
      const last = joined.at(-1);
      const gap = last ? this.#source.slice(last.end, piece.start) : '';
      const silent =
        INVISIBLE.test(gap) || (LINE_PREFIX.test(gap) && /[\r\n]\s*$/.test(this.#source.slice(0, last?.end)));
      if (last && silent && !boundaries.has(from)) {
        last.end = piece.end;
        last.text = { start: last.text.start, end: at };
        continue;
      }
      if (last && !boundaries.has(from)) return undefined;
      joined.push({ ...piece, text: { start: from, end: at } });
    }
    return joined;
  }

  #escape(text: string, opens: boolean): string {
    if (this.#format === 'text') return text;
    if (this.#format === 'html')
      return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    const inner = text
      .replace(/[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;');
    const cell = this.#block.kind === 'cell' ? inner.replace(/\|/g, '\\|') : inner;
    return opens ? cell.replace(/^(?:[#>+-]|(?<=^\d{1,9})[.)])(?=\s|$)/, '\\$&') : cell;
  }
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

const pieces = (text: string) => text.match(/[\p{L}\p{N}'’-]+|\s+|[^\p{L}\p{N}'’\s-]/gu) ?? [];
const ARTICLE = /^an?$/i;
const same = (a: string, b: string) =>
  a.toLowerCase() === b.toLowerCase() ||
  (ARTICLE.test(a) && ARTICLE.test(b)) ||
  (/^\s/.test(a) && /^\s/.test(b));

/**
 * An edit as edits of single words: words that stay (in other capitals, *a* as *an*) are matched, what lies between
 * them is replaced.
 */
function aligned(text: string, { span, text: replacement }: TextEdit): TextEdit[] | undefined {
  // Whole words: an edit may end inside one to change its capital.
  const start = span.start - (/[\p{L}\p{N}'’-]*$/u.exec(text.slice(0, span.start))?.[0].length ?? 0);
  const end = span.end + (/^[\p{L}\p{N}'’-]*/u.exec(text.slice(span.end))?.[0].length ?? 0);
  const old = pieces(text.slice(start, end));
  const now = pieces(text.slice(start, span.start) + replacement + text.slice(span.end, end));
  if (old.length > LONGEST || now.length > LONGEST) return undefined;

  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    const row = lengths[i];
    if (!row) continue;
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] = same(old[i] ?? '', now[j] ?? '')
        ? length(i + 1, j + 1) + 1
        : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const edits: TextEdit[] = [];
  let offset = start;
  let open: { span: Span; text: string } | undefined;
  const change = (from: string, to: string) => {
    open ??= { span: { start: offset, end: offset }, text: '' };
    offset += from.length;
    open.span.end = offset;
    open.text += to;
  };
  const close = () => {
    if (open) edits.push(open);
    open = undefined;
  };
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    const from = old[i];
    const to = now[j];
    if (
      from !== undefined &&
      to !== undefined &&
      same(from, to) &&
      length(i, j) === length(i + 1, j + 1) + 1
    ) {
      close();
      if (from !== to) {
        change(from, to);
        close();
      } else offset += from.length;
      i++;
      j++;
    } else if (from !== undefined && (to === undefined || length(i + 1, j) >= length(i, j + 1))) {
      change(from, '');
      i++;
    } else {
      change('', to ?? '');
      j++;
    }
  }
  close();
  return edits;
}
