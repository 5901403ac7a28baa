import { extensions, window, workspace } from 'vscode';
import {
  assert,
  CLEAN,
  closeAll,
  EXTENSION,
  equal,
  eventually,
  finding,
  findings,
  looked,
  openNew,
  ruleOf,
  serverStarted,
  tell,
} from '../tools.ts';

/** What VS Code itself writes down of the start: loading the code, and `activate`, in milliseconds. */
function activationTime(): number | undefined {
  const { MonacoPerformanceMarks: marks } = globalThis as {
    MonacoPerformanceMarks?: { getMarks(): { name: string; startTime: number }[] };
  };
  const at = (step: string) =>
    marks?.getMarks().find(({ name }) => name === `code/extHost/${step}/${EXTENSION}`)?.startTime ??
    Number.NaN;
  const loading = at('didLoadExtensionCode') - at('willLoadExtensionCode');
  const activating = at('didActivateExtension') - at('willActivateExtension');
  return Number.isNaN(loading + activating) ? undefined : loading + activating;
}

describe('Activation', () => {
  after(closeAll);

  it('leaves READMEs alone, and does not even start the server for them', async () => {
    const document = await openNew('README.md', '# Notes\n\nOur chairman is a ninja.\n');
    await eventually('activation', () => extensions.getExtension(EXTENSION)?.isActive);
    // Each document is looked at as it opens, and at once: another that has come meanwhile shows that this one was.
    const other = await openNew('notes.md', '# Notes\n\nOur chairman is a ninja.\n');
    equal(findings(other).map(ruleOf), [], 'findings in other notes');
    equal(findings(document).map(ruleOf), [], 'findings');
    equal(serverStarted(), false, 'the server is started');
  });

  it('tells how long it takes', function () {
    const time = activationTime();
    if (time === undefined) return this.skip();
    // The launcher holds the best of its runs against the limit: what one takes depends on what else the machine does.
    tell(`activated in ${time.toFixed(1)} ms`);
    assert(time < 2000, `activation took ${time} ms`);
  });

  it('checks a posting in a folder for postings', async () => {
    const document = await openNew('jobs/mechanic.md', CLEAN.replace('Mechanic', 'Ninja'));
    await finding(document, 'culture/hype-title', 'Ninja');
    equal(serverStarted(), true, 'the server is started');
  });

  it('leaves a README in such a folder alone, with the server started', async () => {
    const document = await openNew('jobs/README.md', '# Notes\n\nOur chairman is a ninja.\n');
    equal((await looked(document)).state, 'not-a-posting', 'state');
    equal(findings(document).map(ruleOf), [], 'findings');
  });

  it('checks what its front matter says is a posting', async () => {
    const document = await openNew(
      'notes/draft.md',
      `---\ntype: job-posting\n---\n\n${CLEAN.replace('Mechanic', 'Ninja')}`,
    );
    await finding(document, 'culture/hype-title');
  });

  it('checks plain text and HTML', async () => {
    const text = await openNew('jobs/guard.txt', 'Guard\n\nOur chairman waits for you.\n');
    await finding(text, 'gender/service-titles', 'chairman');
    const page = await openNew(
      'jobs/guard.html',
      '<!doctype html><h1>Guard</h1><p>Our <b>chair</b>man waits.</p>',
    );
    await finding(page, 'gender/service-titles');
    equal(window.activeTextEditor?.document.languageId, 'html', 'language');
    assert(workspace.textDocuments.length > 0, 'documents are open');
  });
});
