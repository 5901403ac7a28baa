import type { Severity } from '../contract/report.ts';
import { fingerprints, hash } from './fingerprints.ts';
import { type Format, nameOf } from './format.ts';

const SEVERITIES: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's Code Quality report: a list of issues, each with a fingerprint that no other has. */
export const gitlab: Format = {
  needsText: true,
  reporter() {
    let first = true;
    const item = (issue: object) => {
      const before = first ? '[\n' : ',\n';
      first = false;
      return before + JSON.stringify(issue);
    };
    return {
      head: () => '',
      file(file, text) {
        const names = fingerprints(file, text, nameOf(file));
        const failed = file.error
          ? [
              item({
                description: file.error.message,
                check_name: 'posting-lint',
                fingerprint: hash(`${nameOf(file)}\0unreadable`),
                severity: 'critical',
                location: { path: file.path, lines: { begin: 1 } },
              }),
            ]
          : [];
        const found = file.findings.map(({ message, rule, severity, range }, index) =>
          item({
            description: message,
            check_name: rule,
            fingerprint: names[index],
            severity: SEVERITIES[severity],
            location: { path: file.path, lines: { begin: range.start.line, end: range.end.line } },
          }),
        );
        return [...failed, ...found].join('');
      },
      end: () => (first ? '[]\n' : '\n]\n'),
    };
  },
};
