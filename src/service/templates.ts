import type { RequiredSectionFields } from '../checks/required-section.ts';
import { escapeHtml, writeSection } from '../checks/sections/style.ts';
import type { Format, SectionKind } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { fixUntilStable } from '../lint/fix.ts';
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

const STYLES = {
  markdown: {
    title: (words: string) => `# ${words}`,
    heading: (words: string) => [`## ${words}`],
    paragraph: (words: string) => words,
    items: (all: readonly string[]) => all.map((item) => `- ${item}`),
    airy: true,
    markup: 'markdown',
  },
  plaintext: {
    title: (words: string) => words,
    heading: (words: string) => [`${words}:`],
    paragraph: (words: string) => words,
    items: (all: readonly string[]) => all.map((item) => `- ${item}`),
    airy: false,
    markup: 'text',
  },
  html: {
    title: (words: string) => `<h1>${escapeHtml(words)}</h1>`,
    heading: (words: string) => [`<h2>${escapeHtml(words)}</h2>`],
    paragraph: (words: string) => `<p>${words}</p>`,
    items: (all: readonly string[]) => ['<ul>', ...all.map((item) => `  <li>${item}</li>`), '</ul>'],
    airy: false,
    markup: 'html',
  },
} as const;
export type TemplateLanguage = keyof typeof STYLES;

/** Kinds that are good to have in any posting, though nobody asks for them. */
const USUAL: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'summary',
  'nice-to-have',
  'interview-process',
]);

/** The words that stand for the job's title. */
export const TITLE_PLACE = '[Job title]';

/**
 * What a new posting can start from: the sections that the rules ask for, in their order, in our words or, where there
 * is a house style, in its words and in its form.
 */
export function postingTemplates(linter: Linter): PostingTemplate[] {
  return [
    {
      id: 'full',
      title: 'Job posting',
      description: 'Everything that applicants look for, section by section',
      ...written(linter, 'full', 'markdown'),
    },
    {
      id: 'short',
      title: 'Short job posting',
      description: 'Only what every posting needs',
      ...written(linter, 'short', 'markdown'),
    },
    {
      id: 'text',
      title: 'Job posting, plain text',
      description: 'For job boards that take no formatting',
      ...written(linter, 'full', 'plaintext'),
    },
  ];
}

function written(linter: Linter, length: 'full' | 'short', languageId: TemplateLanguage) {
  const text = postingDraft(linter, length, languageId);
  return { languageId, text, snippet: toSnippet(text) };
}

/**
 * A draft to fill in.
 *
 * @param title - of the job; without one, brackets
 */
export function postingDraft(
  linter: Linter,
  length: 'full' | 'short',
  languageId: TemplateLanguage,
  title = TITLE_PLACE,
): string {
  const { house } = linter;
  const style = STYLES[languageId];
  const rules = chosenSections(linter, length);
  const { ending } = house.title ?? {};
  const heading = style.title(ending === undefined || title.endsWith(ending) ? title : `${title} ${ending}`);
  const sections = rules.map((rule) => writeSection(rule.template, style).join('\n'));
  const between = languageId === 'html' ? '\n' : '\n\n';
  const text = `${[heading, ...sections].join(between)}\n`;
  const { name } = house.company ?? {};
  return inHouseStyle(name === undefined ? text : text.replaceAll('[Company]', name), linter, style.markup);
}

function chosenSections(linter: Linter, length: 'full' | 'short'): SectionRule[] {
  const rules = sectionRules(linter);
  const levelOf = ({ id }: SectionRule) => activeRules(linter).get(id)?.level ?? 'off';
  if (length === 'short') return rules.filter((rule) => levelOf(rule) !== 'off' && levelOf(rule) !== 'info');
  return rules.filter((rule) => {
    const use = linter.house.sections?.[rule.section]?.use;
    return use !== 'forbidden' && (levelOf(rule) !== 'off' || USUAL.has(rule.section));
  });
}

/** Our words are neutral; what a house has decided of headings, lists and signs, its own rules put right. */
function inHouseStyle(text: string, linter: Linter, format: Format): string {
  if (Object.keys(linter.house).length === 0) return text;
  const lint = (draft: string) => {
    const report = linter.lint(draft, { path: 'new', format });
    const findings = report.findings.filter(
      ({ category, rule }) => category === 'style' && rule !== 'style/placeholder',
    );
    return { ...report, findings };
  };
  return fixUntilStable(text, lint, { suggestions: true }).text;
}
