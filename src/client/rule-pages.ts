import { type Disposable, workspace } from 'vscode';
import { EXPLAIN } from '../protocol/index.ts';
import { t } from './localize.ts';
import { RULE_SCHEME, ruleOfPage } from './rule-links.ts';
import type { Server } from './server.ts';

/** The pages of the rules as read-only documents, so that they are of this version and need no network. */
export function provideRulePages(server: Server): Disposable {
  return workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    async provideTextDocumentContent(uri, token) {
      const rule = ruleOfPage(uri);
      const page = rule === undefined ? null : await server.request(EXPLAIN, { rule }, token);
      return page?.text ?? t('There is no page for “{0}”.', rule ?? uri.path);
    },
  });
}
