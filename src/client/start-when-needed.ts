import { Disposable, Range, type TextDocument, workspace } from 'vscode';
import { DEFAULT_FILES, SETTINGS_SECTION } from '../protocol/index.ts';
import { isPosting } from '../service/is-posting.ts';
import { pathOf } from '../service/uri.ts';
import type { Chosen } from './chosen.ts';
import { isWritable, type Server } from './server.ts';

/** Front matter is read no further than this many lines. */
const FRONT_MATTER_LINES = 200;

/**
 * Starts the server with the first document that is a posting. Until then each document that opens or changes is
 * looked at by its name and its front matter only.
 */
export function startWhenNeeded(server: Server, chosen: Chosen): Disposable {
  const look = (document: TextDocument) => {
    if (server.started || !isWritable(document)) return;
    if (chosen.has(document.uri) || mayBePosting(document)) {
      listening.dispose();
      // A failure stands in the output channel; the next command tries again, and says so.
      server.start().catch(() => undefined);
    }
  };
  const lookAtAll = () => {
    for (const document of workspace.textDocuments) look(document);
  };
  const listening = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS_SECTION)) lookAtAll();
    }),
    server.onStart(() => listening.dispose()),
  );
  lookAtAll();
  return listening;
}

function mayBePosting(document: TextDocument): boolean {
  const settings = workspace.getConfiguration(SETTINGS_SECTION, document);
  if (!settings.get<boolean>('enable', true)) return false;
  const folder = workspace.getWorkspaceFolder(document.uri);
  return isPosting(
    pathOf(document.uri.toString()),
    document.getText(new Range(0, 0, FRONT_MATTER_LINES, 0)),
    { files: settings.get<string[]>('files', [...DEFAULT_FILES]) },
    folder && pathOf(folder.uri.toString()),
  );
}
