import { insertSection } from '../checks/sections/insert.ts';
import { CATEGORY_NAMES, SECTION_NAMES } from '../contract/names.ts';
import { CATEGORIES, type Category, type ReportFinding, type Severity } from '../contract/report.ts';
import type { FindingEntry, FindingGroup, PostingReport, SectionEntry } from '../protocol/report.ts';
import { activeRules, type LintedDocument } from './document.ts';
import { metricsOf } from './metrics.ts';
import { toRange } from './positions.ts';
import { sectionRules } from './templates.ts';

const LONGEST_EXCERPT = 80;

/** All that the report view shows of a document. */
export function postingReport(document: LintedDocument): PostingReport {
  const { posting, report } = document;
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) counts[severity]++;
  const groups: FindingGroup[] = CATEGORIES.flatMap((category) => group(document, category));
  return {
    uri: document.uri,
    version: document.version,
    title: titleOf(document),
    format: posting.format,
    language: posting.language,
    counts,
    sections: sections(document),
    groups,
    metrics: metricsOf(posting, document.linter),
  };
}

function titleOf({ posting }: LintedDocument): string | null {
  const block = posting.blocks.find(({ title }) => title);
  const field = posting.frontMatter?.values.find(({ key }) => key === 'title');
  return (block?.text ?? field?.value ?? '').replace(/\s+/g, ' ').trim() || null;
}

function sections(document: LintedDocument): SectionEntry[] {
  const { posting, report, linter } = document;
  const rules = sectionRules(linter);
  const order = Object.fromEntries(rules.map(({ section, template }) => [section, template.order]));
  return rules.map((rule): SectionEntry => {
    const { section } = rule;
    const level = activeRules(linter).get(rule.id)?.level ?? 'off';
    const base = { kind: section, name: SECTION_NAMES[section], rule: rule.id, level };
    const info = report.sections[section];
    if (info.present)
      return { ...base, state: 'present', evidence: info.evidence, range: toRange(info.range) };
    const begun = posting.blocks.find(
      (block) => block.kind === 'heading' && !block.title && block.section === section,
    );
    if (begun) return { ...base, state: 'empty', range: document.positions.range(begun.source) };
    if (posting.language !== 'en') return { ...base, state: 'missing' };
    const { span, text } = insertSection(posting, rule.template, order);
    return {
      ...base,
      state: 'missing',
      insert: [{ range: document.positions.range(span), newText: text }],
    };
  });
}

function group(document: LintedDocument, category: Category): FindingGroup[] {
  if (category === 'sections') return [];
  const findings = document.findings.filter((finding) => finding.category === category);
  if (findings.length === 0) return [];
  return [
    {
      category,
      name: CATEGORY_NAMES[category],
      findings: findings.map((finding) => entry(document, finding)),
    },
  ];
}

function entry({ text }: LintedDocument, finding: ReportFinding): FindingEntry {
  const { start, end } = finding.range;
  const [fix] = finding.fixes;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: toRange(finding.range),
    excerpt: shorten(text.slice(start.offset, end.offset).replace(/\s+/g, ' ').trim()),
    ...(fix ? { fix: fix.title } : {}),
  };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const half = LONGEST_EXCERPT >> 1;
  return `${text.slice(0, half).trimEnd()} … ${text.slice(-half).trimStart()}`;
}
