import { INPUT_KINDS, type InputKind, inputKindOf } from '../inputs/kinds.ts';
import type { Columns } from '../inputs/table.ts';
import type { Arguments } from './arguments.ts';

/** What is known of files that are no drafts. */
export interface InputOptions {
  /** Undefined: by their names. */
  kind: InputKind | undefined;
  columns: Columns;
  records: string | undefined;
}

export function inputOptions(args: Arguments): InputOptions {
  const texts = (args.value('text-columns') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    kind: INPUT_KINDS.find((kind) => kind === args.value('input')),
    columns: {
      texts,
      title: args.value('title-column'),
      location: args.value('location-column'),
      id: args.value('id-column'),
    },
    records: args.value('records'),
  };
}

/** Whether a file is read in a way of its own; undefined for a draft. */
export function kindOf(name: string | undefined, { kind }: InputOptions): InputKind | undefined {
  return kind ?? (name === undefined ? undefined : inputKindOf(name));
}
