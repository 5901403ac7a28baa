import { didYouMean } from '../config/did-you-mean.ts';
import { type Cell, readCsv } from './csv.ts';
import { InputError } from './input-error.ts';
import { textOf } from './mapped.ts';
import { makeRecord, type PostingRecord } from './record.ts';

/** Which columns, or dotted paths of JSON, hold what. */
export interface Columns {
  /** The posting's text; at least one. */
  texts: readonly string[];
  title: string | undefined;
  location: string | undefined;
  id: string | undefined;
}

/** What such columns are often called; the first that is there counts. */
export const USUAL = {
  title: ['title', 'job_title', 'jobtitle', 'job title', 'position', 'position_title', 'name', 'text'],
  id: ['id', 'job_id', 'jobid', 'job id', 'req_id', 'requisition_id', 'requisition', 'reference', 'ref'],
} as const;

/**
 * The postings of a table: the first row names the columns, each other row is one.
 *
 * @throws {InputError} for columns that are not there, or a row with more cells than there are columns
 */
export function* tableRecords(text: string, columns: Columns): Generator<PostingRecord> {
  const rows = readCsv(text);
  const head = rows.next();
  if (head.done) throw new InputError('There is nothing in it.');
  const names = head.value.cells.map(({ stretches }) => textOf(stretches).trim());
  const column = (name: string): number => {
    const at = indexOf(names, name);
    if (at >= 0) return at;
    const known = names.filter((each) => each !== '').join(', ');
    throw new InputError(
      `There is no column “${name}”.${didYouMean(name, names)} There are: ${known}.`,
      head.value.source.start,
    );
  };
  const usual = (candidates: readonly string[], given: string | undefined) =>
    given === undefined
      ? candidates.map((name) => indexOf(names, name)).find((at) => at >= 0 && !texts.includes(at))
      : column(given);
  const texts = columns.texts.map(column);
  const title = usual(USUAL.title, columns.title);
  const id = usual(USUAL.id, columns.id);
  const location = columns.location === undefined ? undefined : column(columns.location);
  // The first row after that of the names is the second, as spreadsheets count.
  let row = 1;
  for (const { cells, source } of rows) {
    row += 1;
    const extra = cells.slice(names.length).find(({ stretches }) => textOf(stretches).trim() !== '');
    if (extra) {
      throw new InputError(
        `Row ${row} has ${cells.length} cells, but the first row names ${names.length} columns. A cell with commas needs quotation marks.`,
        extra.source.start,
      );
    }
    const part = (at: number | undefined) => {
      const cell: Cell | undefined = at === undefined ? undefined : cells[at];
      return cell && { name: names[at ?? 0] ?? '', stretches: cell.stretches };
    };
    const parts = texts.flatMap((at) => part(at) ?? []);
    // A row without a text is no posting.
    if (parts.every(({ stretches }) => textOf(stretches).trim() === '')) continue;
    const idPart = part(id);
    yield makeRecord({
      kind: 'row',
      row,
      source,
      id: idPart && (textOf(idPart.stretches).trim() || undefined),
      title: part(title),
      facts: cells.flatMap((_, at) => {
        const fact = part(at);
        if (!fact || texts.includes(at) || at === title || at === id) return [];
        return at === location ? [{ ...fact, name: 'location' }] : [fact];
      }),
      texts: parts,
    });
  }
}

function indexOf(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  return exact >= 0 ? exact : names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
}
