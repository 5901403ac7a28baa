import type { FlagRow } from './flag.ts';

export const ADOPTION = [
  {
    name: 'baseline',
    value: 'FILE',
    names: 'file',
    help: 'Leave out findings that this file knows; --update-baseline writes it.',
    more: 'A finding is known by its rule, its words and the words around it, so entries hold while lines move, and when the file is renamed. Entries that nothing was found for are told of.',
  },
  {
    name: 'update-baseline',
    help: 'Write all findings of the files checked into the baseline: new ones are added, entries no longer needed go.',
    more: 'Without `--baseline`, the file is `.posting-lint-baseline.json` in this folder. Entries of files that are there and were not checked stay.',
  },
  {
    name: 'changed',
    help: 'Check only files that differ from the last commit, and new ones. Asks git.',
    more: 'Without files or folders: those of this folder.',
  },
  {
    name: 'since',
    value: 'REVISION',
    help: 'With --changed: those that differ from where this revision and the present state parted. Goes without --changed too.',
    more: 'In a pull request, `--since origin/main`.',
  },
  {
    name: 'changed-lines',
    help: 'Of those files, show only findings on lines that changed. Goes without --changed too.',
    more: '`--fix` mends whole files all the same.',
  },
] as const satisfies readonly FlagRow[];
