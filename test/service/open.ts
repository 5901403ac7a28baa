import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { createLinter, DEFAULT_CONFIG, type LinterConfig } from '../../src/lint/index.ts';
import { type LintedDocument, lintDocument } from '../../src/service/index.ts';

const linter = createLinter(DEFAULT_CONFIG);

/** A document that was opened and linted. */
export function open(text: string, name = 'draft.md', config?: Partial<LinterConfig>): LintedDocument {
  const languageId = name.endsWith('.md') ? 'markdown' : name.endsWith('.html') ? 'html' : 'plaintext';
  const source = { uri: `file:///jobs/${name}`, path: `/jobs/${name}`, version: 1, languageId, text };
  return lintDocument(source, config ? createLinter({ ...DEFAULT_CONFIG, ...config }) : linter);
}

/** The text without `|`, and the position that it stood at. */
export function atCursor(marked: string): {
  text: string;
  position: { line: number; character: number };
} {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  return {
    text: marked.slice(0, offset) + marked.slice(offset + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** The text as an editor that knows nothing of us makes it. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'x', 1, text), [...edits]);
}

/** The edits of an action in its own document; snippets as if every place were left as it is. */
export function editsOf(action: CodeAction, uri: string): TextEdit[] {
  const { changes, documentChanges = [] } = action.edit ?? {};
  const versioned = documentChanges.flatMap((change) => ('edits' in change ? change.edits : []));
  return [
    ...(changes?.[uri] ?? []),
    ...versioned.map((edit) =>
      'snippet' in edit
        ? { range: edit.range, newText: edit.snippet.value.replace(/\$\{\d+:([^}]*)\}/g, '$1') }
        : edit,
    ),
  ];
}
