import { readFileSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import { createLinter, type Linter } from '../../lint/index.ts';
import { reasonOf } from '../files/errors.ts';
import { lintBytes } from '../work/lint-bytes.ts';
import type { Answer, Order, Start } from './messages.ts';

/** The side of a worker thread: lints what it is told to, one file after the other. It writes nothing. */
export function serve(port: MessagePort, { how }: Start): void {
  const linters = new Map<number, Linter>();
  const lint = (order: Extract<Order, { kind: 'lint' }>): Answer => {
    const { job, shown, name } = order;
    try {
      const linter = linters.get(order.linter);
      if (!linter) throw new Error(`linter ${order.linter} was not announced`);
      const bytes = order.bytes ?? readFileSync(order.absolute);
      const { report, text, fixed } = lintBytes(bytes, { shown, name }, linter, how);
      return { job, report: JSON.stringify(report), text, fixed };
    } catch (error) {
      return { job, failure: reasonOf(error), stack: error instanceof Error ? error.stack : undefined };
    }
  };
  port.on('message', (order: Order) => {
    if (order.kind === 'linter') linters.set(order.linter, createLinter(order.config, { remember: true }));
    else port.postMessage(lint(order));
  });
}
