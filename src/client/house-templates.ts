import { type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { DEFAULT_TEMPLATES, type PostingTemplate, SETTINGS_SECTION } from '../protocol/index.ts';
import { toSnippet } from '../service/snippets.ts';
import { findFiles } from './find-files.ts';
import { readText } from './read-text.ts';

/** Templates of a house, by the setting of each folder; those that cannot be read are left out. */
export async function houseTemplates(): Promise<PostingTemplate[]> {
  const templates: PostingTemplate[] = [];
  for (const folder of workspace.workspaceFolders ?? [])
    for (const uri of await templateFiles(folder)) {
      const { text } = await readText(uri.toString()).catch(() => ({ text: null }));
      if (text !== null) templates.push(templateOf(uri, text));
    }
  return templates;
}

async function templateFiles(folder: WorkspaceFolder): Promise<Uri[]> {
  const patterns = workspace
    .getConfiguration(SETTINGS_SECTION, folder)
    .get<string[]>('templates', [...DEFAULT_TEMPLATES]);
  const found = new Map<string, Uri>();
  for (const pattern of patterns)
    for (const uri of await findFiles(folder, pattern)) found.set(uri.toString(), uri);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function templateOf(uri: Uri, text: string): PostingTemplate {
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const [name = file] = file.split('.');
  const [, extension = ''] = /\.(\w+)$/.exec(file.toLowerCase()) ?? [];
  return {
    id: uri.toString(),
    title: name.replace(/[-_]+/g, ' ').trim(),
    description: workspace.asRelativePath(uri),
    languageId: extension === 'txt' ? 'plaintext' : extension.startsWith('htm') ? 'html' : 'markdown',
    text,
    snippet: toSnippet(text),
  };
}
