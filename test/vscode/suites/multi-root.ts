import { workspace } from 'vscode';
import {
  closeAll,
  equal,
  finding,
  findings,
  folder,
  noFinding,
  openNew,
  remove,
  ruleOf,
  setSetting,
  withWords,
  write,
} from '../tools.ts';

const DRAFT = withWords('Our chairman hires a recent graduate.');

describe('Several folders', () => {
  before(function () {
    if ((workspace.workspaceFolders?.length ?? 0) < 2) this.skip();
  });
  afterEach(closeAll);

  it('have settings of their own', async () => {
    const first = await openNew('jobs/a.md', DRAFT, folder(0));
    const second = await openNew('jobs/b.md', DRAFT, folder(1));
    await finding(first, 'age/recent-graduate');
    await finding(second, 'age/recent-graduate');
    await setSetting('rules', { 'age/recent-graduate': 'off' }, folder(1));
    await noFinding(second, 'age/recent-graduate');
    equal(
      findings(first).some((found) => ruleOf(found) === 'age/recent-graduate'),
      true,
      'found in the first',
    );
    await setSetting('rules', undefined, folder(1));
    await finding(second, 'age/recent-graduate');
  });

  it('have configurations of their own', async () => {
    const config = await write('.posting-lint.yml', 'rules:\n  gender/service-titles: off\n', folder(0));
    const first = await openNew('jobs/c.md', DRAFT, folder(0));
    const second = await openNew('jobs/d.md', DRAFT, folder(1));
    await finding(second, 'gender/service-titles');
    await finding(first, 'age/recent-graduate');
    await noFinding(first, 'gender/service-titles');
    await remove(config);
    await finding(first, 'gender/service-titles');
  });
});
