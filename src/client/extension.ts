import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateWith } from './app.ts';
import { openProcess } from './server-process.ts';

/** Called by VS Code on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  return activateWith(context, async (id, name, options) => {
    const { loadLanguageClient } = await import('./extension-web.ts');
    const { LanguageClient } = await loadLanguageClient();
    return new LanguageClient(id, name, () => openProcess(module, options.outputChannel), options);
  });
}
