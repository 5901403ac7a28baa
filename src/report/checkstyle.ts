import type { Format } from './format.ts';
import { attributes } from './xml.ts';

/** Checkstyle's XML, which many services for code review read. */
export const checkstyle: Format = {
  reporter: () => ({
    head: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    file({ path, findings, error }) {
      const failed = error
        ? [{ line: 1, column: 1, severity: 'error', message: error.message, source: 'posting-lint' }]
        : [];
      const found = findings.map(({ range, severity, message, rule }) => ({
        line: range.start.line,
        column: range.start.column,
        severity,
        message,
        source: `posting-lint.${rule}`,
      }));
      const errors = [...failed, ...found].map((each) => `<error${attributes(each)}/>\n`);
      return `<file${attributes({ name: path })}>\n${errors.join('')}</file>\n`;
    },
    end: () => '</checkstyle>\n',
  }),
};
