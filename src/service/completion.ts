import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import { sectionStyle, writeSection } from '../checks/sections/style.ts';
import { CATEGORY_NAMES } from '../contract/names.ts';
import { CATEGORIES } from '../contract/report.ts';
import { activeRules, type LintedDocument } from './document.ts';
import { toSnippet } from './snippets.ts';
import { postingTemplates, sectionRules } from './templates.ts';

/** Characters after which a client should ask. */
export const COMPLETION_TRIGGERS: readonly string[] = ['#', '-', '/', '<'];

const DIRECTIVES = [
  ['posting-lint-disable-next-line', 'Leave a rule alone on the next line'],
  ['posting-lint-disable-line', 'Leave a rule alone on this line'],
  ['posting-lint-disable', 'Leave a rule alone from here on'],
  ['posting-lint-enable', 'Look again from here on'],
  ['posting-lint-disable-file', 'Leave a rule alone in this file'],
] as const;

/** A sign of a title, or its first word or two. */
const TITLE_BEGUN = /^(?:#[ \t]*)?(?:\p{L}[\p{L} ]{0,40})?$/u;

/**
 * What can be written at a place: in an empty draft whole postings; the sections that are missing, with their
 * templates; in a comment, directives and names of rules.
 *
 * @param snippets - whether the client knows places to type over
 */
export function completionsAt(
  document: LintedDocument,
  position: Position,
  snippets: boolean,
): CompletionItem[] {
  const { positions, text } = document;
  const at = positions.offset(position);
  const lineStart = positions.lineStart(position.line);
  const before = text.slice(lineStart, at);
  const comment = /<!--[ \t]*([^>]*)$/.exec(before);
  if (comment) return inComment(document, comment[1] ?? '', position);
  const lineEnd = /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
  if (text.slice(at, at + lineEnd).trim() !== '') return [];
  return [
    ...wholePostings(document, before, position, snippets),
    ...missingSections(document, before, position, snippets),
  ];
}

/** Where nothing stands yet, a whole posting can begin. */
function wholePostings(
  { posting, linter, text }: LintedDocument,
  before: string,
  position: Position,
  snippets: boolean,
): CompletionItem[] {
  const words = text.slice(posting.frontMatter?.source.end ?? 0).trim();
  if (posting.format === 'html' || words !== before.trim() || !TITLE_BEGUN.test(before)) return [];
  const languageId = posting.format === 'markdown' ? 'markdown' : 'plaintext';
  const range: Range = { start: { line: position.line, character: 0 }, end: position };
  return postingTemplates(linter)
    .filter((template) => template.languageId === languageId)
    .map((template, order) => ({
      label: template.title,
      detail: template.description,
      documentation: template.text,
      kind: CompletionItemKind.File,
      sortText: `0${order}`,
      filterText: before.startsWith('#') ? `# ${template.title}` : template.title,
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? template.snippet : template.text },
    }));
}

function inComment(document: LintedDocument, written: string, position: Position): CompletionItem[] {
  const directive = /^posting-lint-(?:disable(?:-next-line|-line|-file)?|enable)\s/.exec(written);
  if (!directive) {
    const range = backFrom(position, written.length);
    return DIRECTIVES.map(([label, detail], order) => ({
      label,
      detail,
      kind: CompletionItemKind.Keyword,
      sortText: String(order),
      textEdit: { range, newText: `${label} ` },
    })).filter(({ label }) => label.startsWith(written));
  }
  const rest = written.slice(directive[0].length);
  // Behind the dashes stands the reason.
  if (/(?:^|\s)--/.test(rest)) return [];
  const typed = /[^\s,]*$/.exec(rest)?.[0] ?? '';
  const range = backFrom(position, typed.length);
  // What is found in this file is what one wants to leave alone.
  const found = new Set(document.findings.map(({ rule }) => rule));
  const rules = [...activeRules(document.linter).values()]
    .filter(({ level }) => level !== 'off')
    .map(({ rule: { id, summary } }) => ({
      label: id,
      detail: summary,
      kind: CompletionItemKind.Value,
      sortText: `${found.has(id) ? 0 : 1}${id}`,
      textEdit: { range, newText: id },
    }));
  const categories = CATEGORIES.map((category) => ({
    label: category,
    detail: `Every rule of “${CATEGORY_NAMES[category]}”`,
    kind: CompletionItemKind.Folder,
    sortText: `2${category}`,
    textEdit: { range, newText: category },
  }));
  return [...rules, ...categories];
}

function missingSections(
  document: LintedDocument,
  before: string,
  position: Position,
  snippets: boolean,
): CompletionItem[] {
  const { posting, linter, positions, text } = document;
  // The beginning of a heading: signs of one, or a first word or two.
  if (!/^(?:#{1,6}[ \t]*)?(?:\p{L}[\p{L} ]{0,40})?$/u.test(before)) return [];
  if (posting.format === 'html' || posting.language !== 'en') return [];
  const start = positions.lineStart(position.line);
  if (posting.frontMatter && start < posting.frontMatter.source.end) return [];
  // Where words stand right above, a heading would not begin.
  const above = position.line === 0 ? '' : text.slice(positions.lineStart(position.line - 1), start);
  if (above.trim() !== '' && !before.startsWith('#')) return [];
  const style = sectionStyle(posting);
  const range: Range = { start: { line: position.line, character: 0 }, end: position };
  return sectionRules(linter)
    .filter(({ section }) => !posting.sections[section].present)
    .map((rule, order) => {
      const level = activeRules(linter).get(rule.id)?.level ?? 'off';
      const lines = writeSection(rule.template, style);
      const plain = lines.join('\n');
      const heading = style.heading(rule.template.heading)[0] ?? rule.template.heading;
      return {
        label: rule.template.heading,
        detail: level === 'off' ? 'Section' : 'Missing section',
        documentation: plain,
        kind: CompletionItemKind.Snippet,
        // Those the rules ask for come first, then in the order of a posting.
        sortText: `${level === 'off' ? 1 : 0}${String(order).padStart(2, '0')}`,
        filterText: before.startsWith('#')
          ? heading.replace(/^#+/, /^#+/.exec(before)?.[0] ?? '#')
          : rule.template.heading,
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range, newText: snippets ? toSnippet(plain) : plain },
      };
    });
}

function backFrom(position: Position, length: number): Range {
  return { start: { line: position.line, character: position.character - length }, end: position };
}
