/** Tells whether work has become pointless. */
export interface Stop {
  readonly stopped: boolean;
}

/** Longest stretch of work without a look at what else there is to do, in milliseconds. */
const SLICE = 10;

/**
 * Does work step by step and lets everything else that waits go first in between.
 *
 * @returns undefined when it was stopped
 */
export async function inSlices<Result>(
  steps: Generator<void, Result>,
  stop: Stop,
): Promise<Result | undefined> {
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - started < SLICE) continue;
    await turn();
    if (stop.stopped) {
      steps.return(undefined as never);
      return undefined;
    }
    started = performance.now();
  }
}

/** Behind everything that has come in: a message to oneself, where there is no `setImmediate`, as in a web worker. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
