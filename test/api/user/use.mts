import {
  createLinter,
  type FileReport,
  formatReports,
  type LinterOptions,
  type PostingLinter,
  type ReportFinding,
} from 'posting-lint';
import postingLint, { type UnifiedOptions } from 'posting-lint/unified';

const options: LinterOptions = {
  extends: 'strict',
  rules: { 'age/recent-graduate': 'off' },
  terms: ['Ninja', { name: 'GitHub', not: ['Github'] }],
  employer: { size: 20, places: ['US-CO'] },
  asOf: '2026-11-23',
};
const linter: PostingLinter = await createLinter(options);
const report: FileReport = linter.lint('A draft.', { format: 'text' });
const lines: number[] = report.findings.map(({ range }: ReportFinding) => range.start.line);
const page: string = await formatReports('html', [report], { text: () => 'A draft.' });
const settings: UnifiedOptions = { ...options, format: 'html' };
export const all: unknown[] = [lines, page, postingLint(settings)];
