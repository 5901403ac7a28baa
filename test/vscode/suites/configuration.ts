import { DiagnosticSeverity, window } from 'vscode';
import {
  closeAll,
  equal,
  eventually,
  finding,
  findings,
  noFinding,
  openNew,
  remove,
  ruleOf,
  setSetting,
  withWords,
  write,
} from '../tools.ts';

const DRAFT = withWords('Our chairman hires a recent graduate.');

describe('Configuration', () => {
  afterEach(async () => {
    await closeAll();
    for (const name of ['rules', 'enable', 'files', 'configFile']) await setSetting(name, undefined);
  });

  it('takes effect from the settings, without a reload', async () => {
    const document = await openNew('jobs/settings.md', DRAFT);
    await finding(document, 'age/recent-graduate');
    await setSetting('rules', { 'age/recent-graduate': 'off', gender: 'error' });
    await noFinding(document, 'age/recent-graduate');
    await eventually('the new level', () =>
      findings(document).some(
        (found) => ruleOf(found) === 'gender/service-titles' && found.severity === DiagnosticSeverity.Error,
      ),
    );
    await setSetting('rules', undefined);
    await finding(document, 'age/recent-graduate');
  });

  it('turns everything off and on again', async () => {
    const document = await openNew('jobs/enable.md', DRAFT);
    await finding(document, 'age/recent-graduate');
    await setSetting('enable', false);
    await eventually('no finding', () => findings(document).length === 0);
    await setSetting('enable', undefined);
    await finding(document, 'age/recent-graduate');
  });

  it('says which files are postings', async () => {
    const document = await openNew('hiring/draft.md', DRAFT);
    await finding(await openNew('jobs/here.md', DRAFT), 'age/recent-graduate');
    equal(findings(document).length, 0, 'findings before');
    await window.showTextDocument(document);
    await setSetting('files', ['hiring/**/*.md']);
    await finding(document, 'age/recent-graduate');
  });

  it('takes effect from the file, as it is written, changed and deleted', async () => {
    const document = await openNew('jobs/file.md', DRAFT);
    await finding(document, 'age/recent-graduate');
    const config = await write('.posting-lint.yml', 'rules:\n  age/recent-graduate: off\n');
    await noFinding(document, 'age/recent-graduate');
    await write('.posting-lint.yml', 'rules:\n  gender/service-titles: off\n');
    await finding(document, 'age/recent-graduate');
    await noFinding(document, 'gender/service-titles');
    await remove(config);
    await finding(document, 'gender/service-titles');
  });

  it('has its mistakes marked where they stand', async () => {
    const document = await openNew('jobs/mistake.md', DRAFT);
    await finding(document, 'age/recent-graduate');
    const config = await write('.posting-lint.yml', 'rules:\n  age/recent-graduat: off\n');
    await eventually('the mistake', () => findings({ uri: config }).length > 0);
    await remove(config);
    await finding(document, 'age/recent-graduate');
    await eventually('no mistake', () => findings({ uri: config }).length === 0);
  });
});
