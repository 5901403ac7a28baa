import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type DocumentStatus,
  type InitializationOptions,
  LANGUAGES,
  type Message,
  READ_FILE,
  STATUS,
} from '../protocol/index.ts';
import { readText } from './read-text.ts';
import { linkToCommands, RULE_PAGES } from './rule-links.ts';

export type CreateClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => Promise<BaseLanguageClient>;

/**
 * Schemes of documents that a person writes. Others (outputs, sides of a comparison, chat) are left alone: an output
 * channel is plain text as well, and checking it would write to it again.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'tmp'];

/** The language server: started once, when it is first needed. */
export class Server implements Disposable {
  readonly #create: CreateClient;
  readonly #output: LogOutputChannel;
  readonly #onStatus = new EventEmitter<DocumentStatus>();
  readonly #onStart = new EventEmitter<void>();
  #client: Promise<BaseLanguageClient> | undefined;

  constructor(create: CreateClient, output: LogOutputChannel) {
    this.#create = create;
    this.#output = output;
  }

  /** After each look of the server at an open document. */
  readonly onStatus = this.#onStatus.event;
  /** Once, when the server can be asked. */
  readonly onStart = this.#onStart.event;

  get started(): boolean {
    return this.#client !== undefined;
  }

  /** Resolves when the server can be asked; rejects when it cannot be started. */
  async start(): Promise<void> {
    await this.#ready();
  }

  async request<P, R>(message: Message<P, R>, params: P, token?: CancellationToken): Promise<R> {
    const client = await this.#ready();
    return client.sendRequest<R>(message.method, params, token);
  }

  async notify<P>(message: Message<P>, params: P): Promise<void> {
    const client = await this.#ready();
    await client.sendNotification(message.method, params);
  }

  dispose(): void {
    this.#onStatus.dispose();
    this.#onStart.dispose();
    // One that never came up has nothing to be stopped.
    this.#client?.then((client) => client.dispose()).catch(() => undefined);
  }

  #ready(): Promise<BaseLanguageClient> {
    this.#client ??= this.#launch().catch((error: unknown) => {
      this.#client = undefined;
      this.#output.error(error instanceof Error ? error : String(error));
      throw error;
    });
    return this.#client;
  }

  async #launch(): Promise<BaseLanguageClient> {
    const initializationOptions: InitializationOptions = { docs: RULE_PAGES, readFile: true, status: true };
    const client = await this.#create('postingLint', 'Posting Lint', {
      documentSelector: selector(),
      initializationOptions,
      outputChannel: this.#output,
      traceOutputChannel: this.#output,
      diagnosticPullOptions: { onChange: true, onFocus: true },
      markdown: { isTrusted: { enabledCommands: ['postingLint.explainRule'] } },
      middleware: {
        provideHover: async (document, position, token, next) =>
          linkToCommands(await next(document, position, token)),
      },
    });
    client.onNotification(STATUS.method, (status: DocumentStatus) => this.#onStatus.fire(status));
    client.onRequest(READ_FILE.method, ({ uri }: { uri: string }) => readText(uri));
    await client.start();
    this.#onStart.fire();
    return client;
  }
}

function selector(): { language: string; scheme: string }[] {
  const schemes = new Set([...SCHEMES, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => LANGUAGES.map((language) => ({ language, scheme })));
}

/** Whether the server would look at such a document at all. */
export function isWritable(document: { languageId: string; uri: { scheme: string } }): boolean {
  return selector().some(
    ({ language, scheme }) => language === document.languageId && scheme === document.uri.scheme,
  );
}
