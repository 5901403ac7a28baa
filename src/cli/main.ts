import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { discardHalfWritten } from './files/write.ts';
import type { Sink } from './io.ts';
import { run } from './run.ts';
import type { Start } from './workers/messages.ts';

if (isMainThread) await main();
else if (parentPort) (await import('./workers/worker.ts')).serve(parentPort, workerData as Start);

async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      discardHalfWritten();
      // Again, now that nobody listens: whoever called sees that it was stopped.
      process.kill(process.pid, signal);
    });
  }
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    now: () => new Date(),
    // The same file: threads begin here too.
    startWorker: (data) => new Worker(new URL(import.meta.url), { workerData: data }),
  });
}

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => stream.write(text),
    drained: () => new Promise((resolve) => stream.once('drain', resolve)),
    isTTY: stream.isTTY,
    columns: stream.columns,
  };
}
