import type { Sink } from './io.ts';
import { run } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
});

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => stream.write(text),
    drained: () => new Promise((resolve) => stream.once('drain', resolve)),
    isTTY: stream.isTTY,
    columns: stream.columns,
  };
}
