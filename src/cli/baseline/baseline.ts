import { ConfigError } from '../../config/index.ts';
import { readConfigSource } from '../../config/source.ts';
import type { ReportFinding } from '../../contract/report.ts';
import { fingerprint } from '../../report/fingerprints.ts';

/** Findings of one file that are known, by rule and fingerprint. */
type Known = Map<string, { rule: string; fingerprint: string; count: number; passage: string }>;

export interface BaselineChange {
  /** Findings that the new baseline holds, and the files they are in. */
  findings: number;
  files: number;
  added: number;
  removed: number;
}

export interface BaselineOptions {
  /** @param file - relative to the folder of the baseline, with `/` */
  exists(file: string): boolean;
  record: boolean;
}

const VERSION = 1;
/** So much of a passage is kept, in UTF-16 code units, for whoever reads the baseline. */
const PASSAGE = 60;

/**
 * Findings that were there when a team began, and that it does not want to hear of until it gets to them. An entry is a
 * rule and a fingerprint, with how often the two occur in a file, so it holds while lines move. Entries of a file that
 * is gone hold for wherever its text went.
 */
export class Baseline {
  readonly #known: ReadonlyMap<string, Known>;
  /** What is left of it while files are looked at. */
  readonly #left = new Map<string, Map<string, number>>();
  /** What is left of the entries of files that are gone, all together. */
  readonly #homeless = new Map<string, number>();
  /** The files looked at; when a new baseline is to be written, with all that was found there. */
  readonly #found = new Map<string, Known>();
  readonly #record: boolean;
  #matched = 0;

  /**
   * @param known - by file, relative to the folder of the baseline, with `/`
   * @param options.exists - whether such a file is still there
   * @param options.record - whether `updated` will be asked for; all that is found is kept then
   */
  constructor(known: ReadonlyMap<string, Known>, { exists, record }: BaselineOptions) {
    this.#known = known;
    this.#record = record;
    for (const [file, entries] of known) {
      const there = exists(file);
      const left = there ? new Map<string, number>() : this.#homeless;
      for (const [key, { count }] of entries) left.set(key, (left.get(key) ?? 0) + count);
      if (there) this.#left.set(file, left);
    }
  }

  /** For a baseline that is yet to be written. */
  static empty(): Baseline {
    return new Baseline(new Map(), { exists: () => false, record: true });
  }

