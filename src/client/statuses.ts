import { commands, type Disposable, EventEmitter, type TextDocument, window, workspace } from 'vscode';
import type { DocumentStatus } from '../protocol/index.ts';
import type { Server } from './server.ts';

/** What the server last said of each open document; and of the one in the active editor as the context key `postingLint.active`. */
export class Statuses implements Disposable {
  readonly #byUri = new Map<string, DocumentStatus>();
  readonly #onChange = new EventEmitter<DocumentStatus | undefined>();
  readonly #listening: Disposable[];

  /** The active editor's document has a new status, or another editor is active. */
  readonly onChange = this.#onChange.event;

  constructor(server: Server) {
    this.#listening = [
      server.onStatus((status) => {
        this.#byUri.set(status.uri, status);
        if (status.uri === window.activeTextEditor?.document.uri.toString()) this.#changed();
      }),
      window.onDidChangeActiveTextEditor(() => this.#changed()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#byUri.delete(uri.toString())),
    ];
    this.#changed();
  }

  of(document: TextDocument): DocumentStatus | undefined {
    return this.#byUri.get(document.uri.toString());
  }

  get active(): DocumentStatus | undefined {
    const document = window.activeTextEditor?.document;
    return document && this.of(document);
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.#onChange.dispose();
  }

  #changed(): void {
    void commands.executeCommand('setContext', 'postingLint.active', this.active?.state === 'checked');
    this.#onChange.fire(this.active);
  }
}
