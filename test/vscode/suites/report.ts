import { commands, window } from 'vscode';
import {
  assert,
  CLEAN,
  closeAll,
  equal,
  eventually,
  finding,
  hand,
  handsAddress,
  noFinding,
  openNew,
  replace,
  type,
  withWords,
} from '../tools.ts';

const text = (selector: string) => hand<string>({ do: 'text', selector });
const click = (selector: string) => hand({ do: 'click', selector });
const count = (selector: string) => hand<number>({ do: 'count', selector });
const focused = async () => String(await hand<string | null>({ do: 'focused' }));
/** The page may just be drawing itself anew. */
const focusOn = (selector: string, key: string) =>
  eventually(`focus on ${selector}`, async () => {
    await hand({ do: 'focus', selector });
    return (await focused()).startsWith(key);
  });
const DRAFT = withWords('Our chairman hires a recent graduate.').replace(/## Benefits[^#]*/, '');

describe('The report', () => {
  afterEach(closeAll);

  async function show(name: string) {
    const document = await openNew(`jobs/${name}.md`, DRAFT);
    await finding(document, 'age/recent-graduate');
    await commands.executeCommand('postingLint.showReport');
    await eventually('the view', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Posting Report')),
    );
    return document;
  }

  it('opens beside the draft and leaves the cursor there', async () => {
    const document = await show('beside');
    equal(window.activeTextEditor?.document, document, 'active document');
    equal(window.tabGroups.all.length, 2, 'groups of editors');
  });

  describe('as a person sees it', () => {
    before(function () {
      if (!handsAddress()) this.skip();
    });

    it('opens from the status bar', async () => {
      const document = await openNew('jobs/bar.md', DRAFT);
      await finding(document, 'age/recent-graduate');
      const item = { selector: '.statusbar-item:has-text("Posting: 3 to fix")', inReport: false };
      await eventually('the item', async () => (await hand<number>({ do: 'count', ...item })) === 1);
      await hand({ do: 'click', ...item });
      await eventually('the report', async () => (await text('h1')) === 'Bicycle Mechanic');
    });

    it('says what is there and what is missing', async () => {
      const document = await show('sections');
      equal(await text('h1'), 'Bicycle Mechanic', 'title');
      assert(/3 to fix/.test(await text('.summary')), await text('.summary'));
      equal(await count('.row.missing'), 1, 'missing sections');
      assert(/Benefits/.test(await text('.row.missing')), 'the missing section is named');
      assert((await count('.row.present')) >= 11, 'sections that are there');
      for (const meter of ['reading', 'length', 'address', 'musts'])
        equal(await count(`[data-meter=${meter}] svg`), 1, `picture of ${meter}`);
      equal(await count('svg.balance'), 0, 'pictures of the balance of no words');
      await type(document, ' We are driven, ambitious, competitive and dominant.');
      await eventually('the picture of the balance', async () => (await count('svg.balance')) === 1);
      assert(/Masculine [2-9]/.test(await text('.sides')), await text('.sides'));
    });

    it('goes to a passage and to a section', async () => {
      const document = await show('click');
      await click('[data-group=age] button.go');
      await eventually('the passage', () => {
        const editor = window.activeTextEditor;
        return editor?.document === document && document.getText(editor.selection) === 'recent graduate';
      });
      await click('[data-key="section requirements"]');
      await eventually('the section', () =>
        /What you need/.test(document.lineAt(window.activeTextEditor?.selection.start.line ?? 0).text),
      );
    });

    it('inserts a missing section, and ticks it off', async () => {
      const document = await show('insert');
      await click('[data-key="insert benefits"]');
      await eventually('the section', () => /^## What we offer$/m.test(document.getText()));
      const selected = () => document.getText(window.activeTextEditor?.selection);
      await eventually('the selection', () => selected().startsWith('## What we offer'));
      await eventually('the tick', async () => !/Missing:\s*Benefits/.test(await text('.checklist')));
    });

    it('makes a fix', async () => {
      const document = await show('fix');
      await click('[data-group=gender] button.action');
      await eventually('the fix', () => !document.getText().includes('chairman'));
      await eventually('the report without it', async () => (await count('[data-group=gender]')) === 0);
    });

    it('follows what is typed', async () => {
      const document = await show('live');
      await replace(document, 'recent graduate', 'person');
      await noFinding(document, 'age/recent-graduate');
      await eventually('the report without it', async () => (await count('[data-group=age]')) === 0);
      await replace(document, 'Bicycle Mechanic', 'Gardener');
      await eventually('the new title', async () => (await text('h1')) === 'Gardener');
    });

    it('follows from one posting to the other', async () => {
      await show('first');
      const other = await openNew('jobs/second.md', CLEAN.replace('Bicycle Mechanic', 'Baker'));
      await window.showTextDocument(other, 1);
      await eventually('the other title', async () => (await text('h1')) === 'Baker');
    });

    it('can be used with the keyboard, and all in it has a name', async () => {
      const document = await show('keyboard');
      const names = await eventually('the page', async () => {
        const found = await hand<string[]>({ do: 'names' });
        return found.length > 10 && found;
      });
      assert(!names.includes(''), names.join(' | '));
      await focusOn('[data-group=age] button.go', 'go ');
      await hand({ do: 'press', key: 'Tab' });
      await eventually('the fix to come next', async () => (await focused()).startsWith('fix '));
      await focusOn('[data-group=age] button.go', 'go ');
      await hand({ do: 'press', key: 'Enter' });
      await eventually(
        'the passage',
        () => document.getText(window.activeTextEditor?.selection) === 'recent graduate',
      );
    });
  });
});
