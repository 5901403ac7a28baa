import {
  type CodeAction,
  CodeActionKind,
  commands,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import {
  action,
  assert,
  CLEAN,
  closeAll,
  equal,
  eventually,
  finding,
  folder,
  noFinding,
  openNew,
  perform,
  remove,
  type,
  withWords,
} from '../tools.ts';

const whole = (document: TextDocument) => new Range(0, 0, document.lineCount, 0);

/** The action for a finding whose title says this. */
async function actionFor(document: TextDocument, rule: string, title: RegExp): Promise<CodeAction> {
  const { range } = await finding(document, rule);
  return action(document, range, (found) => title.test(found.title));
}

describe('Quick fixes', () => {
  afterEach(closeAll);

  it('replace words', async () => {
    const document = await openNew('jobs/replace.md', withWords('Our chairman is a fireman.'));
    await finding(document, 'gender/service-titles', 'chairman');
    await perform(await actionFor(document, 'gender/service-titles', /^Replace with “chair”$/));
    assert(document.getText().includes('Our chair is a fireman.'), 'the words are replaced');
  });

  it('insert a missing section where it belongs', async () => {
    const document = await openNew('jobs/insert.md', CLEAN.replace(/## Benefits[^#]*/, ''));
    await perform(await actionFor(document, 'sections/benefits', /^Insert /));
    const headings = [...document.getText().matchAll(/^## (.*)$/gm)].map(([, words]) => words);
    const pay = headings.indexOf('Pay');
    assert(headings.length === 9 && pay >= 0, `headings: ${headings.join(', ')}`);
    equal(headings.indexOf('How to apply') - pay, 2, 'the new section stands after pay');
    await eventually('no such finding', () => true);
  });

  it('leave a passage alone, with a reason', async () => {
    const document = await openNew('jobs/leave.md', withWords('We hire a recent graduate.'));
    await perform(await actionFor(document, 'age/recent-graduate', /^Leave this alone here/));
    await eventually('the comment', () =>
      /<!-- posting-lint-disable-next-line age\/recent-graduate -- .+ -->/.test(document.getText()),
    );
    await noFinding(document, 'age/recent-graduate');
  });

  it('fix all of a rule in the file', async () => {
    const document = await openNew('jobs/all.md', withWords('Our chairman is a fireman.'));
    await finding(document, 'gender/service-titles', 'fireman');
    await perform(await actionFor(document, 'gender/service-titles', /^Fix all 2 of/));
    assert(!/chairman|fireman/.test(document.getText()), 'both are replaced');
  });

  it('set a rule’s level in the configuration, and all follow', async () => {
    const document = await openNew('jobs/level.md', withWords('We hire a recent graduate.'));
    await perform(await actionFor(document, 'age/recent-graduate', /^Set .* to off/));
    const config = await eventually('the configuration', () =>
      workspace.textDocuments.find(({ uri }) => uri.path.endsWith('.posting-lint.yml')),
    );
    assert(/age\/recent-graduate: off/.test(config.getText()), config.getText());
    await config.save();
    await noFinding(document, 'age/recent-graduate');
    await closeAll();
    await remove(config.uri);
  });

  it('make all safe fixes on command', async () => {
    const document = await openNew('jobs/safe.md', withWords('We repair the the bicycles of our chairman.'));
    await finding(document, 'style/repeated-words');
    const all = await action(
      document,
      whole(document),
      ({ kind }) => kind?.value === 'source.fixAll.postingLint',
      CodeActionKind.SourceFixAll,
    );
    assert(all.edit, 'the action has its edit');
    await window.showTextDocument(document);
    await commands.executeCommand('postingLint.fixAll');
    assert(
      document.getText().includes('We repair the bicycles of our chairman.'),
      'what is safe, and no more',
    );
  });

  it('are part of saving where a person wants that', async () => {
    const settings = workspace.getConfiguration('editor', folder());
    await settings.update('codeActionsOnSave', { 'source.fixAll.postingLint': 'explicit' }, 1);
    try {
      const document = await openNew('jobs/save.md', CLEAN);
      await finding(await openNew('jobs/wait.md', withWords('Our chairman.')), 'gender/service-titles');
      await type(document, ' The the end.');
      await finding(document, 'style/repeated-words');
      await document.save();
      assert(document.getText().includes('The end.'), 'the fix is made');
    } finally {
      await settings.update('codeActionsOnSave', undefined, 1);
    }
  });
});
