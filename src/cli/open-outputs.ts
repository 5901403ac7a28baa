import { plain } from '../report/index.ts';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import type { Io, Sink } from './io.ts';
import type { ShowingOptions } from './options.ts';
import { Outputs } from './outputs.ts';
import { paintFor } from './paint.ts';

/**
 * Opens the outputs that are asked for.
 *
 * @param stdout - where the report without a file goes; undefined: nowhere
 */
export function openOutputs(
  { outputs, verbose }: ShowingOptions,
  stdout: Sink | undefined,
  args: Arguments,
  engine: Engine,
  io: Io,
): Promise<Outputs> {
  const context = {
    version: __VERSION__,
    paint: paintFor(args, io),
    verbose,
    width: Math.max(40, Math.min(io.stdout.columns ?? 100, 120)),
    rule: (id: string) => engine.rules.get(id),
  };
  // What is written to a file is read by other programs, unless colours are asked for.
  const filePaint = args.has('color') ? context.paint : plain;
  return Outputs.open(outputs, context, { cwd: io.cwd, stdout, filePaint });
}
