import { setFlagsFromString } from 'node:v8';

/** Fewer files end before their memory could grow. */
const MANY = 300;

/**
 * Has the memory of what is no longer needed taken back sooner, for work that makes much and keeps little. As it is, a
 * program may grow to four times what it holds before that is done, and with many files it does; it costs a tenth more
 * time. Holds for threads too.
 *
 * @param files - how many there are to lint
 */
export function keepMemorySmall(files: number): void {
  if (files >= MANY) setFlagsFromString('--heap-growing-percent=40');
}
