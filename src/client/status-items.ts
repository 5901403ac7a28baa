import {
  type Disposable,
  LanguageStatusSeverity,
  languages,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import { type DocumentStatus, LANGUAGES } from '../protocol/index.ts';
import { t } from './localize.ts';
import type { Statuses } from './statuses.ts';

/** One item in the status bar, seen only beside a posting, and one among the language's, which also says why not. */
export class StatusItems implements Disposable {
  readonly #bar = window.createStatusBarItem('postingLint.status', StatusBarAlignment.Right, 90);
  readonly #language = languages.createLanguageStatusItem(
    'postingLint.status',
    LANGUAGES.map((language) => ({ language })),
  );
  readonly #listening: Disposable;

  constructor(statuses: Statuses) {
    this.#bar.name = 'Posting Lint';
    this.#language.name = 'Posting Lint';
    this.#listening = statuses.onChange((status) => this.#show(status));
    this.#show(statuses.active);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#bar.dispose();
    this.#language.dispose();
  }

  #show(status: DocumentStatus | undefined): void {
    this.#showBar(status);
    this.#showLanguage(status);
  }

  #showBar(status: DocumentStatus | undefined): void {
    const bar = this.#bar;
    if (status?.state === 'checked') {
      bar.text = `$(${iconOf(status)}) ${t('Posting: {0}', summaryOf(status))}`;
      bar.tooltip = t('Show the report on this posting');
      bar.command = 'postingLint.showReport';
      bar.backgroundColor = undefined;
      bar.accessibilityInformation = { label: t('Job posting: {0}. Show the report.', summaryOf(status)) };
      bar.show();
    } else if (status?.state === 'config-error') {
      bar.text = `$(warning) ${t('Posting: mistake in the configuration')}`;
      bar.tooltip = t('Postings are checked again once the mistake is put right.');
      bar.command = openConfig(status);
      bar.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
      bar.accessibilityInformation = undefined;
      bar.show();
    } else bar.hide();
  }

  #showLanguage(status: DocumentStatus | undefined): void {
    const item = this.#language;
    item.severity = LanguageStatusSeverity.Information;
    item.detail = '';
    item.command = undefined;
    switch (status?.state) {
      case 'checked':
        item.text = t('Job posting: {0}', summaryOf(status));
        item.detail = status.config
          ? t('with {0}', Uri.parse(status.config).path.replace(/^.*\//, ''))
          : t('with our defaults');
        item.command = { title: t('Show report'), command: 'postingLint.showReport' };
        if (status.errors > 0) item.severity = LanguageStatusSeverity.Error;
        else if (status.warnings > 0) item.severity = LanguageStatusSeverity.Warning;
        return;
      case 'config-error': {
        const command = openConfig(status);
        item.text = t('Posting: mistake in the configuration');
        item.severity = LanguageStatusSeverity.Error;
        if (command) item.command = command;
        return;
      }
      case 'ignored':
        item.text = t('Left out by the configuration of Posting Lint');
        return;
      case 'off':
        item.text = t('Posting Lint is turned off here');
        item.command = {
          title: t('Settings'),
          command: 'workbench.action.openSettings',
          arguments: ['postingLint.enable'],
        };
        return;
      default:
        item.text = t('Not checked as a job posting');
        item.command = { title: t('Check it'), command: 'postingLint.checkFile' };
    }
  }
}

function openConfig(
  status: DocumentStatus,
): { title: string; command: string; arguments: Uri[] } | undefined {
  if (status.config === null) return undefined;
  return { title: t('Open'), command: 'vscode.open', arguments: [Uri.parse(status.config)] };
}

function iconOf({ errors, warnings, infos }: DocumentStatus): string {
  if (errors + warnings > 0) return 'warning';
  return infos > 0 ? 'lightbulb' : 'check';
}

/** “2 to fix”; advice counts only when there is nothing else. */
export function summaryOf({ errors, warnings, infos }: DocumentStatus): string {
  if (errors + warnings > 0) return t('{0} to fix', errors + warnings);
  return infos > 0 ? t('{0} to consider', infos) : t('nothing to fix');
}
