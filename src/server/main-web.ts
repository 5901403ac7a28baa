import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { type Host, localDay } from './host.ts';
import { startServer } from './server.ts';

/** What messages come and go through: a worker's own scope, or what a Node process puts in its place. */
export interface WorkerScope {
  onmessage: ((event: { data: unknown }) => void) | null;
  addEventListener(event: 'error', listen: (error: unknown) => void): void;
  postMessage(message: unknown): void;
  /** The machine's files, where there are any. */
  host?: Host;
}

declare const self: WorkerScope;

/** A worker has no files: the client is asked for them. */
const workerHost: Host = {
  canRead: () => false,
  read: () => Promise.resolve(undefined),
  today: () => localDay(new Date()),
  docs: 'posting-lint:/rules/',
};

const { postingLintScope } = globalThis as { postingLintScope?: WorkerScope };
const scope = postingLintScope ?? self;
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
const port = scope as unknown as Port;
startServer(
  createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
  scope.host ?? workerHost,
);
