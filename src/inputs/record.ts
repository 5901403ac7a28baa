import type { Span } from '../contract/posting.ts';
import type { Format } from '../contract/report.ts';
import { asHtml, DraftBuilder, type MappedDraft, replaceIn, type Stretch, textOf } from './mapped.ts';

/** One posting of a file that holds several, or holds it in another form than text. */
export interface PostingRecord {
  /** What it is called where a person reads it: “row 3”, “record 2 (REQ-12)”. */
  name: string;
  /** Its number, as a spreadsheet or the list counts it. */
  row: number;
  id: string | undefined;
  /** All of it, in the file's text. */
  source: Span;
  format: Format;
  draft: MappedDraft;
}

/** A named part of a record. */
export interface Part {
  name: string;
  stretches: readonly Stretch[];
}

export interface RecordParts {
  /** “row” or “record”. */
  kind: string;
  row: number;
  source: Span;
  id: string | undefined;
  title: Part | undefined;
  /** Short facts, which count as front matter does. */
  facts: readonly Part[];
  texts: readonly Part[];
}

/** Longer values are texts that nobody asked to have checked. */
const LONGEST_FACT = 300;

/** Puts the parts of a record together, as a draft with front matter. */
export function makeRecord({ kind, row, source, id, title, facts, texts }: RecordParts): PostingRecord {
  const written = texts.map(({ name, stretches }) => ({ name, stretches: unescaped(stretches) }));
  const format = formatOf(written.map(({ stretches }) => textOf(stretches)));
  const builder = new DraftBuilder();
  addFacts(builder, facts, source);
  if (title) addTitle(builder, title, format, source);
  const several = written.length > 1;
  for (const { name, stretches } of written) {
    builder.field(name);
    if (several) addHeading(builder, name, format, stretches[0]?.source ?? source);
    builder.add(...(format === 'html' && !isHtml(textOf(stretches)) ? paragraphs(stretches) : stretches));
    builder.made('\n\n', stretches.at(-1)?.source ?? source);
  }
  const shown = id === undefined ? `${kind} ${row}` : `${kind} ${row} (${id})`;
  return { name: shown, row, id, source, format, draft: builder.build() };
}

function addFacts(builder: DraftBuilder, facts: readonly Part[], source: Span): void {
  const lines = facts.flatMap(({ name, stretches }) => {
    const value = textOf(stretches).trim();
    const key = name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.]+/gu, '_')
      .replace(/^[_.]+|[_.]+$/g, '');
    const usable = key !== '' && key !== 'title' && value !== '' && value.length <= LONGEST_FACT;
    return usable ? [{ name, key, value, first: stretches[0], last: stretches.at(-1) }] : [];
  });
  if (lines.length === 0) return;
  builder.made('---\n', source);
  for (const { name, key, value, first, last } of lines) {
    const span = { start: first?.source.start ?? source.start, end: last?.source.end ?? source.end };
    // What JSON writes is a quoted text of YAML too.
    builder.field(name).made(`${key}: ${JSON.stringify(value)}\n`, span);
  }
  builder.field(undefined).made('---\n\n', source);
}

function addTitle(builder: DraftBuilder, { name, stretches }: Part, format: Format, source: Span): void {
  const line = replaceIn(stretches, /\s+/g, () => ' ');
  if (textOf(line).trim() === '') return;
  builder.field(name);
  if (format === 'html')
    builder
      .made('<h1>', source)
      .add(...asHtml(line))
      .made('</h1>\n', source);
  else
    builder
      .made(format === 'markdown' ? '# ' : '', source)
      .add(...line)
      .made('\n\n', source);
}

/** Names of columns that say nothing about what stands in them. */
const GENERIC =
  /^(?:(?:job|full|html|plain)?[ _-]?(?:description|body|content|text|details|posting|plain|html))$/i;

function addHeading(builder: DraftBuilder, name: string, format: Format, source: Span): void {
  const last = name.split('.').at(-1) ?? '';
  if (GENERIC.test(last)) return;
  const words = last
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  const shown = words.charAt(0).toUpperCase() + words.slice(1);
  if (format === 'html') builder.made(`<h2>${shown.replace(/[&<>]/g, ' ')}</h2>\n`, source);
  else builder.made(format === 'markdown' ? `## ${shown}\n\n` : `${shown}\n\n`, source);
}

const TAG = /<(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|span|table|section)(?:\s[^<>]*)?\/?>/i;
const ESCAPED_TAG = /&lt;(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|span|table|section)\b/i;
const MARKDOWN = /^(?:#{1,6} |[-*+] |\d{1,3}[.)] )|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\(/m;

function isHtml(text: string): boolean {
  return TAG.test(text);
}

function formatOf(texts: readonly string[]): Format {
  if (texts.some(isHtml)) return 'html';
  return texts.some((text) => MARKDOWN.test(text)) ? 'markdown' : 'text';
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/** HTML that an export has escaped once more than needed. */
function unescaped(stretches: readonly Stretch[]): readonly Stretch[] {
  const text = textOf(stretches);
  if (isHtml(text) || !ESCAPED_TAG.test(text)) return stretches;
  return replaceIn(stretches, /&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Plain text among texts of HTML. */
function paragraphs(stretches: readonly Stretch[]): Stretch[] {
  const source = stretches[0]?.source ?? { start: 0, end: 0 };
  const made = (text: string): Stretch => ({
    text,
    source: { start: source.start, end: source.start },
    verbatim: false,
  });
  const lines = replaceIn(asHtml(stretches), /\r?\n(?:[ \t]*\r?\n)*/g, (breaks) =>
    breaks.replace(/[^\n]/g, '').length > 1 ? '</p>\n<p>' : '<br>\n',
  );
  return [made('<p>'), ...lines, made('</p>')];
}
