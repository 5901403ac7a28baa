import { styleText } from 'node:util';
import { type Paint, plain, type Style } from '../report/format.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

const STYLES: Record<Style, Parameters<typeof styleText>[0]> = {
  path: 'underline',
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  mark: 'magenta',
  quiet: 'gray',
  hint: 'green',
  good: 'green',
  strong: 'bold',
};

const inColour: Paint = (style, text) => styleText(STYLES[style], text, { validateStream: false });

/** Colours for a terminal, unless they are asked for or asked away: by flag first, by environment then. */
export function paintFor(args: Arguments, io: Io): Paint {
  return wantsColour(args, io) ? inColour : plain;
}

function wantsColour(args: Arguments, { env, stdout }: Io): boolean {
  if (args.has('no-color')) return false;
  if (args.has('color')) return true;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}
