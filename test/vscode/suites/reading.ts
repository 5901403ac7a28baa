import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type MarkdownString,
  Position,
  window,
} from 'vscode';
import {
  assert,
  CLEAN,
  closeAll,
  equal,
  eventually,
  finding,
  openNew,
  replace,
  withWords,
} from '../tools.ts';

/** Asked again while VS Code drops requests, because another provider registers meanwhile, or has none yet. */
function provided<T>(what: string, ask: () => Thenable<T>, test: (answer: T) => boolean): Promise<T> {
  return eventually(what, async () => {
    const answer = await Promise.resolve(ask()).catch(() => undefined);
    return answer !== undefined && test(answer) && answer;
  });
}

describe('Reading and writing', () => {
  afterEach(closeAll);

  it('is explained where one points', async () => {
    const document = await openNew('jobs/hover.md', withWords('We hire a recent graduate.'));
    const { range } = await finding(document, 'age/recent-graduate');
    const hovers = await provided(
      'an explanation',
      () => commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, range.start),
      (found) => found.length > 0,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content as MarkdownString).value)
      .join('\n');
    for (const words of ['Sources: ', 'Replace with', 'command:postingLint.explainRule'])
      assert(text.includes(words), `“${words}” in ${text}`);
  });

  it('has an outline of the sections that are recognised', async () => {
    const document = await openNew('jobs/outline.md', CLEAN);
    const symbols = await provided(
      'the outline',
      () => commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => found.some(({ detail }) => detail === 'Title'),
    );
    const title = symbols.find(({ detail }) => detail === 'Title');
    equal(title?.name, 'Bicycle Mechanic', 'title');
    const need = title?.children.find(({ name }) => name === 'What you need');
    equal(need?.detail, 'Requirements', 'kind of a section');
  });

  it('completes sections that are missing', async () => {
    const document = await openNew('jobs/complete.md', `${CLEAN.replace(/## Benefits[^#]*/, '')}\n## `);
    const end = new Position(document.lineCount - 1, 3);
    const { items } = await provided(
      'the section',
      () =>
        commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          end,
          '#',
        ),
      (list) => list.items.some(({ detail }) => detail === 'Missing section'),
    );
    const labels = items.filter(({ detail }) => detail === 'Missing section').map(({ label }) => label);
    equal(labels, ['What we offer'], 'sections');
  });

  it('folds sections of plain text', async () => {
    const document = await openNew(
      'jobs/fold.txt',
      'Guard\n\nWHAT YOU WILL DO\n\nYou watch the door.\nYou greet people.\n\nPAY\n\n£12 an hour\n',
    );
    const ranges = await provided(
      'ranges',
      () => commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
      (found) => found.some(({ start, end }) => start === 2 && end === 5),
    );
    assert(ranges.length >= 2, JSON.stringify(ranges));
  });

  it('does not wait for a very long draft, which is checked in the background', async () => {
    const document = await openNew(
      'jobs/long.md',
      withWords('We hire a recent graduate.') +
        'You will mend the brakes of many bicycles.\n\n'.repeat(25_000),
    );
    await replace(document, 'recent graduate', 'person');
    // Typed while the first look is still to come; and another posting does not wait for it.
    const other = await openNew('jobs/short.md', withWords('We hire a recent graduate.'));
    await finding(other, 'age/recent-graduate');
    await window.showTextDocument(document);
    await replace(document, 'hire a person', 'hire a recent graduate');
    await finding(document, 'age/recent-graduate');
  });
});
