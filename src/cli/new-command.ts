import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { detectFormat } from '../posting/detect-format.ts';
import { postingDraft } from '../service/templates.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Engine } from './engine.ts';
import { FileError, reasonOf } from './files/errors.ts';
import { toSlash } from './files/search.ts';
import { writeWhole } from './files/write.ts';
import { EXIT, type Io } from './io.ts';
import { Setup } from './setup.ts';

const LANGUAGES = { markdown: 'markdown', text: 'plaintext', html: 'html' } as const;

/**
 * `posting-lint new [FILE]`: a draft in the house style that holds for the file.
 *
 * @throws {FileError} when the file is there already
 */
export async function newCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const [, name, extra] = args.positionals;
  if (extra !== undefined) throw new UsageError('“posting-lint new” writes one file at a time.');
  const target = path.resolve(io.cwd, name ?? 'posting.md');
  if (name !== undefined && existsSync(target)) throw new FileError(`${name}: This file is there already.`);
  const setup = new Setup(engine, args, io);
  const { config } = await setup.resolver.forFile(toSlash(target));
  const language = LANGUAGES[detectFormat(target, '')];
  const length = args.has('short') ? 'short' : 'full';
  const draft = postingDraft(setup.linter(config), length, language, args.value('title'));
  if (name === undefined) {
    io.stdout.write(draft);
    return EXIT.fine;
  }
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeWhole(target, draft);
  } catch (error) {
    throw new FileError(`${name} could not be written. ${reasonOf(error)}`);
  }
  io.stderr.write(`${name} is written. What is to be filled in stands in [brackets].\n`);
  return EXIT.fine;
}
