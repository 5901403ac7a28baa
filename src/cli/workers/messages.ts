import type { LinterConfig } from '../../lint/index.ts';
import type { Fixed, Treatment } from '../work/lint-bytes.ts';

/** What a worker is started with. */
export interface Start {
  how: Treatment;
}

/** To a worker: a linter that jobs will ask for, or a job. */
export type Order =
  | { kind: 'linter'; linter: number; config: LinterConfig }
  | {
      kind: 'lint';
      job: number;
      linter: number;
      shown: string;
      name: string | undefined;
      absolute: string;
      bytes: Uint8Array | undefined;
    };

/** From a worker: what came of a job. */
export type Answer =
  | {
      job: number;
      /** As JSON, which passes between threads faster than the objects do. */
      report: string;
      text: string | undefined;
      fixed: Fixed | undefined;
    }
  | { job: number /** A sentence for people. */; failure: string; stack: string | undefined };

/** As much of a worker thread as is used here. */
export interface WorkerThread {
  postMessage(order: Order): void;
  on(event: 'message', listener: (answer: Answer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): unknown;
}
