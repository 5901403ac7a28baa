import { commands, extensions, Uri, window, workspace } from 'vscode';
import {
  assert,
  CLEAN,
  closeAll,
  EXTENSION,
  equal,
  eventually,
  finding,
  findings,
  folder,
  hand,
  handsAddress,
  looked,
  openNew,
  remove,
  ruleOf,
  withWords,
  write,
} from '../tools.ts';

describe('Commands', () => {
  afterEach(closeAll);

  it('are all known, each under one category', async () => {
    const known = new Set(await commands.getCommands(true));
    const manifest = extensions.getExtension(EXTENSION)?.packageJSON as
      | { contributes: { commands: { command: string; category: string }[] } }
      | undefined;
    assert(manifest, 'the extension is known');
    for (const { command, category } of manifest.contributes.commands) {
      assert(known.has(command), `${command} is registered`);
      equal(category, 'Posting Lint', `category of ${command}`);
    }
  });

  it('start a new posting from a template, with places to fill in', async () => {
    const before = workspace.textDocuments.length;
    const done = commands.executeCommand('postingLint.newPosting');
    const document = await eventually('the new posting', async () => {
      // Until the list is there, there is nothing to accept.
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return workspace.textDocuments.find(
        (candidate) => candidate.uri.scheme === 'untitled' && candidate.getText().includes('## '),
      );
    });
    await done;
    assert(workspace.textDocuments.length >= before, 'documents');
    equal(document.languageId, 'markdown', 'language');
    equal(window.activeTextEditor?.document, document, 'active document');
    assert(/^# \[.+\]/.test(document.getText()), 'a title to fill in');
    equal(
      document.getText(window.activeTextEditor?.selection).startsWith('['),
      true,
      'the first place is selected',
    );
    // It is checked: a template that still has its placeholders says so, or words typed into it are marked.
    await window.activeTextEditor?.edit((edit) =>
      edit.insert(document.lineAt(1).range.end, '\nOur chairman.\n'),
    );
    await finding(document, 'gender/service-titles');
  });

  it('start a new posting from a template of the house', async () => {
    const template = await write(
      'posting-templates/shop-floor.md',
      '# [Job title]\n\n[Our shop](https://shop.example) needs [whom].\n\n## Pay\n\n[£ from] to [£ to]\n',
    );
    const done = commands.executeCommand('postingLint.newPosting');
    const document = await eventually('the new posting', async () => {
      // The house's come first.
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return workspace.textDocuments.find(
        ({ uri, getText }) => uri.scheme === 'untitled' && getText().includes('## Pay'),
      );
    });
    await done;
    assert(document.getText().includes('[Our shop](https://shop.example) needs [whom].'), document.getText());
    equal(document.getText(window.activeTextEditor?.selection), '[Job title]', 'first place');
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(document.getText(window.activeTextEditor?.selection), '[whom]', 'second place');
    equal((await looked(document)).state, 'checked', 'state');
    await remove(template);
  });

  it('check a file of any name', async () => {
    const document = await openNew('notes/any.md', withWords('Our chairman.'));
    equal((await looked(document)).state, 'not-a-posting', 'state before');
    equal(findings(document).map(ruleOf), [], 'findings before');
    await commands.executeCommand('postingLint.checkFile', document.uri);
    await finding(document, 'gender/service-titles');
    // It is remembered once the file is opened again.
    await closeAll();
    const again = await workspace.openTextDocument(document.uri);
    await window.showTextDocument(again);
    await finding(again, 'gender/service-titles');
    await commands.executeCommand('postingLint.uncheckFile', again.uri);
    await eventually('no findings', () => findings(again).length === 0);
  });

  it('check all postings of the workspace, open or not', async () => {
    // Where files come over a network, only their names are looked at.
    const searched = folder().scheme !== 'tmp';
    const closed = await write('careers/closed.md', withWords('Our chairman.'));
    const declared = await write(
      'elsewhere/declared.md',
      `---\ntype: job-posting\n---\n\n${withWords('Our chairman.')}`,
    );
    const note = await write('elsewhere/note.md', 'Our chairman.\n');
    const ofChairman = (uri: Uri) =>
      findings({ uri }).filter((found) => ruleOf(found) === 'gender/service-titles').length;
    await commands.executeCommand('postingLint.checkWorkspace');
    equal(ofChairman(closed), 1, 'by its folder');
    equal(ofChairman(declared), searched ? 1 : 0, 'by front matter');
    equal(findings({ uri: note }).map(ruleOf), [], 'findings of a note');
    // Once open, its own diagnostics take over: each finding is told once.
    const document = await workspace.openTextDocument(closed);
    await window.showTextDocument(document);
    await looked(document);
    await eventually('the finding, once', () => ofChairman(closed) === 1);
    for (const uri of [closed, declared, note]) await remove(uri);
    await eventually('no findings of deleted files', () => ofChairman(declared) === 0);
  });

  it('stop checking all postings when told to', async function () {
    if (!handsAddress()) this.skip();
    const postings: Uri[] = [];
    for (let number = 0; number < 150; number++)
      postings.push(await write(`careers/many/${number}.md`, `Our chairman waits.\n\n${CLEAN}`.repeat(6)));
    const before = findings({ uri: postings[0] as Uri }).length;
    const done = commands.executeCommand('postingLint.checkWorkspace');
    // Tests see no toasts, but the list that they can be found in later; it shows only when there is something in it.
    const list = '.notifications-center';
    const button = { selector: `${list} .monaco-button:has-text("Cancel")`, inReport: false };
    await eventually('the button', async () => {
      await commands.executeCommand('notifications.showList');
      return (await hand<number>({ do: 'count', ...button })) > 0;
    });
    await hand({ do: 'click', ...button });
    await done;
    const checked = postings.filter((uri) => findings({ uri }).length > 0).length;
    equal(before, 0, 'findings before');
    assert(checked < postings.length, `${checked} postings were checked`);
    let shown = '';
    await eventually(
      () => `the message in “${shown}”`,
      async () => {
        await commands.executeCommand('notifications.showList');
        shown = await hand<string>({ do: 'text', selector: list, inReport: false });
        return /Stopped\. \d+ postings? checked/.test(shown);
      },
    );
    await remove(Uri.joinPath(folder(), 'careers/many'));
  });

  it('explain a rule', async () => {
    await openNew('jobs/explain.md', CLEAN);
    await commands.executeCommand('postingLint.explainRule', 'age/recent-graduate');
    await eventually('the page', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /recent-graduate/.test(label))),
    );
    assert(
      workspace.textDocuments.some(
        ({ uri }) => uri.toString() === Uri.parse('posting-lint:/rules/age/recent-graduate.md').toString(),
      ),
      'the page is a document',
    );
  });
});
