import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigMistake, Files } from '../config/index.ts';
import type { Linter } from '../lint/index.ts';
import { type DocumentState, READ_FILE } from '../protocol/requests.ts';
import { SETTINGS_SECTION, type Settings } from '../protocol/settings.ts';
import { type DocumentSource, formatOf } from '../service/document.ts';
import {
  declaresPosting,
  isPosting,
  LintedDocument,
  lintDocument,
  pathOf,
  readSettings,
  uriOf,
} from '../service/index.ts';
import type { Client } from './client.ts';
import { Configurations, type Setup } from './configurations.ts';
import type { Host } from './host.ts';
import { inSlices, type Stop } from './slices.ts';

/** What a look at a document gave. */
export interface Look {
  state: DocumentState;
  /** The path of the configuration that counts. */
  config: string | undefined;
  /** All files that it was put together from. */
  sources: readonly string[];
  mistakes: readonly ConfigMistake[];
  linted: LintedDocument | undefined;
}

/** From this length on (UTF-16 code units) a document is linted in slices, when its writer pauses. */
const LARGE = 1_000_000;
const PAUSE = 500;

/** The open documents, their settings and configurations, and what was last found in them. */
export class Workspace {
  readonly documents = new TextDocuments(TextDocument);
  readonly configurations: Configurations;
  readonly files: Files;
  folders: WorkspaceFolder[] = [];
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #client: () => Client;
  /** What a person said of a document. */
  readonly #said = new Map<string, boolean>();
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #last = new Map<string, LintedDocument>();
  /** Long documents that are being linted. */
  readonly #running = new Map<string, { version: number; linter: Linter; result: Promise<LintedDocument> }>();
  #globalSettings: Settings = readSettings(undefined);

