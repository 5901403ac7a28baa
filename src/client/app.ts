import { type ExtensionContext, type TextDocument, window } from 'vscode';
import type { DocumentStatus } from '../protocol/index.ts';
import { Chosen } from './chosen.ts';
import { registerCommands } from './commands/index.ts';
import { ReportPanel } from './report/panel.ts';
import { provideRulePages } from './rule-pages.ts';
import { type CreateClient, Server } from './server.ts';
import { startWhenNeeded } from './start-when-needed.ts';
import { StatusItems } from './status-items.ts';
import { Statuses } from './statuses.ts';

/** What other extensions, and our tests, can ask. */
export interface Api {
  /** Whether the language server runs, or is on its way. */
  serverStarted(): boolean;
  /** What the server last said of an open document; undefined until it has looked at it. */
  statusOf(document: TextDocument): DocumentStatus | undefined;
}

/**
 * What both entries share. Returns at once: the server starts with the first document that is a posting, or with the
 * first command, so that an editor without postings pays for nothing but this.
 */
export function activateWith(context: ExtensionContext, createClient: CreateClient): Api {
  const output = window.createOutputChannel('Posting Lint', { log: true });
  const server = new Server(createClient, output);
  const chosen = new Chosen(context.workspaceState, server);
  const statuses = new Statuses(server);
  const report = new ReportPanel(context.extensionUri, server, statuses);
  context.subscriptions.push(
    output,
    server,
    chosen,
    statuses,
    report,
    new StatusItems(statuses),
    provideRulePages(server),
    registerCommands({ server, chosen, statuses, report }),
    startWhenNeeded(server, chosen),
  );
  return { serverStarted: () => server.started, statusOf: (document) => statuses.of(document) };
}
