import { window } from 'vscode';
import { applyAction, fixAllAction } from '../code-actions.ts';
import { t } from '../localize.ts';

/** Makes every fix that keeps the meaning, in the active document. */
export async function fixAll(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const action = await fixAllAction(document);
  if (!action) {
    void window.showInformationMessage(
      t(
        'There is nothing to fix without a look. The other suggestions change wording: choose them one by one.',
      ),
    );
    return;
  }
  await applyAction(action);
}
