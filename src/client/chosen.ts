import { type Disposable, type Memento, Uri, workspace } from 'vscode';
import { SET_POSTING } from '../protocol/index.ts';
import type { Server } from './server.ts';

const KEY = 'chosen';

/**
 * Documents of which a person said whether they are postings. Kept with the workspace, so that it need not be said
 * again; what has not been saved is forgotten when it closes.
 */
export class Chosen implements Disposable {
  readonly #state: Memento;
  readonly #server: Server;
  readonly #chosen: Map<string, boolean>;
  readonly #listening: Disposable[];

  constructor(state: Memento, server: Server) {
    this.#state = state;
    this.#server = server;
    this.#chosen = new Map(Object.entries(state.get<Record<string, boolean>>(KEY, {})));
    this.#listening = [
      server.onStart(() => {
        for (const [uri, posting] of this.#chosen) void server.notify(SET_POSTING, { uri, posting });
      }),
      // The server forgets it with the document.
      workspace.onDidOpenTextDocument(({ uri }) => {
        const posting = this.#chosen.get(uri.toString());
        if (posting !== undefined && server.started)
          void server.notify(SET_POSTING, { uri: uri.toString(), posting });
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === 'untitled') this.#chosen.delete(uri.toString());
      }),
    ];
  }

  /** Whether a person said that it is a posting. */
  has(uri: Uri): boolean {
    return this.#chosen.get(uri.toString()) === true;
  }

  async set(uri: Uri, posting: boolean): Promise<void> {
    // Known before the server starts, so that it hears of it with the rest.
    this.#chosen.set(uri.toString(), posting);
    const kept = [...this.#chosen].filter(([key]) => Uri.parse(key).scheme !== 'untitled');
    await this.#state.update(KEY, Object.fromEntries(kept));
    await this.#server.notify(SET_POSTING, { uri: uri.toString(), posting });
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
  }
}
