import { stringify } from 'yaml';
import type { Counted, Proposal, ProposedSection } from './propose.ts';
import type { FormKind } from './sample.ts';

/** Where a form stands in a configuration, and what it is called in a comment. */
const FORMS: readonly { kind: FormKind; path: readonly [string, string?]; of: string }[] = [
  { kind: 'heading-case', path: ['headings', 'case'], of: 'headings' },
  { kind: 'heading-level', path: ['headings', 'level'], of: 'headings of sections' },
  { kind: 'heading-ending', path: ['headings', 'ending'], of: 'headings' },
  { kind: 'list-ending', path: ['lists', 'ending'], of: 'list items' },
  { kind: 'quotes', path: ['quotes'], of: 'quotation marks and apostrophes' },
  { kind: 'dashes', path: ['dashes'], of: 'dashes' },
];

/**
 * A configuration of what most postings do, with a comment on each line that says how many do. What is not clear is
 * left out.
 */
export function renderProposal(proposal: Proposal): string {
  const parts = [
    head(proposal),
    english(proposal),
    sections(proposal),
    order(proposal),
    texts(proposal),
    title(proposal),
    style(proposal),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function head({ postings, others, language }: Proposal): string {
  const lines = [
    '# How this house writes job postings, proposed by “posting-lint init” from what most of your postings do.',
    '# Read it, change what is not as you want it, and delete what you do not care about.',
    `# Looked at: ${counted(postings, 'posting')}${others > 0 ? ` in “${language}”; ${counted(others, 'posting')} in other languages left aside` : ''}.`,
    '',
    'extends: recommended',
    '',
    '# The company’s name, and spellings of it that are wrong:',
    '# company:',
    '#   name: Crumb Brothers',
    '#   not: [CrumbBrothers, Crumb Bros]',
  ];
  return lines.join('\n');
}

function english({ english: found }: Proposal): string {
  return found ? `# ${share(found, 'words that tell')}\nenglish: ${found.value}` : '';
}

function sections({ sections: found, postings }: Proposal): string {
  if (found.length === 0) return '';
  return [
    '# Sections, each under one heading.',
    'sections:',
    ...found.map((section) => sectionLines(section, postings)),
  ].join('\n');
}

function sectionLines({ kind, required, present, heading, also }: ProposedSection, postings: number): string {
  const lines = [`  ${kind}:`];
  if (required) lines.push(`    use: required # ${present} of ${postings} postings have it`);
  if (heading)
    lines.push(`    heading: ${scalar(heading.value)} # ${heading.count} of ${heading.of} call it this`);
  if (also.length > 0)
    lines.push(
      '    also:',
      ...also.map(
        ({ value, count }) => `      - ${scalar(value)} # ${count}; delete it to have one heading only`,
      ),
    );
  return lines.join('\n');
}

function order({ order: found }: Proposal): string {
  if (!found) return '';
  const lines = found.value.map((kind) => `  - ${kind}`);
  return [
    `# ${found.count} of ${found.of} postings have these sections in this order.`,
    'order:',
    ...lines,
  ].join('\n');
}

function texts({ texts: found, postings }: Proposal): string {
  if (found.length === 0) return '';
  const lines = found.map(({ name, section, text, count, required }) => {
    const body = text.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
    return [
      `  # ${count} of ${postings} postings carry it word for word.`,
      `  ${name}:`,
      `    section: ${section}`,
      `    use: ${required ? 'required' : 'optional # compared only where a posting has it'}`,
      '    text: |-',
      ...body,
    ].join('\n');
  });
  return ['# Texts that postings carry word for word.', 'texts:', ...lines].join('\n');
}

function title({ forms }: Proposal): string {
  const ending = forms.get('title-ending');
  return ending ? `title:\n  ending: ${scalar(ending.value)} # ${ending.count} of ${ending.of} titles` : '';
}

function style({ forms }: Proposal): string {
  const lines: string[] = [];
  for (const {
    kind,
    path: [key, inner],
    of,
  } of FORMS) {
    const found = forms.get(kind);
    if (!found) continue;
    if (inner === undefined) lines.push(`  ${key}: ${found.value} # ${share(found, of)}`);
    else {
      if (!lines.includes(`  ${key}:`)) lines.push(`  ${key}:`);
      lines.push(`    ${inner}: ${found.value} # ${share(found, of)}`);
    }
  }
  return lines.length > 0 ? ['# How postings are set.', 'style:', ...lines].join('\n') : '';
}

function share({ count, of }: Counted<unknown>, what: string): string {
  return `${count} of ${of} ${what}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** A text as YAML has it on one line, in quotation marks where they are needed. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}
