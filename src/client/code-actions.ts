import { type CodeAction, CodeActionKind, commands, type Range, type TextDocument, workspace } from 'vscode';

const FIX_ALL = CodeActionKind.SourceFixAll.append('postingLint');

/** How often VS Code is asked again: it drops a request when another provider registers meanwhile. */
const ATTEMPTS = 3;

/** The one edit that makes every safe fix of a document; undefined when there is none to make. */
export async function fixAllAction(document: TextDocument): Promise<CodeAction | undefined> {
  const whole = document.validateRange(wholeRange(document));
  const [action] = await actions(document, whole, FIX_ALL);
  return action;
}

/** The quick fix with this title for the findings at a place. */
export async function quickFix(
  document: TextDocument,
  range: Range,
  title: string,
): Promise<CodeAction | undefined> {
  const found = await actions(document, range, CodeActionKind.QuickFix);
  return found.find((action) => action.title === title);
}

/** @returns whether the document changed */
export async function applyAction(action: CodeAction): Promise<boolean> {
  if (action.edit && !(await workspace.applyEdit(action.edit))) return false;
  if (action.command)
    await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  return true;
}

async function actions(document: TextDocument, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await Promise.resolve(
      commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind.value,
        // Resolved, so that each has its edit.
        50,
      ),
    ).catch(() => []);
    if (found.length > 0) return found;
  }
  return [];
}

function wholeRange(document: TextDocument): Range {
  return document.lineAt(0).range.union(document.lineAt(document.lineCount - 1).range);
}
