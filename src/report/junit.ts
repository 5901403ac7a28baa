import type { FileReport, ReportFinding } from '../contract/report.ts';
import { type Format, nameOf } from './format.ts';
import { attributes, xml } from './xml.ts';

/**
 * JUnit XML: a suite for each file, a failed test for each error and warning. Advice does not fail; it stands in the
 * output of the test that every file that could be read has passed: being read.
 */
export const junit: Format = {
  reporter: () => ({
    head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="posting-lint">\n',
    file(file) {
      const failing = file.findings.filter(({ severity }) => severity !== 'info');
      const counts = {
        name: nameOf(file),
        tests: failing.length + 1,
        failures: failing.length,
        errors: file.error ? 1 : 0,
        skipped: 0,
        time: 0,
      };
      const tests = [readable(file), ...failing.map((finding) => failed(finding, file))];
      return `<testsuite${attributes(counts)}>\n${tests.join('')}</testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  }),
};

function readable(file: FileReport): string {
  const head = `<testcase${attributes({ name: 'checked', classname: nameOf(file), file: file.path, time: 0 })}`;
  if (file.error) {
    const { message } = file.error;
    return `${head}><error${attributes({ type: 'unreadable', message })}/></testcase>\n`;
  }
  const advice = file.findings.filter(({ severity }) => severity === 'info');
  if (advice.length === 0) return `${head}/>\n`;
  const lines = advice.map((finding) => `${place(finding)} ${finding.message} [${finding.rule}]`);
  return `${head}><system-out>${xml(lines.join('\n'))}</system-out></testcase>\n`;
}

function failed(finding: ReportFinding, report: FileReport): string {
  const { path } = report;
  const { rule, severity, message, fixes } = finding;
  const name = `${rule} at ${place(finding)}`;
  const hints = fixes.slice(0, 3).map(({ title }) => title);
  const text = [`${path}:${place(finding)} ${message}`, ...hints].join('\n');
  return `<testcase${attributes({ name, classname: nameOf(report), file: path, time: 0 })}><failure${attributes({ type: severity, message })}>${xml(text)}</failure></testcase>\n`;
}

function place({ range: { start } }: ReportFinding): string {
  return `${start.line}:${start.column}`;
}
