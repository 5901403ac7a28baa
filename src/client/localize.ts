import { l10n } from 'vscode';

/** Puts `{0}`, `{1}` … into a message in the language of the editor; l10n/bundle.l10n.*.json has the translations. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export const t: Translate = (message, ...args) => l10n.t(message, ...args);
