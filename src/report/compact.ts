import type { Format } from './format.ts';
import { printable } from './width.ts';

/** One line a finding, `path:line:column: severity: message [rule]`, as compilers write and editors read. */
export const compact: Format = {
  reporter: () => ({
    head: () => '',
    file(file) {
      const path = printable(file.path);
      const failed = file.error ? [`${path}:1:1: error: ${printable(file.error.message)}`] : [];
      const found = file.findings.map(({ range, severity, message, rule }) => {
        const { line, column } = range.start;
        return `${path}:${line}:${column}: ${severity}: ${printable(message)} [${rule}]`;
      });
      return [...failed, ...found].map((line) => `${line}\n`).join('');
    },
    end: () => '',
  }),
};
