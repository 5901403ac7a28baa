import type { FileReport, ReportSuppression } from '../contract/report.ts';
import { displayWidth, printable } from '../report/index.ts';

/** Something told after the findings that looks at every file. */
export interface Extra {
  file(report: FileReport): void;
  /** Whole lines. */
  text(): string;
}

/** `--statistics`: how often each rule found something. */
export class Statistics implements Extra {
  readonly #rules = new Map<string, { findings: number; files: number }>();

  file({ findings }: FileReport): void {
    for (const { rule } of findings) this.#of(rule).findings += 1;
    for (const rule of new Set(findings.map((finding) => finding.rule))) this.#of(rule).files += 1;
  }

  text(): string {
    const rows = [...this.#rules]
      .sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1))
      .map(([rule, { findings, files }]) => [String(findings), String(files), rule]);
    return rows.length === 0
      ? 'No rule found anything.\n'
      : columns([['findings', 'files', 'rule'], ...rows], 2);
  }

  #of(rule: string): { findings: number; files: number } {
    const entry = this.#rules.get(rule) ?? { findings: 0, files: 0 };
    this.#rules.set(rule, entry);
    return entry;
  }
}

/** `--report-suppressions`: what is left alone, where, why and how long. */
export class SuppressionList implements Extra {
  readonly #all: { place: string; suppression: ReportSuppression }[] = [];

  file({ path, suppressions }: FileReport): void {
    for (const suppression of suppressions) {
      const { line, column } = suppression.range.start;
      this.#all.push({ place: `${printable(path)}:${line}:${column}`, suppression });
    }
  }

  text(): string {
    if (this.#all.length === 0) return 'Nothing is left alone by a comment.\n';
    const rows = this.#all.map(({ place, suppression: { rules, reason, until, expired, findings } }) => [
      String(findings),
      until === null ? 'for good' : `${expired ? 'expired' : 'until'} ${printable(until)}`,
      place,
      rules.length === 0 ? 'every rule' : printable(rules.join(', ')),
      reason === null ? 'no reason given' : printable(reason),
    ]);
    return columns([['left out', 'holds', 'place', 'rules', 'reason'], ...rows], 1);
  }
}

/**
 * Rows as columns with two spaces between.
 *
 * @param numbers - so many columns are set to the right
 */
function columns(rows: readonly (readonly string[])[], numbers: number): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - displayWidth(cell));
        return at < numbers ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
