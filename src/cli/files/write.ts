import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/**
 * Writes a file whole or not at all: to a new file in the same folder, which then takes its place. Mode and, where
 * allowed, owner stay; a symbolic link keeps pointing to the file, which is the one written.
 *
 * @param file - need not exist
 * @throws what the file system throws; the file is as it was then
 */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const whole = new WholeFile(file);
  whole.write(bytes);
  whole.commit();
}

let counter = 0;
/** What is being written now; gone when the process is told to stop. */
const open = new Set<WholeFile>();

/** Takes away everything that is only half written. For who ends the process. */
export function discardHalfWritten(): void {
  for (const file of open) file.discard();
}

/** The same in pieces: `write` as often as needed, then `commit`; or `discard`, and nothing has happened. */
export class WholeFile {
  readonly #target: string;
  readonly #fresh: string;
  readonly #before: Stats | undefined;
  readonly #folder: string | undefined;
  #handle: number | undefined;

  /** @throws what the file system throws */
  constructor(file: string, folder?: string) {
    this.#target = existing(() => realpathSync(file)) ?? file;
    this.#before = existing(() => statSync(this.#target));
    this.#folder = folder;
    // A new file in its place would not be that pipe or device.
    if (this.#before && !this.#before.isFile() && !this.#before.isDirectory())
      throw new Error('It is no file.');
    const name = `.${path.basename(this.#target)}.${process.pid}-${counter++}.tmp`;
    this.#fresh = path.join(path.dirname(this.#target), name);
    this.#handle = openSync(this.#fresh, 'wx+', this.#before?.mode ?? 0o666);
    open.add(this);
  }

  /** One that is only ever read back and discarded. */
  static temporary(): WholeFile {
    const folder = mkdtempSync(path.join(tmpdir(), 'posting-lint-'));
    return new WholeFile(path.join(folder, 'report'), folder);
  }

  write(bytes: Uint8Array | string): void {
    const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    try {
      for (let at = 0; at < all.length; ) at += writeSync(this.#opened(), all, at);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** What has been written, as text, in pieces that can be held. */
  *pieces(): Generator<string> {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(1 << 18);
    let at = 0;
    for (;;) {
      const length = readSync(this.#opened(), buffer, 0, buffer.length, at);
      if (length === 0) return;
      at += length;
      yield decoder.write(buffer.subarray(0, length));
    }
  }

  /** Puts it in its place. */
  commit(): void {
    try {
      fsyncSync(this.#opened());
      this.#close();
      if (this.#before) {
        chmodSync(this.#fresh, this.#before.mode);
        keepOwner(this.#fresh, this.#before);
      }
      renameSync(this.#fresh, this.#target);
      open.delete(this);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  discard(): void {
    // After `commit` there is nothing left to take away.
    if (!open.delete(this)) return;
    this.#close();
    rmSync(this.#folder ?? this.#fresh, { recursive: this.#folder !== undefined, force: true });
  }

  #opened(): number {
    if (this.#handle === undefined) throw new Error('The file is closed.');
    return this.#handle;
  }

  #close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }
}

function keepOwner(file: string, { uid, gid }: { uid: number; gid: number }): void {
  const own = statSync(file);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(file, uid, gid);
  } catch {
    // Only root may give files away; the text matters more.
  }
}

function existing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
