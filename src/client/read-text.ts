import { FileSystemError, Uri, workspace } from 'vscode';

/**
 * The text of a file as an editor would show it, for a server that has no access to the file system.
 *
 * @returns null when there is no such file
 */
export async function readText(uri: string): Promise<{ text: string | null }> {
  try {
    return { text: decode(await workspace.fs.readFile(Uri.parse(uri, true))) };
  } catch (error) {
    if (error instanceof FileSystemError && /FileNotFound|FileNotADirectory|EntryNotFound/.test(error.code))
      return { text: null };
    throw error;
  }
}

/** By its byte order mark, otherwise UTF-8. The mark is taken off, as VS Code does. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
