import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applied } from '../service/open.ts';
import { type Built, build } from './build.ts';
import { FULL, Session } from './session.ts';

let built: Built;
const sessions: Session[] = [];

beforeAll(async () => {
  built = await build();
}, 60_000);
afterEach(() => {
  for (const session of sessions.splice(0)) session.remove();
});
afterAll(() => built.remove());

async function start(files: Record<string, string>, options?: Parameters<typeof Session.start>[2]) {
  const session = await Session.start([built.cli, 'lsp', '--stdio'], files, options);
  sessions.push(session);
  return session;
}

const DRAFT = '# Cook\n\nYou are a rockstar.\n\nAsk our salesman.\n';

describe('a conversation', () => {
  it('goes from the first word to the last, and the process ends with 0', async () => {
    const session = await start({});
    expect(session.initialized).toMatchObject({
      serverInfo: { name: 'posting-lint', version: '9.9.9' },
      capabilities: { diagnosticProvider: { workspaceDiagnostics: false }, textDocumentSync: { change: 2 } },
    });
    session.open('jobs/cook.md', DRAFT);
    expect(await session.codes('jobs/cook.md')).toEqual(['culture/hype-title', 'gender/service-titles']);
    expect(await session.end()).toBe(0);
    expect(session.client.stderr).toBe('');
  });

  it('ends with 1 when the client goes away without a word', async () => {
    const session = await start({});
    session.client.process.stdin?.end();
    expect(await session.client.exited).toBe(1);
  });
});

describe('pull diagnostics', () => {
  it('follow changes, and say when nothing has changed', async () => {
    const session = await start({});
    session.open('jobs/cook.md', DRAFT);
    const first = await session.pull('jobs/cook.md');
    expect(await session.pull('jobs/cook.md', first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    // A change that changes no diagnostic.
    session.change('jobs/cook.md', 2, DRAFT, 'salesman.', 'salesman!');
    const text = DRAFT.replace('salesman.', 'salesman!');
    expect((await session.pull('jobs/cook.md', first.resultId)).kind).toBe('unchanged');
    session.change('jobs/cook.md', 3, text, 'rockstar', 'good cook');
    const second = await session.pull('jobs/cook.md', first.resultId);
    expect(second.kind).toBe('full');
    expect(second.resultId).not.toBe(first.resultId);
    expect(await session.codes('jobs/cook.md')).toEqual(['gender/service-titles']);
  });

  it('can be cancelled, and the next is answered', async () => {
    const session = await start({});
    session.open('jobs/cook.md', DRAFT);
    const params = { textDocument: { uri: session.uri('jobs/cook.md') } };
    const { id, answer } = session.client.start('textDocument/diagnostic', params);
    session.client.notify('$/cancelRequest', { id });
    const outcome = await answer.then(
      () => 'answered',
      (error: { code: number }) => error.code,
    );
    // It may have been quicker.
    expect(['answered', -32800]).toContain(outcome);
    expect(await session.codes('jobs/cook.md')).toContain('culture/hype-title');
  });

  it('of a very long draft leave room for others, and stop when it changes', async () => {
    const session = await start({});
    const long = `# Cook\n\n${`${'You cook well for us.\n\n'.repeat(45)}Ask our salesman.\n\n`.repeat(1000)}`;
    expect(long.length).toBeGreaterThan(1_000_000);
    session.open('jobs/long.md', long);
    session.open('jobs/cook.md', DRAFT);
    let ready = false;
    const { answer } = session.client.start('textDocument/diagnostic', {
      textDocument: { uri: session.uri('jobs/long.md') },
    });
    const outcome = answer.then(
      () => 'answered',
      (error: { code: number }) => error.code,
    );
    void outcome.then(() => {
      ready = true;
    });
    expect(await session.codes('jobs/cook.md')).toContain('culture/hype-title');
    expect(ready).toBe(false);
    session.change('jobs/long.md', 2, long, '# Cook', '# Baker');
    expect(await outcome).toBe(-32800);
    // In the end, everything that is asked about it is answered.
    const textDocument = { uri: session.uri('jobs/long.md') };
    const [report, symbols] = await Promise.all([
      session.pull('jobs/long.md'),
      session.client.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument }),
    ]);
    expect(report.kind === 'full' && report.items.length).toBeGreaterThanOrEqual(1000);
    expect(symbols.map(({ name }) => name)).toEqual(['Baker']);
  }, 60_000);
});

