import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateWith } from './app.ts';

/** Called by VS Code on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): Api {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  return activateWith(context, async (id, name, options) => {
    // Only once there is a posting: loading it takes longer than all the rest of the start.
    const { LanguageClient, TransportKind } = await import('./language-client.ts');
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(id, name, { run, debug: run }, options);
  });
}
