import { type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import { type PostingTemplate, TEMPLATES } from '../../protocol/index.ts';
import { t } from '../localize.ts';
import type { Services } from './index.ts';

/** Opens an unsaved posting from a template, with the places to fill in as stops. */
export async function newPosting({ server, chosen }: Services): Promise<void> {
  const templates = await server.request(TEMPLATES, {});
  const items = templates.map((template): QuickPickItem & { template: PostingTemplate } => ({
    label: template.title,
    detail: template.description,
    template,
  }));
  const picked = await window.showQuickPick(items, {
    title: t('New job posting'),
    placeHolder: t('Start from …'),
    matchOnDetail: true,
  });
  if (!picked) return;
  const { languageId, snippet } = picked.template;
  const document = await workspace.openTextDocument({ language: languageId });
  const editor = await window.showTextDocument(document);
  await chosen.set(document.uri, true);
  await editor.insertSnippet(new SnippetString(snippet));
}
