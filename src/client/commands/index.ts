import { commands, Disposable, window } from 'vscode';
import type { Chosen } from '../chosen.ts';
import { t } from '../localize.ts';
import type { ReportPanel } from '../report/panel.ts';
import type { Server } from '../server.ts';
import type { Statuses } from '../statuses.ts';
import { checkFile, uncheckFile } from './check-file.ts';
import { WorkspaceCheck } from './check-workspace.ts';
import { explainRule } from './explain-rule.ts';
import { fixAll } from './fix-all.ts';
import { newPosting } from './new-posting.ts';

/** What commands work with. */
export interface Services {
  server: Server;
  chosen: Chosen;
  statuses: Statuses;
  report: ReportPanel;
}

export function registerCommands(services: Services): Disposable {
  const workspaceCheck = new WorkspaceCheck(services.server);
  const register = <Args extends unknown[]>(name: string, run: (...args: Args) => Promise<unknown>) =>
    commands.registerCommand(`postingLint.${name}`, async (...args: Args) => {
      try {
        return await run(...args);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void window.showErrorMessage(t('Posting Lint could not do that: {0}', reason));
        return undefined;
      }
    });
  return Disposable.from(
    workspaceCheck,
    register('newPosting', () => newPosting(services)),
    register('checkFile', (uri) => checkFile(services, uri)),
    register('uncheckFile', (uri) => uncheckFile(services, uri)),
    register('checkWorkspace', () => workspaceCheck.run()),
    register('fixAll', () => fixAll()),
    register('showReport', () => services.report.show()),
    register('explainRule', (rule) => explainRule(services.server, rule)),
  );
}
