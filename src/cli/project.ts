import { readFileSync } from 'node:fs';
import type { FileReport, ReportFinding } from '../contract/report.ts';
import { compareProject, type Survey, surveyDraft } from '../project/index.ts';
import { decode } from './files/decode.ts';
import { toSlash } from './files/search.ts';
import type { Draft, Miss } from './items.ts';
import type { LintOptions } from './options.ts';
import type { Setup } from './setup.ts';
import { formatOf } from './work/lint-bytes.ts';

/** What is found when all files of a run are compared with each other, for `--project`. */
export class ProjectFindings {
  readonly #findings: ReadonlyMap<string, readonly ReportFinding[]>;

  private constructor(findings: ReadonlyMap<string, readonly ReportFinding[]>) {
    this.#findings = findings;
  }

  /** Reads and compares the files. One that cannot be read is told of where it is linted. */
  static async of(
    items: readonly (Draft | Miss)[],
    { ignore }: Pick<LintOptions, 'ignore'>,
    setup: Setup,
  ): Promise<ProjectFindings> {
    const surveys: Survey[] = [];
    for (const item of items) {
      if ('message' in item || item.stdin) continue;
      const { config, ignored } = await setup.resolver.forFile(toSlash(item.absolute));
      if (ignored && ignore && !item.named) continue;
      const text = textOf(item.absolute);
      if (text === undefined) continue;
      const format = formatOf({ shown: item.shown, name: item.absolute }, text);
      surveys.push(surveyDraft(setup.linter(config), text, { path: item.shown, format }));
    }
    return new ProjectFindings(compareProject(surveys));
  }

  /** A file's report with what was found by comparing it with the others, in the order of the text. */
  with(report: FileReport): FileReport {
    const own = this.#findings.get(report.path);
    if (!own) return report;
    const findings = [...report.findings, ...own].sort(
      (a, b) => a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset,
    );
    return { ...report, findings };
  }
}

function textOf(file: string): string | undefined {
  try {
    return decode(readFileSync(file)).text;
  } catch {
    return undefined;
  }
}
