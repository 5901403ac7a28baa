import path from 'node:path';
import { serveStdio } from '../mcp/server.ts';
import type { Arguments } from './arguments.ts';
import type { Engine } from './engine.ts';
import { toSlash } from './files/search.ts';
import { EXIT, type Io } from './io.ts';
import { Setup } from './setup.ts';

/** `posting-lint mcp`: with the configuration that holds for a posting of this folder. */
export async function mcpCommand(args: Arguments, engine: Engine, io: Io): Promise<number> {
  const setup = new Setup(engine, args, io);
  const { config } = await setup.resolver.forFile(toSlash(path.join(io.cwd, 'posting.md')));
  await serveStdio(setup.linter(config), __VERSION__);
  return EXIT.fine;
}
