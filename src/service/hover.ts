import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { gradeText } from '../catalog/rule-page.ts';
import type { ReportFinding } from '../contract/report.ts';
import type { Rule } from '../contract/rule.ts';
import { docsAddress } from './diagnostics.ts';
import { type LintedDocument, ruleOf } from './document.ts';
import { toRange, touches } from './positions.ts';

/** More at one place than this are named, not explained. */
const MOST_EXPLAINED = 3;

/**
 * What is said about a place: what, why, how strong the evidence is, what else could be written, and where it comes from.
 *
 * @param docs - what the address of a rule's page starts with
 * @param markdown - whether the client shows Markdown
 */
export function hoverAt(
  document: LintedDocument,
  position: Position,
  docs: string,
  markdown: boolean,
): Hover | undefined {
  const at = { start: position, end: position };
  const findings = document.findings.filter((finding) => touches(toRange(finding.range), at));
  const [first] = findings;
  if (!first) return undefined;
  // What is missing all stands on the title; there, one line each will do.
  const brief = findings.filter(({ category }) => category === 'sections' && findings.length > 1);
  const full = findings.filter((finding) => !brief.includes(finding));
  const explained = full.slice(0, MOST_EXPLAINED);
  const named = [...full.slice(MOST_EXPLAINED), ...brief];
  const write = markdown ? inMarkdown : inText;
  const parts = explained.flatMap((finding) => {
    const rule = ruleOf(document.linter, finding.rule);
    return rule ? [write(finding, rule, docsAddress(docs, rule.id))] : [];
  });
  if (named.length > 0) parts.push(named.map(({ message }) => `- ${message}`).join('\n'));
  const separator = markdown ? '\n\n---\n\n' : '\n\n';
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: parts.join(separator) }, range: toRange(first.range) };
}

function inMarkdown(finding: ReportFinding, rule: Rule, address: string): string {
  const parts = [`**${escapeMarkdown(rule.summary)}**`, escapeMarkdown(rule.why.trim())];
  const titles = finding.fixes.map(({ title }) => title);
  if (titles.length > 0) parts.push(titles.map((title) => `- ${escapeMarkdown(title)}`).join('\n'));
  parts.push(`*${escapeMarkdown(gradeText(rule.evidence))}*`);
  if (rule.limits) parts.push(`Limits: ${escapeMarkdown(rule.limits.trim())}`);
  if (rule.sources.length > 0) {
    const links = rule.sources.map(({ title, url }) =>
      url ? `[${escapeMarkdown(title)}](<${url}>)` : escapeMarkdown(title),
    );
    parts.push(`Sources: ${links.join(' · ')}`);
  }
  parts.push(`[${rule.id}](<${address}>)`);
  return parts.join('\n\n');
}

function inText(finding: ReportFinding, rule: Rule, address: string): string {
  const parts = [rule.summary, rule.why.trim()];
  const titles = finding.fixes.map(({ title }) => `- ${title}`);
  if (titles.length > 0) parts.push(titles.join('\n'));
  parts.push(gradeText(rule.evidence));
  if (rule.limits) parts.push(`Limits: ${rule.limits.trim()}`);
  const sources = rule.sources.map(({ title, url }) => (url ? `${title}, ${url}` : title));
  if (sources.length > 0) parts.push(`Sources: ${sources.join('; ')}`);
  parts.push(`${rule.id}: ${address}`);
  return parts.join('\n\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
