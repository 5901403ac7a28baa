import type { RequiredSectionFields } from '../checks/required-section.ts';
import { writeSection } from '../checks/sections/style.ts';
import type { SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import type { Linter } from '../lint/index.ts';
import type { PostingTemplate } from '../protocol/requests.ts';
import { activeRules } from './document.ts';
import { toSnippet } from './snippets.ts';

export type SectionRule = Rule<RequiredSectionFields>;

/** The rules for sections, in the order in which sections stand in a posting. */
export function sectionRules(linter: Linter): SectionRule[] {
  return [...activeRules(linter).values()]
    .map(({ rule }) => rule)
    .filter((rule): rule is SectionRule => rule.check === 'required-section')
    .sort((a, b) => a.template.order - b.template.order);
}

const STYLE = {
  markdown: {
    heading: (words: string) => [`## ${words}`],
    paragraph: (words: string) => words,
    items: (all: readonly string[]) => all.map((item) => `- ${item}`),
    airy: true,
    markup: 'markdown',
  },
  plaintext: {
    heading: (words: string) => [`${words}:`],
    paragraph: (words: string) => words,
    items: (all: readonly string[]) => all.map((item) => `- ${item}`),
    airy: false,
    markup: 'text',
  },
} as const;

/** Kinds that are good to have in any posting, though nobody asks for them. */
const USUAL: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'summary',
  'nice-to-have',
  'interview-process',
]);

/** What a new posting can start from: the sections that the rules ask for, in their order, in our words. */
export function postingTemplates(linter: Linter): PostingTemplate[] {
  const rules = sectionRules(linter);
  const asked = rules.filter(({ id }) => activeRules(linter).get(id)?.level !== 'off');
  const musts = asked.filter(({ id }) => activeRules(linter).get(id)?.level !== 'info');
  const full = rules.filter((rule) => asked.includes(rule) || USUAL.has(rule.section));
  return [
    template(
      'full',
      'Job posting',
      'Everything that applicants look for, section by section',
      full,
      'markdown',
    ),
    template('short', 'Short job posting', 'Only what every posting needs', musts, 'markdown'),
    template('text', 'Job posting, plain text', 'For job boards that take no formatting', full, 'plaintext'),
  ];
}

function template(
  id: string,
  title: string,
  description: string,
  rules: readonly SectionRule[],
  languageId: keyof typeof STYLE,
): PostingTemplate {
  const heading = languageId === 'markdown' ? '# [Job title]' : '[Job title]';
  const sections = rules.map((rule) => writeSection(rule.template, STYLE[languageId]).join('\n'));
  const text = `${[heading, ...sections].join('\n\n')}\n`;
  return { id, title, description, languageId, text, snippet: toSnippet(text) };
}
