const REASONS: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EACCES: 'Permission is denied.',
  EPERM: 'Permission is denied.',
  EROFS: 'The disk cannot be written to.',
  ENOSPC: 'The disk is full.',
  EISDIR: 'It is a folder.',
  ENOTDIR: 'A folder on the way there is a file.',
  EEXIST: 'A folder on the way there is a file.',
  ELOOP: 'Its symbolic links go round in a circle.',
  EMFILE: 'Too many files are open.',
  ENAMETOOLONG: 'Its name is too long.',
};

/** Something is wrong with a file; the message is a sentence for the person who named it. */
export class FileError extends Error {
  override name = 'FileError';
}

/** Why a file could not be read, linted or written, in a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof FileError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined) return REASONS[code] ?? error.message;
  return `The linter failed on it, please report this: ${error.message}`;
}
