import { type Diagnostic, DiagnosticSeverity, type TextEdit } from 'vscode-languageserver-types';
import type { ReportFinding, Safety, Severity } from '../contract/report.ts';
import type { LintedDocument } from './document.ts';
import { toRange, toTextEdit } from './positions.ts';

export const SOURCE = 'posting-lint';

export const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What a diagnostic carries for those who want to act on it without asking again. */
export interface DiagnosticData {
  /** Best first; edits are for the version of the document that the diagnostic is for. */
  fixes: { title: string; safety: Safety; edits: TextEdit[] }[];
}

/**
 * The findings of a document, in the order of the text.
 *
 * @param docs - what the address of a rule's page starts with
 */
export function diagnosticsOf(document: LintedDocument, docs: string): Diagnostic[] {
  return document.findings.map((finding) => toDiagnostic(finding, docs));
}

export function toDiagnostic(finding: ReportFinding, docs: string): Diagnostic {
  const data: DiagnosticData = {
    fixes: finding.fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map(toTextEdit) })),
  };
  return {
    range: toRange(finding.range),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: docsAddress(docs, finding.rule) },
    source: SOURCE,
    message: finding.message,
    data,
  };
}

/** The address of a rule's page. */
export function docsAddress(docs: string, rule: string): string {
  return `${docs}${rule}.md`;
}
