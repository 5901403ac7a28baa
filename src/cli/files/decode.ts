import { FileError } from './errors.ts';

/** How a file's text is written in bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Decodes a file: UTF-8, or UTF-16 with a byte order mark. A byte order mark stays in the text, as its first code unit.
 *
 * @throws {FileError} when the bytes are not text, or in an encoding that cannot be told
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    if (encoding !== 'utf-8') throw new FileError('It begins like UTF-16 text, but is not.');
    const line = lineOfMistake(bytes);
    throw new FileError(`Line ${line} is not UTF-8 text. Save the file as UTF-8.`);
  }
  if (text.includes('\0')) throw new FileError('It is not text.');
  return { text, encoding };
}

/** The inverse of `decode`. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The line, from 1, in which the first byte stands that cannot be decoded. */
function lineOfMistake(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  // A line break is the same byte in every encoding that is near UTF-8, and never part of another character in it.
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!decodes(bytes.subarray(start, end))) return line;
    start = end + 1;
    line++;
  }
  return line;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
