import * as z from 'zod';
import type { CheckKind } from '../contract/check.ts';
import type { Finding } from '../contract/finding.ts';
import type { Block, Posting, Span } from '../contract/posting.ts';
import type { Rule } from '../contract/rule.ts';
import { fill, remark } from './form/remarks.ts';

const fields = z.object({
  generators: z
    .array(z.string().min(1))
    .describe('First words of tags that a site generator fills in, such as `page` in {{ page.title }}.'),
  brackets: z
    .array(z.string().min(1))
    .describe(
      'Words of which one stands in brackets that wait to be filled in, in lower case: [company name].',
    ),
  angled: z
    .array(z.string().min(1))
    .describe('Words in angle brackets that wait to be filled in, in lower case: <company name>.'),
  message: z.string().min(1).describe('{match} is the placeholder.'),
});
export type PlaceholderFields = z.infer<typeof fields>;
type PlaceholderRule = Rule<PlaceholderFields>;

/** What only merge fields of forms and mailings look like. */
const MERGE_FIELD = /^(?:<<.*>>|\*\|.*\|\*|«.*»|%%.*%%)$/s;
const BRACES = /^\{\{\{?\s*([\p{L}_][^{}]*?)\s*\}?\}\}$/u;
const SINGLE_BRACES = /^\{([A-Z][\w]*(?: [\w]+){0,3}|[A-Z][A-Z_]+)\}$/;
const BRACKETS = /^\[(.+)\]$/s;
const ANGLED = /<([A-Za-z][A-Za-z _-]{2,40})>/g;

/**
 * Places of a template that nobody has filled in: `[Company name]`, `{{ job title }}`, `<Company Name>`. Tags that a
 * site generator fills in when the page is built are none.
 */
export const placeholderCheck: CheckKind<PlaceholderFields> = {
  name: 'placeholder',
  summary: 'Places of a template that have not been filled in.',
  fields,
  compile(rules) {
    const all = rules.map((rule) => ({
      rule,
      generators: new Set(rule.generators),
      brackets: new Set(rule.brackets),
      angled: new Set(rule.angled),
    }));
    return {
      posting(posting) {
        const built = isBuilt(posting);
        return all.flatMap((compiled) => [
          ...posting.blocks.flatMap((block) => inBlock(compiled, block, built)),
          ...inAngles(compiled, posting),
        ]);
      },
    };
  },
};

interface Compiled {
  rule: PlaceholderRule;
  generators: ReadonlySet<string>;
  brackets: ReadonlySet<string>;
  angled: ReadonlySet<string>;
}

function inBlock(compiled: Compiled, block: Block, built: boolean): Finding[] {
  return block.regions.flatMap((region) => {
    if (region.kind !== 'placeholder') return [];
    const text = block.text.slice(region.start, region.end);
    const set = block.regions.some(
      ({ kind, start, end }) =>
        (kind === 'link' || kind === 'code') && start <= region.start && end >= region.end,
    );
    // `[apply](…)` inside a program's tag is a link all the same.
    if (set || block.text[region.end] === '(' || !isOpen(text, built, compiled)) return [];
    return [finding(compiled.rule, block.map.cover(region), text)];
  });
}

function isOpen(text: string, built: boolean, { generators, brackets }: Compiled): boolean {
  if (MERGE_FIELD.test(text)) return true;
  const words = BRACES.exec(text)?.[1];
  if (words !== undefined) {
    const first = words.split(/[^\w]/)[0] ?? '';
    if (generators.has(first)) return false;
    // Words parted by spaces are no name that a program knows.
    return /^\p{L}[\p{L}\d]*(?: [\p{L}\d]+){1,4}$/u.test(words) || (!built && /^[\w.]+$/.test(words));
  }
  if (SINGLE_BRACES.test(text)) return !built;
  const inside = BRACKETS.exec(text)?.[1]?.toLowerCase() ?? '';
  return inside.split(/[^\p{L}]+/u).some((word) => brackets.has(word));
}

/** `<Company Name>` is a tag to Markdown and HTML, which leave it out, so it is looked for in the source. */
function inAngles({ rule, angled }: Compiled, posting: Posting): Finding[] {
  const { source } = posting;
  if (!source.includes('<')) return [];
  const from = posting.frontMatter?.source.end ?? 0;
  const found: Finding[] = [];
  ANGLED.lastIndex = from;
  for (let match = ANGLED.exec(source); match; match = ANGLED.exec(source)) {
    const words = (match[1] ?? '')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
      .trim();
    const span = { start: match.index, end: match.index + match[0].length };
    const merge = source[span.start - 1] === '<' || source[span.end] === '>';
    if (angled.has(words) && !merge && isShown(posting, span)) found.push(finding(rule, span, match[0]));
  }
  return found;
}

/** Not in a comment or in code. */
function isShown({ comments, blocks }: Posting, { start, end }: Span): boolean {
  if (comments.some(({ source }) => source.start <= start && source.end >= end)) return false;
  const block = blocks.findLast(({ source }) => source.start <= start);
  return !block?.regions.some((region) => {
    if (region.kind !== 'code') return false;
    const code = block.map.cover(region);
    return code.start <= start && code.end >= end;
  });
}

/** Whether a program makes a page of the file: it has front matter, or tags that only a program reads. */
function isBuilt({ frontMatter, source }: Posting): boolean {
  return (
    frontMatter !== undefined || source.includes('{%') || source.includes('{{<') || source.includes('{{#')
  );
}

function finding(rule: PlaceholderRule, span: Span, text: string): Finding {
  return remark(rule, span, fill(rule.message, { match: text.replace(/\s+/g, ' ').slice(0, 60) }));
}
