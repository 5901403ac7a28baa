/** The formats a report can be shown in, with what each is for. Apart from the formatters, which load when needed. */
export const FORMAT_HELP = {
  stylish: 'For people: each finding with its line, carets and what could be done. The default.',
  compact: 'One line a finding, as compilers write and editors read.',
  json: 'Everything, as one JSON document.',
} as const;

export type FormatName = keyof typeof FORMAT_HELP;

export const FORMAT_NAMES = Object.keys(FORMAT_HELP) as FormatName[];