describe('push diagnostics, for clients that do not pull', () => {
  const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, diagnostic: undefined } };

  it('come by themselves, and go when the document is closed', async () => {
    const session = await start({}, { capabilities });
    expect(session.initialized).not.toHaveProperty('capabilities.diagnosticProvider');
    session.open('jobs/cook.md', DRAFT);
    const codes = () => session.pushed('jobs/cook.md')?.map(({ code }) => code);
    await session.client.until(() => codes()?.includes('culture/hype-title') || undefined, 'The first push');
    session.change('jobs/cook.md', 2, DRAFT, 'rockstar', 'good cook');
    await session.client.until(
      () => codes()?.includes('culture/hype-title') === false || undefined,
      'The second',
    );
    expect(codes()).toContain('gender/service-titles');
    session.client.notify('textDocument/didClose', { textDocument: { uri: session.uri('jobs/cook.md') } });
    await session.client.until(() => codes()?.length === 0 || undefined, 'The last');
  });
});

describe('which files are looked at', () => {
  it('is decided by name, front matter and what a person says', async () => {
    const session = await start({});
    session.open('README.md', DRAFT);
    session.open('notes/cook.md', DRAFT);
    session.open('notes/front.md', `---\ntype: job-posting\n---\n\n${DRAFT}`);
    expect(await session.codes('README.md')).toEqual([]);
    expect(await session.codes('notes/cook.md')).toEqual([]);
    expect(await session.codes('notes/front.md')).toContain('culture/hype-title');
    session.client.notify('postingLint/setPosting', { uri: session.uri('notes/cook.md'), posting: true });
    expect(await session.codes('notes/cook.md')).toContain('culture/hype-title');
    expect(session.client.requests.map(({ method }) => method)).toContain('workspace/diagnostic/refresh');
    session.client.notify('postingLint/setPosting', { uri: session.uri('notes/cook.md'), posting: null });
    expect(await session.codes('notes/cook.md')).toEqual([]);
  });

  it('may be one that was never saved', async () => {
    const session = await start({ '.posting-lint.yml': 'rules:\n  gender: off\n' });
    const uri = 'untitled:Untitled-1';
    session.open(uri, DRAFT);
    expect(await session.codes(uri)).toEqual([]);
    session.client.notify('postingLint/setPosting', { uri, posting: true });
    expect(await session.codes(uri)).toEqual(['culture/hype-title']);
  });

  it('follows the settings of its folder', async () => {
    const session = await start({}, { folders: ['a', 'b'] });
    session.settings = (uri) =>
      uri.includes('/a/') ? { files: ['ads/**'], rules: { 'culture/hype-title': 'off' } } : { enable: false };
    session.open('a/ads/cook.md', DRAFT);
    session.open('a/jobs/cook.md', DRAFT);
    session.open('b/jobs/cook.md', DRAFT);
    expect(await session.codes('a/ads/cook.md')).toEqual(['gender/service-titles']);
    expect(await session.codes('a/jobs/cook.md')).toEqual([]);
    expect(await session.codes('b/jobs/cook.md')).toEqual([]);
    session.settings = () => ({});
    session.client.notify('workspace/didChangeConfiguration', { settings: null });
    await session.client.until(
      () => session.client.requests.find(({ method }) => method === 'workspace/diagnostic/refresh'),
      'The refresh',
    );
    expect(await session.codes('b/jobs/cook.md')).toContain('culture/hype-title');
  });
});

