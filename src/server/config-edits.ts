import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { joinPath } from '../config/paths.ts';
import { type ConfigChange, editConfig, newConfig, Positions, pathOf, uriOf } from '../service/index.ts';
import type { Server } from './server.ts';

/** What an action that changes a configuration carries until it is chosen. */
export interface ConfigActionData {
  uri: string;
  change: ConfigChange;
}

/** The configuration that an action would change. */
interface Target {
  path: string;
  /** For titles. */
  name: string;
  exists: boolean;
}

const NEW_NAME = '.posting-lint.yml';

/** Writes what is chosen in an editor into the configuration. */
export class ConfigEdits {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** The nearest configuration of a document; where there is none, a new one in its workspace folder. */
  async targetFor(uri: string): Promise<Target | undefined> {
    const { workspace, client } = this.#server;
    const setup = await workspace.setup(uri, await workspace.settings(uri));
    const path = setup.kind === 'linter' ? setup.config : undefined;
    if (path !== undefined) return { path, name: path.slice(path.lastIndexOf('/') + 1), exists: true };
    if (setup.kind !== 'linter' || !client().createsFiles || !client().versionedEdits) return undefined;
    const folder = workspace.folderOf(uri) ?? folderOfFile(pathOf(uri));
    return folder === undefined
      ? undefined
      : { path: joinPath(folder, NEW_NAME), name: NEW_NAME, exists: false };
  }

  /** Puts in the edit of an action that has none yet. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const data = action.data as ConfigActionData | undefined;
    if (action.edit || !data?.change) return action;
    const target = await this.targetFor(data.uri);
    const edit = target && (await this.#edit(target, data.change));
    return edit ? { ...action, edit } : action;
  }

  async #edit({ path, exists }: Target, change: ConfigChange): Promise<WorkspaceEdit | undefined> {
    const { workspace, client } = this.#server;
    const uri = uriOf(path);
    // It may have gone a moment ago.
    const text = exists ? await workspace.read(path) : undefined;
    if (text === undefined) {
      if (!client().createsFiles || !client().versionedEdits) return undefined;
      const start = { line: 0, character: 0 };
      const fill: TextDocumentEdit = {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: newConfig(change) }],
      };
      return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, fill] };
    }
    const edit = editConfig(path, text, change);
    if (!edit) return undefined;
    const edits = [{ range: new Positions(text).range(edit.span), newText: edit.text }];
    if (!client().versionedEdits) return { changes: { [uri]: edits } };
    const version = workspace.documents.get(uri)?.version ?? null;
    return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  }
}

/** The folder of a document with a file; an unsaved one has none. */
function folderOfFile(path: string): string | undefined {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : undefined;
}
