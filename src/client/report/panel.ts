import {
  commands,
  type Disposable,
  env,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Range as LspRange } from 'vscode-languageserver-types';
import type { SectionKind } from '../../contract/report.ts';
import { type PostingReport, REPORT } from '../../protocol/index.ts';
import { applyAction, quickFix } from '../code-actions.ts';
import { toRange } from '../diagnostics.ts';
import { t } from '../localize.ts';
import type { Server } from '../server.ts';
import type { Statuses } from '../statuses.ts';
import { reportPage } from './html.ts';
import type { FromPage, ToPage } from './messages.ts';
import { viewOf } from './view.ts';

const VIEW_TYPE = 'postingLint.report';

/** The view beside the draft. There is one; it follows the active editor from posting to posting. */
export class ReportPanel implements Disposable {
  readonly #extension: Uri;
  readonly #server: Server;
  readonly #statuses: Statuses;
  readonly #listening: Disposable[];
  #panel: WebviewPanel | undefined;
  #document: TextDocument | undefined;
  #report: PostingReport | undefined;
  /** Counts the requests, so that a late answer does not replace a newer one. */
  #asked = 0;

  constructor(extension: Uri, server: Server, statuses: Statuses) {
    this.#extension = extension;
    this.#server = server;
    this.#statuses = statuses;
    this.#listening = [
      server.onStatus(({ uri }) => {
        if (uri === this.#document?.uri.toString()) this.#refresh();
      }),
      statuses.onChange(() => this.#follow()),
      workspace.onDidCloseTextDocument((document) => {
        if (document !== this.#document) return;
        this.#document = undefined;
        this.#refresh();
      }),
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel) => this.#adopt(panel),
      }),
    ];
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
    this.#panel?.dispose();
  }

  /** Opens the view beside the active editor, or brings it to the front. */
  async show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document) {
      await this.#server.start();
      this.#document = document;
    }
    if (this.#panel) this.#panel.reveal(undefined, true);
    else
      this.#adopt(
        window.createWebviewPanel(VIEW_TYPE, '', { viewColumn: ViewColumn.Beside, preserveFocus: true }, {}),
      );
    this.#refresh();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    const join = (path: string) => Uri.joinPath(this.#extension, path);
    panel.iconPath = { light: join('media/report-light.svg'), dark: join('media/report-dark.svg') };
    panel.title = t('Posting Report');
    panel.webview.options = { enableScripts: true, localResourceRoots: [join('dist')] };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    // A hidden page forgets what it showed.
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.#refresh();
    });
    panel.webview.html = reportPage(panel.webview, { join });
  }

  #follow(): void {
    const document = window.activeTextEditor?.document;
    if (!document || document === this.#document || this.#statuses.of(document)?.state !== 'checked') return;
    this.#document = document;
    this.#refresh();
  }

  #refresh(): void {
    if (!this.#panel?.visible) return;
    this.#send().catch(() => undefined);
  }

  async #send(): Promise<void> {
    const turn = ++this.#asked;
    const document = this.#document;
    const report = document && (await this.#server.request(REPORT, { uri: document.uri.toString() }));
    if (turn !== this.#asked || !this.#panel) return;
    this.#report = report ?? undefined;
    const message: ToPage = report
      ? { type: 'show', view: viewOf(report, nameOf(document), env.language, t) }
      : { type: 'empty', text: emptyText(document) };
    await this.#panel.webview.postMessage(message);
  }

  async #receive(message: FromPage): Promise<void> {
    const document = this.#document;
    switch (message.type) {
      case 'ready':
        return this.#refresh();
      case 'explain':
        await commands.executeCommand('postingLint.explainRule', message.rule);
        return;
      case 'go':
        if (document) await reveal(document, message.range);
        return;
      case 'insert':
        if (document) await this.#insert(document, message.kind);
        return;
      case 'fix':
        if (document) await this.#fix(document, message.range, message.title);
        return;
    }
  }

  async #insert(document: TextDocument, kind: SectionKind): Promise<void> {
    // Asked anew when the text has gone on since.
    const report =
      this.#report?.version === document.version
        ? this.#report
        : await this.#server.request(REPORT, { uri: document.uri.toString() });
    const [edit] = report?.sections.find((section) => section.kind === kind)?.insert ?? [];
    if (!edit || report?.version !== document.version) return;
    const change = new WorkspaceEdit();
    change.replace(document.uri, toRange(edit.range), edit.newText);
    if (!(await workspace.applyEdit(change))) return;
    const from = document.offsetAt(toRange(edit.range).start);
    const lead = edit.newText.length - edit.newText.trimStart().length;
    const start = document.positionAt(from + lead);
    const end = document.positionAt(from + edit.newText.trimEnd().length);
    await reveal(document, { start, end });
  }

  async #fix(document: TextDocument, range: LspRange, title: string): Promise<void> {
    await reveal(document, range);
    const action = await quickFix(document, toRange(range), title);
    if (action) await applyAction(action);
    // The text has changed since; what there is to do now is one key away.
    else await commands.executeCommand('editor.action.quickFix');
  }
}

async function reveal(document: TextDocument, range: LspRange): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    preserveFocus: false,
  });
  const target = document.validateRange(toRange(range));
  editor.selection = new Selection(target.start, target.end);
  editor.revealRange(target, TextEditorRevealType.InCenterIfOutsideViewport);
}

function nameOf(document: TextDocument): string {
  return workspace.asRelativePath(document.uri);
}

function emptyText(document: TextDocument | undefined): string {
  return document === undefined
    ? t('Open a job posting to see its report.')
    : t(
        '“{0}” is not checked as a job posting. The command “Check This File as a Job Posting” changes that.',
        nameOf(document),
      );
}