  constructor(connection: Connection, host: Host, client: () => Client) {
    this.#connection = connection;
    this.#host = host;
    this.#client = client;
    this.files = {
      read: (path) => this.read(path),
      ...(host.list && { list: (path: string) => this.#list(path) }),
    };
    this.configurations = new Configurations(this.files, () => host.today());
  }

  /** A file's text: as it stands in the editor when it is open there. */
  async read(path: string): Promise<string | undefined> {
    const open = this.openText(path);
    if (open !== undefined) return open;
    if (this.#host.canRead(path)) return this.#host.read(path);
    if (!this.#client().options.readFile) return undefined;
    const params = { uri: uriOf(path) };
    const answer: { text: string | null } = await this.#connection.sendRequest(READ_FILE.method, params);
    return answer.text ?? undefined;
  }

  /** @throws where only the client can look into folders */
  async #list(path: string): Promise<readonly string[] | undefined> {
    if (!this.#host.canRead(path)) throw new Error('folders cannot be looked into here; name its files');
    return this.#host.list?.(path);
  }

  openText(path: string): string | undefined {
    return (
      this.documents.get(uriOf(path)) ?? this.documents.all().find(({ uri }) => pathOf(uri) === path)
    )?.getText();
  }

  setGlobalSettings(sent: unknown): void {
    this.#globalSettings = readSettings(sent);
    this.#settings.clear();
  }

  forgetSettings(): void {
    this.#settings.clear();
  }

  say(uri: string, posting: boolean | null): void {
    if (posting === null) this.#said.delete(uri);
    else this.#said.set(uri, posting);
  }

  close(uri: string): void {
    this.#said.delete(uri);
    this.#settings.delete(uri);
    this.#last.delete(uri);
  }

  settings(uri: string): Promise<Settings> {
    if (!this.#client().answersConfiguration) return Promise.resolve(this.#globalSettings);
    let settings = this.#settings.get(uri);
    if (!settings) {
      settings = this.#connection.workspace
        .getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
        .then((sent: unknown) => readSettings(sent, this.#globalSettings))
        .catch(() => this.#globalSettings);
      this.#settings.set(uri, settings);
    }
    return settings;
  }

  /** The path of the workspace folder that a document stands in: the innermost one; of an unsaved one the first. */
  folderOf(uri: string): string | undefined {
    const path = pathOf(uri);
    const paths = this.folders.map((folder) => pathOf(folder.uri).replace(/\/$/, ''));
    const around = paths.filter((folder) => path.startsWith(`${folder}/`));
    if (around.length > 0) return around.reduce((a, b) => (b.length > a.length ? b : a));
    return isUnsaved(uri) ? paths[0] : undefined;
  }

  /**
   * Looks at an open document; the same version under the same configuration is looked at once.
   *
   * @throws {ResponseError} when cancelled
   */
  async look(document: TextDocument, token?: CancellationToken): Promise<Look> {
    const { uri, version, languageId } = document;
    const source = { uri, version, languageId, text: document.getText(), path: pathOf(uri) };
    return this.lookAt(source, this.#said.get(uri), {
      token,
      latest: () => this.documents.get(uri)?.version === version,
    });
  }

  /**
   * Looks at any text.
   *
   * @param said - what a person said of whether it is a posting
   */
  async lookAt(
    source: DocumentSource,
    said: boolean | undefined,
    { token, latest = () => true }: { token?: CancellationToken | undefined; latest?: () => boolean } = {},
  ): Promise<Look> {
    const { uri, text } = source;
    const nothing = { config: undefined, sources: [], mistakes: [], linted: undefined };
    const settings = await this.settings(uri);
    refuseIfCancelled(token);
    if (!settings.enable) return { state: 'off', ...nothing };
    const folder = this.folderOf(uri);
    if (
      !(said ?? (isPosting(source.path, text, settings, folder) || (isUnsaved(uri) && declaresPosting(text))))
    )
      return { state: 'not-a-posting', ...nothing };
    const setup = await this.setup(uri, settings);
    refuseIfCancelled(token);
    if (setup.kind === 'broken') return { ...nothing, state: 'config-error', mistakes: setup.mistakes };
    // A person's word outweighs the list of files to leave out.
    if (setup.kind === 'ignored')
      return { ...nothing, state: 'ignored', config: setup.config, sources: setup.sources };
    const linted = await this.#lint(source, setup.linter, latest);
    refuseIfCancelled(token);
    return { ...nothing, state: 'checked', config: setup.config, sources: setup.sources, linted };
  }

  /** What holds for a document; unsaved ones are as good as new files of their folder. */
  setup(uri: string, settings: Settings): Promise<Setup> {
    const folder = this.folderOf(uri);
    const path = isUnsaved(uri) ? `${folder ?? ''}/untitled.md` : pathOf(uri);
    return this.configurations.forFile(path, settings, folder);
  }

  async #lint(source: DocumentSource, linter: Linter, latest: () => boolean): Promise<LintedDocument> {
    const { uri, version, text } = source;
    const last = this.#last.get(uri);
    if (last?.version === version && last.linter === linter && last.text === text) return last;
    const linted =
      text.length < LARGE ? lintDocument(source, linter) : await this.#lintInTime(source, linter, latest);
    if (this.documents.get(uri)) this.#last.set(uri, linted);
    return linted;
  }

  /**
   * Lints a very long document when its writer pauses. What is asked about one version is answered by one lint: an
   * editor asks for diagnostics, symbols and actions all at once.
   *
   * @throws {ResponseError} when the document has changed meanwhile
   */
  #lintInTime(source: DocumentSource, linter: Linter, latest: () => boolean): Promise<LintedDocument> {
    const { uri, version, text, path } = source;
    const running = this.#running.get(uri);
    if (running?.version === version && running.linter === linter) return running.result;
    const work = async () => {
      const stop: Stop = {
        get stopped() {
          return !latest();
        },
      };
      await pause(PAUSE);
      const steps = linter.steps(text, { path, format: formatOf(source) });
      const analysis = stop.stopped ? undefined : await inSlices(steps, stop);
      if (!analysis) throw cancelled();
      return new LintedDocument(source, linter, analysis);
    };
    const result = work().finally(() => {
      if (this.#running.get(uri)?.result === result) this.#running.delete(uri);
    });
    this.#running.set(uri, { version, linter, result });
    return result;
  }
}

/** Documents without a file: of VS Code, and of editors that give new buffers an empty path. */
export function isUnsaved(uri: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:\/\//i.test(uri) || /^file:\/\/\/?$/.test(uri);
}

function refuseIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw cancelled();
}

/**
 * The answer to a request whose text has changed meanwhile, or that nobody waits for any more. Whether to ask again is
 * the client's business: VS Code's stops asking for good when it is told not to (`retriggerRequest: false`).
 */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
