import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentStatus, STATUS } from '../protocol/requests.ts';
import { diagnosticsOf, uriOf } from '../service/index.ts';
import { reportMistakes } from './config-mistakes.ts';
import type { Server } from './server.ts';
import type { Look } from './workspace.ts';

/** Time without a change after which diagnostics are pushed, in milliseconds. */
const DEBOUNCE = 120;

export interface Diagnostics {
  /** Has all open documents looked at again. */
  refresh(): void;
  /** Diagnostics of a look; the mistakes of a configuration are told on the way. */
  of(look: Look): Promise<Diagnostic[]>;
  /** A file is gone. */
  deleted(uri: string): void;
}

/** Pull diagnostics, and push for clients that do not pull. */
export function serveDiagnostics(server: Server): Diagnostics {
  const { connection, workspace } = server;
  const known = new Map<string, { id: string; content: string }>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const mistakes = reportMistakes(server);
  let serial = 0;

  const of = async (look: Look): Promise<Diagnostic[]> => {
    await mistakes.tell(look);
    return look.linted ? diagnosticsOf(look.linted, server.docs()) : [];
  };

  const look = async (document: TextDocument, token?: CancellationToken) => {
    const found = await workspace.look(document, token);
    const items = await of(found);
    sendStatus(server, document, found);
    return items;
  };

  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    const document = workspace.documents.get(uri);
    if (!document) return { kind: 'full', items: [] };
    const items = await look(document, token);
    const content = JSON.stringify(items);
    let last = known.get(uri);
    if (last?.content !== content) {
      serial++;
      last = { id: String(serial), content };
      known.set(uri, last);
    }
    if (params.previousResultId === last.id) return { kind: 'unchanged', resultId: last.id };
    return { kind: 'full', resultId: last.id, items };
  });

  const push = async (document: TextDocument) => {
    const { uri, version } = document;
    try {
      const diagnostics = await look(document);
      if (workspace.documents.get(uri)?.version !== version) return;
      await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      // When cancelled, the text has changed, and a look at the new one is on its way.
      if (!(error instanceof ResponseError)) connection.console.error(String(error));
    }
  };
  const pushSoon = (document: TextDocument, delay: number) => {
    clearTimeout(timers.get(document.uri));
    timers.set(
      document.uri,
      setTimeout(() => {
        timers.delete(document.uri);
        void push(document);
      }, delay),
    );
  };

  workspace.documents.onDidOpen(({ document }) => {
    if (!server.client().pullsDiagnostics) pushSoon(document, 0);
  });
  workspace.documents.onDidChangeContent(({ document }) => {
    if (!server.client().pullsDiagnostics) pushSoon(document, document.version <= 1 ? 0 : DEBOUNCE);
  });
  workspace.documents.onDidClose(({ document: { uri } }) => {
    known.delete(uri);
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    workspace.close(uri);
    if (!server.client().pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  return {
    of,
    deleted: mistakes.deleted,
    refresh() {
      const client = server.client();
      if (client.pullsDiagnostics) {
        if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
        return;
      }
      for (const document of workspace.documents.all()) pushSoon(document, 0);
    },
  };
}

function sendStatus(
  { connection, client }: Server,
  document: TextDocument,
  { state, config, linted }: Look,
): void {
  if (!client().options.status) return;
  const count = (severity: string) =>
    linted?.findings.filter((finding) => finding.severity === severity).length ?? 0;
  const status: DocumentStatus = {
    uri: document.uri,
    version: document.version,
    state,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    config: config === undefined ? null : uriOf(config),
  };
  void connection.sendNotification(STATUS.method, status);
}
