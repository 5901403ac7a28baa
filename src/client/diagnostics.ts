import { Diagnostic, DiagnosticSeverity, Range, Uri } from 'vscode';
import type { Diagnostic as LspDiagnostic, Range as LspRange } from 'vscode-languageserver-types';

/** A diagnostic of the protocol as one of VS Code. */
export function toDiagnostic(diagnostic: LspDiagnostic): Diagnostic {
  const { message, severity, source, code, codeDescription } = diagnostic;
  const result = new Diagnostic(toRange(diagnostic.range), String(message), toSeverity(severity));
  if (source !== undefined) result.source = source;
  if (code !== undefined)
    result.code = codeDescription ? { value: code, target: Uri.parse(codeDescription.href) } : code;
  return result;
}

export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The protocol counts from 1, VS Code from 0. */
function toSeverity(severity: LspDiagnostic['severity']): DiagnosticSeverity {
  return severity === undefined ? DiagnosticSeverity.Warning : ((severity - 1) as DiagnosticSeverity);
}
