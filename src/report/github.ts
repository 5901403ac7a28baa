import type { Severity } from '../contract/report.ts';
import type { Format } from './format.ts';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that GitHub Actions shows as annotations. */
export const github: Format = {
  reporter: () => ({
    head: () => '',
    file({ path, findings, error }) {
      const failed = error ? [command('error', { file: path, title: 'Not checked' }, error.message)] : [];
      const found = findings.map(({ severity, message, rule, fixes, range: { start, end } }) => {
        const place = { line: start.line, col: start.column, endLine: end.line };
        // Columns of several lines are not understood.
        const column = end.line === start.line ? { endColumn: end.column } : {};
        const [best] = fixes;
        const text = best ? `${message}\n${best.title}` : message;
        return command(COMMANDS[severity], { file: path, ...place, ...column, title: rule }, text);
      });
      return [...failed, ...found].join('');
    },
    end: () => '',
  }),
};

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const shown = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${shown.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
