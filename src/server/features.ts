import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  DocumentSymbol,
  SymbolInformation,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import {
  type ConfigAction,
  codeActions,
  completionsAt,
  documentSymbols,
  foldingRanges,
  hoverAt,
  type LintedDocument,
} from '../service/index.ts';
import { type ConfigActionData, ConfigEdits } from './config-edits.ts';
import type { Server } from './server.ts';

/** Everything that is asked for at a place in a document. */
export function serveFeatures(server: Server): void {
  const { connection, workspace } = server;
  const edits = new ConfigEdits(server);

  const linted = async ({ uri }: TextDocumentIdentifier, token: CancellationToken) => {
    const document = workspace.documents.get(uri);
    return document ? (await workspace.look(document, token)).linted : undefined;
  };

  const actionsOf = async (document: LintedDocument, { range, context }: CodeActionParams) => {
    const client = server.client();
    const target = await edits.targetFor(document.uri);
    const resolve = client.resolvesActions && client.keepsActionData;
    const later: ConfigAction = (change) => ({
      data: { uri: document.uri, change } satisfies ConfigActionData,
    });
    const actions = codeActions(
      document,
      range,
      context.diagnostics,
      { only: context.only, snippets: client.snippetEdits && client.versionedEdits, config: target?.name },
      later,
    );
    if (resolve) return actions;
    return Promise.all(actions.map((action) => edits.resolve(action)));
  };

  connection.onCodeAction(async (params, token) => {
    const document = await linted(params.textDocument, token);
    return document ? actionsOf(document, params) : [];
  });
  connection.onCodeActionResolve((action: CodeAction) => edits.resolve(action));

  connection.onHover(async ({ textDocument, position }, token) => {
    const document = await linted(textDocument, token);
    return document && (hoverAt(document, position, server.docs(), server.client().markdownHovers) ?? null);
  });

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = await linted(textDocument, token);
    if (!document) return [];
    const symbols = documentSymbols(document);
    return server.client().nestedSymbols ? symbols : flat(symbols, document.uri);
  });

  connection.onCompletion(async ({ textDocument, position }, token) => {
    const document = await linted(textDocument, token);
    return document ? completionsAt(document, position, server.client().snippetCompletions) : [];
  });

  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const language = workspace.documents.get(textDocument.uri)?.languageId ?? '';
    // Other languages have folding of their own.
    if (language !== 'plaintext' && language !== 'text') return [];
    const document = await linted(textDocument, token);
    return document ? foldingRanges(document) : [];
  });
}

function flat(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...flat(children, uri, name),
  ]);
}
