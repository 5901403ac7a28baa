import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all: to a new file in the same folder, which then takes its place. Mode and, where
 * allowed, owner stay; a symbolic link keeps pointing to the file, which is the one written.
 *
 * @param file - need not exist
 * @throws what the file system throws; the file is as it was then
 */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const target = existing(() => realpathSync(file)) ?? file;
  const before = existing(() => statSync(target));
  const fresh = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}-${counter++}.tmp`);
  try {
    const handle = openSync(fresh, 'wx', before?.mode ?? 0o666);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (before) {
      chmodSync(fresh, before.mode);
      keepOwner(fresh, before);
    }
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

let counter = 0;

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
