import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { OutputChannel } from 'vscode';
import { openProcess } from '../../src/client/server-process.ts';

let folder: string;
let module: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'posting-lint-process-'));
  module = path.join(folder, 'server.mjs');
  writeFileSync(
    module,
    `process.on('message', (message) => {
       if (message.method === 'exit') process.exit(3);
       console.log('printed');
       process.send({ echo: message, execArgv: process.execArgv });
     });`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('carries messages both ways, shows what is printed, and tells of the end', async () => {
  let printed = '';
  const output = { append: (text: string) => (printed += text) } as unknown as OutputChannel;
  const channel = openProcess(module, output);
  const closed = vi.fn();
  channel.onclose = closed;
  const answer = new Promise((resolve) => {
    channel.onmessage = ({ data }) => resolve(data);
  });
  channel.postMessage({ method: 'hello' });
  expect(await answer).toEqual({ echo: { method: 'hello' }, execArgv: [] });
  await vi.waitFor(() => expect(printed).toBe('printed\n'), 10_000);
  channel.postMessage({ method: 'exit' });
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce(), 10_000);
  // Nobody listens any more, and nothing breaks.
  expect(() => channel.postMessage({ method: 'late' })).not.toThrow();
});
