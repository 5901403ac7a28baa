import type { FlagRow } from './flag.ts';

export const OTHER = [
  {
    name: 'print-config',
    value: 'FILE',
    names: 'file',
    help: 'Show the configuration that holds for a file, and what it comes from.',
  },
  { name: 'print', on: ['init'], help: 'Show the proposed configuration and write nothing.' },
  { name: 'title', value: 'TITLE', on: ['new'], help: 'The title of the job, for the draft.' },
  { name: 'short', on: ['new'], help: 'Only the sections that every posting needs.' },
  {
    name: 'stdio',
    on: ['lsp', 'mcp'],
    help: 'Serve over standard input and output, as lsp and mcp always do.',
  },
  { name: 'version', short: 'v', on: 'all', help: 'Show the version.' },
  { name: 'help', short: 'h', on: 'all', help: 'Show this; after a command, what that command takes.' },
] as const satisfies readonly FlagRow[];
