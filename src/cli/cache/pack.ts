import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { constants, deflateSync, inflateSync } from 'node:zlib';

/*
 * A pack is one file: the line MAGIC; the entries, each deflated, one after the other; the index, deflated JSON; and a
 * tail of fixed length that says where the index stands. Each deflated piece carries a checksum of its own.
 */
const MAGIC = 'posting-lint cache 1\n';
const TAIL = 48;
/** Packs are as quick to read as they are small; little is gained by more effort. */
const LEVEL = { level: constants.Z_BEST_SPEED };

/** Where an entry stands, and the file it was made for. */
export interface Place {
  file: string;
  offset: number;
  length: number;
}

/** Something that pieces can be written to, one after the other. */
export interface Pieces {
  write(bytes: Uint8Array): void;
}

/** A pack that is there. Only its index is held; entries are read when they are asked for. */
export class PackReader {
  readonly #handle: number;
  readonly #index: Map<string, Place>;
  #open = true;

  private constructor(handle: number, index: Map<string, Place>) {
    this.#handle = handle;
    this.#index = index;
  }

  /** @returns undefined when there is no such file, or when it is not a whole pack */
  static open(file: string): PackReader | undefined {
    let handle: number | undefined;
    try {
      handle = openSync(file, 'r');
      return new PackReader(handle, readIndex(handle));
    } catch {
      if (handle !== undefined) closeSync(handle);
      return undefined;
    }
  }

  /** @returns what was written under the key; undefined when nothing was, or when it has been damaged since */
  get(key: string): unknown {
    const place = this.#index.get(key);
    if (!place) return undefined;
    try {
      return JSON.parse(inflateSync(this.bytes(place)).toString('utf8'));
    } catch {
      this.#index.delete(key);
      return undefined;
    }
  }

  places(): ReadonlyMap<string, Place> {
    return this.#index;
  }

  /** An entry as it stands there. */
  bytes({ offset, length }: Place): Buffer {
    return readAt(this.#handle, offset, length);
  }

  close(): void {
    if (this.#open) closeSync(this.#handle);
    this.#open = false;
  }
}

function readIndex(handle: number): Map<string, Place> {
  const { size } = fstatSync(handle);
  if (readAt(handle, 0, MAGIC.length).toString('latin1') !== MAGIC) throw new Error('no pack');
  const tail = readAt(handle, size - TAIL, TAIL).toString('latin1');
  const [, offset, length] = /^(\d{20}) (\d{20}) whole\n$/.exec(tail) ?? [];
  const end = Number(offset) + Number(length);
  if (end !== size - TAIL) throw new Error('no whole pack');
  const index = inflateSync(readAt(handle, Number(offset), Number(length))).toString('utf8');
  const entries = JSON.parse(index) as [string, string, number, number][];
  return new Map(entries.map(([key, file, at, bytes]) => [key, { file, offset: at, length: bytes }]));
}

function readAt(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const read = readSync(handle, bytes, at, length - at, offset + at);
    if (read === 0) throw new Error('the file is shorter than it says');
    at += read;
  }
  return bytes;
}

/** Writes a pack, entry by entry. */
export class PackWriter {
  readonly #to: Pieces;
  readonly #index = new Map<string, Place>();
  #length = 0;

  constructor(to: Pieces) {
    this.#to = to;
    this.#write(Buffer.from(MAGIC, 'latin1'));
  }

  has(key: string): boolean {
    return this.#index.has(key);
  }

  /** Adds an entry; the first of a key stays. */
  add(key: string, file: string, value: unknown): void {
    if (!this.has(key)) this.copy(key, file, deflateSync(JSON.stringify(value), LEVEL));
  }

  /** Adds an entry as another pack has it. */
  copy(key: string, file: string, bytes: Uint8Array): void {
    this.#index.set(key, { file, offset: this.#length, length: bytes.length });
    this.#write(bytes);
  }

  /** Writes the index; nothing can be added then. */
  end(): void {
    const offset = this.#length;
    const entries = [...this.#index].map(([key, place]) => [key, place.file, place.offset, place.length]);
    const index = deflateSync(JSON.stringify(entries), LEVEL);
    this.#write(index);
    const number = (value: number) => String(value).padStart(20, '0');
    this.#write(Buffer.from(`${number(offset)} ${number(index.length)} whole\n`, 'latin1'));
  }

  #write(bytes: Uint8Array): void {
    this.#to.write(bytes);
    this.#length += bytes.length;
  }
}
