import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import type { Io } from './io.ts';

/** What a command is called with. */
export interface Call {
  args: Arguments;
  io: Io;
  /** Gives the linter; to be called only when one is needed, since that takes a while. */
  load: () => Promise<Engine>;
}

/** One command. Dispatch, help, completion and `docs/cli.md` all come from its row. */
export interface Command {
  name: string;
  /** What follows its name, as the help shows it. */
  takes: string;
  /** What its arguments name, for completion in a shell. */
  names?: 'file' | 'rule' | 'category' | 'shell';
  help: string;
  /** More, in Markdown, for `docs/cli.md` alone. */
  more?: string;
  /** @returns the exit code */
  run(call: Call): Promise<number>;
}

/** The commands that have a name. Linting has none: whatever else comes first is a file. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'rules',
    takes: '[CATEGORY]',
    names: 'category',
    help: 'List the rules, with the level they have here.',
    more: 'With `--format json` everything that is known of each.',
    run: async ({ args, io, load }) =>
      (await import('./rules-command.ts')).rulesCommand(args, await load(), io),
  },
  {
    name: 'explain',
    takes: 'RULE…',
    names: 'rule',
    help: 'Say why a rule is there, and how to set it.',
    run: async ({ args, io, load }) =>
      (await import('./rules-command.ts')).explainCommand(args, await load(), io),
  },
  {
    name: 'merge',
    takes: 'REPORT…',
    names: 'file',
    help: 'Show reports in JSON, of --shard, as one run would have.',
    more: 'For example `posting-lint merge report-*.json -f sarif=out.sarif`. What a run leaves out with `--severity`, nothing brings back, so let the parts show all and choose here.',
    run: async ({ args, io, load }) =>
      (await import('./merge/merge-command.ts')).mergeCommand(args, await load(), io),
  },
  {
    name: 'init',
    takes: '[FILE…]',
    names: 'file',
    help: 'Propose a configuration from what most of your postings do.',
    more: 'Headings, their order, the variety of English, standing texts and marks, each with how many postings do so. It is written to `.posting-lint.yml`, which must not be there yet; `--print` shows it.',
    run: async ({ args, io, load }) =>
      (await import('./init-command.ts')).initCommand(args, await load(), io),
  },
  {
    name: 'new',
    takes: '[FILE]',
    names: 'file',
    help: 'Write a draft to fill in: the sections, headings and texts of the house style.',
    more: 'The ending decides the format: `.md`, `.txt` or `.html`. Without a file the draft is shown. What is to be filled in stands in [brackets].',
    run: async ({ args, io, load }) => (await import('./new-command.ts')).newCommand(args, await load(), io),
  },
  {
    name: 'test-rules',
    takes: '[FILE…]',
    names: 'file',
    help: 'Test rules of your own: does each find what its examples say, and no more?',
    more: 'Without files, those that the configuration names under `houseRules`. Files, folders and packages can be named. A rule must have examples of what it catches and of what it leaves alone; its fixes must lead where they say, once and for all; and every pattern must be able to match. How rules are written: [rule-format.md](rule-format.md).',
    run: async ({ args, io, load }) =>
      (await import('./test-rules-command.ts')).testRulesCommand(args, await load(), io),
  },
  {
    name: 'lsp',
    takes: '',
    help: 'Serve an editor (Language Server Protocol).',
    more: 'How editors start it: [editors.md](editors.md).',
    run: async () => {
      const { startStdioServer } = await import('../server/node.ts');
      startStdioServer();
      // The editor says when it is over; the server ends the process then.
      return new Promise(() => {});
    },
  },
  {
    name: 'mcp',
    takes: '',
    help: 'Serve a writing assistant (Model Context Protocol).',
    more: 'Over standard input and output: tools that lint a text, list what is missing, explain and list rules. How assistants start it: [mcp.md](mcp.md).',
    run: async ({ args, io, load }) => (await import('./mcp-command.ts')).mcpCommand(args, await load(), io),
  },
  {
    name: 'completion',
    takes: 'SHELL',
    names: 'shell',
    help: 'Write a script that completes flags, commands and rules in bash, zsh or fish.',
    more: 'For example in `~/.bashrc`: `source <(posting-lint completion bash)`.',
    run: async ({ args, io, load }) =>
      (await import('./completion-command.ts')).completionCommand(args, await load(), io),
  },
];
