import { rulePage } from '../catalog/rule-page.ts';
import {
  CHECK,
  type CheckResult,
  EXPLAIN,
  type ParamsOf,
  REPORT,
  type ResultOf,
  RULES,
  SET_POSTING,
  TEMPLATES,
} from '../protocol/requests.ts';
import { activeRules, docsAddress, pathOf, postingReport, postingTemplates } from '../service/index.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Server } from './server.ts';

/** The requests that only our own client makes. */
export function serveCustomRequests(server: Server, diagnostics: Diagnostics): void {
  const { connection, workspace } = server;

  const linterFor = async (uri: string | undefined) => {
    const setup = uri === undefined ? undefined : await workspace.setup(uri, await workspace.settings(uri));
    return setup?.kind === 'linter' ? setup.linter : workspace.configurations.plain();
  };

  connection.onRequest(
    REPORT.method,
    async ({ uri }: ParamsOf<typeof REPORT>, token): Promise<ResultOf<typeof REPORT>> => {
      const document = workspace.documents.get(uri);
      const linted = document && (await workspace.look(document, token)).linted;
      return linted ? postingReport(linted) : null;
    },
  );

  connection.onRequest(TEMPLATES.method, async (): Promise<ResultOf<typeof TEMPLATES>> => {
    // New postings belong to the first folder; what its rules ask for is in its templates.
    const [folder] = workspace.folders;
    return postingTemplates(await linterFor(folder && `${folder.uri.replace(/\/$/, '')}/new.md`));
  });

  connection.onRequest(
    RULES.method,
    async ({ uri }: ParamsOf<typeof RULES>): Promise<ResultOf<typeof RULES>> =>
      [...activeRules(await linterFor(uri)).values()].map(({ rule: { id, category, summary }, level }) => ({
        id,
        category,
        summary,
        level,
      })),
  );

  connection.onRequest(
    EXPLAIN.method,
    async ({ rule: id, uri }: ParamsOf<typeof EXPLAIN>): Promise<ResultOf<typeof EXPLAIN>> => {
      const rule = activeRules(await linterFor(uri)).get(id)?.rule;
      return rule ? { rule: id, text: rulePage(rule), href: docsAddress(server.docs(), id) } : null;
    },
  );

  connection.onRequest(
    CHECK.method,
    async ({ uri, force }: ParamsOf<typeof CHECK>, token): Promise<CheckResult> => {
      const path = pathOf(uri);
      const open = workspace.documents.get(uri);
      const text = open?.getText() ?? (await workspace.read(path).catch(() => undefined));
      if (text === undefined) return { state: 'unreadable', diagnostics: [] };
      const source = { uri, path, version: open?.version ?? 0, languageId: open?.languageId ?? '', text };
      const look = await workspace.lookAt(source, force ? true : undefined, { token });
      return { state: look.state, diagnostics: await diagnostics.of(look) };
    },
  );

  connection.onNotification(SET_POSTING.method, ({ uri, posting }: ParamsOf<typeof SET_POSTING>) => {
    workspace.say(uri, posting);
    diagnostics.refresh();
  });
}
