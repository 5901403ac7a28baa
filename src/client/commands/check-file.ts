import { Uri, window } from 'vscode';
import { t } from '../localize.ts';
import { isWritable } from '../server.ts';
import type { Services } from './index.ts';

/**
 * Has a document checked whatever it is called.
 *
 * @param uri - from a menu; otherwise the active editor's
 */
export async function checkFile({ chosen }: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri);
  if (!document) return;
  if (!isWritable(document)) {
    void window.showInformationMessage(
      t(
        'Posting Lint reads Markdown, plain text and HTML. Set the language of this document to one of them first.',
      ),
    );
    return;
  }
  await chosen.set(document.uri, true);
}

/** Has a document left alone from now on. */
export async function uncheckFile({ chosen }: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri);
  if (document) await chosen.set(document.uri, false);
}

async function documentFor(uri: unknown) {
  if (!(uri instanceof Uri)) return window.activeTextEditor?.document;
  return (await window.showTextDocument(uri)).document;
}
