/**
 * The extension's server process on a desktop. Messages of Node's channel between processes are objects, just as those
 * of a web worker, so this runs the worker's very bundle: the extension carries the engine once.
 */

import type { WorkerScope } from './main-web.ts';
import { nodeHost } from './node-host.ts';

let ended = false;
const scope: WorkerScope = {
  onmessage: null,
  // Errors of the channel end the process by themselves.
  addEventListener: () => {},
  postMessage: (message) => process.send?.(message),
  host: nodeHost,
};
// Whoever started this is gone.
process.on('disconnect', () => process.exit(ended ? 0 : 1));

Object.assign(globalThis, { postingLintScope: scope });
const bundle = new URL('./server-web.js', import.meta.url).href;
await import(bundle);
// Only now: Node keeps what comes before there is a listener, the bundle could not.
process.on('message', (data: { method?: unknown }) => {
  scope.onmessage?.({ data });
  if (data.method === 'shutdown') ended = true;
  if (data.method === 'exit') process.exit(ended ? 0 : 1);
});
