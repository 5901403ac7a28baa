import { type QuickPickItem, QuickPickItemKind, SnippetString, window, workspace } from 'vscode';
import { type PostingTemplate, TEMPLATES } from '../../protocol/index.ts';
import { houseTemplates } from '../house-templates.ts';
import { t } from '../localize.ts';
import type { Services } from './index.ts';

type Item = QuickPickItem & { template?: PostingTemplate };

/** Opens an unsaved posting from a template, the house's or ours, with the places to fill in as stops. */
export async function newPosting({ server, chosen }: Services): Promise<void> {
  const [house, ours] = await Promise.all([houseTemplates(), server.request(TEMPLATES, {})]);
  const items: Item[] = [...group(t('Templates of this workspace'), house), ...group('Posting Lint', ours)];
  const picked = await window.showQuickPick(items, {
    title: t('New job posting'),
    placeHolder: t('Start from …'),
    matchOnDetail: true,
  });
  if (!picked?.template) return;
  const { languageId, snippet } = picked.template;
  const document = await workspace.openTextDocument({ language: languageId });
  const editor = await window.showTextDocument(document);
  await chosen.set(document.uri, true);
  await editor.insertSnippet(new SnippetString(snippet));
}

function group(label: string, templates: readonly PostingTemplate[]): Item[] {
  if (templates.length === 0) return [];
  const items = templates.map((template) => ({
    label: template.title,
    detail: template.description,
    template,
  }));
  return [{ label, kind: QuickPickItemKind.Separator }, ...items];
}
