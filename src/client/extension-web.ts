import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './app.ts';

// The types of a web worker's globals are not those of this project.
declare const Worker: new (script: string) => Worker;

/** Called by VS Code in the browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/server-web.js').toString(true);
  activateWith(context, (id, name, options) => new LanguageClient(id, name, new Worker(script), options));
}
