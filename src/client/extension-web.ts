import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateWith } from './app.ts';

// The types of a web worker's globals are not those of this project.
declare const Worker: new (script: string) => Worker;

/** Called by VS Code in the browser: the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/server-web.js').toString(true);
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient(id, name, new Worker(script), options);
  });
}
