import { stringify } from 'yaml';
import type { Level } from '../contract/report.ts';
import type { CatchExample, EvidenceGrade, Rule } from '../contract/rule.ts';

const GRADES: Record<EvidenceGrade, string> = {
  law: 'Law: a statute, a regulator or a court says so.',
  field: 'Field: measured on real applicants or a large body of real postings.',
  lab: 'Laboratory: measured in an experiment, not on real applications.',
  survey: 'Survey: people were asked, or numbers go together; no cause is shown.',
  guidance: 'Guidance: regulators or specialists advise it.',
  convention: 'Convention: good style, with no outcome measured.',
};

const LEVELS: Record<Level, string> = {
  error: '**error**: unlawful on its face in many places, or a must of the house',
  warning: '**warning**: nearly every editor of job postings would change it',
  info: '**info**: advice; both ways can be right',
  off: '**off**: reported only when you turn it on, or with the preset `all`',
};

/** What a grade of evidence means, in one sentence. */
export function gradeText(grade: EvidenceGrade): string {
  return GRADES[grade];
}

/** The rule's page, in Markdown. */
export function rulePage(rule: Rule): string {
  const caught = rule.examples.catch.map((example) =>
    typeof example === 'string' ? { text: example } : example,
  );
  const parts = [
    `# ${rule.id}`,
    rule.summary.endsWith('.') ? rule.summary : `${rule.summary}.`,
    `By default ${LEVELS[rule.severity]}. ${languagesOf(rule)}`,
    `## Why\n\n${rule.why.trim()}`,
    `Evidence: ${GRADES[rule.evidence]}`,
  ];
  if (rule.limits) parts.push(`## Limits\n\n${rule.limits.trim()}`);
  if (rule.sources.length > 0) {
    const items = rule.sources.map(
      ({ title, url }) => `- ${url ? `[${escapeLinkText(title)}](${url})` : escapeLinkText(title)}`,
    );
    parts.push(`## Sources\n\n${items.join('\n')}`);
  }
  if (rule.examples.house)
    parts.push(`## With this house style\n\n\`\`\`yaml\n${stringify(rule.examples.house).trimEnd()}\n\`\`\``);
  if (caught.length > 0) parts.push(`## What it marks\n\n${caught.map(marked).join('\n\n')}`);
  if (rule.examples.pass.length > 0)
    parts.push(`## What it leaves alone\n\n${rule.examples.pass.map(block).join('\n\n')}`);
  parts.push(configuration(rule));
  return `${parts.join('\n\n')}\n`;
}

/** A page of the documentation: the rule's page with the way on from it. */
export function ruleDocument(rule: Rule): string {
  const kind = `\`${rule.check}\``;
  const nav = `[All rules](../README.md) · [How rules are written](../../rule-format.md); this one is of the kind ${kind}.`;
  return `${rulePage(rule)}\n---\n\n${nav} Nothing here is legal advice.\n`;
}

const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  nl: 'Dutch',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
};

function languagesOf({ languages }: Rule): string {
  if (languages.includes('*')) return 'It looks at text in any language.';
  const names = languages.map((code) => NAMES[code] ?? code);
  const [last = '', ...rest] = names.reverse();
  return `It looks at text in ${rest.length > 0 ? `${rest.reverse().join(', ')} and ${last}` : last}.`;
}

function marked(example: CatchExample): string {
  const fixed = typeof example.fixed === 'string' ? `\n\nbecomes\n\n${block(example.fixed)}` : '';
  return `${block(example.text)}${fixed}`;
}

/** Examples are drafts and may hold anything, so they stand in a fence longer than any inside. */
function block(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

function configuration(rule: Rule): string {
  const level = rule.severity === 'off' ? 'info' : 'off';
  return [
    `## Configure`,
    `${rule.severity === 'off' ? 'To turn it on' : 'To turn it off, or to give it another level'}, in \`.posting-lint.yml\`:`,
    `\`\`\`yaml\nrules:\n  ${rule.id}: ${level} # off, info, warning or error\n\`\`\``,
    'For one place in a draft, with the reason:',
    `\`\`\`html\n<!-- posting-lint-disable-next-line ${rule.id} -- the reason -->\n\`\`\``,
  ].join('\n\n');
}

function escapeLinkText(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}

/** The list of all rules, in Markdown, by category. */
export function ruleIndex(rules: readonly Rule[]): string {
  const categories = [...new Set(rules.map((rule) => rule.category))];
  const tables = categories.map((category) => {
    const rows = rules
      .filter((rule) => rule.category === category)
      .map(
        (rule) =>
          `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.summary.replaceAll('|', '\\|')} |`,
      );
    return `## ${category}\n\n| rule | level | marks |\n|---|---|---|\n${rows.join('\n')}`;
  });
  const levels = Object.values(LEVELS).map((text) => `- ${text}`);
  const grades = Object.values(GRADES).map((text) => `- ${text.replace(/^(\w+):/, '**$1**:')}`);
  return `${[
    '# Rules',
    `${rules.length} rules. Nothing here is legal advice.`,
    `A rule has a level:\n\n${levels.join('\n')}`,
    `Its page says how well it is supported, and what the evidence does not show:\n\n${grades.join('\n')}`,
    ...tables,
  ].join('\n\n')}\n`;
}
