import { builtinRules } from '../catalog/index.ts';
import { ConfigError, ConfigResolver } from '../config/index.ts';
import type { FileReport, Format } from '../contract/report.ts';
import { fixUntilStable } from '../lint/fix.ts';
import { createLinter as createEngine } from '../lint/index.ts';
import { KNOWN } from '../lint/known.ts';
import { detectFormat } from '../posting/detect-format.ts';
import { loadFormat, plain, render } from '../report/index.ts';
import type { FormatReports, LinterOptions, PostingLinter, TextInfo } from './types.ts';

export * from '../contract/house.ts';
export * from '../contract/report.ts';
export * from '../contract/rule.ts';
export { FORMAT_NAMES, type FormatName } from '../report/names.ts';
export * from './types.ts';

/** Of this package. */
export const version: string = __VERSION__;

/** The names that options are read under, as if they were a file. */
const FILE = '/options';

/**
 * Makes a linter.
 *
 * @param options - what a `.posting-lint.yml` would say
 * @throws {TypeError} when there is a mistake in them, such as a rule that does not exist; the message says which
 */
export async function createLinter(options: LinterOptions = {}): Promise<PostingLinter> {
  const { asOf, ...config } = options;
  if (asOf !== undefined && !/^\d{4}-\d\d-\d\d$/.test(asOf))
    throw new TypeError(`asOf must be a day such as 2026-11-23; “${asOf}” is not.`);
  // JSON is YAML, so that options are read with the same care as a file.
  const files = { read: (file: string) => (file === FILE ? JSON.stringify(config) : undefined) };
  const known = { ...KNOWN, rules: [...builtinRules.keys()] };
  const resolver = new ConfigResolver(files, { known, file: FILE, base: '/' });
  const { config: effective } = await resolver.forFile('/posting.md').catch((error) => {
    if (!(error instanceof ConfigError)) throw error;
    throw new TypeError(error.mistakes.map(({ message }) => message).join('\n'));
  });
  const linter = createEngine({ ...effective, asOf });
  const lint = (text: string, info: TextInfo = {}): FileReport => linter.lint(text, named(text, info));
  return {
    lint,
    fix(text, info = {}, { suggestions = false } = {}) {
      const file = named(text, info);
      const fixed = fixUntilStable(text, (current) => linter.lint(current, file), { suggestions });
      return { text: fixed.text, report: fixed.report, fixes: fixed.applied };
    },
    rules: () =>
      linter.rules().map(({ rule, level }) => {
        const { id, category, check, severity, summary, why, limits, evidence, sources, languages } = rule;
        const { examples } = rule;
        return {
          id,
          category,
          check,
          severity,
          summary,
          why,
          limits,
          evidence,
          sources,
          languages,
          examples,
          level,
        };
      }),
  };
}

function named(text: string, { path = '<text>', format }: TextInfo): { path: string; format: Format } {
  const told = /\.\w+$/.test(path) ? detectFormat(path, text) : 'markdown';
  return { path, format: format ?? told };
}

/** Writes reports as the command would with `--format`. */
export const formatReports: FormatReports = async (name, reports, options = {}) => {
  const { severity = 'info', text = () => undefined, verbose = false, width = 100 } = options;
  const rule = (id: string) => builtinRules.get(id);
  const context = { version, paint: plain, verbose, width, rule };
  return render(await loadFormat(name), reports, context, { least: severity, text });
};
