import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { FileReport } from '../../contract/report.ts';
import { FileError, reasonOf } from '../files/errors.ts';

/**
 * The files of a JSON report, one after the other, so that a long report need not be held whole. Also takes `jsonl`, and
 * JSON that another program has laid out anew, which is read whole.
 *
 * @param file - its path
 * @param shown - what to call it in messages
 * @throws {FileError} when it cannot be read, or is no whole report
 */
export function* readReport(file: string, shown: string): Generator<FileReport> {
  const lines = linesOf(file, shown);
  const first = lines.next();
  if (!first.done && /^\{"path":/.test(first.value)) return yield* ofLines(first.value, lines, shown);
  if (!first.done && first.value === '{') {
    const second = lines.next();
    if (!second.done && second.value === '  "schemaVersion": 1,')
      return yield* ofDocument(`${first.value}${second.value}`, lines, shown);
    if (!second.done) return yield* ofWhole([first.value, second.value], lines, shown);
  }
  yield* ofWhole(first.done ? [] : [first.value], lines, shown);
}

/** As `-f json` lays it out: what begins and ends with a bracket four spaces in is a file. */
function* ofDocument(head: string, lines: Iterable<string>, shown: string): Generator<FileReport> {
  const frame = [head];
  let part: string[] | undefined;
  for (const line of lines) {
    if (part === undefined && line === '    {') part = [line];
    else if (part === undefined) frame.push(line);
    else if (line === '    }' || line === '    },') {
      yield fileOf(parse([...part, '}'].join('\n'), shown), shown);
      part = undefined;
    } else part.push(line);
  }
  // Without its end it may lack files.
  if (part !== undefined) throw notWhole(shown);
  filesOf(parse(frame.join('\n'), shown), shown);
}

function* ofLines(first: string, lines: Iterable<string>, shown: string): Generator<FileReport> {
  yield fileOf(parse(first, shown), shown);
  for (const line of lines) if (line !== '') yield fileOf(parse(line, shown), shown);
}

function* ofWhole(begun: string[], lines: Iterable<string>, shown: string): Generator<FileReport> {
  const text = [...begun, ...lines].join('\n');
  const files = filesOf(parse(text.replace(/^\uFEFF/, ''), shown), shown);
  yield* files.map((each) => fileOf(each, shown));
}

function parse(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notWhole(shown);
  }
}

function notWhole(shown: string): FileError {
  return new FileError(`${shown} is not a whole report in JSON, as -f json writes it.`);
}

function filesOf(data: unknown, shown: string): readonly unknown[] {
  const { schemaVersion, files } = (data ?? {}) as Record<string, unknown>;
  if (schemaVersion !== 1 || !Array.isArray(files)) throw notWhole(shown);
  return files;
}

function fileOf(data: unknown, shown: string): FileReport {
  const { path, findings, sections, metrics } = (data ?? {}) as Record<string, unknown>;
  if (typeof path !== 'string' || !Array.isArray(findings) || !isObject(sections) || !isObject(metrics))
    throw notWhole(shown);
  const report = data as FileReport;
  return { ...report, suppressions: report.suppressions ?? [] };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function* linesOf(file: string, shown: string): Generator<string> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw new FileError(`${shown}: ${reasonOf(error)}`);
  }
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(1 << 18);
    let rest = '';
    for (;;) {
      const length = readSync(handle, buffer, 0, buffer.length, null);
      if (length === 0) break;
      const parts = (rest + decoder.write(buffer.subarray(0, length))).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof FileError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new FileError(`${shown}: ${reasonOf(error)}`);
  } finally {
    closeSync(handle);
  }
}
