import { compact } from './compact.ts';
import type { Formatter } from './format.ts';
import { json } from './json.ts';
import type { FormatName } from './names.ts';
import { stylish } from './stylish.ts';

export { type Formatter, type Paint, plain, type ReportContext, type Style } from './format.ts';
export type { FormatName } from './names.ts';
export { atLeast, makeReport } from './summary.ts';
export { displayWidth, printable, wrap } from './width.ts';

/** Every format that a report can be shown in, by the name it is asked for. */
export const FORMATTERS = { stylish, json, compact } satisfies Record<FormatName, Formatter>;
