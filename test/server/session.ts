import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RpcClient } from './client.ts';

/** What an up-to-date client says it can do. */
export const FULL = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: false },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true } },
  },
};

export interface Shown {
  code: string;
  message: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}
export type Report =
  | { kind: 'full'; resultId: string; items: Shown[] }
  | { kind: 'unchanged'; resultId: string };

/** A server, and folders for it to look at. */
export class Session {
  readonly client: RpcClient;
  readonly root: string;
  /** The answer to `workspace/configuration`, by the address asked about. */
  settings: (uri: string) => unknown = () => null;

  private constructor(command: readonly string[], files: Readonly<Record<string, string>>) {
    this.root = realpathSync(mkdtempSync(path.join(tmpdir(), 'posting-lint-server-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.client = new RpcClient(process.execPath, command, this.root);
    this.client.answers.set('workspace/configuration', (params) =>
      (params as { items: { scopeUri: string }[] }).items.map(({ scopeUri }) => this.settings(scopeUri)),
    );
  }

  static async start(
    command: readonly string[],
    files: Readonly<Record<string, string>>,
    {
      capabilities = FULL as object,
      folders = ['.'],
      options = {} as object,
      settings = null as unknown,
    } = {},
  ): Promise<Session & { initialized: unknown }> {
    const session = new Session(command, files);
    session.settings = () => settings;
    const initialized = await session.client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions: options,
      workspaceFolders: folders.map((name) => ({ uri: session.uri(name), name })),
    });
    session.client.notify('initialized', {});
    return Object.assign(session, { initialized });
  }

  write(name: string, text: string): void {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.root, name)).href;
  }

  open(name: string, text: string, languageId = 'markdown'): void {
    const uri = name.includes(':') ? name : this.uri(name);
    this.client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the first `old` of a document whose text the test knows. */
  change(name: string, version: number, text: string, old: string, now: string): void {
    const before = text.slice(0, text.indexOf(old)).split('\n');
    const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const lines = old.split('\n');
    const end = {
      line: start.line + lines.length - 1,
      character: (lines.length === 1 ? start.character : 0) + (lines.at(-1)?.length ?? 0),
    };
    this.client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [{ range: { start, end }, text: now }],
    });
  }

  pull(name: string, previousResultId?: string): Promise<Report> {
    const uri = name.includes(':') ? name : this.uri(name);
    return this.client.request<Report>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
  }

  /** Codes of what is found, besides missing sections. */
  async codes(name: string): Promise<string[]> {
    const report = await this.pull(name);
    if (report.kind !== 'full') throw new Error('A full report was asked for');
    return report.items.map(({ code }) => code).filter((code) => !code.startsWith('sections/'));
  }

  /** Diagnostics pushed for a file, the latest. */
  pushed(name: string): Shown[] | undefined {
    const uri = this.uri(name);
    const all = this.client.notifications.filter(
      ({ method }) => method === 'textDocument/publishDiagnostics',
    );
    const own = all.map(({ params }) => params as { uri: string; diagnostics: Shown[] });
    return own.findLast((one) => one.uri === uri)?.diagnostics;
  }

  /** Ends the server as a client should. */
  async end(): Promise<number | null> {
    await this.client.request('shutdown', null);
    this.client.notify('exit', null);
    return this.client.exited;
  }

  remove(): void {
    this.client.kill();
    rmSync(this.root, { recursive: true, force: true });
  }
}
