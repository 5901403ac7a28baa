import { readFileSync } from 'node:fs';
import type { EffectiveConfig } from '../../config/index.ts';
import type { Linter } from '../../lint/index.ts';
import type { Setup } from '../setup.ts';
import { type Linted, lintBytes, type Subject, type Treatment } from './lint-bytes.ts';

/** One file's work. */
export interface Job extends Subject {
  /** Where it is read from, when no bytes are given. */
  absolute: string;
  bytes: Uint8Array | undefined;
  config: EffectiveConfig;
}

/** Who does the work. */
export interface Executor {
  /** So many jobs may be under way. */
  readonly width: number;
  /** Rejects with what is wrong with the file, or with `Broken`. */
  run(job: Job): Promise<Linted>;
  /** Waits for nothing: what is under way is given up. */
  close(): void;
}

/** Not the file is at fault: nothing can be linted like this. */
export class Broken extends Error {
  override name = 'Broken';
  readonly reason: unknown;

  /** @param reason - what was thrown */
  constructor(reason: unknown) {
    super(String(reason));
    this.reason = reason;
  }
}

/** Does it here and now. */
export class Here implements Executor {
  readonly width = 1;
  readonly #setup: Setup;
  readonly #how: Treatment;

  constructor(setup: Setup, how: Treatment) {
    this.#setup = setup;
    this.#how = how;
  }

  async run({ absolute, bytes, config, ...subject }: Job): Promise<Linted> {
    return lintBytes(bytes ?? readFileSync(absolute), subject, this.#linter(config), this.#how);
  }

  #linter(config: EffectiveConfig): Linter {
    try {
      return this.#setup.linter(config);
    } catch (error) {
      throw new Broken(error);
    }
  }

  close(): void {}
}
