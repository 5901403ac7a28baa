import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { propose } from '../project/propose.ts';
import { renderProposal } from '../project/render.ts';
import { type Sample, sampleDraft } from '../project/sample.ts';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import { decode } from './files/decode.ts';
import { FileError, reasonOf } from './files/errors.ts';
import { findTargets } from './files/search.ts';
import { writeWhole } from './files/write.ts';
import { EXIT, type Io } from './io.ts';
import { formatOf } from './work/lint-bytes.ts';

const NAME = '.posting-lint.yml';

/**
 * `posting-lint init [FILES]`: proposes a configuration from what most postings do.
 *
 * @throws {FileError} when there is a configuration already, or nothing to look at
 */
export async function initCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const target = path.join(io.cwd, NAME);
  const print = args.has('print');
  if (!print && existsSync(target))
    throw new FileError(
      `There is a ${NAME} here already. With --print the proposal is shown and nothing is written.`,
    );
  const named = args.positionals.slice(1);
  const search = await findTargets(named.length > 0 ? named : ['.'], {
    cwd: io.cwd,
    ignorePatterns: args.values('ignore-pattern'),
    useIgnoreFiles: !args.has('no-ignore'),
  });
  const gone = search.missing[0] ?? search.failed[0]?.shown;
  if (gone !== undefined) throw new FileError(`${gone}: There is no such file or folder.`);
  // How the house wants postings to be is what is asked for: what a configuration above says of it does not matter.
  const linter = engine.createLinter({ preset: 'recommended', rules: {}, terms: [], employer: {} });
  const samples: Sample[] = [];
  for (const { absolute, shown } of search.targets) {
    try {
      const { text } = decode(readFileSync(absolute));
      const file = { path: shown, format: formatOf({ shown, name: absolute }, text) };
      samples.push(sampleDraft(linter, text, file));
    } catch (error) {
      io.stderr.write(`${shown}: ${reasonOf(error)} It is left aside.\n`);
    }
  }
  if (samples.length === 0)
    throw new FileError(
      'There is no posting here to look at. Name files or folders: posting-lint init jobs/',
    );
  const proposal = propose(samples);
  const text = renderProposal(proposal);
  if (print) {
    io.stdout.write(text);
    return EXIT.fine;
  }
  writeWhole(target, text);
  const postings = proposal.postings === 1 ? '1 posting' : `${proposal.postings} postings`;
  io.stdout.write(`${NAME} is written, from what most of ${postings} do. Read it before you share it.\n`);
  return EXIT.fine;
}
