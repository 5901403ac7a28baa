import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { CONFIG_NAMES } from '../config/index.ts';
import { pathOf } from '../service/index.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Server } from './server.ts';

const WATCHED: FileSystemWatcher[] = [
  { globPattern: '**/.posting-lint.{yml,yaml,json}' },
  // What configurations extend goes by any name; ours is the one that is usual.
  { globPattern: '**/*posting-lint*.{yml,yaml,json}' },
  { globPattern: '**/package.json' },
  // Texts and rules that configurations name.
  { globPattern: '**/*.{yml,yaml,md,txt}' },
];

/** Notices when configurations change, on disk or in the editor. */
export class ConfigWatch {
  readonly #server: Server;
  readonly #diagnostics: Diagnostics;

  constructor(server: Server, diagnostics: Diagnostics) {
    this.#server = server;
    this.#diagnostics = diagnostics;
    const { documents } = server.workspace;
    documents.onDidChangeContent(({ document }) => this.#edited(document.uri));
    documents.onDidClose(({ document }) => this.#edited(document.uri));
    documents.onDidSave(({ document }) => {
      // Without news of files, saving anything is when to look again.
      if (!this.#server.client().watchesFiles || this.#isUsed(document.uri)) this.changed();
    });
    documents.onDidOpen(() => {
      if (!this.#server.client().watchesFiles) this.#server.workspace.configurations.forget();
    });
  }

  async start(): Promise<void> {
    const { connection, client } = this.#server;
    if (!client().watchesFiles) return;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED });
  }

  filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) if (type === FileChangeType.Deleted) this.#diagnostics.deleted(uri);
    if (changes.some(({ uri }) => /\.(?:ya?ml|json)$/i.test(uri) || this.#isUsed(uri))) this.changed();
  }

  /** Everything that depends on a configuration is to be looked at again. */
  changed(): void {
    this.#server.workspace.configurations.forget();
    this.#diagnostics.refresh();
  }

  #edited(uri: string): void {
    if (this.#isUsed(uri)) this.changed();
  }

  #isUsed(uri: string): boolean {
    return isConfig(uri) || this.#server.workspace.configurations.uses(pathOf(uri));
  }
}

function isConfig(uri: string): boolean {
  const path = pathOf(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    (CONFIG_NAMES as readonly string[]).includes(name) || /posting-lint[^/]*\.(?:ya?ml|json)$/.test(name)
  );
}
