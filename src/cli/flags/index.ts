import { ADOPTION } from './adoption.ts';
import { EXIT_CODE } from './exit-code.ts';
import { FILES } from './files.ts';
import { FIXING } from './fixing.ts';
import type { Flag, FlagRow } from './flag.ts';
import { INPUTS } from './inputs.ts';
import { OTHER } from './other.ts';
import { OUTPUT } from './output.ts';
import { RULES } from './rules.ts';
import { SCALE } from './scale.ts';

export { type Flag, LINT } from './flag.ts';

/** Every flag, under the heading it stands under in the help. A new one is a row of its group's file. */
const GROUPS = {
  Output: OUTPUT,
  Fixing: FIXING,
  Rules: RULES,
  Files: FILES,
  Inputs: INPUTS,
  'Known findings and changes': ADOPTION,
  'Many files': SCALE,
  'Exit code': EXIT_CODE,
  Other: OTHER,
} as const satisfies Record<string, readonly FlagRow[]>;

export type FlagName = (typeof GROUPS)[keyof typeof GROUPS][number]['name'];

/** The same as one list. */
export const ALL_FLAGS: readonly Flag[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map((row: FlagRow) => ({ ...row, group })),
);

/** Whether a flag goes with a command. */
export function goesWith({ on = ['lint'] }: Flag, command: string): boolean {
  return on === 'all' || on.includes(command);
}
