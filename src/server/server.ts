import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../protocol/settings.ts';
import { COMPLETION_TRIGGERS, FIX_ALL } from '../service/index.ts';
import { type Client, readClient } from './client.ts';
import { ConfigWatch } from './config-watch.ts';
import { serveCustomRequests } from './custom-requests.ts';
import { serveDiagnostics } from './diagnostics.ts';
import { serveFeatures } from './features.ts';
import type { Host } from './host.ts';
import { Workspace } from './workspace.ts';

/** What all parts of the server share. */
export interface Server {
  connection: Connection;
  workspace: Workspace;
  host: Host;
  /** Only known once `initialize` has come. */
  client: () => Client;
  /** What the address of a rule's page starts with. */
  docs: () => string;
}

/** Wires the server to a connection and starts to listen. */
export function startServer(connection: Connection, host: Host): void {
  let client: Client | undefined;
  const getClient = () => {
    if (!client) throw new Error('The client has not said what it can do');
    return client;
  };
  const workspace = new Workspace(connection, host, getClient);
  const server: Server = {
    connection,
    workspace,
    host,
    client: getClient,
    docs: () => client?.options.docs ?? host.docs,
  };
  const diagnostics = serveDiagnostics(server);
  const watch = new ConfigWatch(server, diagnostics);

  connection.onInitialize((params): InitializeResult => {
    client = readClient(params);
    workspace.folders = foldersOf(params);
    workspace.setGlobalSettings(client.options.settings);
    return { capabilities: capabilities(client), serverInfo: { name: 'posting-lint', version: __VERSION__ } };
  });

  connection.onInitialized(() => {
    const { registersConfiguration, folders } = getClient();
    if (registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
    if (folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        workspace.folders = [...workspace.folders.filter(({ uri }) => !gone.has(uri)), ...added];
        workspace.forgetSettings();
        watch.changed();
      });
    }
    void watch.start();
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    const own = (settings as Record<string, unknown> | null | undefined)?.[SETTINGS_SECTION];
    if (own !== undefined) workspace.setGlobalSettings(own);
    else workspace.forgetSettings();
    watch.changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => watch.filesChanged(changes));

  serveFeatures(server);
  serveCustomRequests(server, diagnostics);
  workspace.documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams) {
  if (workspaceFolders) return workspaceFolders;
  // Clients from before folders were several.
  return rootUri ? [{ uri: rootUri, name: rootUri.replace(/^.*\//, '') }] : [];
}

function capabilities(client: Client): InitializeResult['capabilities'] {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'posting-lint',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
      resolveProvider: client.resolvesActions && client.keepsActionData,
    },
    hoverProvider: true,
    documentSymbolProvider: { label: 'Posting Lint' },
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
    foldingRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
