import { commands, languages, type QuickPickItem, ViewColumn, window, workspace } from 'vscode';
import { RULES } from '../../protocol/index.ts';
import { t } from '../localize.ts';
import { pageOfRule } from '../rule-links.ts';
import type { Server } from '../server.ts';

/**
 * Shows a rule's page.
 *
 * @param rule - its id; otherwise the person chooses, those at the cursor first
 */
export async function explainRule(server: Server, rule: unknown): Promise<void> {
  const id = typeof rule === 'string' ? rule : await chooseRule(server);
  if (id === undefined) return;
  const page = pageOfRule(id);
  const document = await workspace.openTextDocument(page);
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    // The preview is an extension of its own, which can be turned off; the page reads well as text, too.
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside });
  }
}

async function chooseRule(server: Server): Promise<string | undefined> {
  const here = rulesAtCursor();
  const uri = window.activeTextEditor?.document.uri.toString();
  const rules = await server.request(RULES, uri === undefined ? {} : { uri });
  const items: QuickPickItem[] = rules
    .map(({ id, summary, level }) => ({ label: id, detail: summary, description: levelName(level) }))
    .sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)) || (a.label < b.label ? -1 : 1));
  const picked = await window.showQuickPick(items, {
    title: t('Explain a rule'),
    placeHolder: t('Which rule?'),
    matchOnDetail: true,
  });
  return picked?.label;
}

function rulesAtCursor(): Set<string> {
  const editor = window.activeTextEditor;
  const found = editor
    ? languages
        .getDiagnostics(editor.document.uri)
        .filter(({ range }) => range.contains(editor.selection.active))
    : [];
  return new Set(
    found.flatMap(({ code, source }) =>
      source === 'posting-lint' && typeof code === 'object' ? [String(code.value)] : [],
    ),
  );
}

function levelName(level: string): string {
  switch (level) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'info':
      return t('advice');
    default:
      return t('off');
  }
}
