/** The formats a report can be shown in, with what each is for. Apart from the formatters, which load when needed. */
export const FORMAT_HELP = {
  stylish: 'For people: each finding with its line, carets and what could be done. The default.',
  compact: 'One line a finding, as compilers write and editors read.',
  json: 'Everything, as one JSON document.',
  jsonl: 'Everything, one JSON object a file and line: for streams and other programs.',
  sarif: 'SARIF 2.1.0, for code scanning: rules with their reasons, fixes, fingerprints.',
  html: 'One page to look at: a summary, and each posting with its sections and marked text.',
  markdown:
    'For a comment on a pull request or the summary of a job; never longer than such a comment can be.',
  github: 'Annotations in the log of GitHub Actions.',
  gitlab: 'Code Quality report of GitLab.',
  junit: 'JUnit XML: a suite a file, a failed test a finding; advice fails none.',
  checkstyle: 'Checkstyle XML.',
  rdjson: 'Diagnostics for reviewdog.',
} as const;

export type FormatName = keyof typeof FORMAT_HELP;

export const FORMAT_NAMES = Object.keys(FORMAT_HELP) as FormatName[];