describe('the configuration', () => {
  const refreshes = (session: Session) =>
    session.client.requests.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  const changed = (session: Session, name: string, type = 2) =>
    session.client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: session.uri(name), type }] });

  it('is the nearest one of each file, and has effect when it changes', async () => {
    const session = await start(
      { 'a/.posting-lint.yml': 'rules:\n  gender: off\n', 'b/.posting-lint.yml': 'terms: []\n' },
      { folders: ['a', 'b'] },
    );
    session.open('a/jobs/cook.md', DRAFT);
    session.open('b/jobs/cook.md', DRAFT);
    expect(await session.codes('a/jobs/cook.md')).toEqual(['culture/hype-title']);
    expect(await session.codes('b/jobs/cook.md')).toEqual(['culture/hype-title', 'gender/service-titles']);
    session.write('a/.posting-lint.yml', 'rules:\n  culture: off\n');
    changed(session, 'a/.posting-lint.yml');
    await session.client.until(() => refreshes(session) || undefined, 'The refresh');
    expect(await session.codes('a/jobs/cook.md')).toEqual(['gender/service-titles']);
  });

  it('is taken from the editor where it is being written', async () => {
    const config = 'rules:\n  gender: off\n';
    const session = await start({ '.posting-lint.yml': config });
    session.open('.posting-lint.yml', config, 'yaml');
    session.open('jobs/cook.md', DRAFT);
    expect(await session.codes('jobs/cook.md')).toEqual(['culture/hype-title']);
    session.change('.posting-lint.yml', 2, config, 'gender', 'culture');
    expect(await session.codes('jobs/cook.md')).toEqual(['gender/service-titles']);
  });

  it('brings its house style along: texts in files, rules of its own, and new postings', async () => {
    const rule = [
      'check: phrases',
      'severity: warning',
      'summary: A',
      'why: B',
      'evidence: convention',
      'message: C',
      'phrases: [cook]',
    ].join('\n');
    const session = await start({
      '.posting-lint.yml':
        'houseRules: own\nsections: {benefits: {use: required, heading: On the plate}}\ntexts: {notice: {section: legal, use: optional, text: {file: texts/notice.md}}}\n',
      'texts/notice.md': 'We keep your papers for six months and show them to nobody else.\n',
      'own/style/cook.yml': rule,
    });
    const draft = '# Baker\n\nYou cook. We keep your papers for two months and show them to nobody else.\n';
    session.open('jobs/baker.md', draft);
    expect(await session.codes('jobs/baker.md')).toEqual(['style/cook', 'style/canonical-text']);
    session.write('own/style/cook.yml', rule.replace('cook]', 'nothing]'));
    session.write('texts/notice.md', 'We keep your papers for two months and show them to nobody else.\n');
    changed(session, 'texts/notice.md');
    await session.client.until(() => refreshes(session) || undefined, 'The refresh');
    expect(await session.codes('jobs/baker.md')).toEqual([]);
    const templates = await session.client.request<{ text: string }[]>('postingLint/templates', {});
    expect(templates[0]?.text).toContain('## On the plate');
  });

  it('with mistakes is told of in its file and in one message, until it is right', async () => {
    const session = await start({ '.posting-lint.yml': 'rules:\n  gender/nothing: off\n' });
    session.open('jobs/cook.md', DRAFT);
    expect(await session.codes('jobs/cook.md')).toEqual([]);
    const shown = await session.client.until(() => session.pushed('.posting-lint.yml'), 'The mistake');
    expect(shown).toMatchObject([
      {
        message: expect.stringContaining('Unknown rule “gender/nothing”'),
        range: { start: { line: 1, character: 2 } },
      },
    ]);
    await session.pull('jobs/cook.md');
    const messages = () =>
      session.client.notifications.filter(({ method }) => method === 'window/showMessage');
    expect(messages().length).toBe(1);
    session.write('.posting-lint.yml', 'rules:\n  gender: off\n');
    changed(session, '.posting-lint.yml');
    await session.client.until(() => refreshes(session) || undefined, 'The refresh');
    expect(await session.codes('jobs/cook.md')).toEqual(['culture/hype-title']);
    await session.client.until(
      () => session.pushed('.posting-lint.yml')?.length === 0 || undefined,
      'The all-clear',
    );
  });

  it('with a mistake in what it extends is told of there, until it is right', async () => {
    const session = await start({
      '.posting-lint.yml': 'extends: ./house-posting-lint.yml\n',
      'house-posting-lint.yml': 'rules:\n  gender: never\n',
    });
    session.open('jobs/cook.md', DRAFT);
    expect(await session.codes('jobs/cook.md')).toEqual([]);
    await session.client.until(
      () => session.pushed('house-posting-lint.yml')?.length === 1 || undefined,
      'The mistake',
    );
    session.write('house-posting-lint.yml', 'rules:\n  gender: off\n');
    changed(session, 'house-posting-lint.yml');
    await session.client.until(() => refreshes(session) || undefined, 'The refresh');
    expect(await session.codes('jobs/cook.md')).toEqual(['culture/hype-title']);
    await session.client.until(
      () => session.pushed('house-posting-lint.yml')?.length === 0 || undefined,
      'The all-clear',
    );
  });

  it('leaves files out', async () => {
    const session = await start({ '.posting-lint.yml': 'ignore:\n  - jobs/old/\n' });
    session.open('jobs/old/cook.md', DRAFT);
    expect(await session.codes('jobs/old/cook.md')).toEqual([]);
  });
});

interface Action {
  title: string;
  kind: string;
  edit?: {
    changes?: Record<string, { range: never; newText: string }[]>;
    documentChanges?: { kind?: string; uri?: string; edits?: { range: never; newText: string }[] }[];
  };
}

