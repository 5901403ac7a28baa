import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { ConfigMistake } from '../config/index.ts';
import { SOURCE } from './diagnostics.ts';
import { Positions } from './positions.ts';

/**
 * The mistakes of configurations, by the file they stand in.
 *
 * @param textOf - the text of a file, for ranges; without it, a mistake stands on its first character
 */
export function configDiagnostics(
  mistakes: readonly ConfigMistake[],
  textOf: (file: string) => string | undefined,
): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  const positions = new Map<string, Positions | undefined>();
  for (const { file, line, column, span, message } of mistakes) {
    if (!positions.has(file)) {
      const text = textOf(file);
      positions.set(file, text === undefined ? undefined : new Positions(text));
    }
    const start = { line: line - 1, character: column - 1 };
    const range = positions.get(file)?.range(span) ?? {
      start,
      end: { line: start.line, character: start.character + 1 },
    };
    const diagnostics = byFile.get(file) ?? [];
    diagnostics.push({
      range,
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      code: 'configuration',
      message,
    });
    byFile.set(file, diagnostics);
  }
  return byFile;
}
