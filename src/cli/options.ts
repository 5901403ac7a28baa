import { didYouMean, isKnownRule, LEVELS, unknownRule } from '../config/index.ts';
import type { Level, Severity } from '../contract/report.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { type OutputOption, outputOptions } from './outputs.ts';

/** How findings are shown and judged. */
export interface ShowingOptions {
  outputs: readonly OutputOption[];
  verbose: boolean;
  /** The least to show. */
  severity: Severity;
  failOn: Severity | 'never';
  maxWarnings: number | undefined;
  exitZero: boolean;
  statistics: boolean;
  suppressions: boolean;
}

/** The arguments of a run, checked. */
export interface LintOptions extends ShowingOptions {
  fixing: 'no' | 'write' | 'dry-run' | 'diff';
  suggestions: boolean;
  /** Also compare the files with each other. */
  project: boolean;
  stdin: boolean;
  stdinName: string | undefined;
  files: string[];
  ignorePatterns: readonly string[];
  ignore: boolean;
  mindUnmatched: boolean;
}

/** @throws {UsageError} */
export function showingOptions(args: Arguments): ShowingOptions {
  if (args.has('quiet') && args.has('severity'))
    throw new UsageError('--quiet and --severity say two things; give one.');
  return {
    outputs: outputOptions(args),
    verbose: args.has('verbose'),
    severity: args.has('quiet') ? 'error' : ((args.value('severity') ?? 'info') as Severity),
    failOn: (args.value('fail-on') ?? 'error') as ShowingOptions['failOn'],
    maxWarnings: wholeNumber(args.value('max-warnings')),
    exitZero: args.has('exit-zero'),
    statistics: args.has('statistics'),
    suppressions: args.has('report-suppressions'),
  };
}

/** @throws {UsageError} */
export function lintOptions(args: Arguments): LintOptions {
  const stdinName = args.value('stdin-filename');
  const files = args.positionals.filter((argument) => argument !== '-');
  const stdin =
    args.has('stdin') ||
    files.length < args.positionals.length ||
    (stdinName !== undefined && files.length === 0);
  const changed = args.has('changed') || args.has('since') || args.has('changed-lines');
  if (changed && stdin) throw new UsageError('--changed is about files, not about standard input.');
  if (changed && files.length === 0) files.push('.');
  if (!stdin && files.length === 0) {
    throw new UsageError('Name files or folders to check, for example: posting-lint jobs/');
  }
  if (stdinName !== undefined && !stdin) throw new UsageError('--stdin-filename goes with --stdin or -.');
  const suggestions = args.has('fix-suggestions');
  const fix = args.has('fix') || suggestions;
  const project = args.has('project');
  const fixing = args.has('diff') ? 'diff' : args.has('fix-dry-run') ? 'dry-run' : fix ? 'write' : 'no';
  if (project && fixing !== 'no')
    throw new UsageError('--project shows what differs and fixes nothing; run --fix without it.');
  return {
    ...showingOptions(args),
    fixing,
    suggestions,
    project,
    stdin,
    stdinName,
    files,
    ignorePatterns: args.values('ignore-pattern'),
    ignore: !args.has('no-ignore'),
    mindUnmatched: !args.has('no-error-on-unmatched-pattern'),
  };
}

function wholeNumber(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given))
    throw new UsageError(`--max-warnings must be a whole number; “${given}” is not.`);
  return Number(given);
}

/** What `--report-unused-disables` makes errors. */
const UNUSED_DISABLES = ['style/unused-disable', 'style/disable-expired'];

/** `--rule id:level`, each checked against the rules there are. */
export function ruleLevels(args: Arguments, rules: readonly string[]): [rule: string, level: Level][] {
  const unused: [string, Level][] = args.has('report-unused-disables')
    ? UNUSED_DISABLES.map((id) => [id, 'error'])
    : [];
  const given = args.values('rule').map((given): [string, Level] => {
    const cut = given.lastIndexOf(':');
    const name = given.slice(0, Math.max(0, cut)).trim();
    const level = given.slice(cut + 1).trim();
    if (cut < 0 || name === '')
      throw new UsageError(`--rule must be ID:LEVEL, such as age/young:off; “${given}” is not.`);
    if (!isKnownRule(name, { rules })) throw new UsageError(`--rule: ${unknownRule(name, { rules })}`);
    const known = LEVELS.find((candidate) => candidate === level);
    if (!known) {
      throw new UsageError(
        `--rule: “${level}” is no level; use ${LEVELS.join(', ')}.${didYouMean(level, LEVELS)}`,
      );
    }
    return [name, known];
  });
  return [...unused, ...given];
}

/**
 * The day to judge on.
 *
 * @returns `YYYY-MM-DD`, in local time when it is today
 */
export function judgedDay(args: Arguments, now: Date): string {
  const given = args.value('as-of');
  if (given === undefined) {
    const two = (number: number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  const date = new Date(`${given}T00:00:00Z`);
  const real =
    /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
  if (!real) throw new UsageError(`--as-of must be a day such as 2026-11-23; “${given}” is not.`);
  return given;
}
