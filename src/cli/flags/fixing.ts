import type { FlagRow } from './flag.ts';

export const FIXING = [
  { name: 'fix', help: 'Make the safe fixes: those that keep the meaning.' },
  { name: 'fix-suggestions', help: 'Also make the first suggestion of each finding. Read the result.' },
  { name: 'fix-dry-run', help: 'Show what would be left after --fix, and write nothing.' },
  { name: 'diff', help: 'Show what --fix would change, and write nothing.' },
] as const satisfies readonly FlagRow[];