describe('code actions', () => {
  const actionsAt = (session: Session, line: number, character: number, only?: string[]) => {
    const place = { line, character };
    return session.client.request<Action[]>('textDocument/codeAction', {
      textDocument: { uri: session.uri('jobs/cook.md') },
      range: { start: place, end: place },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  };

  it('edit the text as they say', async () => {
    const session = await start({});
    session.open('jobs/cook.md', DRAFT);
    const actions = await actionsAt(session, 4, 10);
    const fix = actions.find(({ title }) => title === 'Replace with “salesperson”');
    const edits = fix?.edit?.changes?.[session.uri('jobs/cook.md')] ?? [];
    expect(applied(DRAFT, edits)).toBe(DRAFT.replace('salesman', 'salesperson'));
  });

  it('write a configuration where there is none, and edit one that is there', async () => {
    const session = await start({});
    session.open('jobs/cook.md', DRAFT);
    const choose = async () => {
      const action = (await actionsAt(session, 4, 10)).find(({ title }) =>
        title.endsWith('to off in .posting-lint.yml'),
      );
      return (await session.client.request<Action>('codeAction/resolve', action)).edit?.documentChanges;
    };
    expect(await choose()).toMatchObject([
      { kind: 'create', uri: session.uri('.posting-lint.yml') },
      { edits: [{ newText: 'rules:\n  gender/service-titles: off\n' }] },
    ]);
    const config = '# ours\nrules:\n  age: info # why\n';
    session.write('.posting-lint.yml', config);
    session.client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: session.uri('.posting-lint.yml'), type: 1 }],
    });
    const changes = await choose();
    expect(changes?.length).toBe(1);
    expect(applied(config, changes?.[0]?.edits ?? [])).toBe(`${config}  gender/service-titles: off\n`);
  });

  it('come with their edits for clients that cannot ask for them later', async () => {
    const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, codeAction: {} } };
    const session = await start({}, { capabilities });
    session.open('jobs/cook.md', DRAFT);
    const actions = await actionsAt(session, 4, 10);
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.filter(({ edit }) => edit === undefined)).toEqual([]);
  });
});

describe('our own requests', () => {
  it('give the report, templates, rules and their pages', async () => {
    const session = await start({}, { options: { docs: 'posting-lint:/rules/', status: true } });
    const uri = session.uri('jobs/cook.md');
    session.open('jobs/cook.md', DRAFT);
    const report = await session.client.request('postingLint/report', { uri });
    expect(report).toMatchObject({
      title: 'Cook',
      groups: [{ category: 'gender' }, { category: 'culture' }],
    });
    expect(await session.client.request('postingLint/report', { uri: session.uri('x.md') })).toBeNull();
    const templates = await session.client.request<{ text: string }[]>('postingLint/templates', {});
    expect(templates[0]?.text).toContain('# [Job title]');
    const rules = await session.client.request<{ id: string }[]>('postingLint/rules', {});
    expect(rules.map(({ id }) => id)).toContain('age/young');
    expect(await session.client.request('postingLint/explain', { rule: 'age/young' })).toMatchObject({
      href: 'posting-lint:/rules/age/young.md',
      text: expect.stringContaining('# age/young'),
    });
    expect(await session.client.request('postingLint/explain', { rule: 'age/nothing' })).toBeNull();
    await session.pull('jobs/cook.md');
    const status = session.client.notifications.findLast(({ method }) => method === 'postingLint/status');
    expect(status?.params).toMatchObject({ uri, state: 'checked', version: 1 });
  });

  it('check files that are not open', async () => {
    const session = await start({ 'jobs/cook.md': DRAFT, 'notes.md': DRAFT });
    const check = (name: string, force?: boolean) =>
      session.client.request<{ state: string; diagnostics: unknown[] }>('postingLint/check', {
        uri: session.uri(name),
        force,
      });
    expect((await check('jobs/cook.md')).diagnostics.length).toBeGreaterThan(2);
    expect(await check('notes.md')).toEqual({ state: 'not-a-posting', diagnostics: [] });
    expect((await check('notes.md', true)).state).toBe('checked');
    expect((await check('gone.md')).state).toBe('unreadable');
  });

  it('read files of other schemes through the client', async () => {
    const session = await start({}, { options: { readFile: true }, folders: [] });
    const files: Record<string, string> = {
      'memfs://host/site/.posting-lint.yml': 'rules:\n  gender: off\n',
    };
    session.client.answers.set('postingLint/readFile', (params) => ({
      text: files[(params as { uri: string }).uri] ?? null,
    }));
    const uri = 'memfs://host/site/jobs/cook.md';
    session.open(uri, DRAFT);
    expect(await session.codes(uri)).toEqual(['culture/hype-title']);
  });
});
