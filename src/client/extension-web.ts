import { type ExtensionContext, Uri } from 'vscode';
import { type Api, activateWith } from './app.ts';
import type { Channel } from './language-client.ts';

// The types of a web worker's globals are not those of this project.
declare const Worker: new (script: string) => Channel;

/** Called by VS Code in the browser: the server is a worker. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/server-web.js').toString(true);
  return activateWith(context, async (id, name, options) => {
    const { LanguageClient } = await loadLanguageClient();
    return new LanguageClient(id, name, () => new Worker(script), options);
  });
}

/**
 * The library that talks to the server is ten times as large as the rest of the extension, and needed only once there is a
 * posting. The package holds it once, in this entry, because a web worker can load no second file; the entry for Node takes
 * it from here.
 */
export function loadLanguageClient() {
  return import('./language-client.ts');
}
