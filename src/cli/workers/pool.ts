import type { EffectiveConfig } from '../../config/index.ts';
import type { FileReport } from '../../contract/report.ts';
import { FileError } from '../files/errors.ts';
import type { Setup } from '../setup.ts';
import { Broken, type Executor, type Job } from '../work/executor.ts';
import type { Linted, Treatment } from '../work/lint-bytes.ts';
import type { Answer, Start, WorkerThread } from './messages.ts';

/** So many jobs wait at each worker, so that it need not wait for us. */
const AHEAD = 3;
/** So many more may be under way for each, so that a long file does not hold up those behind it. */
const WIDTH = 16;

interface Waiting {
  job: Job;
  resolve(linted: Linted): void;
  reject(error: unknown): void;
}

interface Member {
  thread: WorkerThread;
  linters: Set<number>;
  jobs: Map<number, Waiting>;
}

/** Does the work in threads, each with linters of its own. */
export class Pool implements Executor {
  readonly width: number;
  readonly #setup: Setup;
  readonly #members: Member[];
  readonly #queue: Waiting[] = [];
  readonly #linters = new Map<EffectiveConfig, number>();
  #jobs = 0;
  #broken: Broken | undefined;

  /** @param start - starts a thread that serves (see `worker.ts`) */
  constructor(size: number, setup: Setup, how: Treatment, start: (data: Start) => WorkerThread) {
    this.width = size * WIDTH;
    this.#setup = setup;
    this.#members = Array.from({ length: size }, () => {
      const member: Member = { thread: start({ how }), linters: new Set(), jobs: new Map() };
      member.thread.on('message', (answer) => this.#take(member, answer));
      member.thread.on('error', (error) => this.#break(error));
      return member;
    });
  }

  run(job: Job): Promise<Linted> {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      this.#queue.push({ job, resolve, reject });
      this.#give();
    });
  }

  close(): void {
    for (const { thread } of this.#members) thread.terminate();
  }

  #give(): void {
    while (this.#queue.length > 0) {
      const member = this.#members.reduce((a, b) => (b.jobs.size < a.jobs.size ? b : a));
      if (member.jobs.size >= AHEAD) return;
      const waiting = this.#queue.shift() as Waiting;
      const { shown, name, absolute, bytes, config } = waiting.job;
      const linter = this.#linter(config, member);
      const job = this.#jobs++;
      member.jobs.set(job, waiting);
      member.thread.postMessage({ kind: 'lint', job, linter, shown, name, absolute, bytes });
    }
  }

  /** The number that the member knows the linter of a configuration by. */
  #linter(config: EffectiveConfig, { thread, linters }: Member): number {
    const linter = this.#linters.get(config) ?? this.#linters.size;
    this.#linters.set(config, linter);
    if (!linters.has(linter)) {
      linters.add(linter);
      thread.postMessage({ kind: 'linter', linter, config: this.#setup.linterConfig(config) });
    }
    return linter;
  }

  #take(member: Member, answer: Answer): void {
    const waiting = member.jobs.get(answer.job);
    member.jobs.delete(answer.job);
    this.#give();
    if ('failure' in answer) {
      const error = new FileError(answer.failure);
      if (answer.stack !== undefined) error.stack = answer.stack;
      waiting?.reject(error);
      return;
    }
    const { report, text, fixed } = answer;
    waiting?.resolve({ report: JSON.parse(report) as FileReport, text, fixed });
  }

  /** A thread died, or could not take in a configuration: nothing it was given will come back. */
  #break(error: Error): void {
    const broken = new Broken(error);
    this.#broken = broken;
    const all = [...this.#queue.splice(0), ...this.#members.flatMap(({ jobs }) => [...jobs.values()])];
    for (const { reject } of all) reject(broken);
  }
}