  /**
   * Takes out what the baseline knows.
   *
   * @param file - relative to the folder of the baseline, with `/`; each file once
   * @param text - what was linted
   * @returns the findings that are new
   */
  unknown(file: string, findings: readonly ReportFinding[], text: string): ReportFinding[] {
    const left = this.#left.get(file) ?? new Map<string, number>();
    this.#left.set(file, left);
    const found: Known = new Map();
    this.#found.set(file, found);
    const fresh = findings.filter((finding) => {
      const mark = fingerprint(finding, text);
      const key = `${finding.rule}\n${mark}`;
      const entry = found.get(key);
      if (entry) entry.count++;
      else if (this.#record)
        found.set(key, {
          rule: finding.rule,
          fingerprint: mark,
          count: 1,
          passage: passageOf(finding, text),
        });
      return !take(left, key) && !take(this.#homeless, key);
    });
    this.#matched += findings.length - fresh.length;
    return fresh;
  }

  /** Findings taken out so far. */
  get matched(): number {
    return this.#matched;
  }

  /** Entries that nothing was found for: of the files looked at, and of files that are gone. */
  get stale(): number {
    let stale = sum(this.#homeless);
    for (const file of this.#found.keys()) stale += sum(this.#left.get(file) ?? new Map());
    return stale;
  }

  /** The baseline as it should be now; only of one that records. Files that are there and were not looked at keep their entries. */
  updated(): { text: string; change: BaselineChange } {
    const files = new Map<string, Known>();
    for (const [file, entries] of this.#known)
      if (this.#left.has(file) && !this.#found.has(file)) files.set(file, entries);
    let added = 0;
    for (const [file, entries] of this.#found) {
      if (entries.size > 0) files.set(file, entries);
      for (const { count } of entries.values()) added += count;
    }
    const change = {
      findings: [...files.values()].reduce((total, entries) => total + countOf(entries), 0),
      files: files.size,
      added: added - this.#matched,
      removed: this.stale,
    };
    return { text: write(files), change };
  }
}

function take(left: Map<string, number>, key: string): boolean {
  const count = left.get(key) ?? 0;
  if (count > 0) left.set(key, count - 1);
  return count > 0;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

function countOf(entries: Known): number {
  let total = 0;
  for (const { count } of entries.values()) total += count;
  return total;
}

function passageOf({ range }: ReportFinding, text: string): string {
  const passage = text.slice(range.start.offset, range.end.offset).replace(/\s+/g, ' ').trim();
  return passage.length > PASSAGE ? `${passage.slice(0, PASSAGE - 1).trimEnd()}…` : passage;
}

/** One line an entry, all sorted, so that a change of the baseline reads well where changes are reviewed. */
function write(files: ReadonlyMap<string, Known>): string {
  const parts = sorted([...files.keys()]).map((file) => {
    const entries = files.get(file)?.values() ?? [];
    const lines = sorted([...entries].map((entry) => JSON.stringify(entry)));
    return `    ${JSON.stringify(file)}: [\n${lines.map((line) => `      ${line}`).join(',\n')}\n    ]`;
  });
  const body = parts.length > 0 ? `{\n${parts.join(',\n')}\n  }` : '{}';
  return `{\n  "postingLintBaseline": ${VERSION},\n  "files": ${body}\n}\n`;
}

function sorted(texts: string[]): string[] {
  return texts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Reads a baseline.
 *
 * @param file - its path, for messages
 * @throws {ConfigError} with the place, when the text is not a baseline that this version can read
 */
export function readBaseline(file: string, text: string, options: BaselineOptions): Baseline {
  const known = new Map<string, Known>();
  const refuse = (path: PropertyKey[], message: string): never => {
    const source = readConfigSource(file, text);
    throw new ConfigError(source.mistakes.length > 0 ? source.mistakes : [source.mistake(path, message)]);
  };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    refuse([], 'This is not a baseline in JSON. --update-baseline writes a new one.');
  }
  const { postingLintBaseline: version, files } = (data ?? {}) as Record<string, unknown>;
  if (version !== VERSION) {
    const newer = typeof version === 'number' && version > VERSION;
    refuse(
      version === undefined ? [] : ['postingLintBaseline'],
      newer
        ? 'A newer version of posting-lint wrote this baseline.'
        : 'This is no baseline of posting-lint. --update-baseline writes one.',
    );
  }
  if (typeof files !== 'object' || files === null || Array.isArray(files))
    refuse(['files'], '“files” must be a mapping from files to lists of findings.');
  for (const [name, entries] of Object.entries(files as object)) {
    if (!Array.isArray(entries)) refuse(['files', name], 'A list of findings is expected here.');
    const own: Known = new Map();
    for (const [index, entry] of (entries as unknown[]).entries()) {
      const { rule, fingerprint: mark, count, passage } = (entry ?? {}) as Record<string, unknown>;
      if (
        typeof rule !== 'string' ||
        typeof mark !== 'string' ||
        !Number.isInteger(count) ||
        Number(count) < 1
      )
        refuse(['files', name, index], 'An entry needs “rule”, “fingerprint” and “count”, a number from 1.');
      const key = `${String(rule)}\n${String(mark)}`;
      const before = own.get(key)?.count ?? 0;
      own.set(key, {
        rule: String(rule),
        fingerprint: String(mark),
        count: before + Number(count),
        passage: typeof passage === 'string' ? passage : '',
      });
    }
    known.set(name, own);
  }
  return new Baseline(known, options);
}
