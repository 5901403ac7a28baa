import { rmSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../cli/build.ts';
import { Folder } from '../cli/harness.ts';

const built = builtCommand();
const here = new Folder({ '.posting-lint.yml': 'rules: {age/young: off}\n' });
let client: Client;

// The SDK's own client, with the command as an assistant would start it.
beforeAll(async () => {
  client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [built.file, 'mcp'],
      cwd: here.path,
      stderr: 'inherit',
    }),
  );
}, 60_000);

afterAll(async () => {
  await client.close();
  rmSync(here.path, { recursive: true, force: true });
});

interface Result {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent?: Record<string, never>;
}

const call = async (name: string, given: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: given })) as unknown as Result;

describe('the server for assistants', () => {
  it('says who it is and what it can', async () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'posting-lint', version: '9.9.9' });
    expect(client.getInstructions()).toContain('explain_rule');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'lint_posting',
      'list_missing',
      'explain_rule',
      'list_rules',
    ]);
    for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true });
  });

  it('lints a text, as the folder is configured', async () => {
    const text = '# Nurse\n\nA young team wants a recent graduate.\n';
    const { content, structuredContent } = await call('lint_posting', { text });
    const findings = structuredContent?.['findings'] as unknown as Record<string, unknown>[];
    const found = findings.find(({ rule }) => rule === 'age/recent-graduate');
    expect(found).toMatchObject({
      severity: 'warning',
      start: { line: 3, column: 22 },
      why: expect.any(String),
    });
    expect(found?.['passage']).toContain('recent graduate');
    expect(findings.some(({ rule }) => rule === 'age/young')).toBe(false);
    expect(content[0]?.text).toContain('3:22 warning:');
    const errors = await call('lint_posting', { text, severity: 'error' });
    expect(errors.content[0]?.text).toBe('Nothing found.');
  });

  it('lists what is missing, and how it could begin', async () => {
    const { structuredContent, content } = await call('list_missing', {
      text: '# Nurse\n\n**Location:** Leeds\n',
    });
    const { missing, present } = structuredContent as unknown as Record<string, Record<string, unknown>[]>;
    expect(missing?.find(({ section }) => section === 'compensation')).toMatchObject({
      name: 'Pay',
      severity: 'warning',
      template: expect.any(String),
    });
    expect(present).toContainEqual({ section: 'location', name: 'Location', line: 3 });
    expect(content[0]?.text).toContain('Missing (warning): Pay.');
  });

  it('explains rules, and guesses at names', async () => {
    const { structuredContent } = await call('explain_rule', { rule: 'age/recent-graduate' });
    expect(structuredContent).toMatchObject({ id: 'age/recent-graduate', level: 'warning' });
    expect(await call('explain_rule', { rule: 'age/recent-gradute' })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('Did you mean “age/recent-graduate”?') }],
    });
    const listed = await call('list_rules', { category: 'age' });
    expect(listed.content[0]?.text).toContain('age/recent-graduate (warning): ');
    expect(listed.content[0]?.text).not.toContain('age/young (');
  });

  it('refuses what it cannot use', async () => {
    expect(await call('lint_posting', {})).toMatchObject({ isError: true });
    expect(await call('lint_posting', { text: 'x', format: 'pdf' })).toMatchObject({ isError: true });
  });
});
