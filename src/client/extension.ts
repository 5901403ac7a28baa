import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './app.ts';

/** Called by VS Code on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist/server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  activateWith(context, (id, name, options) => new LanguageClient(id, name, { run, debug: run }, options));
}
