import type { Io, Sink } from './io.ts';

/** Milliseconds before the first sight of it, and between two. */
const FIRST = 700;
const AGAIN = 120;

/** Shows on a terminal how far the work is and how long it will take; elsewhere nothing. */
export class Progress {
  /** The same as was given, but what is written there takes the line away first. */
  readonly io: Io;
  readonly #stderr: Sink;
  readonly #now: () => Date;
  readonly #total: number;
  readonly #begun: number;
  readonly #active: boolean;
  #done = 0;
  #last: number;
  #shown = false;

  /** @param total - how many files there are */
  constructor(total: number, io: Io) {
    const { stderr, stdout, env, now } = io;
    this.#stderr = stderr;
    this.#now = now;
    this.#total = total;
    this.#active = stderr.isTTY === true && env.TERM !== 'dumb' && total > 1;
    this.#begun = now().getTime();
    this.#last = this.#begun + FIRST - AGAIN;
    const clearing = (sink: Sink): Sink => ({
      ...sink,
      write: (text) => {
        this.clear();
        return sink.write(text);
      },
    });
    this.io = this.#active ? { ...io, stdout: clearing(stdout), stderr: clearing(stderr) } : io;
  }

  /** One more file is done. */
  step(): void {
    this.#done += 1;
    if (!this.#active) return;
    const now = this.#now().getTime();
    if (now - this.#last < AGAIN) return;
    this.#last = now;
    const left = ((now - this.#begun) / this.#done) * (this.#total - this.#done);
    const percent = Math.floor((100 * this.#done) / this.#total);
    this.#stderr.write(`\r\x1b[K${this.#done} of ${this.#total} files, ${percent} %, ${timeLeft(left)} left`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}

/** @param milliseconds - rounded as one would say it */
function timeLeft(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
