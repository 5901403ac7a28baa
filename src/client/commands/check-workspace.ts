import {
  type CancellationToken,
  commands,
  type Disposable,
  languages,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types';
import { CHECK, DEFAULT_FILES, SETTINGS_SECTION } from '../../protocol/index.ts';
import { isPostingByName } from '../../service/is-posting.ts';
import { pathOf } from '../../service/uri.ts';
import { toDiagnostic } from '../diagnostics.ts';
import { findFiles, isSearched } from '../find-files.ts';
import { t } from '../localize.ts';
import type { Server } from '../server.ts';

/** Files whose front matter may say that they are postings. */
const MAY_DECLARE = '**/*.{md,markdown,mdx}';
const READABLE = '**/*.{md,markdown,mdx,txt,html,htm}';
/** So many files are asked about at the same time. */
const AT_ONCE = 4;

/**
 * Checks all postings of the workspace into the Problems panel, and keeps what it found for files that are closed. Open
 * documents have diagnostics of their own.
 */
export class WorkspaceCheck implements Disposable {
  readonly #server: Server;
  readonly #found = languages.createDiagnosticCollection('posting-lint-workspace');
  readonly #checked = new Set<string>();
  readonly #listening: Disposable[];
  #watching: Disposable | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#listening = [
      workspace.onDidOpenTextDocument(({ uri }) => this.#found.delete(uri)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#again(uri)),
    ];
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.#watching?.dispose();
    this.#found.dispose();
  }

  async run(): Promise<void> {
    if (!workspace.workspaceFolders?.length) {
      void window.showInformationMessage(t('Open a folder first: its postings are what this checks.'));
      return;
    }
    const result = await window.withProgress(
      { location: ProgressLocation.Notification, title: t('Checking job postings'), cancellable: true },
      (progress, token) =>
        this.#checkAll(token, (part, message) => progress.report({ increment: part * 100, message })),
    );
    await this.#tell(result);
  }

  async #checkAll(
    token: CancellationToken,
    report: (part: number, message: string) => void,
  ): Promise<Result> {
    await this.#server.start();
    const files = await candidates(token);
    this.#watching ??= this.#watch();
    this.#found.clear();
    this.#checked.clear();
    const result: Result = { postings: 0, toFix: 0, toConsider: 0, unreadable: 0, cancelled: false };
    let next = 0;
    const worker = async () => {
      for (let uri = files[next++]; uri && !token.isCancellationRequested; uri = files[next++]) {
        const diagnostics = await this.#check(uri, token).catch(() => 'unreadable' as const);
        if (diagnostics === 'unreadable') result.unreadable++;
        else if (diagnostics) {
          result.postings++;
          for (const { severity } of diagnostics) severity === 3 ? result.toConsider++ : result.toFix++;
        }
        report(1 / files.length, t('{0} of {1}', Math.min(next, files.length), files.length));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    result.cancelled = token.isCancellationRequested;
    return result;
  }

  /** What was found follows the files. */
  #watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher('**/*');
    watcher.onDidChange((uri) => this.#again(uri));
    watcher.onDidDelete((uri) => {
      this.#checked.delete(uri.toString());
      this.#found.delete(uri);
    });
    return watcher;
  }

  #again(uri: Uri): void {
    if (this.#checked.has(uri.toString())) this.#check(uri).catch(() => this.#found.delete(uri));
  }

  /** @returns undefined when the file is no posting */
  async #check(uri: Uri, token?: CancellationToken): Promise<LspDiagnostic[] | 'unreadable' | undefined> {
    const { state, diagnostics } = await this.#server.request(CHECK, { uri: uri.toString() }, token);
    if (state !== 'checked') {
      this.#found.delete(uri);
      return state === 'unreadable' ? state : undefined;
    }
    this.#checked.add(uri.toString());
    if (!isShown(uri)) this.#found.set(uri, diagnostics.map(toDiagnostic));
    return diagnostics;
  }

  async #tell({ postings, toFix, toConsider, unreadable, cancelled }: Result): Promise<void> {
    const none = postings === 0 && !cancelled;
    const counted = none
      ? t('No job postings found. The setting “postingLint.files” says where they are.')
      : t('{0} postings checked: {1} to fix, {2} to consider.', postings, toFix, toConsider);
    const message = [
      cancelled ? t('Stopped.') : '',
      counted,
      unreadable > 0 ? t('{0} files could not be read.', unreadable) : '',
    ]
      .filter(Boolean)
      .join(' ');
    const action = none ? t('Open settings') : t('Show problems');
    // Not waited for: the command is done, whether or not the person answers.
    void window.showInformationMessage(message, action).then((answer) => {
      if (answer === undefined) return;
      if (none) void commands.executeCommand('workbench.action.openSettings', 'postingLint.files');
      else void commands.executeCommand('workbench.actions.view.problems');
    });
  }
}

interface Result {
  postings: number;
  toFix: number;
  toConsider: number;
  unreadable: number;
  cancelled: boolean;
}

/** Whether VS Code has the document in an editor, so that the server's own diagnostics show. */
function isShown(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** Files that are postings by their name, and those whose front matter may say so; sorted. */
async function candidates(token: CancellationToken): Promise<Uri[]> {
  const found = new Map<string, Uri>();
  for (const folder of workspace.workspaceFolders ?? []) {
    const patterns = workspace
      .getConfiguration(SETTINGS_SECTION, folder)
      .get<string[]>('files', [...DEFAULT_FILES]);
    const base = pathOf(folder.uri.toString());
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    for (const pattern of new Set([READABLE, ...wanted])) {
      for (const uri of await findFiles(folder, pattern, token))
        if (isPostingByName(pathOf(uri.toString()), patterns, base)) found.set(uri.toString(), uri);
    }
    // Elsewhere a file comes over a network, and reading them all would take long.
    if (!isSearched(folder)) continue;
    for (const uri of await findFiles(folder, MAY_DECLARE, token)) found.set(uri.toString(), uri);
  }
  return [...found.values()].sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
}
