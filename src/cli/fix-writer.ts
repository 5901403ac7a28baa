import { readFileSync } from 'node:fs';
import type { Arguments } from './arguments.ts';
import { decode, encode } from './files/decode.ts';
import { FileError, reasonOf } from './files/errors.ts';
import { writeWhole } from './files/write.ts';
import type { Io } from './io.ts';
import type { Draft } from './items.ts';
import type { LintOptions } from './options.ts';
import { paintFor } from './paint.ts';
import type { Results } from './results.ts';
import type { Fixed, Linted } from './work/lint-bytes.ts';

/** Does with fixed texts what was asked for: writes them, shows the change, or only counts. */
export class FixWriter {
  readonly #options: LintOptions;
  readonly #args: Arguments;
  readonly #io: Io;
  readonly #made = { fixes: 0, files: 0 };

  constructor(options: LintOptions, args: Arguments, io: Io) {
    this.#options = options;
    this.#args = args;
    this.#io = io;
  }

  /** @throws {FileError} when the text cannot be written */
  async take(draft: Draft, { fixed, text }: Linted): Promise<void> {
    const { fixing } = this.#options;
    if (fixing === 'write' && draft.stdin) this.#io.stdout.write(text ?? '');
    if (!fixed) return;
    if (fixing === 'diff') await this.#show(draft.shown, fixed);
    else if (fixing === 'write' && !draft.stdin) write(draft.absolute, fixed);
    if (fixing === 'diff') return;
    this.#made.fixes += fixed.fixes;
    this.#made.files++;
  }

  /** Tells how much was done. */
  tell(results: Results): void {
    const { fixes, files } = this.#made;
    if (fixes === 0 || this.#options.stdin) return;
    const would = this.#options.fixing === 'dry-run' ? ' would be' : '';
    results.say(
      `${fixes} ${fixes === 1 ? 'fix' : 'fixes'}${would} made in ${files} ${files === 1 ? 'file' : 'files'}.`,
    );
  }

  async #show(shown: string, { before, after }: Fixed): Promise<void> {
    const { unifiedDiff } = await import('./diff.ts');
    this.#io.stdout.write(unifiedDiff(shown, before, after, paintFor(this.#args, this.#io)));
  }
}

function write(file: string, { before, after, encoding }: Fixed): void {
  if (decode(readFileSync(file)).text !== before)
    throw new FileError('It was changed by someone else just now, so it was not written.');
  try {
    writeWhole(file, encode(after, encoding));
  } catch (error) {
    throw new FileError(`It could not be written. ${reasonOf(error)}`);
  }
}
