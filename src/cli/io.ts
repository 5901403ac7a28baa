import type { Start, WorkerThread } from './workers/messages.ts';

/** Where output goes: `process.stdout`, or something that a test can look at. */
export interface Sink {
  /** @returns `false` when it would rather not be given more now */
  write(text: string): unknown;
  /** Resolves when it takes more again. */
  drained?: (() => Promise<void>) | undefined;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** The environment variables that count. */
export interface Environment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  readonly POSTING_LINT_DEBUG?: string | undefined;
}

/** Everything that the command knows of the world besides the files. */
export interface Io {
  /** Bytes. */
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: Sink;
  stderr: Sink;
  cwd: string;
  env: Environment;
  now: () => Date;
  /** Starts a thread that serves as `workers/worker.ts` does; without it, all is done in one. */
  startWorker?: ((data: Start) => WorkerThread) | undefined;
}

export const EXIT = { fine: 0, findings: 1, failed: 2 } as const;
