import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  extensions,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Api } from '../../src/client/app.ts';
import type { DocumentStatus } from '../../src/protocol/index.ts';
import { MARK } from './reporter.ts';

export const EXTENSION = 'posting-lint.posting-lint';

export function assert(fact: unknown, message: string): asserts fact {
  if (!fact) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

/**
 * Asks again until there is an answer: VS Code does most things in its own time, which on a busy machine is long. Never
 * wait for time to pass, always for something to be so.
 */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  ms = 25_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    await pause(40);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export function folder(index = 0): Uri {
  const found = workspace.workspaceFolders?.[index];
  assert(found, `workspace folder ${index} is open`);
  return found.uri;
}

/** Writes a file into the workspace and returns its address. */
export async function write(name: string, text: string, base = folder()): Promise<Uri> {
  const uri = Uri.joinPath(base, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function remove(uri: Uri): Promise<void> {
  await workspace.fs.delete(uri, { useTrash: false, recursive: true });
}

/** Opens a new file of the workspace in an editor. */
export async function openNew(name: string, text: string, base = folder()): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await write(name, text, base));
  // Not as a preview, whose place the next document would take.
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes all editors, and all messages, which would lie over the report. */
export async function closeAll(): Promise<void> {
  await commands.executeCommand('notifications.clearAll');
  await commands.executeCommand('notifications.hideList');
  // Nothing may ask whether to save.
  for (const document of workspace.textDocuments)
    if (document.isDirty && document.uri.scheme !== 'untitled') await document.save();
  for (const _ of window.tabGroups.all.flatMap(({ tabs }) => tabs))
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}

export function findings({ uri }: { uri: Uri }): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'posting-lint');
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Puts a figure among the results. */
export function tell(text: string): void {
  console.log(`${MARK}       ${text}`);
}

/** Waits for a finding of a rule, at these words where they are given. */
export function finding(document: TextDocument, rule: string, words?: string): Promise<Diagnostic> {
  const wanted = `${rule}${words === undefined ? '' : ` at “${words}”`}`;
  return eventually(
    () => `${wanted} among ${findings(document).map(ruleOf).join(', ') || 'none'}`,
    () =>
      findings(document).find(
        (found) => ruleOf(found) === rule && (words === undefined || document.getText(found.range) === words),
      ),
  );
}

/** Waits until a rule finds nothing. */
export async function noFinding(document: TextDocument, rule: string): Promise<void> {
  await eventually(
    `no ${rule}`,
    () => findings(document).every((found) => ruleOf(found) !== rule) || undefined,
  );
}

/**
 * Waits for an action. Asked more than once, because VS Code drops the request when another provider registers
 * meanwhile.
 */
export function action(
  document: TextDocument,
  range: Range,
  test: (action: CodeAction) => boolean,
  kind = CodeActionKind.QuickFix,
): Promise<CodeAction> {
  return eventually('an action', async () => {
    const found = await Promise.resolve(
      commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        kind.value,
        50,
      ),
    ).catch(() => []);
    return found.find(test);
  });
}

export async function perform({ edit, command }: CodeAction): Promise<void> {
  if (edit) assert(await workspace.applyEdit(edit), 'the edit applies');
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert(at >= 0, `“${from}” is in the document`);
  const editor = await window.showTextDocument(document);
  const range = new Range(document.positionAt(at), document.positionAt(at + from.length));
  assert(await editor.edit((edit) => edit.replace(range, to)), 'the editor takes the edit');
}

/** Types into the first section of a posting made of `CLEAN`. */
export async function type(document: TextDocument, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const at = document.positionAt(document.getText().indexOf('since 1987.') + 'since 1987.'.length);
  assert(await editor.edit((edit) => edit.insert(at, text)), 'the editor takes the text');
}

export async function setSetting(name: string, value: unknown, scope?: Uri): Promise<void> {
  await workspace
    .getConfiguration('postingLint', scope)
    .update(name, value, scope && (workspace.workspaceFolders?.length ?? 0) > 1 ? 3 : 1);
}

export function serverStarted(): boolean {
  return api()?.serverStarted() === true;
}

/** Waits until the server has looked at a document as it is now; then what it does not find is not there. */
export function looked(document: TextDocument): Promise<DocumentStatus> {
  return eventually(`a look at ${document.uri.path}`, () => {
    const status = api()?.statusOf(document);
    return status?.version === document.version && status;
  });
}

function api(): Api | undefined {
  const extension = extensions.getExtension<Api>(EXTENSION);
  return extension?.isActive ? extension.exports : undefined;
}

/** Asks the launcher, which has the browser, to do something with the page; undefined where nobody can. */
export async function hand<T>(job: object): Promise<T> {
  const answer = await fetch(String(handsAddress()), { method: 'POST', body: JSON.stringify(job) });
  const { result, error } = (await answer.json()) as { result?: T; error?: string };
  if (error !== undefined) throw new Error(error);
  return result as T;
}

export function handsAddress(): string | undefined {
  return tests.hands || undefined;
}

/** What the launcher wrote into the bundle. */
declare const __TESTS__: { hands: string; grep: string; language: string };
export const tests = __TESTS__;

/** A posting in which nothing is found. */
export const CLEAN = `# Bicycle Mechanic

**Location:** Leeds, West Yorkshire
**Work model:** on site, from Tuesday to Saturday
**Employment type:** full-time, permanent

## About us

We are a repair shop of six people and have kept the bicycles of our town on the road since 1987.

## What you will do

- Repair the bicycles of our neighbors
- Order parts and keep the shelves tidy

## What you need

- A year of practice with gears and brakes

## Pay

£27,000 to £31,000 a year

## Benefits

- 28 days of paid leave, a pension and paid sick days

## How to apply

Write to jobs@bikes.example and tell us about a repair that you are proud of.

## Closing date

30 April 2030

## Equal opportunity

We are an equal opportunity employer and consider everyone, whatever their age, disability, sex, race, religion or
sexual orientation.

## Adjustments

If you need an accommodation to apply or in the interview, write to help@bikes.example, and we will arrange it.
`;

/** The same with a paragraph in it. */
export function withWords(words: string): string {
  return CLEAN.replace('since 1987.', `since 1987.\n\n${words}`);
}
