import { fork } from 'node:child_process';
import type { OutputChannel } from 'vscode';
import type { Channel } from './language-client.ts';

/**
 * Starts the server as a process of its own, and talks to it through Node's channel between processes.
 *
 * @param module - path of the server
 * @param output - takes what it prints
 */
export function openProcess(module: string, output: OutputChannel | undefined): Channel {
  const server = fork(module, [], {
    // Otherwise a VS Code for the desktop would start itself again.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    // Options of the extension host, such as a port to debug it, are not the server's.
    execArgv: [],
    silent: true,
  });
  const print = (text: unknown) => output?.append(String(text));
  server.stdout?.on('data', print);
  server.stderr?.on('data', print);
  const channel: Channel = {
    onmessage: null,
    addEventListener: (_, listen) => void server.on('error', listen),
    // When it has just ended, there is nobody to tell; the end itself is told below.
    postMessage: (message) => void (server.connected && server.send(message as object)),
  };
  server.on('message', (data) => channel.onmessage?.({ data }));
  server.on('exit', () => channel.onclose?.());
  return channel;
}
