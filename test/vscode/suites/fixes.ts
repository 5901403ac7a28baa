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

/** What is inserted has places to fill in, and counts once they are. */
async function fillIn(document: TextDocument): Promise<void> {
  const editor = await window.showTextDocument(document);
  const filled = document.getText().replace(/\[([^[\]\n]+)\]/g, '30 $1');
  assert(await editor.edit((edit) => edit.replace(whole(document), filled)), 'the editor takes the words');
}

const configuration = () =>
  eventually('the configuration', () =>
    workspace.textDocuments.find(({ uri }) => uri.path.endsWith('.posting-lint.yml')),
  );

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
    await fillIn(document);
    await noFinding(document, 'sections/benefits');
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
    const config = await configuration();
    assert(/age\/recent-graduate: off/.test(config.getText()), config.getText());
    await config.save();
    await noFinding(document, 'age/recent-graduate');
    await remove(config.uri);
    await finding(document, 'age/recent-graduate');
  });

  it('add a name to the configuration, and it is left alone', async () => {
    const document = await openNew('jobs/term.md', withWords('You will use Salesman, our product.'));
    await perform(await actionFor(document, 'gender/service-titles', /^“Salesman” is a name/));
    const config = await configuration();
    assert(/terms:\s+- Salesman/.test(config.getText()), config.getText());
    await config.save();
    await noFinding(document, 'gender/service-titles');
    await remove(config.uri);
    await finding(document, 'gender/service-titles');
  });

  it('insert all that is missing', async () => {
    const bare = CLEAN.replace(/## Benefits[^#]*/, '').replace(/## Pay[^#]*/, '');
    const document = await openNew('jobs/bare.md', bare);
    await perform(await actionFor(document, 'sections/benefits', /^Insert all \d+ missing sections/));
    await fillIn(document);
    await noFinding(document, 'sections/benefits');
    await noFinding(document, 'sections/pay');
    equal([...document.getText().matchAll(/^## (.*)$/gm)].length, 9, 'headings');
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
