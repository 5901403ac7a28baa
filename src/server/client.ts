import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/settings.ts';

/** What the client can do, as far as it matters here. */
export interface Client {
  pullsDiagnostics: boolean;
  refreshesDiagnostics: boolean;
  /** `workspace/configuration` */
  answersConfiguration: boolean;
  registersConfiguration: boolean;
  watchesFiles: boolean;
  folders: boolean;
  markdownHovers: boolean;
  nestedSymbols: boolean;
  snippetCompletions: boolean;
  snippetEdits: boolean;
  versionedEdits: boolean;
  createsFiles: boolean;
  resolvesActions: boolean;
  /** Data of a diagnostic come back in `codeAction/resolve`. */
  keepsActionData: boolean;
  options: InitializationOptions;
}

export function readClient(params: InitializeParams): Client {
  const { workspace, textDocument }: ClientCapabilities = params.capabilities;
  const action = textDocument?.codeAction;
  const options: unknown = params.initializationOptions;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesActions: action?.resolveSupport?.properties.includes('edit') === true,
    keepsActionData: action?.dataSupport === true,
    options: typeof options === 'object' && options !== null ? (options as InitializationOptions) : {},
  };
}
