import type { FileReport, Severity } from '../contract/report.ts';
import { type Format, nameOf } from './format.ts';
import { count, type Totals } from './totals.ts';

/** A comment on GitHub holds 65,536 characters; some room is left for what is put around the report. */
const LONGEST = 60_000;
/** Remarks of one posting that are shown before the others get their turn. */
const MOST_OF_ONE = 50;

const SIGNS: Record<Severity, string> = { error: '🔴 error', warning: '🟠 warning', info: '🔵 advice' };

/**
 * For a comment on a pull request or a job's summary: the result in a line, then a table for each posting. What would
 * make it longer than a comment can be is counted and left out.
 */
export const markdown: Format = {
  headLast: true,
  reporter({ version }) {
    let room = LONGEST;
    const left = { findings: 0, files: 0 };
    return {
      head: (totals) => (totals ? head(totals) : ''),
      file(file) {
        if (file.findings.length === 0 && !file.error) return '';
        const part = room > 0 ? fileText(file) : '';
        if (part === '' || part.length > room) {
          room = 0;
          left.findings += file.findings.length;
          left.files += 1;
          return '';
        }
        room -= part.length;
        return part;
      },
      end() {
        const rest = `_${count(left.findings, 'more finding')} in ${count(left.files, 'posting')} not shown here._\n\n`;
        return `${left.files > 0 ? rest : ''}<sub>Posting Lint ${version}</sub>\n`;
      },
    };
  },
};

function head({ files, failed, errors, warnings, infos, withFindings, hidden }: Totals): string {
  const checked = files - failed;
  const unread = failed > 0 ? ` ${count(failed, 'file')} could not be checked.` : '';
  const less = hidden > 0 ? ` ${hidden} of less weight not shown.` : '';
  const total = errors + warnings + infos;
  if (total === 0)
    return `### ${failed > 0 ? '⚠️' : '✅'} Nothing found in ${count(checked, 'posting')}\n\n${`${unread}${less}`.trim()}${unread || less ? '\n\n' : ''}`;
  const parts = [count(errors, 'error'), count(warnings, 'warning'), infos > 0 ? `${infos} of advice` : ''];
  return `### ${count(total, 'finding')} in ${withFindings} of ${count(checked, 'posting')}\n\n${parts.filter(Boolean).join(', ')}.${unread}${less}\n\n`;
}

function fileText(file: FileReport): string {
  const { findings, error } = file;
  const heading = `#### ${code(nameOf(file))}\n\n`;
  if (error) return `${heading}${cell(error.message)}\n\n`;
  const rows = findings.slice(0, MOST_OF_ONE).map(({ range, severity, message, rule, fixes }) => {
    const best = fixes[0] ? `<br>${cell(fixes[0].title)}` : '';
    return `| ${range.start.line} | ${SIGNS[severity]} | ${cell(message)}${best} | ${code(rule)} |\n`;
  });
  const more = findings.length - rows.length;
  const rest = more > 0 ? `\n_and ${more} more._\n` : '';
  return `${heading}| line | | what | rule |\n| ---: | --- | --- | --- |\n${rows.join('')}${rest}\n`;
}

/** Text that stays as it is, whatever Markdown, mentions or references it looks like. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[@#<>&|]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_[\]~]/g, '\\$&');
}

/** A name in code; one with a backtick or a bar as text, since code cannot hold them in a table. */
function code(name: string): string {
  return /[`|\n]/.test(name) ? cell(name) : `\`${name}\``;
}
