import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Built, build } from './build.ts';

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: { items?: { code: string }[]; capabilities?: object };
}

const URI = 'file:///jobs/cook.md';
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: null,
  },
};
const OPEN = {
  jsonrpc: '2.0',
  method: 'textDocument/didOpen',
  params: {
    textDocument: { uri: URI, languageId: 'markdown', version: 1, text: '# Cook\n\nYou are a rockstar.\n' },
  },
};
const PULL = {
  jsonrpc: '2.0',
  id: 2,
  method: 'textDocument/diagnostic',
  params: { textDocument: { uri: URI } },
};
const TALK = [INITIALIZE, { jsonrpc: '2.0', method: 'initialized', params: {} }, OPEN, PULL];

let built: Built;
beforeAll(async () => {
  built = await build();
}, 60_000);
afterAll(() => built.remove());

/** The codes of the answer to the pull. */
const codesIn = (messages: readonly Message[]) =>
  messages.find(({ id }) => id === 2)?.result?.items?.map(({ code }) => code);

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; !done() && tries < 1500; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the extension’s server process', () => {
  it('talks over the channel between processes, from the first message on, and ends when told', async () => {
    const child: ChildProcess = fork(built.server, ['--node-ipc'], { stdio: 'pipe' });
    const received: Message[] = [];
    child.on('message', (message) => received.push(message as Message));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    for (const message of TALK) child.send(message);
    await until(() => codesIn(received) !== undefined);
    expect(codesIn(received)).toContain('culture/hype-title');
    child.send({ jsonrpc: '2.0', id: 3, method: 'shutdown' });
    await until(() => received.some(({ id }) => id === 3));
    child.send({ jsonrpc: '2.0', method: 'exit' });
    expect(await ended).toBe(0);
  });

  it('ends when whoever started it goes away', async () => {
    const child = fork(built.server, ['--node-ipc'], { stdio: 'pipe' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const received: Message[] = [];
    child.on('message', (message) => received.push(message as Message));
    child.send(INITIALIZE);
    await until(() => received.length > 0);
    child.disconnect();
    expect(await ended).toBe(1);
  });
});

describe('the web worker’s bundle', () => {
  it('runs where there is nothing of Node', async () => {
    const sent: Message[] = [];
    const self = {
      onmessage: null as ((event: { data: unknown }) => void) | null,
      addEventListener: () => {},
      postMessage: (message: Message) => sent.push(message),
    };
    const { URL: address, TextEncoder: encoder, TextDecoder: decoder } = globalThis;
    const scope = {
      self,
      console,
      performance,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      queueMicrotask,
      URL: address,
      TextEncoder: encoder,
      TextDecoder: decoder,
    };
    const code = readFileSync(path.join(built.folder, 'server-web.js'), 'utf8');
    vm.runInNewContext(code, scope);
    for (const data of TALK) self.onmessage?.({ data });
    await until(() => codesIn(sent) !== undefined);
    expect(codesIn(sent)).toContain('culture/hype-title');
  });
});
