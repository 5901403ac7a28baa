import { commands, Uri, window, workspace } from 'vscode';
import {
  assert,
  CLEAN,
  closeAll,
  equal,
  finding,
  findings,
  looked,
  noFinding,
  openNew,
  replace,
  ruleOf,
  type,
} from '../tools.ts';

describe('Diagnostics', () => {
  afterEach(closeAll);

  it('are none for a good posting', async () => {
    const bad = await openNew('jobs/watch.md', CLEAN.replace('Mechanic', 'Ninja'));
    await finding(bad, 'culture/hype-title');
    const document = await openNew('jobs/good.md', CLEAN);
    const { errors, warnings, infos } = await looked(document);
    equal([errors, warnings, infos], [0, 0, 0], 'findings that the server counts');
    equal(findings(document).map(ruleOf), [], 'findings');
  });

  it('come and go as the text changes', async () => {
    const document = await openNew('jobs/typing.md', CLEAN);
    await type(document, ' We hire a recent graduate.');
    const found = await finding(document, 'age/recent-graduate', 'recent graduate');
    assert(typeof found.code === 'object', 'the code leads to the page of its rule');
    equal(found.code.target.toString(), 'posting-lint:/rules/age/recent-graduate.md', 'address');
    await replace(document, 'recent graduate', 'person');
    await noFinding(document, 'age/recent-graduate');
  });

  it('name a missing section at the title, not all over the file', async () => {
    const document = await openNew('jobs/missing.md', CLEAN.replace(/## Benefits[^#]*/, ''));
    const found = await finding(document, 'sections/benefits');
    equal(document.getText(found.range), 'Bicycle Mechanic', 'place');
  });

  it('come for an unsaved document once a person says that it is a posting, and go again', async () => {
    const document = await workspace.openTextDocument({
      language: 'markdown',
      content: CLEAN.replace('Mechanic', 'Ninja'),
    });
    await window.showTextDocument(document);
    equal((await looked(document)).state, 'not-a-posting', 'state before');
    equal(findings(document).map(ruleOf), [], 'findings before');
    await commands.executeCommand('postingLint.checkFile');
    await finding(document, 'culture/hype-title');
    await commands.executeCommand('postingLint.uncheckFile');
    await noFinding(document, 'culture/hype-title');
  });

  it('have a page for each rule', async () => {
    const page = await workspace.openTextDocument(Uri.parse('posting-lint:/rules/age/recent-graduate.md'));
    assert(page.getText().startsWith('# '), 'the page has a heading');
    assert(page.getText().includes('age/recent-graduate'), 'the page names its rule');
  });
});
