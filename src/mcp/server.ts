import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import * as z from 'zod';
import { unknownRule } from '../config/index.ts';
import { CATEGORIES, type FileReport, type Format, SECTION_KINDS } from '../contract/report.ts';
import type { Linter } from '../lint/index.ts';
import { detectFormat } from '../posting/detect-format.ts';
import { asText, explained, missing, shortened } from './answers.ts';

const INSTRUCTIONS =
  'Checks drafts of job postings for wording that leaves people out and for missing information, by fixed rules with sources; nothing leaves this machine. Lint a draft, weigh each finding (info is advice, not a mistake), change the wording, lint again. explain_rule says why a rule is there and what its evidence does not show.';

const FORMATS = ['markdown', 'text', 'html'] as const satisfies readonly Format[];

const text = z.string().min(1).max(1_000_000).describe('The whole draft, as it stands in its file.');
const format = z
  .enum(FORMATS)
  .optional()
  .describe('How the draft is written; Markdown unless it begins like HTML.');

/**
 * A server of the Model Context Protocol, for assistants that write or review job postings.
 *
 * @param linter - with the configuration of the house
 * @param version - of this package
 */
export function createMcpServer(linter: Linter, version: string): McpServer {
  const server = new McpServer(
    { name: 'posting-lint', title: 'Posting Lint', version },
    { instructions: INSTRUCTIONS },
  );
  const lint = (draft: string, given: Format | undefined): FileReport => {
    const told = detectFormat('', draft) === 'html' ? 'html' : 'markdown';
    return linter.lint(draft, { path: 'draft', format: given ?? told });
  };
  const rules = new Map(linter.rules().map((active) => [active.rule.id, active]));
  const readOnlyHint = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

  server.registerTool(
    'lint_posting',
    {
      title: 'Lint a job posting',
      description:
        'Finds wording in a draft of a job posting that leaves people out, is unlawful or unclear, and information that is missing. Each finding has its place (lines and columns from 1), its rule, why it was found and, where there are good ones, replacements.',
      inputSchema: {
        text,
        format,
        severity: z
          .enum(['error', 'warning', 'info'])
          .optional()
          .describe('The least to tell of; info, which includes advice, by default.'),
      },
      outputSchema: shortened.shape,
      annotations: readOnlyHint,
    },
    ({ text: draft, format: given, severity = 'info' }) => {
      const result = asText.findings(lint(draft, given), draft, severity, rules);
      return { content: [{ type: 'text', text: result.text }], structuredContent: result.data };
    },
  );

  server.registerTool(
    'list_missing',
    {
      title: 'List what a job posting lacks',
      description:
        'Tells which sections a draft of a job posting has (location, pay, benefits, how to apply, equal opportunity …), which of those that are asked for are missing, and how each could begin.',
      inputSchema: { text, format },
      outputSchema: missing.shape,
      annotations: readOnlyHint,
    },
    ({ text: draft, format: given }) => {
      const result = asText.sections(lint(draft, given), SECTION_KINDS, rules);
      return { content: [{ type: 'text', text: result.text }], structuredContent: result.data };
    },
  );

  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description:
        'Says why a rule is there, how strong its evidence is and what it does not show, with its sources and examples.',
      inputSchema: { rule: z.string().describe('Its id, such as age/recent-graduate.') },
      outputSchema: explained.shape,
      annotations: readOnlyHint,
    },
    ({ rule: id }) => {
      const active = rules.get(id);
      if (!active) {
        const message = unknownRule(id, { rules: [...rules.keys()] });
        return { content: [{ type: 'text', text: message }], isError: true };
      }
      const result = asText.rule(active);
      return { content: [{ type: 'text', text: result.text }], structuredContent: result.data };
    },
  );

  server.registerTool(
    'list_rules',
    {
      title: 'List rules',
      description: 'Names the rules that are on, with level and summary.',
      inputSchema: { category: z.enum(CATEGORIES).optional().describe('Only those of one category.') },
      annotations: readOnlyHint,
    },
    ({ category }) => {
      const lines = [...rules.values()]
        .filter(
          ({ rule, level }) => level !== 'off' && (category === undefined || rule.category === category),
        )
        .map(({ rule, level }) => `${rule.id} (${level}): ${rule.summary}`);
      return { content: [{ type: 'text', text: lines.join('\n') || 'None is on.' }] };
    },
  );
  return server;
}

/** Serves over standard input and output until the other side closes them. */
export async function serveStdio(linter: Linter, version: string): Promise<void> {
  const server = createMcpServer(linter, version);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
}
