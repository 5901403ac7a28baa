import { commands, window } from 'vscode';
import { assert, closeAll, equal, eventually, finding, hand, openNew, withWords } from '../tools.ts';

const text = (selector: string) => hand<string>({ do: 'text', selector });

describe('In German', () => {
  after(closeAll);

  it('speaks the report and the status bar', async () => {
    const document = await openNew(
      'jobs/german.md',
      withWords('Our chairman.').replace(/## Benefits[^#]*/, ''),
    );
    await finding(document, 'gender/service-titles');
    await commands.executeCommand('postingLint.showReport');
    await eventually('the view', () =>
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Bericht zur Anzeige')),
    );
    equal(await text('.summary strong'), '2 zu beheben', 'summary');
    const missing = await text('.row.missing');
    assert(/Fehlt:\s+Leistungen\s+wird erwartet/.test(missing), missing);
    const page = await text('#report');
    for (const words of ['Auf einen Blick', 'Lesbarkeit', 'Wortlaut', 'Anforderungen'])
      assert(page.includes(words), `“${words}” in ${page}`);
    const bar = await hand<string>({ do: 'text', selector: '.statusbar', inReport: false });
    assert(bar.includes('Anzeige: 2 zu beheben'), bar);
  });
});
